"""Pack what one question brings to a plan in one whole number, so that a row is a sum of look-ups.

Whatever reads a single question (or instance, or attribute) is known once its cells are: it is kept
by cell, not computed by row. What several of them bring to a sum, to an "and", to an "or" or to an
extreme is added in one field of bits, wide enough that none runs over into the next. Those fields
come first; above them each question has fields of its own, which are read before the sum.
"""

from collections.abc import Iterable
from typing import NamedTuple

from scalecheck.portfolio.plan.compile import Plan, roots_of
from scalecheck.portfolio.plan.node import Node, Op

_FEWEST = 3  # parts of a sum that are worth a field of the sum
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
        self._alone: dict[int, Node] = {}
        for node in plan.nodes:
            if not is_of_one(node):
                self._pack(node)
        for output in plan.outputs:
            self._keep(roots_of(output))
        ends: dict[int, int] = {}
        for node in self._alone.values():
            self._place(node, ends)

    def _pack(self, node: Node) -> None:
        ones = tuple(arg for arg in node.args if is_of_one(arg))
        others = tuple(arg for arg in node.args if not is_of_one(arg))
        if node.op in (Op.ADD, Op.EVERY, Op.EITHER) and len(ones) >= _FEWEST:
            self._sum(node, ones, others)
        elif node.op in (Op.LEAST, Op.MOST) and _fits_heap(ones):
            self._heap(node, ones, others)
        else:
            self._keep(ones)

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

    def _keep(self, nodes: Iterable[Node]) -> None:
        self._alone.update({node.number: node for node in nodes if is_of_one(node)})

    def _place(self, node: Node, ends: dict[int, int]) -> None:
        """Give an expression its own field, above the sums."""
        width = (node.high - node.low).bit_length()
        start = ends.get(node.home, self.width)
        ends[node.home] = start + width
        field = self.alone[node.number] = Field(start, width)
        self._share(Share(node, field))

    def _share(self, share: Share) -> None:
        self.shares.setdefault(share.node.home, []).append(share)


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
