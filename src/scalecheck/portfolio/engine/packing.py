"""Pack what one question brings to a plan in one whole number, so that a row is a sum of look-ups.

Whatever reads a single question (or instance, or attribute) is known once its cells are: it is kept
by cell, not computed by row. What several of them bring to a sum, to an "and", to an "or" or to an
extreme is added in one field of bits, wide enough that none runs over into the next. Below those,
each question has fields of its own, which are read before the sum: there the sum says nothing.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scalecheck.portfolio.plan.compile import Plan, roots_of
from scalecheck.portfolio.plan.node import Node, Op

_FEWEST = 3  # parts of a sum that are worth a field of the sum
_EXTREMES = (Op.LEAST, Op.MOST)
_WIDEST_HEAP = 48  # values; beyond, each part has a field of its own


class Field(NamedTuple):
    """Some bits of the packed number: where they begin, how many."""

    shift: int
    width: int

    @property
    def mask(self) -> int:
        """These bits, in their place."""
        return ((1 << self.width) - 1) << self.shift


class Share(NamedTuple):
    """What one expression of one bundle adds to a field: its value less the least it can be.

    `negated`: 1 where it is false. `heap`: one in the sub-field of its value, of that width.
    """

    node: Node
    field: Field
    negated: bool = False
    heap: int = 0


class Packing:
    """Where each expression of one bundle goes.

    `sums`: by the number of a sum, an "and", an "or" or an extreme, the field of its parts from
    single bundles, and its other parts. `alone`: by the number of an expression of one bundle that
    something else reads, its own field among those of the bundle.
    """

    def __init__(self, plan: Plan) -> None:
        self.width = 0
        self.shares: dict[int, list[Share]] = {}  # by bundle
        self.sums: dict[int, tuple[Field, tuple[Node, ...], tuple[Node, ...]]] = {}
        self.alone: dict[int, Field] = {}
        read = [node for node in plan.nodes if not is_of_one(node)]
        packed = {node.number for node in read if _is_packed(node)}
        alone = [arg for node in read if node.number not in packed for arg in node.args]
        self._place_alone([*alone, *(root for o in plan.outputs for root in roots_of(o))])
        for node in read:
            if node.number in packed:
                self._pack(node)

    def _place_alone(self, read: Iterable[Node]) -> None:
        """Give what is read by itself its own fields; above them, room for what they add up to."""
        ends: dict[int, int] = {}
        for node in {node.number: node for node in read if is_of_one(node)}.values():
            self._place(node, ends)
        self.width = max(ends.values(), default=0) + len(ends).bit_length()

    def _pack(self, node: Node) -> None:
        ones, others = _ones(node), tuple(arg for arg in node.args if not is_of_one(arg))
        if node.op in _EXTREMES:
            self._heap(node, ones, others)
        else:
            self._sum(node, ones, others)

    def _field(self, width: int) -> Field:
        field = Field(self.width, width)
        self.width += width
        return field

    def _sum(self, node: Node, ones: tuple[Node, ...], others: tuple[Node, ...]) -> None:
        field = self._field(sum(arg.high - arg.low for arg in ones).bit_length())
        self.sums[node.number] = field, ones, others
        for arg in ones:
            self._share(Share(arg, field, negated=node.op is Op.EVERY))

    def _heap(self, node: Node, ones: tuple[Node, ...], others: tuple[Node, ...]) -> None:
        """Count how many are at each value: the lowest or the highest of them is then read."""
        low, high = span_of(ones)
        step = len(ones).bit_length()
        field = self._field(step * (high - low + 1))
        self.sums[node.number] = field, ones, others
        for arg in ones:
            at = Field(field.shift + step * (arg.low - low), field.width)
            self._share(Share(arg, at, heap=step))

    def _place(self, node: Node, ends: dict[int, int]) -> None:
        """Give an expression its own field, among those of its bundle."""
        width = (node.high - node.low).bit_length()
        start = ends.get(node.home, 0)
        ends[node.home] = start + width
        field = self.alone[node.number] = Field(start, width)
        self._share(Share(node, field))

    def _share(self, share: Share) -> None:
        self.shares.setdefault(share.node.home, []).append(share)


def _ones(node: Node) -> tuple[Node, ...]:
    return tuple(arg for arg in node.args if is_of_one(arg))


def _is_packed(node: Node) -> bool:
    """Tell whether what single bundles bring to an expression is added in one field."""
    if node.op in _EXTREMES:
        return _fits_heap(_ones(node))
    return node.op in (Op.ADD, Op.EVERY, Op.EITHER) and len(_ones(node)) >= _FEWEST


def _fits_heap(nodes: tuple[Node, ...]) -> bool:
    if len(nodes) < 2:
        return False
    low, high = span_of(nodes)
    return high - low <= _WIDEST_HEAP


def is_of_one(node: Node) -> bool:
    """Tell whether an expression reads a single bundle."""
    return node.home >= 0


def span_of(nodes: tuple[Node, ...]) -> tuple[int, int]:
    """The least and the most that any of several numbers can be."""
    return min(node.low for node in nodes), max(node.high for node in nodes)
