"""An XLSForm: three sheets that KoboToolbox and ODK turn into a form for phones and browsers."""

import hashlib
import io
from collections.abc import Iterator, Sequence
from typing import Any

from scalecheck.extras import needing
from scalecheck.forms.carry import tidy
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.forms.xlsform.layout import languages_of, lay_out
from scalecheck.forms.xlsform.names import code
from scalecheck.forms.xlsform.rows import Row
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language

Table = list[list[str]]

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_BOUND = ("relevant", "required", "calculation", "default", "appearance")
_WIDTHS = {"type": 24, "name": 34, "list_name": 24, "relevant": 30, "calculation": 30}


def write(asked: Questionnaire, languages: tuple[Language, ...]) -> bytes:
    """Write the form as a workbook, the same bytes for the same questions.

    Args:
        asked: what is asked, and what the form opens with.
        languages: the first is that of the texts it opens with; a rubric that speaks both is
            shown in both, whichever are named.

    Raises:
        MissingExtra: xlsxwriter is not installed.
    """
    spoken = languages_of(asked, languages)
    rows = lay_out(asked, spoken)
    survey, choices = _survey(rows, spoken), _choices(rows, spoken)
    settings = _settings(asked, spoken, survey + choices)
    return _book({"survey": survey, "choices": choices, "settings": settings})


def _named(word: str, languages: tuple[Language, ...]) -> list[str]:
    return [f"{word}::{say('xlsform.language', one)} ({one})" for one in languages]


def _survey(rows: Sequence[Row], languages: tuple[Language, ...]) -> Table:
    labels, hints = _named("label", languages), _named("hint", languages)
    return [["type", "name", *labels, *hints, *_BOUND], *(_line(row, languages) for row in rows)]


def _line(row: Row, languages: tuple[Language, ...]) -> list[str]:
    blank = [""] * len(languages)
    kind = f"{row.type} {row.list_name}" if row.is_choice else row.type
    name = "" if row.type.startswith("end") else row.name
    bound = [row.relevant, "yes" if row.required else "", row.calculation, row.default]
    return [kind, name, *(row.labels or blank), *(row.hints or blank), *bound, row.appearance]


def _choices(rows: Sequence[Row], languages: tuple[Language, ...]) -> Table:
    lists = {row.list_name: row.choices for row in rows if row.is_choice}
    head = ["list_name", "name", *_named("label", languages)]
    return [head, *([name, *(one.name, *one.labels)] for name in lists for one in lists[name])]


def _settings(asked: Questionnaire, languages: tuple[Language, ...], content: Table) -> Table:
    sheet, rubric = asked.sheet, asked.rubric
    named = (sheet.title if sheet.project or sheet.title else None) or rubric.title
    title = tidy(named.said_in(languages[0])[0]).replace("${", "$ {")[:200]
    form_id = "_".join(
        ("scalecheck", code(rubric.id), *([code(sheet.project)] if sheet.project else []))
    )
    version = hashlib.sha256(repr(content).encode()).hexdigest()[:12]
    default = f"{say('xlsform.language', languages[0])} ({languages[0]})"
    said = {
        "form_title": title,
        "form_id": form_id,
        "version": version,
        "default_language": default,
        "style": "pages",
        "clean_text_values": "no",
    }
    return [list(said), list(said.values())]


def _book(tables: dict[str, Table]) -> bytes:
    with needing("xlsx"):
        from xlsxwriter import Workbook  # type: ignore[import-untyped]
    import datetime

    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    moment = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - a file says no time of its own
    book.set_properties({"created": moment})
    head = book.add_format({"bold": True})
    for name, table in tables.items():
        _write_table(book.add_worksheet(name), table, head)
    book.close()
    return out.getvalue()


def _write_table(sheet: Any, table: Table, head: Any) -> None:
    sheet.freeze_panes(1, 2)
    for column, title in enumerate(table[0]):
        sheet.set_column(column, column, _WIDTHS.get(title, 40 if "::" in title else 16))
    for place, text in _cells(table):
        sheet.write_string(*place, text, *([head] if place[0] == 0 else []))


def _cells(table: Table) -> Iterator[tuple[tuple[int, int], str]]:
    for row, line in enumerate(table):
        for column, text in enumerate(line):
            if text:
                yield (row, column), text
