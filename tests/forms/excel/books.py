"""Forms to fill, change and damage: what a stranger, or an office program, does to a workbook."""

import io
import zipfile
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from tests.forms.sheets import blank

import scalecheck as sc
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.excel import form
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

ROOT = Path(__file__).parents[3]
FR, EN = Language.FR, Language.EN
WORDS = sc.load_vocabularies()
KEY_MARK = "scalecheck:"

ODD = """
format: scalecheck/rubric@1
id: odd
version: 1.0.0
languages: {languages}
title: "Grille étrange"
licence: CC-BY-4.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {{reason: required, min_applicable: 60%}}
  empty_level: blocks
attributes:
  - {{id: nature, values: [a, b, c]}}
  - {{id: libre, title: "Fait en =mots libres", values: ["1", "2"]}}
scales:
  - id: risque
    direction: down
    levels: [{{value: 0}}, {{value: 0.5}}, {{value: 1}}]
  - id: longue
    levels:
{long}
  - id: part
    levels:
      - {{value: 0, from: 0}}
      - {{value: 1, from: 25%, label: "Un quart ~ ou * plus?"}}
      - {{value: 2, above: 50%}}
groups:
  - {{id: lieux, criteria: [proprete]}}
  - {{id: parties, title: "Parties [A/B]: suite?", criteria: [solidite, part-faite]}}
dimensions:
  - id: tout
    title: "='Tout'"
    criteria:
      - {{id: danger, title: "+Danger", scale: risque, not_applicable: allowed}}
      - id: echelons
        title: "@Échelons"
        scale: longue
        applies_when: [{{nature: [a, b]}}, {{nature: c, libre: "1"}}]
      - {{id: proprete, title: "Propreté", scale: risque}}
      - {{id: solidite, title: "Solidité", scale: longue, not_applicable: allowed}}
      - {{id: part-faite, title: "Part faite", scale: part}}
headline: none
"""


@cache
def odd_rubric():
    """A rubric that takes every liberty: 40 levels, no label, halves, downwards, two groups."""
    words = ["anticonstitutionnellement " * (1 + n % 7) for n in range(40)]
    long = "\n".join(
        f'      - {{value: {n}, label: "Échelon {n}", description: "{text}"}}'
        for n, text in enumerate(words)
    )
    text = ODD.format(languages="[fr]", long=long)
    document = parse(text.encode(), "odd.yaml")
    assert not document.diagnostics, document.diagnostics
    return build(document, kind_named("rubric")).value


@cache
def rubric(name):
    return odd_rubric() if name == "odd" else sc.load_rubric(name)


def asked_of(sheet, last=None):
    return make_questionnaire(rubric(sheet.rubric), sheet, WORDS, last)


def blank_form(name="is-echelle", language=FR):
    return asked_of(blank(rubric(name), language))


@cache
def fjord(language=FR):
    """The form of a project that is assessed again: its last answers are there, and shown."""
    project = sc.load_project(ROOT / "examples/cuisines-du-fjord/project.yaml")
    now = project.current
    sheet = AnswerSheet(
        format="scalecheck/answers@1",
        rubric=now.rubric,
        rubric_version=now.rubric_version,
        fingerprint="0" * 64,
        project=project.id,
        title=project.title,
        language=language,
        organization=project.organization,
        kind=now.kind,
        assessor=now.assessor,
        attributes=project.attributes,
        settings=project.settings,
        evidence=project.evidence,
        answers=now.answers,
    )
    return asked_of(sheet, (now.date, now.answers))


def read(data):
    """Read a form back, as an importer does."""
    mark = form.find_mark(data, "retour.xlsx")
    assert mark is not None
    (filled,) = form.read(data, asked_of(mark.sheet), mark)
    return filled


def sheet_of(filled, language=FR):
    """The sheet that a form brings back."""
    context = {"language": str(language)}
    return AnswerSheet.model_validate(filled.data, context=context)


class Opened:
    """A form opened in an office program, changed by hand, and saved again."""

    def __init__(self, data):
        self.book = load_workbook(io.BytesIO(data), rich_text=True)

    def sheet(self, table):
        """The sheet of a table, the row of its hidden names, the column of its keys."""
        for sheet in self.book.worksheets:
            for line in sheet.iter_rows(max_row=12):
                for cell in line:
                    if cell.value == f"{KEY_MARK}{table}":
                        return sheet, cell.row, cell.column
        raise KeyError(table)

    def cell(self, table, row, column):
        """The cell of a row and a column, by their hidden names."""
        sheet, head, keys = self.sheet(table)
        at = next(c.column for c in sheet[head] if c.value == column)
        line = next(r for r in range(head, sheet.max_row + 1) if sheet.cell(r, keys).value == row)
        return sheet.cell(line, at)

    def type(self, table, row, column, value):
        cell = self.cell(table, row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # a cell of text takes `=` as it is
        return self

    def save(self):
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def where(filled, *path):
    return filled.cells[path]


def codes(filled):
    return [one.code for one in filled.misread]


def repack(data, **changed):
    """Pack a workbook again with some parts changed: `name=function`, `None` drops it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for end, change in changed.items():
                if name.endswith(end.replace("__", "/") + ".xml"):
                    part = change(part)
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()
