"""The engine of rows: plain Python, generated once for each shape of row; no extra is needed."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.bundles import BundleReader
from scalecheck.portfolio.engine.context import (
    Framed,
    count_instances,
    find_what_frames,
    frame_row,
)
from scalecheck.portfolio.engine.memo import MOST, Memo
from scalecheck.portfolio.engine.packing import Packing
from scalecheck.portfolio.engine.problems import find_problem
from scalecheck.portfolio.engine.projects import project_of
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.single import columns_of
from scalecheck.portfolio.engine.spelling import Cell, Refused, is_blank
from scalecheck.portfolio.engine.writing import Heap, Writer
from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.plan.compile import Plan, compile_plan
from scalecheck.portfolio.plan.node import Bundle, TooLarge
from scalecheck.portfolio.plan.results import Problem, Results
from scalecheck.portfolio.plan.scene import Room, Shape
from scalecheck.scoring.assess import Options, assess
from scalecheck.scoring.facts import Manner

_ROOMS = (4, 16, 64)  # instances that a plan has room for, so that few plans serve all rows

Row = Sequence[Cell]
Values = tuple[object, ...]
Counts = tuple[int | None, ...]  # how many instances of each group a row lists
Function = Callable[[Row, Counts], Values]


class _Key(NamedTuple):
    """What rows of one plan share; `full`: they list as many instances as there is room for."""

    frame: Framed
    rooms: Counts
    full: bool


class Scored(NamedTuple):
    """One row: the values of its columns, or why it is refused and at which column."""

    values: Values | None
    problem: Problem | None = None
    column: str | None = None


class RowEngine:
    """Scores rows of one table under one rubric.

    Args:
        rubric: the instrument.
        binding: where the columns of the table stand.
        groups: the groups of columns to give.
        reader: how questions are read.
    """

    def __init__(
        self,
        rubric: Rubric,
        binding: Binding,
        groups: tuple[Results, ...],
        reader: QuestionReader,
    ) -> None:
        self.rubric, self.binding, self.groups, self.reader = rubric, binding, groups, reader
        self._lists = tuple(binding.layout.nodes.groups)
        read = find_what_frames(rubric)
        self._context = tuple(pair for pair in binding.context.items() if pair[0] in read)
        told = (binding.places(Bundle("group", group)) for group in self._lists)
        self._told = tuple(place for places in told for place in places.values())
        self._places = (*(place for _, place in self._context), *self._told)
        self._frames: Memo[tuple[Cell, ...], Framed] = Memo(self._frame)
        self._functions: Memo[_Key, Function | None] = Memo(self._make, most=512)
        # By the cells that say what shape a row has, its function and its numbers of instances.
        self._entries: dict[tuple[Cell, ...], tuple[Function, Counts]] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        project = project_of(Binding(self.rubric, ()), self.reader, ())
        return tuple(self._columns(project))

    def score(self, row: Row) -> Scored:
        """Score one row; one that cannot be read says why, and changes no other."""
        try:
            return Scored(self.values(row))
        except Refused:
            return Scored(None, *find_problem(self.binding, self.reader, row))

    def values(self, row: Row) -> Values:
        """Give the values of one row.

        Raises:
            Refused: a cell may not be there.
        """
        cells = tuple([row[place] for place in self._places])
        function, counts = self._entries.get(cells) or self._choose(cells, row)
        return function(row, counts)

    def _choose(self, cells: tuple[Cell, ...], row: Row) -> tuple[Function, Counts]:
        """Find the function of the shape of a row; keep it where the same cells always tell it."""
        frame = self._frames[cells[: len(self._context)]]
        counts = tuple([count_instances(self.binding, group, row) for group in self._lists])
        found = self._find(frame, counts), counts
        is_told = len(self._told) == len(self._lists)
        if is_told and not any(is_blank(row[place]) for place in self._told):
            if len(self._entries) > MOST:
                self._entries.clear()
            self._entries[cells] = found
        return found

    def _find(self, frame: Framed, counts: Counts) -> Function:
        """The function of a plan with room to spare; where that is too large, of one without."""
        pairs = zip(self._lists, counts, strict=True)
        rooms = tuple([None if n is None else self._room(group, n) for group, n in pairs])
        spare = self._functions[_Key(frame, rooms, False)]
        return spare or self._functions[_Key(frame, counts, True)] or self._assess

    def _room(self, group: str, count: int) -> int:
        most = self.binding.room[group]
        return min(next((room for room in _ROOMS if room >= count), most), most)

    def _frame(self, cells: tuple[Cell, ...]) -> Framed:
        named = {name: cell for (name, _), cell in zip(self._context, cells, strict=True)}
        return frame_row(self.binding, named)

    def _make(self, key: _Key) -> Function | None:
        full = True if key.full else None
        rooms = {
            group: Room(count or 0, count is not None, full, self.binding.has_alike(group))
            for group, count in zip(self._lists, key.rooms, strict=True)
        }
        shape = Shape(rooms, key.frame.out, key.frame.ceiling, key.frame.track)
        try:
            plan = compile_plan(self.rubric, shape, self.groups)
        except TooLarge:
            return None
        return make_function(plan, self.binding, self.reader)

    def _assess(self, row: Row, _: Counts) -> Values:
        """Assess a row as one project: slow, for what no small plan can say."""
        columns = self._columns(project_of(self.binding, self.reader, row))
        return tuple(columns.values())

    def _columns(self, project: Project) -> dict[str, object]:
        options = Options(
            manner=Manner(deem_supported=self.reader.deemed),
            steps=Results.DISTANCE in self.groups,
            sensitivity=Results.DECISIVE in self.groups,
        )
        return columns_of(assess(self.rubric, project, options), self.groups)


def make_function(plan: Plan, binding: Binding, reader: QuestionReader) -> Function:
    """Generate the function of a plan: from the cells of a row to the values of its columns."""
    packing = Packing(plan)
    bundles = BundleReader(plan, packing, binding, reader)
    source = Writer(plan, packing).write()
    terms, used = bundles.terms(source.read)
    cells = ", ".join(f"c{n}" if n in used else "_" for n in range(len(binding.names)))
    listed = ", ".join(f"k{n}" for n in range(len(binding.layout.nodes.groups)))
    lines = [
        f"({cells},) = row" if used else "",
        f"({listed},) = k" if listed else "",
        f"p = {terms}",
        *source.lines,
    ]
    text = "def score(row, k):\n" + "".join(f" {line}\n" for line in lines if line)
    known: dict[str, object] = {**bundles.memos, **source.words, "min": min, "max": max}
    known.update({name: Memo(_extreme_of(heap)) for name, heap in source.heaps.items()})
    known.update({name: Memo(_joiner(words)) for name, words in source.joined.items()})
    made: dict[str, Function] = {}
    exec(compile(text, "<plan>", "exec"), {"__builtins__": {}, **known}, made)
    return made["score"]


def _extreme_of(heap: Heap) -> Callable[[int], int]:
    def read(bits: int) -> int:
        last = bits & -bits if heap.lowest else bits
        return heap.low + (last.bit_length() - 1) // heap.step

    return read


def _joiner(words: tuple[str, ...]) -> Callable[[int], str]:
    def join(bits: int) -> str:
        return JOINT.join(word for place, word in enumerate(words) if bits >> place & 1)

    return join
