"""The Excel form: written, recognised, and read back. The one door of this folder."""

from collections.abc import Sequence

from scalecheck.forms.excel.back.finding import find_tables
from scalecheck.forms.excel.back.grids import Grid, read_grids
from scalecheck.forms.excel.back.package import RefusedPackage
from scalecheck.forms.excel.back.reading import read_back
from scalecheck.forms.excel.hidden import FORM_MARK, DamagedMark, read_mark
from scalecheck.forms.excel.laid.whole import make_plan
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.excel.written.book import write_book
from scalecheck.forms.filled import Filled, UnreadableForm, misread
from scalecheck.forms.mark import FormMark
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.model.language import Language


def write(asked: Questionnaire, languages: tuple[Language, ...]) -> bytes:
    """Write the form as an Excel workbook: the same questions give the same bytes.

    Args:
        asked: what to ask, and what the form opens with.
        languages: one language, or both; what is typed in the form is in the first one.

    Raises:
        MissingExtra: xlsxwriter is not installed.
    """
    return write_book(asked, languages)


def find_mark(data: bytes, name: str) -> FormMark | None:
    """Read what a form says of itself.

    Args:
        data: the bytes of a file, of any kind.
        name: the name of the file; what it holds is told by the bytes alone.

    Returns:
        None where the bytes are no workbook, or a workbook that is none of our forms.

    Raises:
        UnreadableForm: the hidden sheet of a form is gone or was changed, or the workbook is
            damaged or larger than any form.
        MissingExtra: python-calamine is not installed.
    """
    del name
    grids = _read(data)
    if grids is None:
        return None
    for grid in grids:
        column = [line[0] if line else "" for line in grid.cells]
        if FORM_MARK in column:
            return _read_mark(column, grid)
    if any(list(grid.markers()) for grid in grids):
        raise UnreadableForm(misread("form-mark-lost"))
    return None


def read(data: bytes, asked: Questionnaire, mark: FormMark) -> tuple[Filled, ...]:
    """Read a form back: its data, the cell of each part, and all that was not understood.

    Args:
        data: the bytes of an xlsx or an ods workbook in which `find_mark` found a mark.
        asked: the questions of the mark's rubric, opened with the mark's sheet.
        mark: what the form says of itself.

    Raises:
        UnreadableForm: the workbook is damaged, or larger than any form.
        MissingExtra: python-calamine is not installed.
    """
    speech = Speech(mark.languages)
    plan = make_plan(asked, speech)
    found = find_tables(_read(data) or (), plan)
    return (read_back(found, asked, plan, speech),)


def _read(data: bytes) -> Sequence[Grid] | None:
    try:
        return read_grids(data)
    except RefusedPackage as error:
        raise UnreadableForm(misread("form-unreadable", got=str(error))) from error


def _read_mark(column: list[str], grid: Grid) -> FormMark:
    try:
        return read_mark(column, grid.name)
    except DamagedMark as error:
        raise UnreadableForm(misread("form-mark-damaged", error.cell)) from error
