"""Columns of numbers, of closed lists and of dates read as texts do, whatever holds them."""

from datetime import date

import duckdb
import narwhals as nw
import polars as pl
import pytest

import scalecheck as sc
from scalecheck.api.framing import assess_frame

COLUMNS = ("levels", "dimensions", "blockers")
WANTED = {"columns": COLUMNS, "as_of": "2026-10-15"}
TEXTS = {
    "id": ["a", "b", "c", "d"],
    "ampleur-besoin": ["2", None, "4", "9"],
    "ampleur-besoin.grade": ["documented", None, "independent", None],
    "ampleur-besoin.count": ["1", None, "2", None],
    "ampleur-besoin.dated": ["2026-01-15", None, "2020-03-01", None],
    "ancrage-terrain": ["1", "2", "0", "3"],
    "milieux/instances": ["1", "0", None, "1"],
    "milieux/1/usage": ["2", None, None, "1"],
    "milieux/1/role": ["integrator", None, None, "trial"],
}
TYPED = {
    "ampleur-besoin": pl.Series([2, None, 4, 9], dtype=pl.Int64),
    "ampleur-besoin.grade": pl.Series(
        ["documented", None, "independent", None],
        dtype=pl.Enum(["declared", "documented", "verified", "independent"]),
    ),
    "ampleur-besoin.count": pl.Series([1, None, 2, None], dtype=pl.Int8),
    "ampleur-besoin.dated": pl.Series([date(2026, 1, 15), None, date(2020, 3, 1), None]),
    "ancrage-terrain": pl.Series([1.0, 2.0, 0.0, 3.0]),
    "milieux/instances": pl.Series([1, 0, None, 1], dtype=pl.Int64),
    "milieux/1/usage": pl.Series([2.0, None, None, 1.0]),
}
KINDS = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pandas": lambda frame: frame.to_pandas(),
    "pyarrow": lambda frame: frame.to_arrow(),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
}


def rows_of(native):
    frame = nw.from_native(native)
    frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return [tuple(None if v != v else v for v in row) for row in frame.iter_rows()]


@pytest.mark.parametrize("kind", KINDS)
def test_typed_columns_read_as_texts_do(kind):
    rubric = sc.load_rubric("is-echelle")
    texts = pl.DataFrame(TEXTS, schema=dict.fromkeys(TEXTS, pl.String))
    wanted = rows_of(assess_frame(rubric, texts, **WANTED))
    typed = texts.with_columns(**TYPED)
    assert rows_of(assess_frame(rubric, KINDS[kind](typed), **WANTED)) == wanted
    assert [row[-2:] for row in wanted][3] == ("level-outside-scale", "ampleur-besoin")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_too_large_for_expressions_is_scored_by_rows_the_same(kind):
    """A header of a 65th instance asks for more room than expressions are made for."""
    rubric = sc.load_rubric("is-echelle")
    texts = pl.DataFrame(TEXTS, schema=dict.fromkeys(TEXTS, pl.String))
    wanted = rows_of(assess_frame(rubric, texts, **WANTED))
    typed = texts.with_columns(**TYPED, **{"milieux/65/usage": pl.lit(None, pl.String)})
    assert rows_of(assess_frame(rubric, KINDS[kind](typed), **WANTED)) == wanted
