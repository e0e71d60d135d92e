"""The kinds of columns that a plan gives, and the level that many of them speak of."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from scalecheck.portfolio.plan.headline import Headline, Position
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.ratios import Ratio, Ratios
from scalecheck.portfolio.plan.scene import Scene
from scalecheck.portfolio.plan.values import COMPUTED, WHYS


class Kind(StrEnum):
    """What a column holds."""

    WHOLE = "whole"
    NUMBER = "number"
    NAME = "name"
    NAMES = "names"


class Output(NamedTuple):
    """One column: `there` tells whether a row has a value, `node` gives it.

    A number is `node` over `over`, divided once, at the end. A name is the one at position `node`
    of `words`. Names are those of `words` whose flag is true, joined.
    """

    name: str
    kind: Kind
    there: Node
    node: Node
    over: Node
    words: tuple[str, ...] = ()
    flags: tuple[Node, ...] = ()


class Columns:
    """What the columns of one scene are made of."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.graph, self.rubric = scene, scene.graph, scene.rubric
        self.headline = Headline(scene)
        self.ratios = Ratios(scene.graph)
        self.one = self.graph.const(1)
        self._positions: dict[str, Position] = {}

    def whole(self, name: str, there: Node, node: Node) -> Output:
        """A column of whole numbers."""
        return Output(name, Kind.WHOLE, there, node, self.one)

    def number(self, name: str, there: Node, ratio: Ratio) -> Output:
        """A column of figures; of whole numbers where they are."""
        if ratio.over.is_const and ratio.over.value == 1:
            return self.whole(name, there, ratio.number)
        return Output(name, Kind.NUMBER, there, ratio.number, ratio.over)

    def name(self, name: str, there: Node, node: Node, words: tuple[str, ...]) -> Output:
        """A column of names."""
        return Output(name, Kind.NAME, there, node, self.one, words)

    def names(self, name: str, there: Node, flags: Mapping[str, Node]) -> Output:
        """A column of names joined; those that are never there are left out."""
        kept = {word: flag for word, flag in flags.items() if flag is not self.graph.false}
        return Output(
            name, Kind.NAMES, there, self.one, self.one, tuple(kept), tuple(kept.values())
        )

    def position(self, corner: str) -> Position:
        """The level at one of the four corners, or why there is none."""
        if corner not in self._positions:
            self._positions[corner] = self._position(corner)
        return self._positions[corner]

    def _position(self, corner: str) -> Position:
        graph = self.graph
        if self.rubric.headline == "none":
            return Position(graph.const(-1), graph.const(len(WHYS)))
        found = self.headline.position(getattr(self.headline.declared, corner))
        little = graph.const(len(WHYS) + 1)
        return found._replace(why=graph.choose(self.headline.assessable(), found.why, little))

    def reached(self, corner: str) -> tuple[Node, Node]:
        """Whether a corner has a level at all, and its position."""
        position, graph = self.position(corner), self.graph
        some = graph.reaches(position.at, graph.const(0))
        return graph.every((graph.same(position.why, COMPUTED), some)), position.at

    def value(self, name: str, there: Node, at: Node) -> Output:
        """A column of the values of levels."""
        values = tuple(level.value for level in self.rubric.levels)
        if values and all(value.isascii() and value.isdecimal() for value in values):
            index = self.graph.most((at, self.graph.const(0)))
            return self.whole(name, there, self.graph.table(index, map(int, values)))
        return self.name(name, there, at, values)
