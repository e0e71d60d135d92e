"""Score the rows of a dataframe, whatever holds them, by the expressions of one plan."""

from collections.abc import Iterator

from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.frames.cells import Cells
from scalecheck.portfolio.engine.frames.coding import Coding
from scalecheck.portfolio.engine.frames.context import ContextFrames
from scalecheck.portfolio.engine.frames.dialect import Expr
from scalecheck.portfolio.engine.frames.emit import Emitter, Lazy, fits, kind_of
from scalecheck.portfolio.engine.frames.giving import give_column, give_problem
from scalecheck.portfolio.engine.frames.questions import Named, QuestionFrames
from scalecheck.portfolio.engine.problems import bundles_to_check
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.layout import Part
from scalecheck.portfolio.plan.compile import Plan, compile_plan
from scalecheck.portfolio.plan.node import Bundle, TooLarge
from scalecheck.portfolio.plan.results import Problem, Results
from scalecheck.portfolio.plan.scene import Room, Shape
from scalecheck.scoring.ladder import read_ladder

_MOST_ROOM = 64  # instances of a group: beyond, expressions take longer to make than rows to score
_BLOCK = 16  # problems told apart in one expression: deeper ones are slow to make
Found = tuple[Expr, Problem, str]


class FrameEngine:
    """Scores dataframes with one schema under one rubric.

    Raises:
        TooLarge: the plan is not small, or its numbers are too large for a dataframe.
    """

    def __init__(
        self, binding: Binding, cells: Cells, groups: tuple[Results, ...], reader: QuestionReader
    ) -> None:
        if any(room > _MOST_ROOM for room in binding.room.values()):
            raise TooLarge
        self.binding, self.cells, self.reader, self.say = binding, cells, reader, cells.say
        self.prefix = _free_prefix(binding.names)
        self.coding = Coding(cells)
        self.context = ContextFrames(self.coding, binding)
        self.questions = QuestionFrames(self.coding, binding.names, reader)
        for bundle in self._asked():
            self.questions.add(bundle.name, binding.places(bundle), self.prefix)
        self.context.add(self.prefix)
        self.plan: Plan = compile_plan(binding.rubric, self._shape(), groups)
        if not fits(self.plan):
            raise TooLarge

    def _shape(self) -> Shape:
        nodes = self.binding.layout.nodes
        rooms = {}
        for group in nodes.groups:
            room = self.binding.room[group]
            told = self.context.column(Bundle("group", group), Part.INSTANCES) is not None
            listed = None if room or told else False
            rooms[group] = Room(room, listed, None, self.binding.has_alike(group))
        if self.context.has_context():
            return Shape(rooms)
        return Shape(rooms, frozenset(), read_ladder(nodes, None).ceiling)

    def run(self, frame: Lazy) -> Lazy:
        """Give the columns of every row, after those that say of what project it is."""
        kept = self.kept
        number = f"{self.prefix}problem"
        frame = self._code(frame)
        lists = self._lists()
        frame = frame.with_columns(*lists) if lists else frame
        problem, blocks, told = self._problem()
        made = [*self._ends(), *blocks]
        frame = (frame.with_columns(*made) if made else frame).with_columns(problem)
        inputs = [
            self.say.cast(self._input(part.bundle, part.name), kind_of(node)).alias(name)
            for (part, node), name in zip(self.plan.parts, self._input_names(), strict=True)
        ]
        frame = frame.select(*kept, number, *inputs)
        numbers = [node.value for _, node in self.plan.parts]
        names = dict(zip(numbers, self._input_names(), strict=True))
        emitter = Emitter(self.plan, names, self.prefix, self.say)
        frame = emitter.run(frame, (*kept, number))
        scored = self.say.col(number) == 0
        columns = [give_column(emitter, output, scored) for output in self.plan.outputs]
        return frame.select(*kept, *columns, *give_problem(self.say, number, told))

    @property
    def kept(self) -> tuple[str, ...]:
        """The columns that say of what project a row is."""
        about = self.binding.places(Bundle("about")).values()
        places = (*about, *self.binding.context.values())
        return tuple(self.binding.names[place] for place in sorted(places))

    def _input_names(self) -> list[str]:
        return [f"{self.prefix}i{node.value}" for _, node in self.plan.parts]

    def _code(self, frame: Lazy) -> Lazy:
        """Add the codes of texts and of numbers; the texts that are coded are read no more."""
        coded = self.coding.columns
        plain = [*self.kept, *(n for n in self._read_columns() if n not in coded)]
        first = list(self.coding.first())
        frame = frame.select(*plain, *(n for n in coded if n not in plain), *first)
        codes = [c for b in self._asked() if (c := self._code_of(b)) is not None]
        kept = dict.fromkeys((*plain, *(c.first for c in coded.values())))
        frame = frame.select(*kept, *self.coding.rest(), *codes)
        names = [n for n in map(self._code_name, self._asked()) if n and n not in self._texts()]
        names += [c.rest for c in self.coding.open]
        names += [c.code for c in coded.values() if c.is_whole]
        return frame.select(*plain, *names, *self.coding.codes())

    def _texts(self) -> frozenset[str]:
        return frozenset(coded.code for coded in self.coding.columns.values())

    def _code_of(self, bundle: Bundle) -> Expr | None:
        code = self.questions.code(bundle.name, self.binding.places(bundle))
        return None if code is None else code.alias(self._code_name(bundle) or "")

    # What is read ------------------------------------------------------------------------------

    def _read_columns(self) -> list[str]:
        """Every column that is read, less those that are kept anyway."""
        kept, layout = set(self.kept), self.binding.layout
        return [n for n in self.binding.names if n not in kept and layout.read(n) is not None]

    def _asked(self) -> Iterator[Bundle]:
        bundles = bundles_to_check(self.binding)
        return (bundle for bundle in bundles if bundle.kind == "question")

    def _code_name(self, bundle: Bundle) -> str | None:
        if Part.LEVEL not in self.binding.places(bundle):
            return None
        return f"{self.prefix}c{self.binding.places(bundle)[Part.LEVEL]}"

    def _named(self, bundle: Bundle) -> Named:
        code = self._code_name(bundle)
        capped = code is not None and self._cap(bundle) is not None
        return Named(code, f"{code}.low", f"{code}.cap" if capped else None)

    def _cap(self, bundle: Bundle) -> Expr | None:
        criterion = self.binding.layout.nodes.criteria[bundle.name]
        return self.questions.evidence.cap(criterion, self.binding.places(bundle))

    def _ends(self) -> Iterator[Expr]:
        """The low end and the cap of every question that has a column."""
        for bundle in self._asked():
            named = self._named(bundle)
            if named.code is not None:
                yield self.questions.low(bundle.name, named.code).alias(named.low)
            if named.cap is not None:
                cap = self._cap(bundle)
                assert cap is not None
                yield cap.alias(named.cap)

    def _list_name(self, group: str) -> str:
        return f"{self.prefix}g{list(self.binding.layout.nodes.groups).index(group)}"

    def _lists(self) -> list[Expr]:
        groups = self.binding.layout.nodes.groups
        return [self.context.listed(g).alias(self._list_name(g)) for g in groups]

    def _input(self, bundle: Bundle, part: str) -> Expr:
        match bundle.kind:
            case "question":
                places = self.binding.places(bundle)
                return self.questions.parts(bundle.name, places, self._named(bundle))[part]
            case "instance":
                return self._of_instance(bundle, part)
            case "group":
                return self.say.col(self._list_name(bundle.name)) >= 0
            case "attribute":
                return self.context.attribute(bundle.name, part)
            case _:
                return self._of_row(part)

    def _of_row(self, part: str) -> Expr:
        word, _, name = part.partition(":")
        match word:
            case "out":
                return self.context.out(name)
            case "track":
                return self.context.is_on(name)
            case _:
                return self.context.ceiling()

    def _of_instance(self, bundle: Bundle, part: str) -> Expr:
        if part == "here":
            return self.say.col(self._list_name(bundle.name)) >= bundle.instance
        if part == "alike":
            return self.context.alike(bundle.name, bundle.instance)
        where = self.plan.scene.kept[bundle.name][int(part.removeprefix("kept:"))]
        return self.context.kept(bundle.name, bundle.instance, where)

    # What is refused ---------------------------------------------------------------------------

    def _found(self) -> Iterator[Found]:
        yield from self.context.problems()
        for bundle in bundles_to_check(self.binding):
            if bundle.kind == "instance":
                found = self.context.problems_of(bundle)
            else:
                places, code = self.binding.places(bundle), self._code_name(bundle)
                found = self.questions.problems(bundle.name, places, code)
            for where, problem, name in found:
                yield self._if_here(bundle, where), problem, name

    def _if_here(self, bundle: Bundle, where: Expr) -> Expr:
        if not bundle.instance:
            return where
        return where & (self.say.col(self._list_name(bundle.whole.name)) >= bundle.instance)

    def _problem(self) -> tuple[Expr, list[Expr], list[tuple[Problem, str]]]:
        """The number of the first problem of a row, 0 for none; block by block, then of all."""
        found = list(self._found())
        blocks = [
            self._first_of(range(start, min(start + _BLOCK, len(found))), found)
            for start in range(0, len(found), _BLOCK)
        ]
        names = [f"{self.prefix}problem{n}" for n in range(len(blocks))]
        worst: Expr = self.say.wide(0)
        for name in reversed(names):
            worst = self.say.pick(self.say.col(name) > 0, self.say.col(name), worst)
        told = [(problem, name) for _, problem, name in found]
        made = [block.alias(name) for block, name in zip(blocks, names, strict=True)]
        return worst.alias(f"{self.prefix}problem"), made, told

    def _first_of(self, numbers: range, found: list[Found]) -> Expr:
        first: Expr = self.say.wide(0)
        for number in reversed(numbers):
            first = self.say.pick(found[number][0], self.say.wide(number + 1), first)
        return first


def _free_prefix(names: tuple[str, ...]) -> str:
    prefix = "."
    while any(name.startswith(prefix) for name in names):
        prefix += "."
    return prefix
