"""What a plan reads of a row: questions, instances, attributes and context, as inputs of a graph.

A shape says what is the same in every row that a plan is for; the rest is an input. The engine of
rows makes a plan for each shape it meets, the engine of tables one for all rows.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import AllOf, AnyOf, Condition, InGroup, Rule
from scalecheck.portfolio.plan.graph import Graph
from scalecheck.portfolio.plan.node import Bundle, Node, Part

UNLISTED = -1  # stands for the instances of a group without a list
ROW = Bundle("row")


class Room(NamedTuple):
    """What is known of the instances of a group.

    `instances` is how many there is room for. `listed` tells whether there is a list, and `full`
    whether all of them are there (None: each row says). `alike`: one may stand for several.
    """

    instances: int = 0
    listed: bool | None = None
    full: bool | None = None
    alike: bool = True


class Shape(NamedTuple):
    """What is the same in every row: None where each row says.

    `track` is read only where `out` is known: None is then no track.
    """

    rooms: Mapping[str, Room]
    out: frozenset[str] | None = None
    ceiling: int | None = None
    track: str | None = None


class Question(NamedTuple):
    """One question of a row, as nodes.

    The four ends hold what is stated; an open question goes from its worst rank to its best, and
    one that does not apply stays at 0. `status`: 0 answered, 1 unknown, 2 not assessed, 3 not
    applicable.
    """

    status: Node
    ends: Mapping[tuple[bool, bool], Node]  # by (claimed, high)
    reason: Node
    top: int


ANSWERED, UNKNOWN, NOT_ASSESSED, NOT_APPLICABLE = range(4)


def part_of_end(*, claimed: bool, high: bool) -> str:
    """The name of the input that holds an end of an answer."""
    return f"{'claimed' if claimed else 'counted'}-{'high' if high else 'low'}"


class Scene:
    """The inputs of one plan."""

    def __init__(self, rubric: Rubric, shape: Shape) -> None:
        self.rubric, self.shape = rubric, shape
        self.nodes: Nodes = nodes_of(rubric)
        self.graph = Graph()
        self._questions: dict[tuple[str, int], Question] = {}
        self.kept: Mapping[str, tuple[Condition, ...]] = _conditions(self.nodes)

    def numbers(self, group: str) -> range:
        """The numbers of the instances that a group has room for."""
        return range(1, self.shape.rooms[group].instances + 1)

    def question(self, criterion: str, instance: int) -> Question:
        """Give the question that a criterion asks, of an instance where there are instances."""
        key = criterion, instance
        if key not in self._questions:
            self._questions[key] = self._question(criterion, instance)
        return self._questions[key]

    def _question(self, criterion: str, instance: int) -> Question:
        graph = self.graph
        found = self.nodes.criteria[criterion]
        top = self.nodes.scales[found.scale].top
        corners = [(claimed, high) for claimed in (False, True) for high in (False, True)]
        if instance == UNLISTED:
            ends = {corner: graph.const(top if corner[1] else 0) for corner in corners}
            return Question(graph.const(NOT_ASSESSED), ends, graph.false, top)
        owner = self.nodes.group_of.get(criterion)
        bundle = Bundle("question", criterion, instance, owner.id if owner else "")
        worst = NOT_ASSESSED if found.not_applicable == "refused" else NOT_APPLICABLE
        status = graph.input(Part(bundle, "status"), ANSWERED, worst)
        ends = {
            (claimed, high): graph.input(
                Part(bundle, part_of_end(claimed=claimed, high=high)), 0, top
            )
            for claimed, high in corners
        }
        return Question(status, ends, graph.input(Part(bundle, "reason"), 0, 1, truth=True), top)

    def out(self, criterion: str) -> Node:
        """Tell whether a criterion is out by rule."""
        if self.shape.out is not None:
            return self.graph.truth(criterion in self.shape.out)
        if criterion not in self.may_be_out:
            return self.graph.false
        return self.graph.input(Part(ROW, f"out:{criterion}"), 0, 1, truth=True)

    @cached_property
    def may_be_out(self) -> frozenset[str]:
        """The criteria that a condition, a track or a strategy may leave out."""
        return find_what_may_be_out(self.rubric)

    @cached_property
    def ceiling(self) -> Node:
        """The position of the last level that counts."""
        if self.shape.ceiling is not None:
            return self.graph.const(self.shape.ceiling)
        ceilings = find_ceilings(self.rubric)
        return self.graph.input(Part(ROW, "ceiling"), min(ceilings), max(ceilings))

    def is_on(self, track: str) -> Node:
        """Tell whether a project is on a track."""
        if self.shape.out is not None:
            return self.graph.truth(self.shape.track == track)
        return self.graph.input(Part(ROW, f"track:{track}"), 0, 1, truth=True)

    def listed(self, group: str) -> Node:
        """Tell whether a list of instances is given."""
        known = self.shape.rooms[group].listed
        if known is not None:
            return self.graph.truth(known)
        return self.graph.input(Part(Bundle("group", group), "listed"), 0, 1, truth=True)

    def here(self, group: str, instance: int) -> Node:
        """Tell whether there is such an instance."""
        if self.shape.rooms[group].full:
            return self.graph.true
        part = Part(Bundle("instance", group, instance), "here")
        return self.graph.input(part, 0, 1, truth=True)

    def alike(self, group: str, instance: int) -> Node:
        """How many an instance stands for; 1 where it is none."""
        if instance == UNLISTED or not self.shape.rooms[group].alike:
            return self.graph.const(1)
        return self.graph.input(Part(Bundle("instance", group, instance), "alike"), 1, 10_000)

    def keeps(self, group: str, instance: int, where: Condition) -> Node:
        """Tell whether a condition keeps an instance."""
        if not where:
            return self.graph.true
        part = f"kept:{self.kept[group].index(where)}"
        return self.graph.input(Part(Bundle("instance", group, instance), part), 0, 1, truth=True)

    def attribute(self, name: str, *, high: bool) -> Node:
        """The rank of an attribute with a scale; its worst or its best where it is not given."""
        scale = self.nodes.scales[self.nodes.attributes[name].scale or ""]
        part = Part(Bundle("attribute", name), "high" if high else "low")
        return self.graph.input(part, 0, scale.top)

    def position(self, name: str) -> tuple[Node, Node]:
        """Whether an attribute without a scale is given, and its place among its values."""
        bundle = Bundle("attribute", name)
        given = self.graph.input(Part(bundle, "given"), 0, 1, truth=True)
        most = len(self.nodes.attributes[name].values) - 1
        return given, self.graph.input(Part(bundle, "position"), 0, most)


def find_what_may_be_out(rubric: Rubric) -> frozenset[str]:
    """Find the criteria that a condition, a track or a strategy may leave out."""
    asked_if = [c.id for c in rubric.criteria if c.applies_when]
    on_tracks = (name for track in rubric.tracks for name in track.waives)
    by_strategies = (name for strategy in rubric.strategies for name in strategy.waives)
    return frozenset((*asked_if, *on_tracks, *by_strategies))


def find_ceilings(rubric: Rubric) -> tuple[int, ...]:
    """Find the positions at which a ladder may end; -1 where there is no level."""
    values = [level.value for level in rubric.levels]
    stated = (values.index(t.ceiling) for t in rubric.tracks if t.ceiling is not None)
    return tuple(sorted({len(values) - 1, *stated}))


def _conditions(nodes: Nodes) -> dict[str, tuple[Condition, ...]]:
    """Every condition on the instances of a group, in rules and in measures; each once."""
    found: dict[str, list[Condition]] = {group: [] for group in nodes.groups}
    for group, where in _every_condition(nodes):
        if where and where not in found[group]:
            found[group].append(where)
    return {group: tuple(conditions) for group, conditions in found.items()}


def _every_condition(nodes: Nodes) -> "list[tuple[str, Condition]]":
    rubric = nodes.rubric
    rules: list[Rule] = [v.requires for v in rubric.levels if v.requires is not None]
    rules += [rule for c in rubric.criteria for rule in (c.computed or {}).values()]
    rules += [m.unless for m in rubric.measures if m.op == "cap"]
    found = [pair for rule in rules for pair in _in_rule(rule)]
    everywhere = [(g, m.where) for m in rubric.measures for g in nodes.groups]
    return found + everywhere


def _in_rule(rule: Rule) -> "list[tuple[str, Condition]]":
    match rule:
        case AllOf():
            return [pair for part in rule.all_of for pair in _in_rule(part)]
        case AnyOf():
            return [pair for part in rule.any_of for pair in _in_rule(part)]
        case InGroup():
            return [(rule.group, rule.where), *_in_rule(rule.meet)]
        case _:
            return []
