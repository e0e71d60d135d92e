"""`scalecheck portfolio generate`, and what the other commands make of what it wrote."""

import csv
from pathlib import Path

import pytest

import scalecheck as sc
from scalecheck.cli.app import run


def ask(*words: object) -> int:
    return run(["portfolio", *(str(word) for word in words)])


@pytest.mark.parametrize("rubric", ["is-echelle", "screening", "trl"])
def test_a_made_portfolio_is_scored_whole(rubric: str, tmp_path: Path) -> None:
    made, scores = tmp_path / "made.csv", tmp_path / "scores.csv"
    assert ask("generate", "-r", rubric, "-o", made, "--projects", 40, "--seed", 3) == 0
    assert ask("score", made, "-r", rubric, "-o", scores) == 0
    rows = list(csv.DictReader(scores.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 40
    assert {row["problem.code"] for row in rows} == {""}


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    first, second = (sc.make_portfolio("screening", projects=20, seed=5) for _ in range(2))
    assert first == second
    assert sc.make_portfolio("screening", projects=20, seed=6).table != first.table


def test_what_is_planted_is_told_apart(tmp_path: Path) -> None:
    made, planted = tmp_path / "made.csv", tmp_path / "planted.csv"
    words = ("-r", "is-echelle", "--projects", 100, "--planted", planted)
    assert ask("generate", *words, "-o", made) == 0
    ids = {row["id"] for row in csv.DictReader(made.read_text(encoding="utf-8").splitlines())}
    told = list(csv.DictReader(planted.read_text(encoding="utf-8").splitlines()))
    assert {row["planted"] for row in told} == {"copy", "twin", "cohort"}
    assert all(set(row["projects"].split("|")) <= ids for row in told)


def test_nothing_is_written_over_and_nothing_but_csv(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "made.csv"
    made.write_text("à garder", encoding="utf-8")
    assert ask("generate", "-r", "screening", "-o", made) == 2
    assert made.read_text(encoding="utf-8") == "à garder"
    assert ask("generate", "-r", "screening", "-o", tmp_path / "made.xlsx") == 2
    assert ask("generate", "-r", "screening", "-o", made, "--planted", made, "--force") == 2
    assert ask("generate", "-r", "nulle-part", "-o", tmp_path / "x.csv") == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == ["made.csv"]
    assert "nulle-part" in capsys.readouterr().err
