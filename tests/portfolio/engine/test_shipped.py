"""The rubrics that ship, and the examples: every engine, every kind of dataframe."""

from pathlib import Path

import duckdb
import polars as pl
import pytest
from tests.portfolio.engine.cases import CaseEngine
from tests.portfolio.engine.expected import expected
from tests.portfolio.engine.tables import Table
from tests.portfolio.engine.test_agreement import as_text, frame_of, framed, rows_of

import scalecheck as sc
from scalecheck.api.framing import assess_frame
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.rows import RowEngine
from scalecheck.portfolio.plan.results import Results

EVERY = tuple(Results)
ROOT = Path(__file__).parents[3]
SHIPPED = ("is-echelle", "trl", "screening")
KINDS = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pandas": lambda frame: frame.to_pandas(),
    "pyarrow": lambda frame: frame.to_arrow(),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_table_of_a_shipped_rubric_agrees(name):
    table = Table(sc.load_rubric(name), seed=7, rows=5)
    engine = RowEngine(table.rubric, Binding(table.rubric, table.names), EVERY, table.reader)
    found = rows_of(framed(table, frame_of(table)))
    for row, wanted, given in zip(table.rows, table.expected(), found, strict=True):
        assert dict(zip(engine.names, engine.score(row).values, strict=True)) == wanted
        assert {key: given[key] for key in wanted} == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_a_dataframe_comes_back_as_it_came(kind):
    table = Table(sc.load_rubric("screening"), seed=3, rows=12)
    engine = RowEngine(table.rubric, Binding(table.rubric, table.names), EVERY, table.reader)
    native = KINDS[kind](frame_of(table))
    found = framed(table, native)
    for row, given in zip(table.rows, rows_of(found), strict=True):
        wanted = dict(zip(engine.names, engine.values(tuple(map(as_text, row))), strict=True))
        assert {key: _plain(given[key]) for key in wanted} == wanted


def _plain(value):
    """A missing value is None, whatever the library calls it."""
    return None if value is None or value != value else value


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_of_a_dataframe_is_kept(kind):
    rubric = sc.load_rubric("screening")
    native = KINDS[kind](pl.DataFrame({"id": ["a", "b"]}))
    assert type(assess_frame(rubric, native)) is type(native)


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*/project.yaml")), ids=str)
def test_an_example_scores_as_it_is_assessed(path):
    project = sc.load_project(path)
    rubric = sc.load_rubric(project.current.rubric)
    found = expected(sc.assess(rubric, project))
    assert CaseEngine(rubric, EVERY).score(project) == found
