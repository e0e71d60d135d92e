"""Write a plan as the source of a Python function: whole numbers and names made here, no text else.

The function takes the cells of a row and gives the values of the columns. Nothing of a rubric is
written in it: names of levels and the like are looked up, by number, in what is handed to it.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.portfolio.engine.guarding import Guard, find_guards
from scalecheck.portfolio.engine.packing import Field, Packing, is_of_one, span_of
from scalecheck.portfolio.plan.columns import Kind, Output
from scalecheck.portfolio.plan.compile import Plan, roots_of
from scalecheck.portfolio.plan.node import Node, Op

_DEEPEST = 12  # expressions nested beyond are given a name of their own


class Heap(NamedTuple):
    """How to read the extreme of a heap: one count of `step` bits for each value from `low`."""

    step: int
    low: int
    lowest: bool


class Source(NamedTuple):
    """The lines that follow the packed number `p`, and what they read beside it.

    `read` are the bundles whose own number `q…` they read.
    """

    lines: tuple[str, ...]
    read: frozenset[int]
    heaps: Mapping[str, Heap]
    words: Mapping[str, tuple[str, ...]]
    joined: Mapping[str, tuple[str, ...]]


class Writer:
    """Writes the expressions of one plan."""

    def __init__(self, plan: Plan, packing: Packing) -> None:
        self.plan, self.packing = plan, packing
        self.lines: list[str] = []
        self.read: set[int] = set()  # the bundles with a field of their own
        self.heaps: dict[str, Heap] = {}
        self.words: dict[str, tuple[str, ...]] = {}
        self.joined: dict[str, tuple[str, ...]] = {}
        self._guards = find_guards(plan, packing)
        self._uses = _count_uses(plan)
        self._texts: dict[int, tuple[str, int]] = {}

    def write(self) -> Source:
        """Write every expression, then the columns."""
        guarded = {node.number for guard in self._guards.values() for node in guard.behind}
        for node in self.plan.nodes:
            if node.number not in guarded and not is_of_one(node) and not node.is_const:
                self._name(node)
        self.lines.extend(f"b{n} = 0" for n in sorted({g.output for g in self._guards.values()}))
        for guard in self._guards.values():
            self._guard(guard)
        values = [self._output(n, output) for n, output in enumerate(self.plan.outputs)]
        self.lines.append(f"return ({', '.join(values)},)")
        return Source(tuple(self.lines), frozenset(self.read), self.heaps, self.words, self.joined)

    def _guard(self, guard: Guard) -> None:
        """Write what a flag needs under the condition that it may be up at all."""
        before, self.lines = self.lines, []
        for node in guard.behind:
            if not node.is_const:
                self._name(node)
        self.lines.append(
            f"if {self.text(guard.behind[-1])}: b{guard.output} |= {1 << guard.place}"
        )
        ones = " and ".join(map(self.text, guard.ones))
        self.lines = [*before, f"if {ones}:", *(f" {line}" for line in self.lines)]

    def _name(self, node: Node) -> None:
        text, depth = self._expression(node)
        if self._uses[node.number] > 1 or depth >= _DEEPEST:
            name = f"n{node.number}"
            self.lines.append(f"{name} = {text}")
            self._texts[node.number] = name, 0
        else:
            self._texts[node.number] = f"({text})", depth + 1

    def text(self, node: Node) -> str:
        """The text of an expression that is written already, or needs no writing."""
        if node.is_const:
            return f"({node.value:#x})"  # however large: decimals have a limit
        if is_of_one(node):
            return self._alone(node)
        return self._texts[node.number][0]

    def _alone(self, node: Node) -> str:
        field, name = self.packing.alone[node.number], f"q{node.home}"
        self.read.add(node.home)
        if node.is_truth:
            return f"({name} & {field.mask:#x})"
        return self._shifted(field, node.low, name)

    def _shifted(self, field: Field, low: int, name: str = "p") -> str:
        bits = f"({name} & {field.mask:#x}) >> {field.shift}"
        return f"({bits})" if low == 0 else f"(({bits}) + ({low:#x}))"

    def _expression(self, node: Node) -> tuple[str, int]:
        packed = self.packing.sums.get(node.number)
        args = node.args if packed is None else packed[2]
        depth = max((self._texts.get(arg.number, ("", 0))[1] for arg in args), default=0)
        texts = [self.text(arg) for arg in args]
        if packed is not None:
            texts.insert(0, self._packed(node, packed[0], packed[1]))
        return spell(node.op, texts), depth

    def _packed(self, node: Node, field: Field, ones: tuple[Node, ...]) -> str:
        match node.op:
            case Op.EVERY:
                return f"not p & {field.mask:#x}"
            case Op.EITHER:
                return f"p & {field.mask:#x}"
            case Op.ADD:
                return self._shifted(field, sum(arg.low for arg in ones))
            case _:
                name = f"h{node.number}"
                low, _ = span_of(ones)
                self.heaps[name] = Heap(len(ones).bit_length(), low, node.op is Op.LEAST)
                return f"{name}[{self._shifted(field, 0)}]"

    def _output(self, number: int, output: Output) -> str:
        value = self._value(number, output)
        if output.there.is_const:
            return value if output.there.value else "None"
        return f"{value} if {self.text(output.there)} else None"

    def _value(self, number: int, output: Output) -> str:
        node = self.text(output.node)
        match output.kind:
            case Kind.WHOLE:
                return node
            case Kind.NUMBER:
                return f"{node} / {self.text(output.over)}"
            case Kind.NAME:
                self.words[f"w{number}"] = output.words
                return f"w{number}[{node}]"
            case Kind.NAMES:
                self.joined[f"j{number}"] = output.words
                return f"j{number}[{self._bits(number, output)}]"

    def _bits(self, number: int, output: Output) -> str:
        told = list(enumerate(output.flags))
        free = [(place, flag) for place, flag in told if flag.number not in self._guards]
        bits = [f"({1 << place} if {self.text(flag)} else 0)" for place, flag in free]
        return " | ".join([*bits, *([f"b{number}"] if len(free) < len(told) else [])]) or "0"


def _count_uses(plan: Plan) -> Counter[int]:
    uses: Counter[int] = Counter()
    for node in plan.nodes:
        if not is_of_one(node):
            uses.update(arg.number for arg in node.args)
    for output in plan.outputs:
        uses.update(node.number for node in roots_of(output))
    return uses


def spell(op: Op, texts: list[str]) -> str:
    """Write an operation on what its arguments are called."""
    joined = {Op.ADD: " + ", Op.MUL: " * ", Op.EVERY: " and ", Op.EITHER: " or "}
    between = {Op.FLOOR: " // ", Op.POWER: " ** ", Op.REACHES: " >= ", Op.SAME: " == "}
    if op in joined or op in between:
        return {**joined, **between}[op].join(texts)
    match op:
        case Op.LEAST | Op.MOST:
            name = "min" if op is Op.LEAST else "max"
            return texts[0] if len(texts) == 1 else f"{name}({', '.join(texts)})"
        case Op.CHOOSE:
            return f"{texts[1]} if {texts[0]} else {texts[2]}"
        case Op.WHOLE:
            return f"1 if {texts[0]} else 0"
        case _:
            return f"not {texts[0]}"
