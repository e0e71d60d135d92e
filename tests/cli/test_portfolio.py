"""`scalecheck portfolio score|template`: what it writes, what it names, what it refuses."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from tests.portfolio.samples import NAMES, ROWS, Folder, as_csv, as_parquet, as_xlsx, changed

from scalecheck.cli.app import run

TOP = Path(__file__).parents[2]
PROJECTS = TOP / "examples"


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.fixture
def score(capsys, folder):
    """Run `portfolio score` in English on a table: its exit code, its output, what it says."""

    def call(content, *words, name="t.csv"):
        path = folder.path / name
        path.write_bytes(content)
        rubric = ["--rubric", str(folder.rubric), "--lang", "en"]
        code = run(["portfolio", "score", str(path), *rubric, *map(str, words)])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_results_go_to_the_file_that_is_named_and_words_beside(score, tmp_path):
    code, shown, said = score(as_csv(), "-o", tmp_path / "out.csv")
    assert (code, shown) == (0, "")
    assert said.strip() == f"6 projects scored, in {tmp_path / 'out.csv'}."
    rows = rows_of(tmp_path / "out.csv")
    assert [row["id"] for row in rows] == [row[0] for row in ROWS]
    assert [row["level.official"] for row in rows] == ["3", "1", "1", "", "1", ""]
    assert rows[0]["title"] == "Été à l’école"


def test_results_go_to_standard_output_without_a_file(score):
    code, shown, said = score(as_csv(), "--format", "jsonl")
    assert code == 0
    found = [json.loads(line) for line in shown.splitlines()]
    assert [one["level.official"] for one in found if "level.official" in one] == [3, 1, 1, 1]
    assert said.strip() == "6 projects scored."


def test_every_format_says_the_same(score, tmp_path):
    import polars
    import python_calamine

    for name in ("csv", "json", "jsonl", "xlsx", "parquet"):
        assert score(as_csv(), "-o", tmp_path / f"out.{name}")[0] == 0
    wanted = [
        (r["id"], r["level.official"], r["level.blockers"]) for r in rows_of(tmp_path / "out.csv")
    ]
    picked = ("id", "level.official", "level.blockers")

    def texts(rows):
        return [tuple("" if r.get(n) is None else str(r.get(n)) for n in picked) for r in rows]

    whole = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert whole["rubric"]["id"] == "petite"
    assert texts(whole["projects"]) == wanted
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert texts(map(json.loads, lines)) == wanted
    assert texts(polars.read_parquet(tmp_path / "out.parquet").to_dicts()) == wanted
    sheet = python_calamine.load_workbook(tmp_path / "out.xlsx").get_sheet_by_index(0).to_python()
    cells = [dict(zip(sheet[0], row, strict=True)) for row in sheet[1:]]
    tidy = [{k: int(v) if isinstance(v, float) else v for k, v in row.items()} for row in cells]
    assert texts(tidy) == wanted


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "xlsx"])
def test_the_same_table_gives_the_same_bytes(score, tmp_path, name):
    for place in ("one", "two"):
        score(as_csv(), "-o", tmp_path / f"{place}.{name}")
    one, two = (tmp_path / f"{place}.{name}" for place in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_what_cannot_be_read_is_named_and_the_rest_is_scored(score, tmp_path):
    content = as_xlsx(changed("ampleur", "9"))
    refused = tmp_path / "refused.csv"
    code, _, said = score(content, "-o", tmp_path / "out.csv", "--refused", refused, name="t.xlsx")
    assert code == 0
    assert "t.xlsx:Projets!E4 (column “ampleur”, project “p3”): “9” is outside the scale." in said
    assert "1 entry could not be read." in said
    assert "5 projects scored" in said
    row = next(row for row in rows_of(tmp_path / "out.csv") if row["id"] == "p3")
    assert (row["problem.code"], row["problem.place"]) == ("level-outside-scale", "Projets!E4")
    assert row["level.official"] == ""
    told = rows_of(refused)
    assert [(one["place"], one["project"]) for one in told] == [("Projets!E4", "p3")]


def test_strict_writes_nothing_and_still_lists(score, tmp_path):
    out, refused = tmp_path / "out.csv", tmp_path / "refused.csv"
    code, _, said = score(as_csv(changed("plan", "x")), "-o", out, "--strict", "--refused", refused)
    assert code == 3
    assert "--strict" in said
    assert not out.exists()
    assert len(rows_of(refused)) == 1


def test_nothing_to_score_is_an_input_that_cannot_be_read(score, tmp_path):
    code, _, said = score(b"a;b\n1;2\n", "-o", tmp_path / "out.csv")
    assert code == 3
    assert "--guess-mapping" in said
    assert not (tmp_path / "out.csv").exists()


def test_nothing_is_replaced_unless_told_to(score, tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    code, _, said = score(as_csv(), "-o", out)
    assert (code, out.read_text("utf-8")) == (2, "mine")
    assert "--force" in said
    assert score(as_csv(), "-o", out, "--force")[0] == 0


def test_an_unknown_extension_is_misuse(score, tmp_path):
    assert score(as_csv(), "-o", tmp_path / "out.doc")[0] == 2


def test_without_a_rubric_it_is_misuse(capsys, folder):
    path = folder.path / "t.csv"
    path.write_bytes(as_csv())
    assert run(["portfolio", "score", str(path), "--lang", "fr"]) == 2
    assert "--rubric" in capsys.readouterr().err


def test_a_sound_parquet_table_gives_what_its_rows_give_one_by_one(score, tmp_path):
    import polars

    whole, rows = tmp_path / "whole.parquet", tmp_path / "rows.parquet"
    assert score(as_parquet(), "-o", whole, name="t.parquet")[0] == 0
    one_by_one = ("--refused", tmp_path / "refused.csv")  # to list is to read row by row
    assert score(as_parquet(), "-o", rows, *one_by_one, name="t.parquet")[0] == 0
    found, wanted = (polars.read_parquet(path) for path in (whole, rows))
    assert found.columns == wanted.columns
    assert found.to_dicts() == wanted.to_dicts()


@pytest.mark.parametrize("cell", [("ampleur", "9"), ("sector", "x"), ("id", "p1"), ("plan", "NaN")])
def test_a_parquet_table_that_is_not_sound_names_its_rows(score, tmp_path, cell):
    out = tmp_path / "out.parquet"
    code, _, said = score(as_parquet(changed(*cell)), "-o", out, name="t.parquet")
    assert code == 0
    assert "t.parquet:3 (" in said
    assert "5 projects scored" in said


HOSTILE = ("=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "<script>", "\u202egnirts", "a" * 40_000)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_stranger_becomes_a_formula(score, tmp_path, text):
    content = as_parquet(changed("title", text))
    for name in ("csv", "xlsx"):
        out = tmp_path / f"out.{name}"
        code, _, said = score(content, "-o", out, "--force", name="t.parquet")
        assert code == 0, said
    cell = next(row for row in rows_of(tmp_path / "out.csv") if row["id"] == "p3")["title"]
    assert cell[:1] not in ("=", "+", "-", "@", "\t")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_numbers_stay_numbers(score, tmp_path):
    score(as_csv(changed("title", "-2")), "-o", tmp_path / "out.csv")
    rows = rows_of(tmp_path / "out.csv")
    assert rows[2]["title"] == "-2"
    assert {row["position.official"] for row in rows} == {"2", "0", "-1"}


def test_csv_may_be_written_as_excel_reads_it_in_french(score, tmp_path):
    score(as_csv(), "-o", tmp_path / "out.csv", "--french-csv")
    content = (tmp_path / "out.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid;title;")


def test_a_folder_of_descriptors_is_scored_and_remembered(capsys, tmp_path):
    import shutil

    work = tmp_path / "projets"
    shutil.copytree(PROJECTS, work)

    def once(name):
        words = ["-r", "is-echelle", "--cache", str(tmp_path / "cache"), "--lang", "en"]
        code = run(["portfolio", "score", str(work), *words, "-o", str(tmp_path / name)])
        assert code == 0, capsys.readouterr().err
        return (tmp_path / name).read_bytes()

    first = once("one.csv")
    assert once("two.csv") == first
    kept = next((tmp_path / "cache").iterdir())
    assert len(json.loads(kept.read_text("utf-8"))) >= 9
    project = work / "cuisines-du-fjord" / "project.yaml"
    project.write_text(
        project.read_text("utf-8").replace("ampleur-besoin: 3", "ampleur-besoin: 0"), "utf-8"
    )
    (work / "heures-partagees" / "project.yaml").unlink()
    changed_rows = {row["id"]: row for row in rows_of(Path(tmp_path / "one.csv"))}
    third = once("three.csv")
    now = {row["id"]: row for row in rows_of(tmp_path / "three.csv")}
    assert third != first
    assert set(changed_rows) - set(now) == {"heures-partagees"}
    same = set(now) - {"cuisines-du-fjord"}
    assert {name: changed_rows[name] for name in same} == {name: now[name] for name in same}


def test_a_bad_descriptor_is_named_with_its_line(capsys, tmp_path):
    good = (PROJECTS / "cuisines-du-fjord" / "project.yaml").read_text("utf-8")
    (tmp_path / "a.yaml").write_text(good, "utf-8")
    (tmp_path / "b.yaml").write_text(good.replace("language: fr", "langage: fr"), "utf-8")
    words = ["-r", "is-echelle", "-o", str(tmp_path / "out.json"), "--lang", "fr"]
    assert run(["portfolio", "score", str(tmp_path / "*.yaml"), *words]) == 0
    said = capsys.readouterr().err
    assert "b.yaml:" in said
    assert "langage" in said
    assert "1 projet noté" in said


def test_a_template_reads_back_as_it_is_filled(capsys, folder):
    import python_calamine

    for name in ("m.xlsx", "m.csv"):
        path = folder.path / name
        words = ["--rubric", str(folder.rubric), "-o", str(path), "--lang", "fr"]
        assert run(["portfolio", "template", *words]) == 0
    header = (folder.path / "m.csv").read_text("utf-8").strip().split(",")
    rows = python_calamine.load_workbook(folder.path / "m.xlsx").get_sheet_by_index(0).to_python()
    assert rows[2] == header
    assert set(NAMES) - {"ampleur.count", "ampleur.dated", "ancrage.reason"} <= set(header)
    filled = [dict(zip(NAMES, row, strict=True)) for row in ROWS]
    lines = [rows[1], header, *([one.get(name, "") for name in header] for one in filled)]
    path = folder.path / "filled.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(lines)
    found = folder.read(path)
    assert list(found.values) == [row[0] for row in ROWS]
    assert found.remarks == []


def test_a_guessed_mapping_goes_to_its_file_with_what_to_do_next(capsys, folder):
    path, out = folder.path / "t.csv", folder.path / "m.yaml"
    path.write_text("No de dossier;Ampleur du besoin\nA1;2\n", encoding="utf-8")
    words = ["--rubric", str(folder.rubric), "--lang", "fr", "--guess-mapping", "-o", str(out)]
    assert run(["portfolio", "score", str(path), *words]) == 0
    assert "--mapping" in capsys.readouterr().err
    again = ["--rubric", str(folder.rubric), "--mapping", str(out), "-f", "csv"]
    assert run(["portfolio", "score", str(path), *again]) == 0
    assert run(["check", str(out)]) == 0


def test_an_interrupted_run_leaves_nothing(tmp_path):
    folder, out = Folder(tmp_path), tmp_path / "out.csv"
    many = [(f"p{n}", *ROWS[0][1:]) for n in range(400_000)]
    table = tmp_path / "t.csv"
    table.write_bytes(as_csv(tuple(many)))
    command = [sys.executable, "-m", "scalecheck", "portfolio", "score", str(table)]
    command += ["--rubric", str(folder.rubric), "-o", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(TOP / "src")}
    running = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    while not list(tmp_path.glob(".out.csv.*.partial")):
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    assert running.wait(60) == 130
    assert b"Traceback" not in running.stderr.read()
    running.stderr.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["petite.yaml", "t.csv"]
