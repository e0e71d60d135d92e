"""Two editions of a small rubric, the table between them, and a project, as files."""

import pytest

RUBRIC = """format: scalecheck/rubric@1
id: petite
version: {version}
languages: [fr]
title: Petite grille
licence: CC0-1.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {{reason: required, min_applicable: 60%}}
  empty_level: blocks
scales: [{{id: s, levels: [{{value: 0}}, {{value: 1}}, {{value: 2}}]}}]
dimensions: [{{id: d, title: D, criteria: [{criteria}]}}]
levels: [{{value: 1, requires: {{besoin: {asked}}}}}]
"""
TABLE = """format: scalecheck/upgrade@1
from: {rubric: petite, version: 0.1.0}
to: {rubric: petite, version: 0.2.0}
languages: [fr, en]
title: {fr: "Passage à 0.2.0", en: To 0.2.0}
carry: [besoin]
map:
  portee:
    from: ampleur
    levels: {0: 0, 1: 0, 2: [1, 2]}
    note: {fr: Plus exigeant., en: Stricter.}
ask: {appui: {fr: Nouveau critère., en: New criterion.}}
"""
PROJECT = """format: scalecheck/project@1
id: fiche   # un commentaire
title: "Fiche"
language: fr
assessments:
  - date: 2026-10-15
    kind: consensus
    rubric: petite
    rubric_version: 0.1.0
    assessor: {role: coordination}
    answers:
      besoin: {level: 2, note: "Deux : vu sur place"}   # un autre
      ampleur: 2
# après
"""


def criterion(name):
    return f"{{id: {name}, title: {name}, scale: s}}"


@pytest.fixture
def place(tmp_path):
    old, new = (
        ", ".join(map(criterion, n.split())) for n in ("besoin ampleur", "besoin portee appui")
    )
    files = {
        "petite-0.1.0.yaml": RUBRIC.format(version="0.1.0", criteria=old, asked=1),
        "petite.yaml": RUBRIC.format(version="0.2.0", criteria=new, asked=2),
        "table.yaml": TABLE,
        "fiche.yaml": PROJECT,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path
