"""What a node of a rubric gives, as nodes of a graph: a number, or why there is none."""

from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.scale import Scale
from scalecheck.portfolio.plan.node import Node

# Why there is no value, as numbers; 0 where there is one. Their words are those of `scoring`.
COMPUTED, NOTHING, NO_INSTANCE, BLOCKED, SKIPPED, OPEN_LIST = range(6)
INPUT_NOT_COMPUTED, ATTRIBUTE_MISSING, NOTHING_TO_DIVIDE, MISSING_CELL = range(6, 10)
WHYS = (
    "",
    "nothing-applicable",
    "no-instance",
    "blocked",
    "all-skipped",
    "open-list",
    "input-not-computed",
    "attribute-missing",
    "nothing-to-divide",
    "missing-cell",
)
STOPPING = (BLOCKED, INPUT_NOT_COMPUTED, ATTRIBUTE_MISSING)


class Value(NamedTuple):
    """A number over another that is positive, or the reason `why` there is none."""

    number: Node
    over: Node
    why: Node


class Truth(NamedTuple):
    """Whether anything applicable is left of a rule, and, if so, whether it is met."""

    applies: Node
    met: Node


class Input(NamedTuple):
    """One input of a measure.

    `here` tells whether it is there at all, `stop` why nothing more is read from it on (0: it is).
    `other` is its value at the opposite corner; `alike` how many it stands for.
    """

    name: str
    instance: int
    here: Node
    stop: Node
    value: Value
    other: Value
    scale: Scale | None
    is_rank: bool
    weight: Fraction
    alike: Node


class Inputs(NamedTuple):
    """The inputs of a measure; `why` there is none that counts, and which count."""

    found: tuple[Input, ...]
    counted: tuple[Node, ...]
    why: Node
