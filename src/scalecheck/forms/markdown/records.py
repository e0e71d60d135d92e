"""The tables of evidence: which records still hold, and which are added."""

from typing import Any, NamedTuple

from scalecheck.forms.markdown.choices import one_of
from scalecheck.forms.markdown.found import Found, Value
from scalecheck.forms.markdown.write import RECORD_COLUMNS
from scalecheck.forms.questionnaire import Option, Questionnaire
from scalecheck.model.base import SLUG, Plain
from scalecheck.model.diagnostic import Path
from scalecheck.model.fresh import next_record

_YES, _NO = ("oui", "yes", "o", "y", "true", "x"), ("non", "no", "n", "false")


class Keeper(NamedTuple):
    """What stands on the form, and where each part of the sheet stands in it."""

    found: Found
    cells: dict[Path, str]


def still_valid(keeper: Keeper, asked: Questionnaire) -> dict[str, Plain]:
    """Read which of the known records still hold; those left blank are not said."""
    said: dict[str, Plain] = {}
    for name, value in keeper.found.still.items():
        word = value.text.strip().lower().strip(".!`* ")
        if word in _YES or word in _NO:
            said[name] = Plain("yes" if word in _YES else "no")
        elif word:
            keeper.found.note("form-not-a-choice", value.line, got=word, known="oui, non")
        keeper.cells[("still_valid", name)] = value.cell
    return {name: one for name, one in said.items() if name in asked.sheet.evidence}


def new_records(keeper: Keeper, asked: Questionnaire) -> dict[str, Any]:
    """Read the records that were added; one without a code receives the next free one."""
    found: dict[str, Any] = {}
    rows = [row for row in keeper.found.rows if any(one.text.strip() for one in row)]
    typed = [_code(row) for row in rows]
    for row, code in zip(rows, typed, strict=True):
        name = code or next_record({*asked.sheet.evidence, *typed, *found})
        if name in asked.sheet.evidence or name in found:
            keeper.found.note("form-row-twice", row[0].line, name=name)
        for extra in row[len(RECORD_COLUMNS) :]:
            if extra.text:
                keeper.found.note("form-kept-apart", extra.line, got=extra.text[:80])
        found[name] = _record(row, asked)
        keeper.cells[("evidence", name)] = row[0].cell
    return found


def _code(row: tuple[Value, ...]) -> str:
    code = row[0].text.strip("` ")
    return code.lower() if SLUG.match(code.lower()) else code


def _record(row: tuple[Value, ...], asked: Questionnaire) -> dict[str, Plain]:
    lists = asked.lists
    closed = {
        "kind": tuple(Option(one.id, one.label) for one in lists.kinds),
        "issuer": tuple(Option(one.id, one.label) for one in lists.issuers),
        "grade": tuple(Option(one.id, one.title) for one in lists.grades),
    }
    pairs = zip(RECORD_COLUMNS[1:], row[1:], strict=False)
    said = {name: one_of(value.text, closed.get(name, ())) for name, value in pairs}
    return {name: Plain(text) for name, text in said.items() if text}
