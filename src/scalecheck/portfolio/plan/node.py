"""Whole-number expressions: made once, bounded, without any text.

A graph keeps one node for each thing that is said, so what two results share is computed once.
Truths are nodes too. Every node knows the least and the most it can be, whatever the row.
"""

from enum import StrEnum
from typing import NamedTuple

NOWHERE, MANY = -1, -2  # a node that reads no bundle of inputs, or more than one


class Op(StrEnum):
    """What a node does with its arguments; all are whole numbers or truths."""

    CONST = "const"
    INPUT = "input"
    ADD = "add"
    MUL = "mul"
    FLOOR = "floor"
    POWER = "power"
    LEAST = "least"
    MOST = "most"
    CHOOSE = "choose"
    WHOLE = "whole"
    REACHES = "reaches"
    SAME = "same"
    EVERY = "every"
    EITHER = "either"
    NOT = "not"


class Bundle(NamedTuple):
    """What is read together of a row: a question, an instance, an attribute, or the row.

    `name` is a criterion, a group, an attribute or nothing; `instance` counts from 1, 0 for none.
    `group` is that of a question asked of an instance.
    """

    kind: str
    name: str = ""
    instance: int = 0
    group: str = ""

    @property
    def whole(self) -> "Bundle":
        """The bundle that this one is a part of: a question of an instance, of that instance."""
        return Bundle("instance", self.group, self.instance) if self.group else self


class Part(NamedTuple):
    """One whole number of a bundle."""

    bundle: Bundle
    name: str


class Node:
    """One expression.

    `home` is the bundle that it reads, where it reads a single one; every row gives the same where
    it `is_const`.
    """

    __slots__ = ("args", "high", "home", "is_const", "is_truth", "low", "number", "op", "value")

    def __init__(self, op: Op, args: "tuple[Node, ...]", value: int, span: tuple[int, int]) -> None:
        self.op, self.args, self.value = op, args, value
        self.low, self.high = span
        self.is_const = op is Op.CONST
        self.is_truth = False
        self.number = 0
        self.home = _home(args)


def _home(args: tuple[Node, ...]) -> int:
    homes = {arg.home for arg in args} - {NOWHERE}
    return MANY if len(homes) > 1 else next(iter(homes), NOWHERE)


class TooLarge(Exception):  # noqa: N818
    """A plan that would not be small: the row is then assessed by the engine of one project."""


MOST_NODES = 60_000


class Table:
    """The nodes of one plan, and its inputs."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.bundles: dict[Bundle, int] = {}
        self.parts: dict[Part, int] = {}
        self._made: dict[tuple[object, ...], Node] = {}

    def keep(
        self, op: Op, args: tuple[Node, ...], value: int, span: tuple[int, int], truth: bool
    ) -> Node:
        """Give the node of an expression, the one there is or a new one."""
        key = (op, value, truth, args)
        found = self._made.get(key)
        if found is None:
            if len(self.nodes) >= MOST_NODES:
                raise TooLarge
            found = Node(op, args, value, span)
            found.is_truth, found.number = truth, len(self.nodes)
            self.nodes.append(found)
            self._made[key] = found
        return found

    def input(self, part: Part, low: int, high: int, *, truth: bool = False) -> Node:
        """Give the node of an input; one that can be only one thing is no input."""
        if low == high:
            return self.keep(Op.CONST, (), low, (low, low), truth)
        number = self.parts.setdefault(part, len(self.parts))
        node = self.keep(Op.INPUT, (), number, (low, high), truth)
        node.home = self.bundles.setdefault(part.bundle.whole, len(self.bundles))
        return node
