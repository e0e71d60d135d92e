"""The table of the project: what it is, who answers, when, and the facts that questions read."""

from collections.abc import Iterator

from scalecheck.forms.excel.laid import lists
from scalecheck.forms.excel.laid.columns import (
    KEYS,
    breadth,
    column,
    fact_title,
    filled,
    said,
    written,
)  # fmt: skip
from scalecheck.forms.excel.laid.instances import fact_cells
from scalecheck.forms.excel.plan import Cell, Row, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import FactField, Questionnaire

PROJECT = "project"
ANSWER = "said"
VOICES, READER = "voices", "reader"


def project_table(asked: Questionnaire, speech: Speech) -> Table:
    """Plan the facts of the project and of this assessment, one a row."""
    most = {field.id: _breadth(field, asked) for field in asked.fields}
    rows = [_band("project", speech), *_own(asked, speech)]
    rows += [_band("assessment", speech), *_assessment(asked, speech)]
    if asked.fields:
        rows.append(_band("facts", speech))
    rows += [_fact(field, asked, most[field.id], speech) for field in asked.fields]
    width = max(most.values(), default=1)
    also = [column("also-fact", 30, speech)._replace(key=f"also-{n}") for n in range(2, 1 + width)]
    first = (column("asked", 40, speech, read=False), column(ANSWER, 46, speech))
    columns = (*first, *also, column("help", 60, speech, read=False), KEYS)
    name, about = speech.say("sheet.project"), speech.tell("project.about")
    return Table(PROJECT, name, about, columns, tuple(rows), 1, "asked")


def _breadth(field: FactField, asked: Questionnaire) -> int:
    return breadth(field, len(said(asked.sheet.attributes, field.id)))


def _band(key: str, speech: Speech) -> Row:
    return Row(f"band:{key}", {}, band=speech.say(f"project.band-{key}"))


def _row(key: str, cell: Cell, speech: Speech) -> Row:
    asked, help_ = speech.say(f"project.{key}"), speech.tell(f"project.{key}-help")
    return Row(key, {"asked": Cell(title=asked), ANSWER: cell, "help": Cell(help_)})


def _own(asked: Questionnaire, speech: Speech) -> Iterator[Row]:
    yield _row("title", written(asked.sheet.title, speech), speech)
    yield _row("organization", written(asked.sheet.organization, speech), speech)


def _assessment(asked: Questionnaire, speech: Speech) -> Iterator[Row]:
    sheet, kinds = asked.sheet, lists.kinds(speech)
    kind = kinds.entry(sheet.kind)
    yield _row("date", filled(sheet.date or "", speech), speech)
    yield _row("kind", Cell(kind.text if kind else "", open=True, choices=kinds), speech)
    yield _row("role", filled(sheet.assessor.role or "", speech), speech)
    yield _row("assessor-organization", filled(sheet.assessor.organization or "", speech), speech)
    if any(group.of_settings for group in asked.groups) or sheet.assessor.voices:
        yield _row(VOICES, filled("; ".join(sheet.assessor.voices), speech), speech)
    yield _row(READER, filled(sheet.assessor.reader or "", speech), speech)
    yield _row("note", written(sheet.note, speech), speech)


def _fact(field: FactField, asked: Questionnaire, count: int, speech: Speech) -> Row:
    values = said(asked.sheet.attributes, field.id)
    keys = (ANSWER, *(f"also-{n}" for n in range(2, 1 + count)))
    made = [cell for _, cell in fact_cells(field, values, count, speech)]
    cells = dict(zip(keys, made, strict=True))
    said_ = speech.text(field.description) or speech.tell(_help(field, count))
    title = Cell(title=fact_title(field, speech))
    return Row(f"fact:{field.id}", {"asked": title, **cells, "help": Cell(said_)})


def _help(field: FactField, count: int) -> str:
    if not field.options:
        return "project.fact-free"
    return "project.fact-many" if count > 1 else "project.fact-one"
