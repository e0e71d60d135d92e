"""What criteria, dimensions and measures come to, and how uneven a profile is."""

from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.facts import Key
from scalecheck.model.form import Form


class Value(NamedTuple):
    """What a node gives: ranks, whole counts or exact numbers; None where it is not computed.

    `why` says why it is not computed: `nothing-applicable`, `no-instance`, `open-list`,
    `blocked`, `all-skipped`, `input-not-computed`. `exact` is False where the two ends are outer
    bounds because too many answers are open to try them all.
    """

    low: int | Fraction | None
    high: int | Fraction | None
    why: str | None = None
    exact: bool = True


class Node(NamedTuple):
    """The result of one criterion, dimension or measure, or of one instance of it.

    `claimed` is the reading of the answers as given; `bounds` the reading with every open answer
    between its worst and its best, where the rubric's policy says otherwise and it differs.
    `ties` are the inputs that attain a minimum or a maximum.
    """

    name: str
    kind: str
    instance: str
    form: Form
    scale: str | None
    value: Value
    claimed: Value
    bounds: Value | None
    inputs: tuple[Key, ...]
    ties: tuple[Key, ...] = ()
    next_share: tuple[Fraction, Fraction] | None = None
    out: bool = False


class Spread(NamedTuple):
    """How uneven a profile is, on one scale: lowest, lower median and highest counted rank."""

    scale: str
    lowest: int
    median: int
    highest: int


class Bottleneck(NamedTuple):
    """The lowest dimensions on one scale: all of them."""

    scale: str
    rank: int
    dimensions: tuple[str, ...]
