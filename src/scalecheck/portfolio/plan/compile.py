"""From a rubric to a plan: the columns asked for, as whole-number expressions over a row."""

from typing import NamedTuple

from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.plan.columns import Output
from scalecheck.portfolio.plan.node import Node, Part
from scalecheck.portfolio.plan.outputs import Outputs
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.plan.scene import Scene, Shape


class Plan(NamedTuple):
    """A rubric compiled for the rows of one shape: what it reads, and what it gives.

    `parts` are the inputs that the outputs read, each a whole number; `nodes` every expression
    behind them, arguments before what they are arguments of.
    """

    rubric: Rubric
    shape: Shape
    scene: Scene
    outputs: tuple[Output, ...]
    nodes: tuple[Node, ...]
    parts: tuple[tuple[Part, Node], ...]

    @property
    def largest(self) -> int:
        """The largest number that any row can bring about, whatever its sign."""
        return max((max(abs(n.low), abs(n.high)) for n in self.nodes), default=0)


def compile_plan(rubric: Rubric, shape: Shape, groups: tuple[Results, ...]) -> Plan:
    """Compile the columns of some groups.

    Raises:
        TooLarge: the plan would not be small; rows are then assessed one by one.
    """
    scene = Scene(rubric, shape)
    outputs = tuple(Outputs(scene).write(groups))
    nodes = _behind(outputs)
    read = {node.value: node for node in nodes if node.op == "input"}
    parts = tuple((part, read[n]) for part, n in scene.graph.parts.items() if n in read)
    return Plan(rubric, shape, scene, outputs, nodes, parts)


def roots_of(output: Output) -> tuple[Node, ...]:
    """The expressions that a column is made of."""
    return output.there, output.node, output.over, *output.flags


def _behind(outputs: tuple[Output, ...]) -> tuple[Node, ...]:
    found: dict[int, Node] = {}
    waiting = [node for output in outputs for node in roots_of(output)]
    while waiting:
        node = waiting.pop()
        if node.number not in found:
            found[node.number] = node
            waiting.extend(node.args)
    return tuple(found[number] for number in sorted(found))
