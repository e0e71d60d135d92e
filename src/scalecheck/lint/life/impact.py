"""Assess a portfolio under two editions of a rubric, and tell who changes level, and why."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

from scalecheck.errors import InvalidDocument, SourceError, UnreadableSource
from scalecheck.lint.life.convert import Converted, Editions, Fate, convert, gather
from scalecheck.lint.life.snapshots import find_snapshot, only
from scalecheck.model.assessment import Assessment
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.project import Project
from scalecheck.model.proof import Gap
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import Edition
from scalecheck.model.rubric_impact import (
    Impact,
    Move,
    ProjectImpact,
    Reason,
    SetAside,
    Standing,
)
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.document import Document
from scalecheck.source.files import read_document
from scalecheck.source.kinds import kind_named, kind_of
from scalecheck.source.load import build


def find_impact(
    editions: Editions, files: Iterable[Path], vocabularies: Vocabularies, *, has_table: bool
) -> Impact:
    """Assess every project of a folder under both editions.

    Args:
        editions: both rubrics, and the ways from one to the other.
        files: the documents of the portfolio; those of another kind than projects are left out.
        vocabularies: the closed lists.
        has_table: whether the ways come from an upgrade table, to be told.
    """
    judge = _Judge(editions, vocabularies)
    found = [one for file in files if (one := judge.judge(file)) is not None]
    old, new = (Edition(n.rubric.id, n.rubric.version) for n in editions[:2])
    return Impact(
        old,
        new,
        has_table,
        tuple(one for one in found if isinstance(one, ProjectImpact)),
        tuple(one for one in found if isinstance(one, SetAside)),
    )


class _Judge:
    """Judges one file after the other."""

    def __init__(self, editions: Editions, vocabularies: Vocabularies) -> None:
        self.editions, self.vocabularies = editions, vocabularies
        self.options = Options(vocabularies=vocabularies, steps=False, sensitivity=False)
        self.project_kind = kind_named("project")

    def judge(self, file: Path) -> ProjectImpact | SetAside | None:
        """Judge a file; None for a document that is no project."""
        try:
            document = read_document(file)
            kind = kind_of(document)
            if kind is not None and kind is not self.project_kind:
                return None
            project: Project = build(document, self.project_kind).value
        except UnreadableSource as error:
            return SetAside(str(file), Reason.UNREADABLE, error.diagnostics)
        except (InvalidDocument, SourceError) as error:
            return SetAside(str(file), Reason.INVALID, error.diagnostics)
        return self._judge(file, document, project)

    def _judge(self, file: Path, document: Document, project: Project) -> ProjectImpact | SetAside:
        old = self.editions.old.rubric
        snapshot = find_snapshot(project, old.id, old.version)
        if snapshot is None:
            return SetAside(str(file), Reason.NO_ANSWERS)
        before = only(project, snapshot)
        misfits = find_misfits(old, before, self.vocabularies)
        if misfits:
            told = tuple(document.diagnose(found) for found in misfits)
            return SetAside(str(file), Reason.MISFIT, told)
        converted = convert(self.editions, snapshot.answers)
        after = only(project, self._renew(snapshot, converted))
        return _compare(
            str(file),
            assess(old, before, self.options),
            assess(self.editions.new.rubric, after, self.options),
            converted,
        )

    def _renew(self, snapshot: Snapshot, converted: tuple[Converted, ...]) -> Snapshot:
        rubric = self.editions.new.rubric
        answers = gather(self.editions, converted)
        said = {"rubric": rubric.id, "rubric_version": rubric.version, "answers": answers}
        return snapshot.model_copy(update={**said, "plans": ()})


def _compare(
    file: str, before: Assessment, after: Assessment, converted: tuple[Converted, ...]
) -> ProjectImpact:
    was, would_be = _standing(before), _standing(after)
    move = _move(was, would_be, after.rubric)
    gaps = {Move.DOWN: after.gaps, Move.UP: before.gaps}.get(move, ())
    asked = dict.fromkeys(one.criterion for one in converted if one.fate is Fate.ASKED)
    project = after.project
    return ProjectImpact(
        file, project.id, project.title, was, would_be, move, tuple(_names(gaps)), tuple(asked)
    )


def _names(gaps: tuple[Gap, ...]) -> Iterator[str]:
    yield from dict.fromkeys(gap.name for gap in gaps)


def _standing(found: Assessment) -> Standing:
    headline = found.headline
    low, high = (_name(found.rubric, at) for at in (headline.low, headline.high))
    why = headline.why or "not-computed" if headline.low is None else None
    return Standing(low, high, why)


def _name(rubric: Rubric, position: int | None) -> str | None:
    return None if position is None or position < 0 else rubric.levels[position].value


def _move(before: Standing, after: Standing, new: Rubric) -> Move:
    if before == after:
        return Move.SAME
    ends = [_height(name, new) for name in (before.low, after.low)]
    if before.why or after.why or None in ends:
        return Move.INCOMPARABLE
    was, would_be = (end or Fraction(0) for end in ends)
    if was == would_be:
        return Move.POSSIBLE
    return Move.UP if would_be > was else Move.DOWN


def _height(name: str | None, new: Rubric) -> Fraction | None:
    """Where a level stands on the new ladder; None for one that it does not have."""
    if name is None:
        return Fraction(-1)
    if name.isdecimal():
        return Fraction(name)
    values = [level.value for level in new.levels]
    return Fraction(values.index(name)) if name in values else None
