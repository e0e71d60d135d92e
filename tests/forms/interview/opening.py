"""Interviews to begin with: blank, on the example project, on odd rubrics."""

from pathlib import Path

import scalecheck as sc
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.interview.interview import Interview, begin
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language
from scalecheck.model.open_sheet import open_blank, open_for
from scalecheck.model.rubric import Rubric

ROOT = Path(__file__).parents[3]
FJORD = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"
VOCABULARIES = sc.load_vocabularies()


def on_rubric(name: str | Path, language: Language = Language.FR) -> Interview:
    """A new interview under a rubric, about nobody."""
    rubric = sc.load_rubric(str(name))
    return on_sheet(rubric, open_blank(rubric, "0" * 64, language).sheet)


def on_sheet(rubric: Rubric, sheet: AnswerSheet) -> Interview:
    """An interview that opens with a sheet."""
    dated = sheet.model_copy(update={"date": "2026-11-23"})
    return begin(make_questionnaire(rubric, dated, VOCABULARIES), {})


def on_fjord(*, blank: bool = False, language: Language = Language.FR) -> Interview:
    """A reassessment of the example project."""
    rubric, project = sc.load_rubric("is-echelle"), sc.load_project(FJORD)
    opening = open_for(project, rubric, "0" * 64, language, blank=blank)
    dated = opening.sheet.model_copy(update={"date": "2026-11-23"})
    return begin(make_questionnaire(rubric, dated, VOCABULARIES, opening.last), {})


ODD = """\
format: scalecheck/rubric@1
id: odd
version: "1"
languages: fr
title: Une grille étrange
licence: CC0-1.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {reason: optional, min_applicable: 60%}
  empty_level: blocks
scales:
  - id: lettres
    levels: [{value: 0, id: q}, {value: 1, id: e}, {value: 2, id: tres-bon}]
  - id: risque
    direction: down
    levels: [{value: -1}, {value: 0.5}, {value: 10}]
  - id: longue
    levels: [LONG]
groups:
  - {id: lieux, criteria: [acces]}
  - {id: outils, title: Outils, criteria: [solidite]}
dimensions:
  - id: tout
    title: "[bold]Tout[/bold] \\u202eet rien"
    criteria:
      - {id: note-en-lettres, title: "Lettres [b", scale: lettres, not_applicable: allowed}
      - {id: danger, title: Danger, scale: risque}
      - {id: etendue, title: "ÉTENDUE", scale: longue}
      - {id: acces, title: Accès, scale: risque}
      - {id: solidite, title: Solidité, scale: lettres}
headline: none
"""


def odd_rubric(folder: Path) -> Path:
    """A rubric with letters for levels, a scale that goes down, one of forty, two groups."""
    path = folder / "odd.yaml"
    levels = ", ".join(f"{{value: {number}}}" for number in range(40))
    path.write_text(ODD.replace("LONG", levels), encoding="utf-8")
    return path
