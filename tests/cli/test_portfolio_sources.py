"""The sources of a portfolio: one road for scores and reports, and nothing lost on it."""

import json
import os
import shutil
from pathlib import Path

import pytest
from tests.cli.projects import EXAMPLES, named, write
from tests.portfolio.samples import ROWS, Folder, as_csv, changed
from tests.portfolio.tables.damage import every_damage

import scalecheck as sc
from scalecheck.cli.app import run
from scalecheck.portfolio.members import member_of

DAMAGES = tuple(every_damage())


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.fixture
def both(tmp_path):
    """Score sources, and read them for a report: the same projects, the same refusals."""

    def call(*sources, rubric="is-echelle", **chosen):
        options = sc.PortfolioOptions(rubric=str(rubric), force=True, language="en", **chosen)
        out = tmp_path / "both.json"
        scored = sc.score_portfolio(sources, out, options)
        read = sc.read_portfolio(sources, options)
        rows = json.loads(out.read_text("utf-8"))["projects"] if scored.written else []
        ids = sorted(row["id"] for row in rows if "problem.code" not in row)
        assert sorted(one.id for one in read.members) == ids
        assert read.refused == scored.told
        return ids, [(one.source, one.place, one.problem.code) for one in read.refused]

    return call


# One road


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.label)
def test_a_report_refuses_of_a_damaged_table_what_a_score_refuses(folder, damage):
    found = folder.score(damage.file, damage.make())
    options = sc.PortfolioOptions(rubric=str(folder.rubric))
    read = sc.read_portfolio([folder.path / damage.file], options)
    assert list(read.refused) == found.errors
    assert {one.id for one in read.members} == set(found.values)


def test_a_pattern_is_expanded_for_scores_and_reports(both, tmp_path, folder):
    for number in (1, 2):
        rows = [(f"{row[0]}-{number}", *row[1:]) for row in ROWS]
        (tmp_path / f"base{number}.csv").write_bytes(as_csv(tuple(rows)))
    ids, refused = both(tmp_path / "base*.csv", rubric=folder.rubric)
    assert (len(ids), refused) == (12, [])


def test_what_is_hidden_is_passed_over_in_folders_and_patterns(both, tmp_path):
    for name in ("b.yaml", ".a.yaml", ".hidden/c.yaml", "in/.old/d.yaml", "in/e.yaml"):
        write(tmp_path / "p" / name, named(name.strip(".").replace("/", "-").replace(".", "-")))
    by_folder = both(tmp_path / "p")
    assert by_folder == (["b-yaml", "in-e-yaml"], [])
    assert both(tmp_path / "p" / "**" / "*.yaml") == by_folder
    assert both(tmp_path / "p" / ".hidden" / "*.yaml")[0] == ["hidden-c-yaml"]
    assert both(tmp_path / "p" / ".hid*" / "*.yaml")[0] == ["hidden-c-yaml"]


def test_a_pipe_is_named_and_a_folder_called_as_a_file_is_a_folder(both, tmp_path):
    write(tmp_path / "p" / "folder.yaml" / "a.yaml", named("a"))
    write(tmp_path / "p" / "table.csv" / "b.yaml", named("b"))
    os.mkfifo(tmp_path / "p" / "pipe.yaml")
    os.mkfifo(tmp_path / "pipe.csv")
    ids, refused = both(tmp_path / "p", tmp_path / "p" / "table.csv", tmp_path / "pipe.csv")
    assert ids == ["a", "b"]
    assert {(Path(source).name, code) for source, _, code in refused} == {
        ("pipe.yaml", "not-a-file"),
        ("pipe.csv", "not-a-file"),
    }


def test_a_file_that_two_sources_reach_is_read_once(both, tmp_path, monkeypatch):
    write(tmp_path / "p" / "a.yaml", named("a"))
    monkeypatch.chdir(tmp_path)
    here = tmp_path / "p"
    assert both(here, here / "a.yaml", "p", "p/*.yaml", "p/**") == (["a"], [])


def test_a_project_of_another_rubric_is_refused_by_both(both):
    ids, refused = both(EXAMPLES)
    assert "cuisines-du-fjord" in ids
    assert [(Path(one[0]).parent.name, one[2]) for one in refused] == [
        ("trl-capteur", "project-other-rubric")
    ]


def test_members_of_descriptors_are_those_of_full_assessments():
    path = EXAMPLES / "cuisines-du-fjord" / "project.yaml"
    (member,) = sc.read_portfolio([path], sc.PortfolioOptions(rubric="is-echelle")).members
    lists = sc.load_vocabularies()
    found = sc.assess(sc.load_rubric("is-echelle"), sc.load_project(path), vocabularies=lists)
    assert member == member_of(found, str(path))
    assert member.funding


def test_progress_runs_once_from_nothing_to_all(tmp_path, folder):
    (tmp_path / "t.csv").write_bytes(as_csv(tuple((f"p{n}", *ROWS[0][1:]) for n in range(2_000))))
    (tmp_path / "u.csv").write_bytes(as_csv())
    shown = []
    options = sc.PortfolioOptions(rubric=str(folder.rubric))
    sources = [tmp_path / "t.csv", tmp_path / "u.csv", tmp_path / "nowhere*.csv"]
    sc.read_portfolio(sources, options, shown.append)
    assert shown == sorted(shown)
    assert shown[-1] == 1
    assert all(0 <= part <= 1 for part in shown)


# Identifiers


def test_a_refused_row_does_not_keep_its_id_from_the_next(both, tmp_path, folder):
    rows = (("A", *changed("ampleur", "99")[2][1:]), ("A", *ROWS[0][1:]), ("A", *ROWS[1][1:]))
    (tmp_path / "t.csv").write_bytes(as_csv(rows))
    ids, refused = both(tmp_path / "t.csv", rubric=folder.rubric)
    assert ids == ["A"]
    assert [(place, code) for _, place, code in refused] == [
        ("2", "level-outside-scale"),
        ("4", "table-id-twice"),
    ]
    (row,) = (one for one in folder.read(tmp_path / "t.csv").rows if one.values is not None)
    assert row.place == "3"


def test_an_id_that_comes_back_is_refused_with_where_the_first_stands(tmp_path):
    lines = (EXAMPLES / "portfolio" / "portfolio.csv").read_text("utf-8").splitlines()
    name = lines[1].split(",")[0]
    table = write(tmp_path / "t.csv", "\n".join(lines[:3]))
    file = write(tmp_path / "a.yaml", named(name))
    read = sc.read_portfolio([table, file], sc.PortfolioOptions(rubric="is-echelle"))
    (refused,) = read.refused
    facts = dict(refused.problem.facts)
    assert (refused.source, refused.problem.code) == (str(file), "table-id-twice")
    assert (facts["name"], facts["first"]) == (name, f"{table}:2")


@pytest.mark.parametrize("title", ["", "Un titre"])
def test_a_row_without_an_id_is_refused_by_both(both, tmp_path, folder, title):
    rows = (("", title, *ROWS[0][2:]), ROWS[1])
    (tmp_path / "t.csv").write_bytes(as_csv(rows))
    ids, refused = both(tmp_path / "t.csv", rubric=folder.rubric)
    assert (ids, [one[1:] for one in refused]) == (["p2"], [("2", "table-no-id")])


def test_rows_of_tables_without_ids_are_told_apart(both, tmp_path, folder):
    text = "title,ampleur\nUn,1\nDeux,2\n"
    one, two = write(tmp_path / "a" / "one.csv", text), write(tmp_path / "b" / "two.csv", text)
    namesake = write(tmp_path / "b" / "one.csv", text)
    assert both(one, rubric=folder.rubric) == (["2", "3"], [])
    assert both(one, two, rubric=folder.rubric)[0] == ["one.csv:2", "one.csv:3", *_of("two.csv")]
    ids, refused = both(one, namesake, rubric=folder.rubric)
    assert (ids, refused) == (sorted([*_of(one), *_of(namesake)]), [])


def _of(source):
    return [f"{source}:{row}" for row in (2, 3)]


# What cannot be found, and where results go

ODD = ("nothere/*.yaml", "p/**.yaml", "p/" + "a" * 6_000 + "*", "p/" + "*/" * 3_000, "p/[")


@pytest.mark.parametrize("pattern", ODD, ids=lambda one: one[:12])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_pattern_that_matches_nothing_is_named(
    tmp_path, folder, capsys, monkeypatch, pattern, language
):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "p" / "a.yaml", named("a"))
    (tmp_path / "t.csv").write_bytes(as_csv())
    words = ["--rubric", str(folder.rubric), "--lang", language]
    assert run(["portfolio", "score", "t.csv", pattern, *words, "-o", "out.csv"]) == 0
    said = capsys.readouterr().err
    assert "[source-no-match]" in said
    assert ("motif" if language == "fr" else "pattern") in said
    assert run(["portfolio", "score", "t.csv", pattern, *words, "-o", "s.csv", "--strict"]) == 3
    assert run(["portfolio", "score", pattern, *words, "-o", "s.csv"]) == 3
    assert not Path("s.csv").exists()
    read = sc.read_portfolio([pattern], sc.PortfolioOptions(rubric=str(folder.rubric)))
    assert [one.problem.code for one in read.refused] == ["source-no-match"]


def test_a_folder_that_cannot_be_listed_is_named(both, tmp_path, monkeypatch):
    write(tmp_path / "p" / "a.yaml", named("a"))
    denied = write(tmp_path / "p" / "denied" / "b.yaml", named("b")).parent
    scandir = os.scandir

    def deny(path):
        if Path(path) == denied:
            raise PermissionError(13, "denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    assert both(tmp_path / "p") == (["a"], [(str(denied), "", "folder-denied")])
    options = sc.PortfolioOptions(rubric="is-echelle", strict=True)
    assert not sc.score_portfolio([tmp_path / "p"], tmp_path / "s.csv", options).written


@pytest.mark.parametrize("other", ["x.csv", "./x.csv", "in/../x.csv", "link/x.csv"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_scores_and_refusals_do_not_go_into_one_file(
    tmp_path, folder, capsys, monkeypatch, other, language
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "t.csv").write_bytes(as_csv())
    words = ["--rubric", str(folder.rubric), "--lang", language, "-o", "x.csv", "--refused", other]
    assert run(["portfolio", "score", "t.csv", *words]) == 2
    assert "--refused" in capsys.readouterr().err
    assert not Path("x.csv").exists()


def test_a_source_by_name_that_is_no_project_is_refused_and_in_a_folder_passed_over(both, tmp_path):
    shutil.copy(Path("rubrics/trl.yaml"), tmp_path / "trl.yaml")
    write(tmp_path / "a.yaml", named("a"))
    assert both(tmp_path) == (["a"], [])
    ids, refused = both(tmp_path / "*.yaml")
    assert (ids, {Path(source).name for source, _, _ in refused}) == (["a"], {"trl.yaml"})


def test_a_path_that_no_system_has_is_refused(tmp_path, folder):
    options = sc.PortfolioOptions(rubric=str(folder.rubric))
    for source in ("\0.csv", "\0*", "\0", "a" * 6_000, "a" * 6_000 + ".csv"):
        (refused,) = sc.read_portfolio([source], options).refused
        assert refused.problem.code in ("unreadable-file", "source-no-match", "no-such-file")
