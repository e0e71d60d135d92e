"""From the cells of each bundle to the packed number that it brings to a row; kept by cell."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from scalecheck.model.rules import Condition
from scalecheck.portfolio.engine.binding import ALIKE, Binding, Places
from scalecheck.portfolio.engine.bringing import Bring, make_bring
from scalecheck.portfolio.engine.context import instance_of
from scalecheck.portfolio.engine.facts import read_attribute
from scalecheck.portfolio.engine.memo import Memo
from scalecheck.portfolio.engine.packing import Packing
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.spelling import Cell, read_values
from scalecheck.portfolio.plan.compile import Plan
from scalecheck.portfolio.plan.node import NOWHERE, Bundle, Node
from scalecheck.scoring.leaves import keeps

_WIDE = 24  # bits for the number of one reading of a part of an instance

Cells = Mapping[str, int]
Key = Cell | tuple[Cell, ...]


class BundleReader:
    """The look-ups of one plan.

    Args:
        plan: what is computed.
        packing: where each expression goes.
        binding: where the columns of the table stand.
        reader: how questions are read.
    """

    def __init__(
        self, plan: Plan, packing: Packing, binding: Binding, reader: QuestionReader
    ) -> None:
        self.plan, self.packing, self.binding, self.reader = plan, packing, binding, reader
        self.memos: dict[str, Mapping[Key, int]] = {}
        self._used: set[int] = set()
        self._behind = _nodes_by_home(plan)
        self._inputs = _inputs_by_bundle(plan)
        self._told = {g: _what_tells(where) for g, where in plan.scene.kept.items()}
        self._made: dict[Bundle, tuple[list[tuple[Bundle, str]], Bring]] = {}

    def terms(self, named: frozenset[int]) -> tuple[str, frozenset[int]]:
        """The sum that gives the packed number of a row, and the places it reads.

        Args:
            named: the bundles whose own number is given a name, `q` and the number of the bundle.
        """
        texts = []
        for bundle in self._bundles():
            text = self._instance(bundle) if bundle.kind == "instance" else self._single(bundle)
            home = self.plan.scene.graph.bundles.get(bundle)
            texts.append(f"(q{home} := {text})" if home in named else text)
        return " + ".join(texts) or "0", frozenset(self._used)

    def _bundles(self) -> Iterator[Bundle]:
        """Every bundle that is read, or that must be looked at for what may not be there."""
        layout, scene = self.binding.layout, self.plan.scene
        yield from (Bundle("question", c.id) for c in layout.criteria)
        yield from (b for b in scene.graph.bundles if b.kind == "attribute")
        for group in layout.nodes.groups:
            yield from (Bundle("instance", group, n) for n in scene.numbers(group))

    def _single(self, bundle: Bundle) -> str:
        places = self._places(bundle)

        def bring(key: Key) -> int:
            return self._bring(bundle, {bundle: self._read(bundle, _named(places, key))})

        if not places:
            return f"{bring(()):#x}"
        return self._look_up(bring, places)

    def _look_up(self, compute: Callable[[Key], int], places: Places) -> str:
        name = f"t{len(self.memos)}"
        self.memos[name] = Memo(compute)
        self._used.update(places.values())
        return f"{name}[{', '.join(f'c{place}' for place in places.values())}]"

    def _places(self, bundle: Bundle) -> Places:
        if bundle.kind == "attribute":
            context = self.binding.context
            return {bundle.name: context[bundle.name]} if bundle.name in context else {}
        places = self.binding.places(bundle)
        if bundle.kind == "instance":
            return {name: at for name, at in places.items() if name in self._told[bundle.name]}
        return places

    def _read(self, bundle: Bundle, cells: Mapping[str, Cell]) -> Cells:
        if bundle.kind == "question":
            return self.reader.read(bundle.name, cells)
        if bundle.kind == "instance":
            return self._read_instance(bundle, cells)
        values = read_values(cells.get(bundle.name))
        return read_attribute(self.plan.scene.nodes, bundle.name, {bundle.name: values})

    def _read_instance(self, bundle: Bundle, cells: Mapping[str, Cell]) -> Cells:
        instance = instance_of(bundle.instance, cells)
        found = {"here": 1, "alike": instance.count}
        for number, where in enumerate(self.plan.scene.kept[bundle.name]):
            found[f"kept:{number}"] = int(keeps(where, instance))
        return found

    def _bring(self, bundle: Bundle, cells: Mapping[Bundle, Cells]) -> int:
        """The packed number of a bundle, from what each of its parts reads."""
        home = self.plan.scene.graph.bundles.get(bundle)
        if home is None or home not in self.packing.shares:
            return 0
        if bundle not in self._made:
            self._made[bundle] = self._make(bundle, home)
        names, bring = self._made[bundle]
        return bring([cells[part][name] for part, name in names])

    def _make(self, bundle: Bundle, home: int) -> tuple[list[tuple[Bundle, str]], Bring]:
        parts = [part for part in self._inputs if part.whole == bundle]
        read = [(part, name, n) for part in parts for name, n in self._inputs[part].items()]
        numbers = [number for *_, number in read]
        bring = make_bring(self._behind[home], self.packing.shares[home], numbers)
        return [(part, name) for part, name, _ in read], bring

    def _instance(self, bundle: Bundle) -> str:
        """A look-up in two steps: what each part of an instance reads, then what they bring."""
        parts = [bundle, *self._questions_of(bundle)]
        kept = [_Numbered(self._inputs.get(part, {})) for part in parts]

        def bring(key: Key) -> int:
            assert isinstance(key, int)
            cells = {
                part: numbered.at(key >> _WIDE * place & (1 << _WIDE) - 1)
                for place, (part, numbered) in enumerate(zip(parts, kept, strict=True))
            }
            return self._bring(bundle, cells)

        texts, fixed = [], 0
        for place, (part, numbered) in enumerate(zip(parts, kept, strict=True)):
            number = self._numbering(part, numbered, _WIDE * place)
            places = self._places(part)
            if places:
                texts.append(self._look_up(number, places))
            else:
                fixed += number(())
        name = f"t{len(self.memos)}"
        self.memos[name] = Memo(bring)
        return self._where_listed(bundle, parts, f"{name}[{' + '.join([*texts, str(fixed)])}]")

    def _where_listed(self, bundle: Bundle, parts: list[Bundle], text: str) -> str:
        """Look at an instance where a row has it; what its absence brings is known."""
        if self.plan.scene.shape.rooms[bundle.name].full:
            return text
        cells = {part: {**self._read(part, {}), "here": 0} for part in parts}
        group = list(self.binding.layout.nodes.groups).index(bundle.name)
        absent = self._bring(bundle, cells)
        return f"({text} if k{group} >= {bundle.instance} else {absent:#x})"

    def _numbering(self, part: Bundle, kept: "_Numbered", shift: int) -> Callable[[Key], int]:
        places = self._places(part)
        return lambda key: kept.number(self._read(part, _named(places, key))) << shift

    def _questions_of(self, bundle: Bundle) -> list[Bundle]:
        criteria = self.binding.layout.criteria_of(bundle.name)
        return [self.binding.question(c.id, bundle.instance) for c in criteria]


class _Numbered:
    """The distinct readings of a part, numbered as they come; only what the plan reads counts."""

    def __init__(self, read: Mapping[str, int]) -> None:
        self._names = tuple(read)
        self._numbers: dict[tuple[int, ...], int] = {}
        self._cells: list[Cells] = []

    def number(self, cells: Cells) -> int:
        """The number of a reading."""
        key = tuple(cells[name] for name in self._names)
        if key not in self._numbers:
            self._numbers[key] = len(self._cells)
            self._cells.append(dict(zip(self._names, key, strict=True)))
        return self._numbers[key]

    def at(self, number: int) -> Cells:
        """The reading of a number."""
        return self._cells[number]


def _named(places: Places, key: Key) -> dict[str, Cell]:
    cells = key if isinstance(key, tuple) and len(places) != 1 else (key,)
    return dict(zip(places, cells, strict=False)) if places else {}


def _what_tells(conditions: Iterable[Condition]) -> frozenset[str]:
    """The cells of an instance that decide: how many it stands for, and what conditions read."""
    cases = (case for condition in conditions for case in condition)
    return frozenset((ALIKE, *(name for case in cases for name in case.root)))


def _nodes_by_home(plan: Plan) -> dict[int, tuple[Node, ...]]:
    homes = {node.home for node in plan.nodes if node.home >= 0}
    fixed = [node for node in plan.nodes if node.home == NOWHERE]
    return {home: (*fixed, *(node for node in plan.nodes if node.home == home)) for home in homes}


def _inputs_by_bundle(plan: Plan) -> dict[Bundle, dict[str, int]]:
    found: dict[Bundle, dict[str, int]] = {}
    for part, node in plan.parts:
        found.setdefault(part.bundle, {})[part.name] = node.value
    return found
