"""Read the forms that came back: each file gives the sheets of answers that it holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import load_vocabularies, shelf
from scalecheck.errors import (
    AmbiguousRubric,
    ScalecheckError,
    SourceError,
    UnknownName,
    UnreadableSource,
)
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.channels import CHANNELS, Channel
from scalecheck.forms.filled import Filled, Misread, UnreadableForm
from scalecheck.forms.mark import FormMark
from scalecheck.lint.life.fingerprint import meaning_fingerprint
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity, problem
from scalecheck.model.rubric import Rubric
from scalecheck.source.document import Document, parse
from scalecheck.source.files import read_bytes
from scalecheck.source.grid import Grid
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import examine
from scalecheck.source.shelf import Shelf

_PAGE = (b"<!doctype html", b"<html")
_NO_RUBRIC = (UnknownName, AmbiguousRubric, SourceError)


MOST = 20_000_000  # bytes of a form: a workbook may hold a picture


class Returned(NamedTuple):
    """One sheet that came back: what it holds if it is sound, and all that is wrong with it.

    `place` says where things stand in it; a file that could not be read has none.
    """

    file: str
    sheet: AnswerSheet | None
    rubric: Rubric | None
    place: Document | Grid | None
    diagnostics: tuple[Diagnostic, ...]


class Reader:
    """Reads forms one after the other; rubrics and closed lists are found once."""

    def __init__(self, folders: tuple[Path, ...] = (), rubric: str | None = None) -> None:
        """Prepare to read.

        Raises:
            UnknownName, AmbiguousRubric, SourceError: the rubric that was named cannot be had.
        """
        self.shelf: Shelf = shelf(folders)
        self.asked = rubric
        self.vocabularies = load_vocabularies()
        self.rubrics: dict[str, Rubric] = {}
        if rubric is not None:
            self.rubrics[rubric] = self.shelf.find(rubric).rubric
        self.fingerprints: dict[str, str] = {}

    def read(self, path: Path) -> Iterator[Returned]:
        """Read a file of any channel; most hold one sheet, a table of submissions many."""
        name = str(path)
        try:
            data = read_bytes(path, MOST)
        except UnreadableSource as error:
            yield Returned(name, None, None, None, error.diagnostics)
            return
        try:
            yield from self._read(data, name)
        except UnreadableForm as error:
            yield Returned(name, None, None, None, (_diagnose(name, error.misread),))

    def _read(self, data: bytes, name: str) -> Iterator[Returned]:
        for channel in CHANNELS:
            mark = channel.find_mark(data, name)
            if mark is not None:
                yield from self._read_marked(channel, mark, data, name)
                return
        yield self._read_document(data, name)

    def find(self, sheet: AnswerSheet) -> Rubric:
        """Find the rubric of a sheet, by its id or by the one that was named.

        Raises:
            UnknownName: there is none.
            AmbiguousRubric: there are two.
            SourceError: it cannot be read.
        """
        wanted = self.asked or sheet.rubric
        if wanted not in self.rubrics:
            self.rubrics[wanted] = self.shelf.find(wanted).rubric
        return self.rubrics[wanted]

    def misfit(self, sheet: AnswerSheet, rubric: Rubric) -> Problem | None:
        """Tell whether a sheet was made for another rubric, or for another edition of it."""
        if sheet.rubric != rubric.id:
            return problem("form-other-rubric", ("rubric",), name=sheet.rubric, wanted=rubric.id)
        if sheet.fingerprint is None:
            is_same = sheet.rubric_version in (None, rubric.version)
        else:
            is_same = sheet.fingerprint == self.fingerprint(rubric)
        if is_same:
            return None
        told, found = sheet.rubric_version or "", rubric.version
        path = ("rubric_version",)
        return problem("form-other-edition", path, name=rubric.id, version=told, found=found)

    def fingerprint(self, rubric: Rubric) -> str:
        """The fingerprint of what a rubric decides."""
        key = f"{rubric.id} {rubric.version}"
        if key not in self.fingerprints:
            self.fingerprints[key] = meaning_fingerprint(rubric)
        return self.fingerprints[key]

    def _read_marked(
        self, channel: Channel, mark: FormMark, data: bytes, name: str
    ) -> Iterator[Returned]:
        try:
            rubric = self.find(mark.sheet)
        except _NO_RUBRIC as error:
            yield _without_rubric(name, mark.sheet, None, error)
            return
        misfit = self.misfit(mark.sheet, rubric)
        if misfit is not None:
            yield _refuse(name, misfit)
            return
        asked = make_questionnaire(rubric, mark.sheet, self.vocabularies)
        for filled in channel.read(data, asked, mark):
            yield self._examine(_grid(name, filled), rubric)

    def _read_document(self, data: bytes, name: str) -> Returned:
        if b"scalecheck/answers@1" not in data:
            return _refuse(name, problem("form-not-ours", ()))
        if data.lstrip().lower().startswith(_PAGE):
            return _refuse(name, problem("form-page-not-answers", ()))
        document = parse(data, name)
        found = self._examine(document, None)
        if found.sheet is None:
            return found
        try:
            rubric = self.find(found.sheet)
        except _NO_RUBRIC as error:
            return _without_rubric(name, found.sheet, document, error)
        misfit = self.misfit(found.sheet, rubric)
        if misfit is not None:
            return _refuse_at(document, misfit)
        return found._replace(rubric=rubric)

    def _examine(self, place: Document | Grid, rubric: Rubric | None) -> Returned:
        sheet, diagnostics = examine(place, kind_named("answers"))
        return Returned(place.name, None if diagnostics else sheet, rubric, place, diagnostics)


def _grid(name: str, filled: Filled) -> Grid:
    misread = tuple(_diagnose(name, one) for one in filled.misread)
    return Grid(name, filled.data, filled.cells, misread)


def _diagnose(name: str, misread: Misread) -> Diagnostic:
    return Diagnostic(
        misread.code, Severity.ERROR, name, (), None, misread.facts, cell=misread.cell
    )


def _without_rubric(
    name: str, sheet: AnswerSheet, place: Document | None, error: ScalecheckError
) -> Returned:
    """Refuse a sheet whose rubric cannot be had: what is wrong with the rubric comes with it."""
    told = problem("form-no-rubric", ("rubric",), name=sheet.rubric)
    refused = _refuse(name, told) if place is None else _refuse_at(place, told)
    more = error.diagnostics if isinstance(error, SourceError) else ()
    return refused._replace(diagnostics=(*refused.diagnostics, *more))


def _refuse_at(place: Document, found: Problem) -> Returned:
    return Returned(place.name, None, None, place, (place.diagnose(found),))


def _refuse(file: str, found: Problem) -> Returned:
    diagnosis = Diagnostic(found.code, Severity.ERROR, file, found.path, None, found.facts)
    return Returned(file, None, None, None, (diagnosis,))
