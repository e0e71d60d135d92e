"""The levels of one edition, as formulas that can be held against those of another."""

from collections.abc import Mapping
from functools import cached_property

from scalecheck.lint.life.align import Side
from scalecheck.lint.life.crowding import Crowds
from scalecheck.model.nodes import nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Requirement, Rule
from scalecheck.scoring.logic.formula import TRUE, Formula, Profile, Rank, every, settled
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.predicate import Predicate
from scalecheck.scoring.logic.rules import RuleReader


class Ladder:
    """The levels of one edition, as formulas on the variables of both."""

    def __init__(self, rubric: Rubric, side: Side, crowds: Crowds) -> None:
        self.rubric, self.side, self.crowds = rubric, side, crowds
        self.logic = Logic(nodes_of(rubric))
        self.logic.alike.crowds = crowds
        self.values = tuple(level.value for level in rubric.levels)

    @cached_property
    def alike(self) -> Mapping[str, Formula]:
        """What each level asks by itself, of profiles that surely exist."""
        return self._read(self.logic.alike)

    @cached_property
    def open(self) -> Mapping[str, Formula]:
        """What each level asks by itself, of more than can exist."""
        return self._read(self.logic.linked)

    def _read(self, reader: RuleReader) -> Mapping[str, Formula]:
        asked = {value: self._rule(value) for value in self.values}
        read = {v: reader.rule(rule) if rule is not None else None for v, rule in asked.items()}
        return {v: TRUE if f is None else self.side.read(f) for v, f in read.items()}

    def _rule(self, value: str) -> Rule | None:
        if self.rubric.headline != "ladder":
            return Requirement({self.rubric.headline: value})
        return self.rubric.levels[self.values.index(value)].requires

    def reach(self, value: str, *, is_sure: bool) -> Formula:
        """What it takes to reach a level: what it asks, and every level under it."""
        formulas = self.alike if is_sure else self.open
        return every(formulas[v] for v in self.values[: self.values.index(value) + 1])

    def box(self, *, is_sure: bool) -> Mapping[str, tuple[Rank, Rank]]:
        """The bounds of all the variables."""
        return self.side.box((self.logic.alike if is_sure else self.logic.linked).box)

    @cached_property
    def sure(self) -> Mapping[bool, Mapping[str, Predicate]]:
        """Each level, read where all exists; what is not followed deemed true, or false."""
        return {
            truth: {v: Predicate(settled(f, truth=truth)) for v, f in self.alike.items()}
            for truth in (False, True)
        }

    def level_of(self, profile: Profile, *, doubt: bool) -> str | None:
        """The level that answers reach; `doubt` is what is made of what is not followed."""
        reached = None
        for value in self.values:
            if not self.sure[doubt][value].holds(profile):
                break
            reached = value
        return reached
