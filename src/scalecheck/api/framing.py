"""Score the rows of a dataframe, and of plain rows, under a rubric."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from scalecheck.errors import UnknownName
from scalecheck.extras import needing
from scalecheck.model.base import MONTH, is_day
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.questions import EvidenceMode, QuestionReader
from scalecheck.portfolio.engine.rows import RowEngine, Scored
from scalecheck.portfolio.plan.results import Results
from scalecheck.scoring.calendar import last_day

FrameT = TypeVar("FrameT")
EVERY = tuple(Results)


def assess_frame(
    rubric: Rubric,
    frame: FrameT,
    *,
    columns: Sequence[str] = EVERY,
    evidence: str = EvidenceMode.NONE,
    as_of: str | None = None,
) -> FrameT:
    """Score each row of a dataframe as one project: exact, the same as `assess` of each.

    Args:
        rubric: the instrument.
        frame: a wide table (see `portfolio.layout`): pandas, Polars (eager or lazy), PyArrow, a
            DuckDB relation, or whatever else narwhals knows. A lazy one stays lazy.
        columns: the groups of columns to give (`levels`, `claimed`, `stages`, `bottlenecks`,
            `dimensions`, `measures`, `counts`, `blockers`, `decisive`, `distance`): the fewer,
            the faster.
        evidence: where the whole table has no column of grades, `deemed` takes levels as
            supported, `none` as declared only.
        as_of: the day that the age of evidence is counted to; without it nothing is stale.

    Returns:
        The same kind of dataframe: the columns of context of each row, then those asked for, then
        `problem.code` and `problem.column` for the rows that are refused.

    Raises:
        MissingExtra: the extra `portfolio` is not installed.
        ValueError: there is no such group of columns, no such manner of evidence, or a column
            that is read holds lists.
        UnknownName: `as_of` is no date.
    """
    groups, deemed = _groups(columns), EvidenceMode(evidence) is EvidenceMode.DEEMED
    with needing("portfolio"):
        from scalecheck.portfolio.engine.frames.door import Reader, score_frame
    found: FrameT = score_frame(rubric, frame, groups, Reader(deemed=deemed, as_of=_day(as_of)))
    return found


class RowScorer:
    """Scores rows of one table, one by one, in plain Python: the core install alone.

    Args:
        rubric: the instrument.
        names: the names of the columns of the table, in order.
        columns, evidence, as_of: as in `assess_frame`.
    """

    def __init__(
        self,
        rubric: Rubric,
        names: Sequence[str],
        *,
        columns: Sequence[str] = EVERY,
        evidence: str = EvidenceMode.NONE,
        as_of: str | None = None,
    ) -> None:
        binding = Binding(rubric, names)
        deemed = EvidenceMode(evidence) is EvidenceMode.DEEMED and not binding.has_grades
        reader = QuestionReader(rubric, deemed=deemed, as_of=_day(as_of))
        self._engine = RowEngine(rubric, binding, _groups(columns), reader)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns that each row is given, in order."""
        return self._engine.names

    def score(self, rows: Iterable[Sequence[object]]) -> Iterator[Scored]:
        """Score rows: the values of the columns, or why a row is refused and at which column."""
        return map(self._engine.score, rows)


def _day(as_of: str | None) -> str | None:
    if as_of is not None and not (MONTH.match(as_of) or is_day(as_of)):
        raise UnknownName("date", as_of, ())
    return None if as_of is None else last_day(as_of)


def _groups(columns: Sequence[str]) -> tuple[Results, ...]:
    chosen = {Results(name) for name in columns}
    return tuple(group for group in Results if group in chosen)
