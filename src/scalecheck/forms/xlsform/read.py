"""Submissions read back from an export: one sheet of answers each."""

from collections.abc import Mapping

from scalecheck.forms.filled import Filled, Misread, misread
from scalecheck.forms.mark import FormMark
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.forms.xlsform.compose import Composer
from scalecheck.forms.xlsform.exports import read_export
from scalecheck.forms.xlsform.headers import Headers
from scalecheck.forms.xlsform.layout import lay_out
from scalecheck.forms.xlsform.lines import Export, Line
from scalecheck.forms.xlsform.marking import plain_mark, read_mark
from scalecheck.forms.xlsform.names import (
    FINGERPRINT,
    FORM,
    LANGUAGE,
    MARKS,
    NEW,
    OWNER,
    RUBRIC,
    VERSION,
)
from scalecheck.forms.xlsform.taken import Taken

_MARKS = (FORM, RUBRIC, VERSION, FINGERPRINT, OWNER, LANGUAGE)


def find_mark(data: bytes, name: str) -> FormMark | None:
    """Find what an export says of its form; None where it is not an export of ours.

    Args:
        data: a CSV, a zip of several, a workbook or JSON.
        name: that of the file; it decides nothing.

    Raises:
        MissingExtra: it is a workbook, and python-calamine is not installed.
    """
    try:
        export = read_export(data)
    except ValueError:
        return None
    marks = (_mark_of(line)[0] for line in export.lines)
    return next((mark for mark in marks if mark is not None), None)


def read(data: bytes, asked: Questionnaire, mark: FormMark) -> tuple[Filled, ...]:
    """Read every submission of an export.

    Args:
        data: as given to `find_mark`.
        asked: the questions of the form, made from the sheet of the mark.
        mark: what the form says of itself.

    Returns:
        One sheet of answers a submission, in the order of the file.

    Raises:
        ValueError: it is no export; `find_mark` says so first.
        MissingExtra: it is a workbook, and python-calamine is not installed.
    """
    reader = _Reader(asked, mark)
    export = read_export(data)
    found = [reader.read(line) for line in export.lines]
    lost = tuple(_lost(export))
    if found and lost:
        found[0] = found[0]._replace(misread=(*found[0].misread, *lost))
    return tuple(found)


def _lost(export: Export) -> list[Misread]:
    """Note the repetitions that belong to no submission of the file."""
    return [misread("form-row-unknown", line.where, name=line.where) for line in export.lost]


def _mark_of(line: Line) -> tuple[FormMark | None, str]:
    """Find the mark of a line, and what is wrong with it."""
    cells = _mark_cells(line)
    try:
        found = read_mark(cells)
    except ValueError:
        return _plain(cells), "form-mark-damaged"
    return (found, "") if found else (_plain(cells), "form-mark-damaged")


def _plain(cells: Mapping[str, str]) -> FormMark | None:
    try:
        return plain_mark(cells)
    except ValueError:
        return None


def _mark_cells(line: Line) -> dict[str, str]:
    """The fields of the mark, wherever the names of groups were put before theirs."""
    found: dict[str, str] = {}
    for header, text in line.cells:
        place = header.rfind("scalecheck_")
        name = header[place:] if place >= 0 else ""
        if name in _MARKS or name.removeprefix(MARKS).isdecimal():
            found.setdefault(name, text)
    return found


class _Reader:
    """Reads the lines of one file; most have the mark of the first, and share its headers."""

    def __init__(self, asked: Questionnaire, mark: FormMark) -> None:
        self.asked, self.mark = asked, mark
        self._known: list[tuple[FormMark, Questionnaire, Headers]] = []
        self._marks: dict[tuple[tuple[str, str], ...], tuple[FormMark | None, str]] = {}

    def read(self, line: Line) -> Filled:
        """Read one submission, by what its own form opened with."""
        mark, wrong = self._mark(line)
        notes: list[Misread] = []
        if mark is None:
            notes.append(misread("form-mark-lost", line.where))
        elif wrong:
            notes.append(misread(wrong, line.where))
        elif not self._is_same(mark):
            notes.append(misread("form-mark-other", line.where, name=mark.sheet.rubric))
            mark = self.mark
        asked, headers = self._asked(mark or self.mark)
        taken = Taken(headers, line)
        notes += _missing(taken)
        filled = Composer(asked, (mark or self.mark).languages[0], taken).compose()
        return filled._replace(misread=(*notes, *filled.misread))

    def _mark(self, line: Line) -> tuple[FormMark | None, str]:
        key = tuple(sorted(_mark_cells(line).items()))
        if key not in self._marks:
            self._marks[key] = _mark_of(line)
        return self._marks[key]

    def _is_same(self, mark: FormMark) -> bool:
        one, other = mark.sheet, self.mark.sheet
        return (one.rubric, one.fingerprint) == (other.rubric, other.fingerprint)

    def _asked(self, mark: FormMark) -> tuple[Questionnaire, Headers]:
        for known, asked, headers in self._known:
            if known == mark:
                return asked, headers
        asked = self.asked if mark == self.mark else _opened(self.asked, mark)
        self._known.append((mark, asked, Headers(lay_out(asked, mark.languages))))
        return self._known[-1][1:]


def _opened(asked: Questionnaire, mark: FormMark) -> Questionnaire:
    """Ask the same of another form of the same rubric: its instances, what it opened with."""
    sheet = mark.sheet
    groups = tuple(
        group._replace(
            instances=(sheet.settings if group.of_settings else sheet.groups.get(group.id)) or ()
        )
        for group in asked.groups
    )
    return asked._replace(sheet=sheet, groups=groups)


def _missing(taken: Taken) -> list[Misread]:
    """Note the columns that the form has and the table has not; other shapes leave blanks out."""
    if not taken.line.is_table:
        return []
    asked = [
        row.name
        for row in taken.headers.fields.values()
        if row.type != "calculate" and f"{NEW}__" not in row.name
    ]
    gone = (name for name in asked if not taken.holds(name))
    return [misread("form-column-missing", taken.line.where, header=name) for name in gone]
