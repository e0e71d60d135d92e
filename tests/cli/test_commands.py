"""The commands as a person uses them: what they write, where, and with which exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scalecheck.cli.app import run

ROOT = Path(__file__).resolve().parent.parent.parent
FJORD = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"
GRID = ROOT / "rubrics" / "is-echelle.yaml"


@pytest.fixture(autouse=True)
def _away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, with an empty cache and no word of language."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("SCALECHECK_LANG", "SCALECHECK_RUBRICS", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_a_report_goes_to_standard_output_and_nothing_else_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["assess", str(FJORD), "--format", "markdown", "--lang", "en"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("# ")
    assert shown.err == ""


def test_french_is_spoken_when_nothing_says_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["assess", str(FJORD)]) == 0
    assert "Peut-on la mettre à l’échelle maintenant?" in capsys.readouterr().out


@pytest.mark.parametrize("format_", ["terminal", "markdown", "html", "json"])
def test_every_format_is_the_same_bytes_twice(
    format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = []
    for cache in ([], [], ["--no-cache"]):
        assert run(["assess", str(FJORD), "--format", format_, *cache]) == 0
        outputs.append(capsys.readouterr().out)
    assert len(set(outputs)) == 1


def test_a_file_is_never_overwritten_without_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "report.html"
    target.write_text("mine", encoding="utf-8")
    assert run(["assess", str(FJORD), "-f", "html", "-o", str(target), "--lang", "en"]) == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert "--force" in capsys.readouterr().err
    assert run(["assess", str(FJORD), "-f", "html", "-o", str(target), "--force"]) == 0
    assert target.read_text(encoding="utf-8").startswith("<!")


def test_an_output_that_cannot_be_written_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "missing" / "report.html"
    assert run(["assess", str(FJORD), "-f", "html", "-o", str(target)]) == 2
    assert "missing" in capsys.readouterr().err
    assert not target.parent.exists()


@pytest.mark.parametrize(
    ("argv", "code", "told"),
    [
        (["assess", "nope.yaml"], 3, "nope.yaml"),
        (["assess", str(FJORD), "--rubric", "is-echele"], 2, "is-echelle"),
        (["assess", str(FJORD), "--rubric", "trl"], 3, "trl"),
        (["assess", str(FJORD), "--as-of", "hier"], 2, "hier"),
        (["assess", str(FJORD), "--as-of", "2020-01-01"], 3, "2025-04-16"),
        (["assess", str(FJORD), "--format", "pdf"], 2, "pdf"),
        (["explain", str(FJORD), "resultat"], 2, "resultats"),
        (["verify", str(FJORD)], 3, str(FJORD)),
        (["check", "nope.yaml"], 3, "nope.yaml"),
        (["check", "."], 3, "scalecheck"),
        (["rubrics", "show", "is-echelle", "resultat"], 2, "resultats"),
    ],
)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_cannot_be_done_is_told_without_a_traceback(
    argv: list[str], code: int, told: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*argv, "--lang", language]) == code
    shown = capsys.readouterr()
    said = shown.out + shown.err
    assert told in said
    assert "Traceback" not in said


def test_as_of_reads_the_newest_assessment_up_to_that_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["assess", str(FJORD), "--as-of", "2025-12-31", "-f", "json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["assessment"]["date"] == "2025-12-03"
    assert result["headline"]["official"] == "5"


def test_verify_confirms_a_result_then_names_what_was_changed_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = tmp_path / "result.json"
    assert run(["assess", str(FJORD), "-f", "json", "-o", str(stored)]) == 0
    assert run(["verify", str(stored)]) == 0
    result = json.loads(stored.read_text(encoding="utf-8"))
    result["headline"]["official"] = "9"
    stored.write_text(json.dumps(result), encoding="utf-8")
    capsys.readouterr()
    assert run(["verify", str(stored), "--lang", "en"]) == 1
    assert capsys.readouterr().out == "/headline/official: stored 9, computed again 6\n"


def test_verify_tells_a_project_that_has_changed_since(tmp_path: Path) -> None:
    project, stored = tmp_path / "p.yaml", tmp_path / "result.json"
    text = FJORD.read_text(encoding="utf-8")
    project.write_text(text, encoding="utf-8")
    assert run(["assess", "p.yaml", "-f", "json", "-o", str(stored)]) == 0
    project.write_text(text + "\n# a note\n", encoding="utf-8")
    assert run(["verify", str(stored)]) == 1


def test_two_rubrics_of_one_version_with_different_content_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rubrics").mkdir()
    changed = GRID.read_text(encoding="utf-8").replace("effort: 2", "effort: 3", 1)
    (tmp_path / "rubrics" / "is-echelle.yaml").write_text(changed, encoding="utf-8")
    assert run(["assess", str(FJORD), "--lang", "en"]) == 3
    assert "one version differ" in capsys.readouterr().err


def test_a_changed_rubric_is_never_taken_from_the_cache(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    text = GRID.read_text(encoding="utf-8")
    for version in ("0.1.1", "0.1.2"):
        mine.write_text(text.replace("version: 0.1.0", f"version: {version}", 1), encoding="utf-8")
        target = f"{version}.json"
        assert run(["assess", str(FJORD), "--rubric", str(mine), "-f", "json", "-o", target]) == 0
        stored = json.loads((tmp_path / target).read_text(encoding="utf-8"))
        assert stored["inputs"]["rubric"]["version"] == version


def test_a_damaged_cache_is_read_again(tmp_path: Path) -> None:
    assert run(["assess", str(FJORD), "-f", "json", "-o", "a.json"]) == 0
    kept = list((tmp_path / "cache").rglob("*.pickle"))
    assert kept
    for file in kept:
        file.write_bytes(b"cos\nsystem\n(S'echo'\ntR.")
    assert run(["assess", str(FJORD), "-f", "json", "-o", "b.json"]) == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_no_cache_writes_nothing_outside_what_was_asked(tmp_path: Path) -> None:
    assert run(["assess", str(FJORD), "--no-cache", "-f", "json", "-o", "a.json"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_check_is_silent_on_sound_files_and_counts_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["check", str(ROOT / "rubrics"), "--lang", "en"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "7 files checked: no findings" in shown.err
    assert run(["check", str(ROOT / "examples"), "--lang", "en"]) == 0  # warned, none refused


def test_a_new_project_validates_and_can_be_assessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "project", "mon-projet.yaml", "--rubric", "screening"]) == 0
    assert run(["check", "mon-projet.yaml"]) == 0
    assert run(["assess", "mon-projet.yaml", "-f", "json", "-o", "r.json"]) == 0
    headline = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["headline"]
    assert (headline["official"], headline["possible"]) == ("none", "4")
    assert run(["new", "project", "mon-projet.yaml"]) == 2


def test_a_new_rubric_validates(tmp_path: Path) -> None:
    for language in ("fr", "en"):
        assert run(["new", "rubric", f"grille-{language}.yaml", "--lang", language]) == 0
        assert run(["check", f"grille-{language}.yaml"]) == 0


def test_the_shipped_rubric_tests_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rubrics", "test", "--lang", "en"]) == 0
    assert "failures: 0" in capsys.readouterr().err


def test_a_failing_rubric_test_names_what_was_expected_and_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "rubrics" / "screening.test.yaml").read_text(encoding="utf-8")
    lines = text.split("\n")
    where = next(n for n, line in enumerate(lines) if "level: 4" in line)
    lines[where] = lines[where].replace("level: 4", "level: 2", 1)
    (tmp_path / "changed.test.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert run(["rubrics", "test", "changed.test.yaml", "--lang", "en"]) == 1
    assert "expected “2”, found “4”" in capsys.readouterr().out


def test_the_locale_of_the_system_never_breaks_the_output(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scalecheck", "assess", str(FJORD)]
    for locale in ("C", "fr_CA.UTF-8", "en_US.UTF-8"):
        environment = {**os.environ, "LANG": locale, "LC_ALL": locale, "PYTHONUTF8": "0"}
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        expected = "Can it be scaled now?" if locale.startswith("en") else "Peut-on"
        assert expected in done.stdout.decode("utf-8")


def test_an_internal_fault_is_said_to_be_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("scalecheck.cli.app.build", fail)
    assert run(["assess", str(FJORD), "--lang", "en"]) == 70
    told = capsys.readouterr().err
    assert "boom" in told
    assert "Traceback" not in told
