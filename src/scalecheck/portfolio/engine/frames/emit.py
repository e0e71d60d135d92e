"""Write the nodes of a plan as expressions, step by step: what is read twice is named once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

import narwhals as nw

from scalecheck.portfolio.engine.frames.dialect import Dialect, Expr, Kind, smallest
from scalecheck.portfolio.plan.compile import Plan, roots_of
from scalecheck.portfolio.plan.node import Node, Op

Lazy = Any  # a lazy dataframe, in the dialect of the expressions
_DEEPEST = 10


class Emitter:
    """Gives the expressions of one plan.

    Args:
        plan: what is computed.
        inputs: the column of each input, by its number.
        prefix: what the names of new columns begin with; no column of the dataframe does.
        dialect: the words that expressions are made of.
    """

    def __init__(
        self, plan: Plan, inputs: Mapping[int, str], prefix: str, dialect: Dialect
    ) -> None:
        self.say, self.plan, self.inputs, self.prefix = dialect, plan, inputs, prefix
        self._uses = _count_uses(plan)
        self._named: dict[int, str] = {}
        self._step: dict[int, int] = {}
        self._depth: dict[int, int] = {}
        self.steps: list[list[Node]] = []
        for node in plan.nodes:
            self._place(node)

    def _place(self, node: Node) -> None:
        """Choose the step of an expression, and whether it is named there."""
        step = max((self._step[arg.number] for arg in node.args), default=0)
        depth = max((self._depth[arg.number] for arg in node.args), default=0) + 1
        if node.op in (Op.CONST, Op.INPUT):
            self._step[node.number], self._depth[node.number] = 0, 0
            return
        is_named = self._uses[node.number] > 1 or depth > _DEEPEST
        if not is_named:
            self._step[node.number], self._depth[node.number] = step, depth
            return
        while len(self.steps) <= step:
            self.steps.append([])
        self.steps[step].append(node)
        self._named[node.number] = f"{self.prefix}n{node.number}"
        self._step[node.number], self._depth[node.number] = step + 1, 0

    def run(self, frame: Lazy, kept: tuple[str, ...]) -> Lazy:
        """Add every named expression, and drop what nothing reads any more.

        Args:
            frame: the rows, with the inputs.
            kept: the columns to keep to the end.
        """
        last = self._last_uses()
        alive = set(self.inputs.values())
        for number, step in enumerate(self.steps):
            made = [self.expression(node).alias(self._named[node.number]) for node in step]
            carried = [name for name in sorted(alive) if last.get(name, -1) > number]
            frame = frame.select(*kept, *carried, *made)
            alive = {*carried, *(self._named[node.number] for node in step)}
        return frame

    def _last_uses(self) -> dict[str, int]:
        """The last step that reads each column; the step after all for what columns give."""
        found: dict[str, int] = {}
        for number, step in enumerate(self.steps):
            for node in step:
                for name in self._reads(node):
                    found[name] = max(found.get(name, 0), number)
        for output in self.plan.outputs:
            for root in roots_of(output):
                for name in self._columns_of(root):
                    found[name] = len(self.steps)
        return found

    def _reads(self, node: Node) -> Iterator[str]:
        for arg in node.args:
            yield from self._columns_of(arg)

    def _columns_of(self, node: Node) -> Iterator[str]:
        if node.number in self._named:
            yield self._named[node.number]
        elif node.op is Op.INPUT:
            yield self.inputs[node.value]
        else:
            yield from self._reads(node)

    def text(self, node: Node) -> Expr:
        """An expression, by its name where it has one."""
        if node.number in self._named:
            return self.say.col(self._named[node.number])
        if node.op is Op.INPUT:
            return self.say.col(self.inputs[node.value])
        return self.expression(node)

    def expression(self, node: Node) -> Expr:
        """An expression, spelled out."""
        if node.op is Op.CONST:
            value = bool(node.value) if node.is_truth else node.value
            return self.say.lit(value, kind_of(node))
        if node.is_truth:
            return self._truth(node)
        return self._number(node)

    def _truth(self, node: Node) -> Expr:
        match node.op:
            case Op.EVERY | Op.EITHER:
                parts = [self.text(arg) for arg in node.args]
                return (self.say.all_of if node.op is Op.EVERY else self.say.any_of)(parts)
            case Op.NOT:
                return ~self.text(node.args[0])
            case Op.CHOOSE:
                condition, yes, otherwise = (self.text(arg) for arg in node.args)
                return self.say.when(condition).then(yes).otherwise(otherwise)
            case _:
                return self._compared(node)

    def _compared(self, node: Node) -> Expr:
        one, other = node.args
        if other.is_const:
            left, right = self.text(one), self.say.lit(other.value, size_of(other, one))
        else:
            left, right = (self._sized(arg, one, other) for arg in (one, other))
        return left >= right if node.op is Op.REACHES else left == right

    def _sized(self, node: Node, *alike: Node) -> Expr:
        """A number, as wide as several numbers need."""
        wanted = size_of(*alike)
        if node.is_const:
            return self.say.lit(node.value, wanted)
        text = self.text(node)
        return text if size_of(node) == wanted else self.say.cast(text, wanted)

    def _number(self, node: Node) -> Expr:
        args = node.args
        match node.op:
            case Op.WHOLE:
                # A choice between two numbers is ten times faster than the cast of a truth.
                one, none = (self.say.lit(number, size_of(node)) for number in (1, 0))
                return self.say.when(self.text(args[0])).then(one).otherwise(none)
            case Op.CHOOSE:
                yes, otherwise = (self._sized(arg, node) for arg in args[1:])
                return self.say.when(self.text(args[0])).then(yes).otherwise(otherwise)
            case Op.LEAST | Op.MOST:
                values = [self._sized(arg, *args) for arg in args]
                found = (self.say.least if node.op is Op.LEAST else self.say.most)(values)
                wide = size_of(*args) != size_of(node)
                return self.say.cast(found, size_of(node)) if wide else found
            case _:
                return self._computed(node)

    def _computed(self, node: Node) -> Expr:
        values = [self._sized(arg, node, *node.args) for arg in node.args]
        match node.op:
            case Op.ADD:
                found = reduce(lambda a, b: a + b, values)
            case Op.MUL:
                found = values[0] * values[1]
            case Op.FLOOR:
                found = values[0] // values[1]
            case _:
                raise AssertionError("a power is read row by row")
        wide = size_of(node, *node.args) != size_of(node)
        return self.say.cast(found, size_of(node)) if wide else found


def size_of(*nodes: Node) -> Kind:
    """The smallest kind of whole number that holds some, and what they add up to on the way."""
    most = max(_reach(node) for node in nodes)
    return smallest(most)


def kind_of(node: Node) -> Kind:
    """The kind of a column that holds an expression."""
    return nw.Boolean if node.is_truth else size_of(node)


def _reach(node: Node) -> int:
    own = max(abs(node.low), abs(node.high))
    if node.op is Op.ADD:
        return max(own, sum(max(abs(a.low), abs(a.high)) for a in node.args))
    return own


def fits(plan: Plan) -> bool:
    """Tell whether every number of a plan fits, and no division is rounded twice."""
    if any(node.op is Op.POWER or _reach(node) >= 1 << 62 for node in plan.nodes):
        return False
    divided = (node for o in plan.outputs if o.kind == "number" for node in (o.node, o.over))
    return all(_reach(node) < 1 << 53 for node in divided)


def _count_uses(plan: Plan) -> Counter[int]:
    uses: Counter[int] = Counter()
    for node in plan.nodes:
        uses.update(arg.number for arg in node.args)
    for output in plan.outputs:
        uses.update(node.number for node in roots_of(output))
    return uses
