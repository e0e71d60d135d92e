"""What the evidence of a question supports, as expressions: states told apart, then looked up."""

from itertools import product

from scalecheck.model.criterion import Criterion
from scalecheck.portfolio.engine.binding import Places
from scalecheck.portfolio.engine.frames.coding import Coding
from scalecheck.portfolio.engine.frames.days import DayReader
from scalecheck.portfolio.engine.frames.dialect import WIDE, Expr
from scalecheck.portfolio.engine.questions import QuestionReader, Support
from scalecheck.portfolio.engine.spelling import MOST_RECORDS
from scalecheck.portfolio.layout import Part


class EvidenceFrames:
    """Reads the evidence of questions of one dataframe.

    Args:
        coding: the columns of the dataframe, and the codes of those that hold text.
        names: the names of those columns, by their place.
        reader: how questions are read.
    """

    def __init__(self, coding: Coding, names: tuple[str, ...], reader: QuestionReader) -> None:
        self.coding, self.names, self.reader = coding, names, reader
        self.cells, self.say = coding.cells, coding.say
        self.days = DayReader(coding.cells, reader.rubric, reader.as_of)

    def cap(self, criterion: Criterion, places: Places) -> Expr | None:
        """The best rank that evidence supports; None where it does not cap, or not so simply."""
        tables = self._tables(criterion, places)
        caps = [max(table) for table in tables]
        if self._is_free(tables) or not _are_caps(tables, caps):
            return None
        state = self._state(criterion, places)
        return self.say.code(caps[0]) if state is None else self.say.by_position(state, caps)

    def counted(self, criterion: Criterion, places: Places, end: Expr, cap: str | None) -> Expr:
        """Lower an end to what its evidence supports; `cap` is the column of its cap."""
        if cap is not None:
            return self.say.pick(end > self.say.col(cap), self.say.col(cap), end)
        tables = self._tables(criterion, places)
        if self._is_free(tables):
            return end
        cells = [rank for table in tables for rank in table]
        state = self._state(criterion, places)
        if state is None:
            return self.say.by_position(end, cells)
        return self.say.by_position(self._beside(state, len(tables[0]), end), cells)

    def _tables(self, criterion: Criterion, places: Places) -> list[tuple[int, ...]]:
        """The rank that counts for each rank stated, state of the evidence by state."""
        states = self._states(criterion, places)
        return [self.reader.supported(criterion, state) for state in states]

    def _is_free(self, tables: list[tuple[int, ...]]) -> bool:
        return all(table == tuple(range(len(table))) for table in tables)

    def _states(self, criterion: Criterion, places: Places) -> list[Support]:
        """Every state of the evidence that is told apart, in the order of their numbers."""
        grades = (None, *self.reader.grades) if Part.GRADE in places else (None,)
        counts = self._counts(criterion, places)
        days = self.days.samples(criterion) if Part.DATED in places else (None,)
        return [
            Support() if grade is None or count == 0 else Support(grade, count, day)
            for grade, count, day in product(grades, counts, days)
        ]

    def _counts(self, criterion: Criterion, places: Places) -> tuple[int, ...]:
        if Part.COUNT not in places:
            return (1,)
        return tuple(range(self.reader.needed(criterion) + 1))

    def _state(self, criterion: Criterion, places: Places) -> Expr | None:
        """The number of the state of the evidence; None where there is but one."""
        found: Expr | None = None
        if Part.GRADE in places:
            found = self.say.col(self.coding.columns[self.names[places[Part.GRADE]]].code)
        if found is None:
            return None
        if Part.COUNT in places:
            name, most = self.names[places[Part.COUNT]], self._counts(criterion, places)[-1]
            _, number = self.cells.whole(name, 0, MOST_RECORDS)
            blank = self.cells.is_blank(name)
            number = self.say.when(blank).then(self.say.lit(1)).otherwise(number)
            held = self.say.least([self.say.cast(number, WIDE), self.say.wide(most)])
            found = self._beside(found, most + 1, held)
        if Part.DATED in places:
            name, size = self.names[places[Part.DATED]], len(self.days.samples(criterion))
            found = self._beside(found, size, self.days.age(name, criterion))
        return found

    def _beside(self, number: Expr, size: int, other: Expr) -> Expr:
        """The number of a pair, where there are so many of the second."""
        first, second = (self.say.cast(one, WIDE) for one in (number, other))
        return first * self.say.wide(size) + second


def _are_caps(tables: list[tuple[int, ...]], caps: list[int]) -> bool:
    """Tell whether evidence does nothing but cap."""
    pairs = zip(tables, caps, strict=True)
    return all(table == tuple(min(r, cap) for r in range(len(table))) for table, cap in pairs)
