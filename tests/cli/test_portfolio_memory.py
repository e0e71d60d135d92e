"""`portfolio score --cache`: what is remembered of descriptors, and what is not believed."""

import json
from pathlib import Path

import pytest
from tests.cli.projects import named, write

import scalecheck as sc
from scalecheck.cli.app import run


@pytest.fixture
def remember(tmp_path):
    """Score a folder with a cache: the rows, and the file of the cache."""

    def call():
        options = sc.PortfolioOptions(rubric="is-echelle", force=True, cache=tmp_path / "cache")
        sc.score_portfolio([tmp_path / "p"], tmp_path / "out.csv", options)
        (kept,) = (tmp_path / "cache").iterdir()
        return (tmp_path / "out.csv").read_bytes(), kept

    return call


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: 3,
        lambda entry: "a",
        lambda entry: {},
        lambda entry: [],
        lambda entry: [entry[0]],
        lambda entry: [entry[0], 3],
        lambda entry: [entry[0], [entry[1][0]]],
        lambda entry: [entry[0], [entry[1][0], 5]],
        lambda entry: [entry[0], [entry[1][0][:2], entry[1][1]]],
        lambda entry: [entry[0], [entry[1][0], entry[1][1][:-1]]],
        lambda entry: [entry[0], [[1, *entry[1][0][1:]], entry[1][1]]],
        lambda entry: [5, entry[1]],
    ],
)
def test_an_entry_that_is_not_ours_is_forgotten(tmp_path, remember, damage):
    write(tmp_path / "p" / "a.yaml", named("a"))
    wanted, kept = remember()
    sound = kept.read_text("utf-8")
    entries = json.loads(sound)
    kept.write_text(json.dumps({name: damage(one) for name, one in entries.items()}), "utf-8")
    assert remember()[0] == wanted
    assert kept.read_text("utf-8") == sound


def test_files_that_are_no_more_are_forgotten_and_others_are_not(tmp_path, remember):
    for name in ("p/a", "p/b", "q/c"):
        write(tmp_path / f"{name}.yaml", named(name.replace("/", "-")))
    _, kept = remember()
    options = sc.PortfolioOptions(rubric="is-echelle", force=True, cache=tmp_path / "cache")
    sc.score_portfolio([tmp_path / "q"], tmp_path / "out.csv", options)
    (tmp_path / "p" / "b.yaml").unlink()
    remember()
    names = sorted(Path(name).name for name in json.loads(kept.read_text("utf-8")))
    assert names == ["a.yaml", "c.yaml"]


def test_a_cache_that_cannot_be_is_misuse(tmp_path, capsys):
    write(tmp_path / "p" / "a.yaml", named("a"))
    taken = write(tmp_path / "taken", "")
    words = ["--rubric", "is-echelle", "-o", str(tmp_path / "o.csv"), "--cache", str(taken / "in")]
    assert run(["portfolio", "score", str(tmp_path / "p"), *words, "--lang", "fr"]) == 2
    assert str(taken) in capsys.readouterr().err


def test_a_report_reads_descriptors_in_full_beside_a_cache(tmp_path, remember):
    write(tmp_path / "p" / "a.yaml", named("a"))
    remember()
    options = sc.PortfolioOptions(rubric="is-echelle", cache=tmp_path / "cache")
    (member,) = sc.read_portfolio([tmp_path / "p"], options).members
    assert member.funding
