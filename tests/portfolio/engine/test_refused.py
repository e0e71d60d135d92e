"""A cell that may not be there is named, and changes no other row, whichever the engine."""

import re

import polars as pl
import pytest

import scalecheck as sc
from scalecheck.api.framing import RowScorer, assess_frame
from scalecheck.portfolio.plan.results import Results

GOOD = {
    "id": "a",
    "ampleur-besoin": "2",
    "ampleur-besoin.grade": "documented",
    "ampleur-besoin.count": "1",
    "ampleur-besoin.dated": "2026-01",
    "track": "scale",
    "strategies": "replication",
    "milieux/instances": "1",
    "milieux/1/usage": "2",
    "milieux/1/count": "1",
}
BAD = [
    ("ampleur-besoin", "7", "level-outside-scale"),
    ("ampleur-besoin", "-1", "level-outside-scale"),
    ("ampleur-besoin", "NaN", "level-outside-scale"),
    ("ampleur-besoin", "=cmd()", "level-outside-scale"),
    ("ampleur-besoin", "3..1", "between-reversed"),
    ("ampleur-besoin", "1..9", "level-outside-scale"),
    ("ampleur-besoin.grade", "sworn", "unknown-grade"),
    ("ampleur-besoin.count", "-2", "not-a-count"),
    ("ampleur-besoin.count", "beaucoup", "not-a-count"),
    ("ampleur-besoin.dated", "15/10/2026", "not-a-date"),
    ("ampleur-besoin.dated", "2026-02-30", "not-a-date"),
    ("track", "nulle-part", "unknown-track"),
    ("strategies", "replication|magie", "unknown-strategy"),
    ("milieux/instances", "-1", "not-a-count"),
    ("milieux/instances", "5", "too-many-instances"),
    ("milieux/1/usage", "9", "level-outside-scale"),
    ("milieux/1/count", "0", "not-a-count"),
]


def table(rows):
    return pl.DataFrame(rows, schema=dict.fromkeys(GOOD, pl.String))


def test_every_bad_cell_is_named_and_changes_no_other_row():
    rubric = sc.load_rubric("is-echelle")
    rows = [GOOD, *({**GOOD, column: cell} for column, cell, _ in BAD), GOOD]
    groups = ("levels", "dimensions")
    found = assess_frame(rubric, table(rows), columns=groups, as_of="2026-10-15").rows(named=True)
    scorer = RowScorer(rubric, list(GOOD), columns=groups, as_of="2026-10-15")
    scored = list(scorer.score(tuple(row.values()) for row in rows))
    assert found[0] == found[-1]
    assert found[0]["problem.code"] is None
    assert dict(zip(scorer.names, scored[0].values, strict=True)).items() <= found[0].items()
    for (column, _, code), row, one in zip(BAD, found[1:-1], scored[1:-1], strict=True):
        assert (row["problem.code"], row["problem.column"]) == (code, column)
        assert (one.values, one.problem, one.column) == (None, code, column)
        assert all(row[name] is None for name in scorer.names)


@pytest.mark.parametrize("cell", [float("nan"), float("inf"), -3.0, 1.5])
def test_a_number_that_is_no_level_is_named(cell):
    rubric = sc.load_rubric("is-echelle")
    code = "not-a-number" if cell != cell else "level-outside-scale"
    frame = pl.DataFrame({"ampleur-besoin": [cell, 2.0]})
    found = assess_frame(rubric, frame, columns=("levels",))
    assert found["problem.code"].to_list() == [code, None]
    scorer = RowScorer(rubric, ["ampleur-besoin"], columns=("levels",))
    assert [one.problem for one in scorer.score([(cell,), (2.0,)])] == [code, None]


def test_columns_that_are_not_asked_for_are_not_given():
    rubric = sc.load_rubric("screening")
    scorer = RowScorer(rubric, ["id"], columns=(Results.LEVELS,))
    assert all(name.partition(".")[0] in ("level", "position") for name in scorer.names)
    with pytest.raises(ValueError, match="tout"):
        RowScorer(rubric, ["id"], columns=("tout",))


def test_nothing_of_a_rubric_is_written_in_generated_code(monkeypatch):
    seen = []
    rubric = sc.load_rubric("is-echelle")

    def spy(text, name, mode):
        seen.append(text)
        return compile(text, name, mode)

    for module in ("rows", "bringing"):
        monkeypatch.setattr(f"scalecheck.portfolio.engine.{module}.compile", spy, raising=False)
    scorer = RowScorer(rubric, list(GOOD), as_of="2026-10-15")
    assert next(scorer.score([tuple(GOOD.values())])).problem is None
    words = {word for text in seen for word in _words(text)}
    assert seen
    assert words <= {"def", "score", "bring", "row", "given", "return", "if", "else", "and",
                     "or", "not", "min", "max", "None"}  # fmt: skip


def _words(text):

    return (
        w for w in re.findall(r"[^\W\d]\w*", text) if not re.fullmatch(r"[a-z]\d*|_|x[0-9a-f]+", w)
    )


def test_a_thousand_records_say_no_more_than_those_that_are_asked_for():
    rubric = sc.load_rubric("is-echelle")
    scorer = RowScorer(rubric, list(GOOD), as_of="2026-10-15")
    few, many = ({**GOOD, "ampleur-besoin.count": count} for count in ("9", "1000"))
    first, second = scorer.score(tuple(row.values()) for row in (few, many))
    assert first.problem is None
    assert first == second
