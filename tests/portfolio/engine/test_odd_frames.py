"""Dataframes that are not as one expects: no known column, stray bars, many levels, lists."""

import duckdb
import narwhals as nw
import polars as pl
import pytest

import scalecheck as sc
from scalecheck.api.framing import RowScorer, assess_frame
from scalecheck.errors import UnknownName
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

KINDS = {
    "polars": lambda frame: frame,
    "polars lazy": lambda frame: frame.lazy(),
    "pandas": lambda frame: frame.to_pandas(),
    "pyarrow": lambda frame: frame.to_arrow(),
    "duckdb": lambda frame: duckdb.from_arrow(frame.to_arrow()),
}
BARS = ["|", "||", "|local", "||local", "local|", "local||scale", "", None, "|nulle-part"]
ROLES = ["|", "||", "|trial|", "", None, "trial||integrator", "|autre", "|", "trial"]


def rows_of(native):
    frame = nw.from_native(native)
    frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    rows = frame.iter_rows(named=True)
    return [{n: None if v is None or v != v else v for n, v in row.items()} for row in rows]


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_without_a_known_column_keeps_its_rows(kind):
    native = KINDS[kind](pl.DataFrame({"couleur": ["bleu", "vert"]}))
    found = rows_of(assess_frame(sc.load_rubric("screening"), native, columns=("levels", "counts")))
    assert len(found) == 2
    assert found[0] == found[1]
    assert found[0]["questions.answered"] == 0


@pytest.mark.parametrize("kind", KINDS)
def test_bars_around_values_say_what_they_say_in_a_row(kind):
    rubric = sc.load_rubric("is-echelle")
    names = ["track", "milieux/1/role", "milieux/1/engagement", "milieux/2/role"]
    rows = [(track, role, "3", role) for track, role in zip(BARS, ROLES, strict=True)]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    scorer = RowScorer(rubric, names)
    found = rows_of(assess_frame(rubric, KINDS[kind](frame)))
    for row, one, given in zip(rows, scorer.score(rows), found, strict=True):
        assert given["problem.code"] == (one.problem and one.problem.value), row
        if one.values is not None:
            wanted = dict(zip(scorer.names, one.values, strict=True))
            assert {name: given[name] for name in wanted} == wanted, row


@pytest.mark.parametrize("kind", KINDS)
def test_a_count_or_a_date_ends_where_it_ends(kind):
    names = ["ampleur-besoin", "ampleur-besoin.grade", "ampleur-besoin.count"]
    names += ["ampleur-besoin.dated"]
    frame = pl.DataFrame(
        [("2", "documented", "1\n", None), ("2", "documented", "1", "2026-01-01\n")],
        schema=dict.fromkeys(names, pl.String),
        orient="row",
    )
    found = rows_of(assess_frame(sc.load_rubric("is-echelle"), KINDS[kind](frame)))
    assert [row["problem.code"] for row in found] == ["not-a-count", "not-a-date"]


def many_levels():
    """A rubric of 200 levels, so that the number of the last goes into no byte."""
    asked = [", requires: {c: 1}"] * 200
    levels = "".join(f"  - {{value: {n}, name: {{fr: N{n}}}{r}}}\n" for n, r in enumerate(asked))
    text = f"""
format: scalecheck/rubric@1
id: longue
version: 1.0.0
languages: [fr]
title: {{fr: Longue}}
licence: CC-BY-4.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {{reason: required, min_applicable: 10%}}
  empty_level: blocks
scales:
  - {{id: s, levels: [{{value: 0, label: {{fr: A}}}}, {{value: 1, label: {{fr: B}}}}]}}
dimensions:
  - id: d
    title: {{fr: D}}
    criteria:
      - {{id: c, title: {{fr: C}}, scale: s}}
levels:
{levels}"""
    return build(parse(text.encode(), "longue"), kind_named("rubric")).value


@pytest.mark.parametrize("kind", ["polars", "pyarrow"])
def test_two_hundred_levels_are_numbered(kind):
    rubric = many_levels()
    names = [criterion.id for criterion in rubric.criteria]
    rows = [("1",), ("0",)]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    frame = frame.with_columns(track=pl.lit(None, pl.String), sector=pl.lit("sante"))
    scorer = RowScorer(rubric, frame.columns, columns=("levels",))
    found = rows_of(assess_frame(rubric, KINDS[kind](frame), columns=("levels",)))
    for one, given in zip(scorer.score(frame.rows()), found, strict=True):
        assert {n: given[n] for n in scorer.names} == dict(
            zip(scorer.names, one.values, strict=True)
        )


def test_lists_and_days_that_are_none_are_refused_at_once():
    rubric = sc.load_rubric("screening")
    lists = pl.DataFrame({"clientele": [["familles", "jeunes"]]})
    with pytest.raises(ValueError, match=r"join the values.*clientele"):
        assess_frame(rubric, lists)
    for day in ("2026-13", "hier", "2026-02-30"):
        with pytest.raises(UnknownName):
            assess_frame(rubric, pl.DataFrame({"id": ["a"]}), as_of=day)
