"""What a node can give at one corner: a value, or the reason why there is none."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.facts import Key
from scalecheck.model.instance import Instance
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale
from scalecheck.scoring.facts import Facts
from scalecheck.scoring.situation import Situation


class NotComputed(NamedTuple):
    """Stands for a value that could not be computed, and says why."""

    why: str


NOTHING_APPLICABLE = NotComputed("nothing-applicable")
NO_INSTANCE = NotComputed("no-instance")
BLOCKED = NotComputed("blocked")
ALL_SKIPPED = NotComputed("all-skipped")
OPEN_LIST = NotComputed("open-list")
INPUT_NOT_COMPUTED = NotComputed("input-not-computed")
ATTRIBUTE_MISSING = NotComputed("attribute-missing")

Computed = int | Fraction
Result = Computed | NotComputed
Fixed = Mapping[Key, int]


class Corner(NamedTuple):
    """Which reading: of counted or claimed answers, at their low or their high end.

    `gate` reads as a rule does: open answers are bounds, or worst where the rubric says so.
    `bounds` reads every open answer as bounds, whatever the policies.
    """

    claimed: bool = False
    high: bool = False
    gate: bool = False
    bounds: bool = False


class Case(NamedTuple):
    """What is assessed, read once: shared by all the corners of one assessment."""

    nodes: Nodes
    situation: Situation
    facts: Facts
    kept: dict[tuple[str, int], tuple[Instance, ...]]  # a memo of what conditions keep


class Input(NamedTuple):
    """One input of a measure: its value at this corner, and at the opposite one.

    `alike` is how many an instance stands for.
    """

    key: Key
    value: Computed
    other: Computed
    scale: Scale | None
    weight: Fraction
    alike: int

    @property
    def score(self) -> Fraction:
        """The number that index operators read."""
        return self.read(self.value)

    def read(self, value: Computed) -> Fraction:
        """Turn a rank into its score; counts and indices are numbers already."""
        if self.scale is not None and isinstance(value, int):
            return self.scale.score_at(value)
        return Fraction(value)


Inputs = Sequence[Input]
