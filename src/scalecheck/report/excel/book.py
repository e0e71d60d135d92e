"""Pages as one workbook: the essential first, then a sheet for each part, page after page."""

import datetime
import io
from collections.abc import Sequence
from itertools import groupby

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from scalecheck.language.catalogue import say
from scalecheck.report.blocks import Fields
from scalecheck.report.excel.ink import Inks
from scalecheck.report.excel.plan import Plan, plan_sheets, tables_of
from scalecheck.report.excel.rows import rows_of
from scalecheck.report.excel.sheets import Sheet
from scalecheck.report.excel.values import shown
from scalecheck.report.excel.widths import widths_of
from scalecheck.report.excel.writing import write_contents, write_sheet
from scalecheck.report.office.text import locale
from scalecheck.report.page import Page, Printing

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST = 250


def compose(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages as one workbook."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    _describe(book, pages)
    inks, plans = Inks(book), plan_sheets(pages)
    sheets = [_sheet(book, plan, inks, plans) for plan in plans]
    firsts = [plan for plan in plans if plan.is_first]
    for sheet in sheets:
        write_sheet(sheet, printing.paper)
        if sheet.plan.is_first:
            own = [plan for plan in plans if plan.page is sheet.plan.page and not plan.is_first]
            others = [plan for plan in firsts if plan is not sheet.plan]
            write_contents(sheet, [*own, *others])
    book.close()
    return out.getvalue()


def _sheet(book: Workbook, plan: Plan, inks: Inks, plans: Sequence[Plan]) -> Sheet:
    places = {
        place: one.name for one in reversed(plans) if one.page is plan.page for place in one.places
    }
    tables = [rows_of(block, plan.page.language) for block in tables_of(plan.blocks)]
    labels = [label for one in plan.blocks if isinstance(one, Fields) for label, _ in one.rows]
    if plan.is_first:
        labels += [one.name for one in plans]
    widths = widths_of(tables, labels)
    return Sheet(plan, book.add_worksheet(plan.name), inks, places, widths)


def _describe(book: Workbook, pages: Sequence[Page]) -> None:
    """Write the properties: title, subject, languages, day. No person is named."""
    first = pages[0]
    book.set_properties(
        {
            "title": shown(first.title)[:_LONGEST],
            "subject": shown(first.about)[:_LONGEST],
            "created": day_of(first),
        }
    )
    languages = [locale(language) for language, _ in groupby(page.language for page in pages)]
    name = say("office.sheet.language", first.language)
    book.set_custom_property(name, ", ".join(languages))


def day_of(page: Page) -> datetime.datetime:
    """Read the day of a page: the only date that its file carries."""
    try:
        return datetime.datetime.fromisoformat(page.day)
    except ValueError:
        return datetime.datetime(1980, 1, 1)  # noqa: DTZ001
