"""Read the cells of one question: what is stated, and what its evidence supports."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from scalecheck.model.criterion import Criterion, level_needs
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.project import Evidence
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.engine.memo import Memo
from scalecheck.portfolio.engine.spelling import (
    MOST_RECORDS,
    Cell,
    Refused,
    is_blank,
    read_day,
    read_number,
    read_whole,
    spell_levels,
)
from scalecheck.portfolio.layout import BETWEEN, NOT_APPLICABLE, UNKNOWN, Part
from scalecheck.portfolio.plan import scene
from scalecheck.portfolio.plan.results import Problem
from scalecheck.portfolio.plan.scene import part_of_end
from scalecheck.scoring.evidence import EvidenceReader

NO_DAY = "2000-01-01"  # where no date is given, nothing is stale: any day does


class EvidenceMode(StrEnum):
    """What a level is worth where the table says nothing of evidence."""

    DEEMED = "deemed"
    NONE = "none"


class Support(NamedTuple):
    """What the records of one answer come to: their grade, how many, the newest day."""

    grade: str | None = None
    number: int = 1
    dated: str | None = None


class Stated(NamedTuple):
    """What the cells of one question say: a status, the ends of a level, a reason, evidence."""

    status: int
    low: int
    high: int
    reason: bool
    support: Support


class QuestionReader:
    """Reads the cells of questions under one rubric.

    Args:
        rubric: the instrument.
        deemed: whether levels count as given, whatever their evidence.
        as_of: the day that ages are counted to; None where nothing is stale.
    """

    def __init__(self, rubric: Rubric, *, deemed: bool, as_of: str | None) -> None:
        self.rubric, self.deemed, self.as_of = rubric, deemed, as_of
        self.nodes: Nodes = nodes_of(rubric)
        self._supported: Memo[tuple[str, Support], tuple[int, ...]] = Memo(self._support_of)
        self._needed = Memo(self._count_needed)

    @cached_property
    def spellings(self) -> Mapping[str, Mapping[str, int]]:
        """The texts that name the levels of each scale."""
        return {scale.id: spell_levels(scale) for scale in self.rubric.scales}

    @cached_property
    def grades(self) -> tuple[str, ...]:
        """The grades of evidence, from the weakest."""
        return tuple(grade.id for grade in self.rubric.evidence.grades)

    def read(self, criterion: str, cells: Mapping[str, Cell]) -> dict[str, int]:
        """Read a question as the inputs of a plan.

        Raises:
            Refused: a cell may not be there.
        """
        found = self.nodes.criteria[criterion]
        stated = self.state(found, cells)
        top = self.nodes.scales[found.scale].top
        ends = {False: (0, top), True: (0, top)}
        if stated.status == scene.ANSWERED:
            ranks = self.supported(found, stated.support)
            ends = {False: (ranks[stated.low], ranks[stated.high]), True: stated[1:3]}
        elif stated.status == scene.NOT_APPLICABLE:
            ends = {False: (0, 0), True: (0, 0)}
        return {
            "status": stated.status,
            "reason": int(stated.reason),
            **{
                part_of_end(claimed=claimed, high=high): ends[claimed][high]
                for claimed in (False, True)
                for high in (False, True)
            },
        }

    def state(self, criterion: Criterion, cells: Mapping[str, Cell]) -> Stated:
        """Read what the cells of a question say."""
        reason = cells.get(Part.REASON)
        given = not is_blank(reason) and reason == reason  # noqa: PLR0124 (a NaN says nothing)
        support = self._support(cells)
        cell = cells.get(Part.LEVEL)
        status, low, high = self._level(criterion, cell)
        if status == scene.NOT_APPLICABLE and not self._admits(criterion, reason=given):
            status = scene.NOT_ASSESSED
        return Stated(status, low, high, given, support)

    def _admits(self, criterion: Criterion, *, reason: bool) -> bool:
        required = self.rubric.non_answers.not_applicable.reason == "required"
        return criterion.not_applicable == "allowed" and (reason or not required)

    def _level(self, criterion: Criterion, cell: Cell) -> tuple[int, int, int]:
        if is_blank(cell):
            return scene.NOT_ASSESSED, 0, 0
        if not isinstance(cell, str):
            return self._number(criterion, cell)
        levels = self.spellings[criterion.scale]
        if cell in levels:
            return scene.ANSWERED, levels[cell], levels[cell]
        if cell in UNKNOWN:
            return scene.UNKNOWN, 0, 0
        if cell in NOT_APPLICABLE:
            return scene.NOT_APPLICABLE, 0, 0
        return scene.ANSWERED, *_interval(levels, cell)

    def _number(self, criterion: Criterion, cell: Cell) -> tuple[int, int, int]:
        number = read_number(cell)
        for rank, level in enumerate(self.nodes.scales[criterion.scale].by_rank):
            if level.value == number:
                return scene.ANSWERED, rank, rank
        raise Refused(Problem.LEVEL)

    def _support(self, cells: Mapping[str, Cell]) -> Support:
        grade, count, dated = (cells.get(p) for p in (Part.GRADE, Part.COUNT, Part.DATED))
        if not is_blank(grade) and grade not in self.grades:
            raise Refused(Problem.GRADE)
        number = 1 if is_blank(count) else read_whole(count, 0, MOST_RECORDS)
        day = None if is_blank(dated) else read_day(dated)
        if is_blank(grade) or number == 0:
            return Support()
        return Support(str(grade), number, day if self.as_of else None)

    def supported(self, criterion: Criterion, support: Support) -> tuple[int, ...]:
        """The rank that counts for each rank that is stated."""
        number = min(support.number, self.needed(criterion))
        return self._supported[criterion.id, support._replace(number=number)]

    def needed(self, criterion: Criterion) -> int:
        """How many records tell the most of a criterion: any more add nothing."""
        return self._needed[criterion.id]

    def _count_needed(self, name: str) -> int:
        criterion = self.nodes.criteria[name]
        needs = level_needs(criterion, self.nodes.scales[criterion.scale])
        return max([1, *(need.count for need in needs if need is not None)])

    def _support_of(self, key: tuple[str, Support]) -> tuple[int, ...]:
        criterion, support = self.nodes.criteria[key[0]], key[1]
        scale = self.nodes.scales[criterion.scale]
        ranks = range(scale.top + 1)
        if self.deemed:
            return tuple(ranks)
        as_of = self.as_of or NO_DAY
        records = records_of(support, as_of)
        reader = EvidenceReader(self.rubric, records, (), as_of, as_of)
        read = reader.read(tuple(records))
        return tuple(reader.supported(criterion, scale, rank, read) for rank in ranks)


def records_of(support: Support, as_of: str) -> dict[str, Evidence]:
    """The records that stand for what a table says of the evidence of one answer."""
    if support.grade is None:
        return {}
    record = Evidence.model_construct(grade=support.grade, date=support.dated or as_of)
    return {f"record-{number}": record for number in range(support.number)}


def _interval(levels: Mapping[str, int], cell: str) -> tuple[int, int]:
    low, _, high = cell.partition(BETWEEN)
    if low not in levels or high not in levels:
        raise Refused(Problem.LEVEL)
    if levels[low] > levels[high]:
        raise Refused(Problem.INTERVAL)
    return levels[low], levels[high]


def cells_at(row: Sequence[Cell], places: Mapping[str, int]) -> dict[str, Cell]:
    """The cells of a row at some places, by the name of what they say."""
    return {name: row[place] for name, place in places.items()}
