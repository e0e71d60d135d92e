"""Bring a project file to a new edition of its rubric: its history gains an assessment."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import OpenProject, load_vocabularies, open_project, shelf
from scalecheck.errors import InvalidDocument, UnknownName
from scalecheck.lint.life.convert import Converted, Editions, Fate
from scalecheck.lint.life.editions import edition_names, is_edition
from scalecheck.lint.life.snapshots import find_snapshot, only
from scalecheck.lint.life.upgrade import Move, upgrade_text
from scalecheck.lint.life.ways import ways_of
from scalecheck.model.base import is_day
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_upgrade import find_upgrade_misfits
from scalecheck.model.diagnostic import Diagnostic, Problem, problem
from scalecheck.model.language import Language
from scalecheck.model.nodes import nodes_of
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.upgrade import RubricEdition, Upgrade
from scalecheck.source.append import CannotAppendError
from scalecheck.source.document import Document, parse
from scalecheck.source.files import read_bytes
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build, load
from scalecheck.source.shelf import Shelf


class UpgradedProject(NamedTuple):
    """A project file with an assessment added at its end, and what became of each question.

    `misfits` is what else in the file the new edition does not know: a track, an attribute.
    """

    text: str
    date: str
    table: Upgrade
    questions: tuple[Converted, ...]
    misfits: tuple[Diagnostic, ...]


def upgrade_project(
    path: str | Path,
    table: str | Path,
    *,
    as_of: str | None = None,
    folders: Sequence[str | Path] = (),
) -> UpgradedProject:
    """Bring a project to a new edition of its rubric: an assessment is added, none is changed.

    Args:
        path: the project file; it is read, never written.
        table: the upgrade table.
        as_of: the date of the new assessment; by default that of the answers it comes from.
        folders: where rubrics are looked for first; then beside the table.

    Raises:
        SourceError: a file cannot be read or is not valid, the table does not fit its rubrics, or
            the project has no answers to the older edition, or already some to the newer one.
        UnknownName: not a date.
    """
    opened = open_project(path)
    loaded = load(Path(table), kind_named("upgrade"))
    upgrade: Upgrade = loaded.value
    place = shelf((*folders, Path(table).parent))
    old = _find_edition(upgrade.from_, "from", loaded.document, place)
    new = _find_edition(upgrade.to, "to", loaded.document, place)
    editions = read_ways(upgrade, loaded.document, old, new)
    snapshot = _snapshot(opened, upgrade)
    date = snapshot.date if as_of is None else _date(opened, snapshot, as_of)
    move = Move(snapshot, date, upgrade.title)
    try:
        text, questions = upgrade_text(opened.document, opened.project, editions, move)
    except CannotAppendError as error:
        found = problem("cannot-append", ("assessments",), at_key=True)
        raise InvalidDocument([opened.document.diagnose(found)]) from error
    misfits = _find_misfits(opened, text, new)
    return UpgradedProject(_mark(path) + text, date, upgrade, questions, misfits)


def _mark(path: str | Path) -> str:
    """The byte-order mark of a file, where it has one: it is kept."""
    return "\ufeff" if read_bytes(Path(path)).startswith(BOM_UTF8) else ""


def _find_misfits(opened: OpenProject, text: str, new: Rubric) -> tuple[Diagnostic, ...]:
    """Hold the new assessment, and what stands above all of them, against the new edition."""
    document = parse(text.encode(), opened.file)
    project: Project = build(document, kind_named("project")).value
    last = len(project.assessments) - 1
    found = find_misfits(new, only(project, project.assessments[last]), load_vocabularies())
    return tuple(document.diagnose(_move(one, last)) for one in found)


def _move(found: Problem, position: int) -> Problem:
    is_inside = found.path[:1] == ("assessments",)
    return found._replace(path=("assessments", position, *found.path[2:])) if is_inside else found


def _find_edition(edition: RubricEdition, side: str, table: Document, place: Shelf) -> Rubric:
    for name in edition_names(edition, Path(table.name).parent):
        try:
            rubric = place.find(name).rubric
        except UnknownName:
            continue
        if is_edition(rubric, edition):
            return rubric
    name, version = edition.rubric, edition.version
    found = problem("upgrade-edition-not-found", (side,), at_key=True, name=name, version=version)
    raise InvalidDocument([table.diagnose(found)])


def read_ways(upgrade: Upgrade, table: Document, old: Rubric, new: Rubric) -> Editions:
    """Put two editions together with the ways that a table states.

    Raises:
        InvalidDocument: the table does not fit them.
    """
    misfits = find_upgrade_misfits(upgrade, old, new)
    if misfits:
        raise InvalidDocument([table.diagnose(found) for found in misfits])
    before, after = nodes_of(old), nodes_of(new)
    return Editions(before, after, ways_of(upgrade, before, after))


def _snapshot(opened: OpenProject, upgrade: Upgrade) -> Snapshot:
    """The answers to start from; refuse a project without any, or that was upgraded already."""
    before, after = upgrade.from_, upgrade.to
    for position, snapshot in enumerate(opened.project.assessments):
        if (snapshot.rubric, snapshot.rubric_version) == (after.rubric, after.version):
            path = ("assessments", position, "rubric_version")
            name, version = after.rubric, after.version
            found = problem("upgrade-already-made", path, name=name, version=version)
            raise InvalidDocument([opened.document.diagnose(found)])
    chosen = find_snapshot(opened.project, before.rubric, before.version)
    if chosen is None:
        name, version = before.rubric, before.version
        found = problem("upgrade-no-answers", ("assessments",), name=name, version=version)
        raise InvalidDocument([opened.document.diagnose(found._replace(at_key=True))])
    return chosen


def _date(opened: OpenProject, snapshot: Snapshot, as_of: str) -> str:
    """Read the date given to the new assessment: not before that of the answers it comes from."""
    if not is_day(as_of):
        raise UnknownName("date", as_of, ())
    if as_of < snapshot.date:
        found = problem(
            "upgrade-too-early", ("assessments",), at_key=True, date=as_of, first=snapshot.date
        )
        raise InvalidDocument([opened.document.diagnose(found)])
    return as_of


def describe_upgrade(upgraded: UpgradedProject, *, language: Language | str = Language.FR) -> str:
    """Say how many answers were kept, converted or left out, and what to ask again, with why."""
    from scalecheck.report.life.upgrade_words import UpgradeSummary, render_upgrade

    def count(fate: Fate) -> int:
        return sum(question.fate is fate for question in upgraded.questions)

    asked = (q.criterion for q in upgraded.questions if q.fate is Fate.ASKED)
    reasons = {name: upgraded.table.ask.get(name) for name in asked}
    edition = f"{upgraded.table.to.rubric} {upgraded.table.to.version}"
    counts = (count(Fate.KEPT), count(Fate.MAPPED), count(Fate.OPEN))
    summary = UpgradeSummary(upgraded.date, edition, *counts, reasons)
    return render_upgrade(summary, Language(language))
