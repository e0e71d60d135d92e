"""Every engine gives what the engine of one project gives: any rubric, any table, any column."""

import narwhals as nw
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.portfolio.engine.cases import CaseEngine
from tests.portfolio.engine.expected import expected
from tests.portfolio.engine.tables import Table
from tests.scoring.generator import VOCABULARIES, make

from scalecheck.api.framing import assess_frame
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.rows import RowEngine
from scalecheck.portfolio.plan.results import Results
from scalecheck.scoring.assess import Options, assess

EVERY = tuple(Results)
QUICK = settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
CHUNKS = 20
SLOW_RUBRICS = 600


def as_text(cell):
    return None if cell is None else str(cell)


def frame_of(table):
    """The rows of a table as a Polars frame of texts."""
    columns = {
        name: pl.Series([as_text(row[n]) for row in table.rows], dtype=pl.String)
        for n, name in enumerate(table.names)
    }
    return pl.DataFrame(columns)


def framed(table, frame):
    """What the engine of tables gives of each row, as mappings."""
    mode = "deemed" if table.deemed else "none"
    found = assess_frame(table.rubric, frame, evidence=mode, as_of=table.as_of)
    frame = nw.from_native(found)
    return frame.collect() if isinstance(frame, nw.LazyFrame) else frame


def rows_of(found):
    return [dict(zip(found.columns, row, strict=True)) for row in found.iter_rows()]


def check_rows(seed, rows=6):
    """The engine of rows against the engine of one project, on a random table."""
    rubric, _ = make(seed).read()
    table = Table(rubric, seed, rows=rows)
    engine = RowEngine(rubric, Binding(rubric, table.names), EVERY, table.reader)
    for row, wanted in zip(table.rows, table.expected(), strict=True):
        scored = engine.score(row)
        assert scored.problem is None, seed
        assert dict(zip(engine.names, scored.values, strict=True)) == wanted, seed


def check_frames(seed, rows=12):
    """The engine of tables against the engine of rows, on the same random table."""
    rubric, _ = make(seed).read()
    table = Table(rubric, seed, rows=rows)
    if not table.names:
        return
    engine = RowEngine(rubric, Binding(rubric, table.names), EVERY, table.reader)
    values = [engine.values(tuple(map(as_text, row))) for row in table.rows]
    for frame in (frame_of(table).lazy(), frame_of(table).to_arrow()):  # both dialects
        found = rows_of(framed(table, frame))
        for row, columns in zip(values, found, strict=True):
            wanted = dict(zip(engine.names, row, strict=True))
            assert {name: columns[name] for name in wanted} == wanted, seed
            assert columns["problem.code"] is None


def check_projects(seed):
    """A plan over the facts of a real project against the engine of one project."""
    rubric, project = make(seed).read()
    options = Options(vocabularies=VOCABULARIES)
    wanted = expected(assess(rubric, project, options))
    assert CaseEngine(rubric, EVERY).score(project, options) == wanted, seed


@pytest.mark.parametrize("check", [check_rows, check_frames, check_projects])
def test_engines_agree_on_the_first_seeds(check):
    for seed in range(4):
        check(seed)


@QUICK
@given(seed=st.integers(0, 2**32 - 1))
def test_engines_agree_on_any_rubric_and_any_project(seed):
    check_projects(seed)


@settings(QUICK, max_examples=3)
@given(seed=st.integers(0, 2**32 - 1))
def test_engines_agree_on_any_rubric_and_any_table(seed):
    check_rows(seed, rows=3)
    check_frames(seed, rows=3)


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_engines_agree_on_many_rubrics(chunk):
    size = SLOW_RUBRICS // CHUNKS
    for seed in range(10_000 + chunk * size, 10_000 + (chunk + 1) * size):
        check_projects(seed)
        check_rows(seed)
        check_frames(seed)
