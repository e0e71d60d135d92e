"""Bring answers into project files: an assessment is appended, or a project is created."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from scalecheck.api.growing import grow_home
from scalecheck.api.homes import Homes, open_home
from scalecheck.api.loading import slug
from scalecheck.api.places import Mover, on_the_day
from scalecheck.api.returned import Reader, Returned
from scalecheck.errors import CannotWrite, InvalidDocument, SourceError, WouldOverwrite
from scalecheck.model.answer_sheet import AnswerSheet, cited_in
from scalecheck.model.base import Plain
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_project import find_project_problems
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity, problem
from scalecheck.model.join_sheet import Joined, find_earlier, join_sheet, new_project
from scalecheck.model.plain_data import plain_data
from scalecheck.model.project import Project
from scalecheck.source.block import write_document
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

_LONGEST_ID = 80


class Fate(StrEnum):
    """What became of a sheet of answers."""

    ADDED = "added"
    CREATED = "created"
    REFUSED = "refused"


class Imported(NamedTuple):
    """One sheet that came back, and what became of it.

    `project` is the file that was written, or would have been. `kept` names what the sheet said
    otherwise of the project, and that was left as it was; `unconfirmed` the records of which
    nobody said whether they still hold; `renamed` the new records whose name was taken; `joined`
    the settings and members that are new to the file, and that its earlier assessments count too.
    """

    file: str
    fate: Fate
    project: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    kept: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()


def import_forms(
    files: Iterable[str | Path],
    into: str | Path,
    *,
    rubric: str | None = None,
    folders: Sequence[str | Path] = (),
    dry_run: bool = False,
) -> Iterator[Imported]:
    """Bring returned forms of any kind into the projects of a folder, one after the other.

    A form about a project of the folder adds an assessment at its end; a form about another one
    creates its file. Each file is written whole or not at all; a form that is refused changes
    nothing.

    Args:
        files: what came back: .xlsx, .ods, .json, .csv, .md, .yaml, in any mix.
        into: the folder of the project files, and of those below it.
        rubric: the id or the path of the rubric, where it is not the one that a form names.
        folders: where rubrics are looked for first.
        dry_run: say what would become of each form, and write nothing.

    Yields:
        What became of each sheet, in the order of the files; added, created and refused sheets
        together are all that were given.
    """
    reader = Reader(tuple(Path(one) for one in folders), rubric)
    collector = _Collector(reader, Path(into), dry_run)
    for file in files:
        for returned in reader.read(Path(file)):
            yield collector.take(returned)


def append_sheet(path: str | Path, sheet: AnswerSheet) -> str:
    """Write a project file with the answers of a sheet at its end; nothing is saved.

    Args:
        path: the project file; where there is none, the text of a new one is given.
        sheet: it states its date, and fits its rubric.

    Raises:
        SourceError: the file cannot be read, or cannot be added to as text (`cannot-append`).
    """
    if not Path(path).exists():
        return create_text(sheet, sheet.project or slug(Path(path).stem))
    home = open_home(Path(path))
    return home.whole(grow_home(home, join_sheet(sheet, home.opened.project))).decode()


def create_text(sheet: AnswerSheet, project_id: str) -> str:
    """Write the file of a project that begins with a sheet."""
    project = new_project(sheet, project_id)
    data = {**plain_data(project, sheet.language), "format": Plain(project.format)}
    return write_document(data)


class _Collector:
    """Takes sheets one after the other, and knows the projects of a folder."""

    def __init__(self, reader: Reader, into: Path, dry_run: bool) -> None:
        self.reader = reader
        self.homes = Homes(into, dry_run=dry_run)
        self.seen: dict[str, str] = {}

    def take(self, returned: Returned) -> Imported:
        """Bring a sheet to its project, or refuse it with everything that is wrong."""
        if returned.sheet is None:
            return Imported(returned.file, Fate.REFUSED, diagnostics=returned.diagnostics)
        try:
            return self._take(returned, returned.sheet)
        except SourceError as error:
            return Imported(returned.file, Fate.REFUSED, diagnostics=error.diagnostics)
        except (CannotWrite, WouldOverwrite) as error:
            cause = error.cause if isinstance(error, CannotWrite) else "exists"
            found = _diagnosis(
                returned, problem("form-not-written", (), name=error.path, cause=cause)
            )
            return Imported(returned.file, Fate.REFUSED, error.path, (found,))

    def _take(self, returned: Returned, sheet: AnswerSheet) -> Imported:
        name = _name_of(sheet)
        refused = self._refuse(returned, sheet, name)
        if refused is not None:
            return Imported(returned.file, Fate.REFUSED, diagnostics=(refused,))
        with self.homes.alone():
            places = self.homes.find(name)
            if places:
                taken = self._add(returned, sheet, places[0])
            else:
                taken = self._create(returned, sheet, name)
        self.seen.setdefault(_voice(sheet, name), returned.file)
        return taken

    def _refuse(self, returned: Returned, sheet: AnswerSheet, name: str) -> Diagnostic | None:
        """Tell what keeps a sheet from any project: no name, no date, two homes, sent twice."""
        if not name:
            return _diagnosis(returned, problem("form-without-project", ("project",)))
        if sheet.date is None:
            return _diagnosis(returned, problem("form-without-date", ("date",)))
        if not sheet.answers:
            return _diagnosis(returned, problem("form-no-answer", ("answers",)))
        places = self.homes.places.get(name, [])
        if len(places) > 1:
            both = ", ".join(map(str, places))
            return _diagnosis(returned, problem("form-two-homes", (), name=name, places=both))
        first = self.seen.get(_voice(sheet, name), returned.file)
        if first != returned.file:
            return _diagnosis(returned, problem("form-sent-twice", ("date",), first=first))
        return None

    def _create(self, returned: Returned, sheet: AnswerSheet, name: str) -> Imported:
        project = new_project(sheet, name)
        self._hold(returned, project, {})
        text = create_text(sheet, name)
        if build(parse(text.encode(), name), kind_named("project")).value != project:
            raise InvalidDocument([_diagnosis(returned, problem("form-paste", (), text=text))])
        return Imported(returned.file, Fate.CREATED, str(self.homes.create(name, text)))

    def _add(self, returned: Returned, sheet: AnswerSheet, path: Path) -> Imported:
        home = self.homes.open(path)
        project = home.opened.project
        if find_earlier(sheet, project) is not None:
            found = problem("form-already-there", ("date",), date=sheet.date, name=str(path))
            raise InvalidDocument([_diagnosis(returned, found)])
        joined = join_sheet(sheet, project)
        self._hold(returned, joined.project, joined.renamed)
        self.homes.replace(path, home, grow_home(home, joined))
        return _added(returned, sheet, path, joined, project)

    def _hold(self, returned: Returned, after: Project, renamed: Mapping[str, str]) -> None:
        """Hold what a sheet brings against its rubric and the closed lists.

        Raises:
            InvalidDocument: every misfit, where it stands on the form.
        """
        if returned.rubric is None or returned.sheet is None:
            return
        alone = on_the_day(after)
        misfits = (
            *find_project_problems(alone),
            *find_misfits(returned.rubric, alone, self.reader.vocabularies),
        )
        mover = Mover(returned.sheet, alone, {new: old for old, new in renamed.items()})
        moved = (mover.move(one) for one in misfits)
        found = [_diagnosis(returned, one) for one in moved if one is not None]
        if found:
            raise InvalidDocument(list(dict.fromkeys(found)))


def _name_of(sheet: AnswerSheet) -> str:
    """The id of the project of a sheet: stated, or made of its title; empty where neither can."""
    if sheet.project is not None or sheet.title is None:
        return sheet.project or ""
    words = sheet.title.said_in(sheet.language)[0]
    if not any(one.isascii() and one.isalnum() for one in normalize("NFKD", words)):
        return ""  # a name for all that have none would bring their answers together
    return slug(words)[:_LONGEST_ID].strip("-")


def _voice(sheet: AnswerSheet, name: str) -> str:
    return repr((name, sheet.date, sheet.kind, sheet.rubric, sheet.assessor))


def _added(
    returned: Returned, sheet: AnswerSheet, path: Path, joined: Joined, before: Project
) -> Imported:
    new = (*joined.settings, *(one for ones in joined.groups.values() for one in ones))
    return Imported(
        returned.file,
        Fate.ADDED,
        str(path),
        kept=joined.kept,
        unconfirmed=tuple(
            name
            for name in cited_in(sheet)
            if name in before.evidence and name not in sheet.still_valid
        ),
        renamed=tuple(joined.renamed.values()),
        joined=tuple(one.id for one in new),
    )


def _diagnosis(returned: Returned, found: Problem) -> Diagnostic:
    if returned.place is not None:
        return returned.place.diagnose(found)
    return Diagnostic(found.code, Severity.ERROR, returned.file, found.path, None, found.facts)
