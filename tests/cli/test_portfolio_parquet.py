"""A Parquet table scored as one dataframe: the very results of its rows one by one."""

import datetime
from decimal import Decimal

import polars
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.portfolio.samples import Folder

import scalecheck as sc
from scalecheck.api.portfolio import read_options
from scalecheck.api.portfolio_frames import score_sound_parquet
from scalecheck.api.portfolio_sources import result_names
from scalecheck.api.portfolio_writing import Job
from scalecheck.portfolio.tables.writing import Layout

DAY, MOMENT = datetime.date(2026, 5, 1), datetime.datetime.fromisoformat("2026-05-01T03:00")
NIGHT = datetime.datetime.fromisoformat("2026-05-01")
COLUMNS = {
    "sante": [["yes", "no"], [True, False], ["Oui", None]],
    "territory": [["16", "02"], [16.0, 2.0], [16, None], ["16|02", ""], [["16"], ["02"]]],
    "sector": [[None, None], ["", "sante"], ["Santé", " sante "], [True, False]],
    "title": [["a", None], [1.5, 2.0], [True, False], [DAY, None], [" a", "\x1fb "], ["", " "]],
    "organization": [[MOMENT, MOMENT], [7, 8], ["\u00a0a\u200b", "a  b"], [None, None]],
    "track": [["x", None], [1, 2]],
    "strategies": [["", None], [1.0, 2.0]],
    "ampleur": [[1, 2], [1.0, 3.0], [Decimal("1.00"), Decimal("2")], ["amorce", "2"], [None, 1]],
    "ampleur.grade": [["documented", "0"], ["Documentée", None], [0, 0]],
    "ampleur.count": [[1, 2], [1.0, 2.0], ["1", None], [Decimal("1"), None]],
    "ampleur.dated": [[DAY, None], [NIGHT, NIGHT], [MOMENT, None], ["2026-05", ""]],
    "ancrage.reason": [["parce que", None], [1, 2], [False, None]],
    "milieux/instances": [[1, 1], [1.0, None], ["1", ""]],
    "id": [["P1", "P\u200b1"], ["P  1", "P2"], [1.0, 2.0], [1, 2], ["a ", "b"], [None, "b"]],
}
CASES = [(name, values) for name, each in COLUMNS.items() for values in each]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return Folder(tmp_path_factory.mktemp("parquet"))


def score(folder, **columns):
    """Score a table of two projects both ways, and check that they say the same."""
    path = folder.path / "t.parquet"
    given = {"id": ["a", "b"], "ampleur": ["1", "2"], "milieux/1/usage": ["1", None], **columns}
    polars.DataFrame(given, strict=False).write_parquet(path)
    options = sc.PortfolioOptions(rubric=str(folder.rubric), force=True, as_of="2026-10-15")
    one, each = folder.path / "one.parquet", folder.path / "each.parquet"
    for file in (one, each):
        file.unlink(missing_ok=True)
    found = sc.score_portfolio([path], one, options)
    listed = options._replace(refused=folder.path / "refused.csv")  # to list is to read by rows
    wanted = sc.score_portfolio([path], each, listed)
    assert found == wanted
    if wanted.written:
        texts = (polars.read_parquet(file).cast(polars.String) for file in (one, each))
        assert next(texts).to_dicts() == next(texts).to_dicts()
    return path, options


def is_fast(path, options):
    reading, _ = read_options(options)
    job = Job(Layout(result_names(reading), {}, False), "parquet", force=True)
    return score_sound_parquet(path, path.with_name("fast.parquet"), reading, job) is not None


@pytest.mark.parametrize(("name", "values"), CASES, ids=lambda one: str(one)[:40])
def test_whatever_a_column_holds_both_ways_say_the_same(folder, name, values):
    score(folder, **{name: values})


def test_what_is_written_as_text_goes_the_fast_way(folder):
    texts = {"title": [" Un", "Deux  trois"], "sector": ["sante", ""], "territory": [16.0, None]}
    assert is_fast(*score(folder, **texts))
    assert not is_fast(*score(folder, id=["a", "b\u200b"]))


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.text(" a1\u00a0\u200b\u2060\x1c\x85\t\u2028", max_size=4), min_size=4, max_size=4)
)
def test_whatever_spaces_texts_hold_both_ways_say_the_same(folder, texts):
    score(folder, id=texts[:2], title=texts[2:], sector=["sante", texts[0]])
