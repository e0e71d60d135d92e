"""The door of dataframes: the user's own kind comes in, and the same kind goes out."""

from typing import Any

import narwhals as nw

from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.frames.assess import FrameEngine
from scalecheck.portfolio.engine.frames.cells import Cells
from scalecheck.portfolio.engine.frames.codes import most_code
from scalecheck.portfolio.engine.frames.dialect import Dialect
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.rows import RowEngine
from scalecheck.portfolio.plan.node import TooLarge
from scalecheck.portfolio.plan.results import Results

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]


def score_frame(rubric: Rubric, native: Any, groups: tuple[Results, ...], reader: "Reader") -> Any:
    """Score the rows of a dataframe, and give them as the same kind of dataframe."""
    frame: Frame = nw.from_native(native)
    schema = frame.collect_schema()
    binding = Binding(rubric, tuple(schema))
    question_reader = reader.make(rubric, binding)
    _refuse_lists(schema, binding)
    if not any(binding.layout.read(name) for name in schema):
        return _by_rows(frame, RowEngine(rubric, binding, groups, question_reader))
    try:
        dialect = _dialect_of(frame)(most_code(rubric))
        engine = FrameEngine(binding, Cells(schema, dialect), groups, question_reader)
    except TooLarge:
        return _by_rows(frame, RowEngine(rubric, binding, groups, question_reader))
    is_lazy, is_polars = isinstance(frame, nw.LazyFrame), frame.implementation.is_polars()
    rows = frame.lazy().to_native() if is_polars else frame.lazy()
    found = engine.run(rows)
    found = found if is_lazy else found.collect()
    return found if is_polars else found.to_native()


def _refuse_lists(schema: nw.Schema, binding: Binding) -> None:
    nested = [n for n, kind in schema.items() if kind.is_nested() and binding.layout.read(n)]
    if nested:
        names = ", ".join(nested)
        raise ValueError(f"these columns hold lists: join the values of each cell with |: {names}")


def _dialect_of(frame: Frame) -> type[Dialect]:
    if not frame.implementation.is_polars():
        return Dialect
    from scalecheck.portfolio.engine.frames.native import PolarsDialect

    return PolarsDialect


class Reader:
    """How evidence is to be read, before the columns of a table are known."""

    def __init__(self, *, deemed: bool, as_of: str | None) -> None:
        self.deemed, self.as_of = deemed, as_of

    def make(self, rubric: Rubric, binding: Binding) -> QuestionReader:
        """Read the questions of a table: levels are deemed supported only where it has no grade."""
        deemed = self.deemed and not binding.has_grades
        return QuestionReader(rubric, deemed=deemed, as_of=self.as_of)


def _by_rows(frame: Frame, engine: RowEngine) -> Any:
    """Score row by row, in memory, what no small plan can say."""
    rows = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    is_pandas = rows.implementation.is_pandas_like()
    kept = [name for name in rows.columns if _is_kept(engine.binding, name)]
    names = (*engine.names, "problem.code", "problem.column")
    found: dict[str, list[object]] = {name: [] for name in (*kept, *names)}
    for row in rows.iter_rows():
        cells = tuple(map(_or_none, row)) if is_pandas else row
        scored = engine.score(cells)
        values = scored.values or (None,) * len(engine.names)
        problem = None if scored.problem is None else scored.problem.value
        told = (*(cells[rows.columns.index(n)] for n in kept), *values, problem, scored.column)
        for name, value in zip(found, told, strict=True):
            found[name].append(value)
    schema = {n: rows.schema[n] if n in kept else _kind_of(v, is_pandas) for n, v in found.items()}
    made = nw.from_dict(found, schema, backend=rows.implementation)
    if isinstance(frame, nw.LazyFrame):
        return made.lazy(backend=frame.implementation).to_native()
    return made.to_native()


def _or_none(cell: Any) -> Any:
    """What pandas calls missing is unlike itself, or neither like nor unlike."""
    try:
        return None if cell != cell else cell  # noqa: PLR0124
    except TypeError:
        return None


def _is_kept(binding: Binding, name: str) -> bool:
    column = binding.layout.read(name)
    return column is not None and not column.group and column.part in ("about", "attribute")


def _kind_of(values: list[object], is_pandas: bool) -> nw.dtypes.DType:
    """The kind of a column; pandas has no whole numbers where any is missing."""
    if any(isinstance(value, float) for value in values):
        return nw.Float64()
    if any(isinstance(value, int) for value in values):
        return nw.Float64() if is_pandas and None in values else nw.Int64()
    return nw.String()
