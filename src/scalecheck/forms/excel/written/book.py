"""The workbook as a whole: its sheets in order, its properties, its bytes."""

import datetime
import io
from typing import Any

from scalecheck.extras import needing
from scalecheck.forms.carry import shown
from scalecheck.forms.excel.hidden import write_lists, write_mark
from scalecheck.forms.excel.laid.whole import make_plan
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.excel.written.guide import Guide
from scalecheck.forms.excel.written.levels import write_levels
from scalecheck.forms.excel.written.looks import LETTER, Looks
from scalecheck.forms.excel.written.naming import sheet_name
from scalecheck.forms.excel.written.places import LISTS, MARK, find_places
from scalecheck.forms.excel.written.sheets import Sheet
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.model.language import Language

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST = 250
_LOCALES = {Language.FR: "fr-CA", Language.EN: "en-CA"}


def write_book(asked: Questionnaire, languages: tuple[Language, ...]) -> bytes:
    """Write the form as a workbook; same questions, same bytes.

    Raises:
        MissingExtra: xlsxwriter is not installed.
    """
    with needing("xlsx"):
        from xlsxwriter import Workbook  # type: ignore[import-untyped]

    out, speech = io.BytesIO(), Speech(languages)
    book = Workbook(out, _OPTIONS)
    book.formats[0].set_font_name(LETTER["font_name"])
    book.formats[0].set_font_size(LETTER["font_size"])
    _describe(book, asked, speech)
    _fill(book, asked, speech)
    book.close()
    return out.getvalue()


def _fill(book: Any, asked: Questionnaire, speech: Speech) -> None:
    plan, made = make_plan(asked, speech), Looks(book)
    taken: set[str] = {LISTS, MARK}
    how = book.add_worksheet(sheet_name(speech.say("sheet.how"), taken))
    names = {table.id: sheet_name(table.name, taken) for table in plan.tables}
    places = find_places(plan, names)
    for table in plan.tables:
        Sheet(book.add_worksheet(names[table.id]), table, places, made, speech).write()
    levels = book.add_worksheet(sheet_name(speech.say("sheet.levels"), taken))
    write_levels(levels, asked, made, speech)
    Guide(how, asked, places, made).write(speech, levels.get_name())
    write_lists(book.add_worksheet(LISTS), plan)
    write_mark(book.add_worksheet(MARK), asked.sheet, speech)
    how.activate()


def _describe(book: Any, asked: Questionnaire, speech: Speech) -> None:
    """Write the properties: title, project, rubric, languages. No person is named."""
    rubric, sheet = asked.rubric, asked.sheet
    title = f"{speech.say('how.title')} – {speech.title(rubric.title, rubric.id)}"
    subject = shown(sheet.title, speech.main) or sheet.project or ""
    days = {"created": _day(sheet.date or asked.last_date or "")}
    book.set_properties({"title": title[:_LONGEST], "subject": subject[:_LONGEST], **days})
    own = {
        "scalecheck-rubric": f"{rubric.id} {rubric.version}",
        "scalecheck-fingerprint": sheet.fingerprint or "",
        "language": ", ".join(_LOCALES[one] for one in speech.languages),
    }
    for name, said in own.items():
        book.set_custom_property(name, said[:_LONGEST])


def _day(iso: str) -> datetime.datetime:
    """The only date that the file carries."""
    try:
        return datetime.datetime.fromisoformat(iso)
    except ValueError:
        return datetime.datetime(1980, 1, 1)  # noqa: DTZ001
