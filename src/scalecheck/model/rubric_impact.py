"""What a new edition of a rubric does to the projects assessed under the old one."""

from enum import StrEnum
from typing import NamedTuple

from scalecheck.model.diagnostic import Diagnostic
from scalecheck.model.rubric_diff import Edition
from scalecheck.model.text import Text


class Standing(NamedTuple):
    """Where a project stands under one edition: its official and its possible level.

    None stands for "below the first level", or, with `why`, for "not assessable".
    """

    low: str | None
    high: str | None
    why: str | None = None


class Move(StrEnum):
    """What becomes of a project; `possible`: only the level that open answers leave changes."""

    SAME = "same"
    UP = "up"
    DOWN = "down"
    POSSIBLE = "possible"
    INCOMPARABLE = "incomparable"  # the two ladders have no common order, or one gives no level


class ProjectImpact(NamedTuple):
    """One project under both editions.

    `criteria` are those behind the move: what holds it back now, or no longer does. `asked` are
    those of the new edition that it must answer again.
    """

    file: str
    id: str
    title: Text
    before: Standing
    after: Standing
    move: Move
    criteria: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


class Reason(StrEnum):
    """Why a file says nothing: it is counted apart, never as unchanged."""

    UNREADABLE = "unreadable"
    INVALID = "invalid"
    NO_ANSWERS = "no-answers"
    MISFIT = "misfit"


class SetAside(NamedTuple):
    """A file of the portfolio that could not be assessed under both editions."""

    file: str
    reason: Reason
    diagnostics: tuple[Diagnostic, ...] = ()


class Impact(NamedTuple):
    """What a new edition does to a portfolio; `has_table` tells how answers were carried."""

    old: Edition
    new: Edition
    has_table: bool
    projects: tuple[ProjectImpact, ...]
    set_aside: tuple[SetAside, ...]

    def count(self, move: Move) -> int:
        """Count the projects of one kind."""
        return sum(project.move is move for project in self.projects)
