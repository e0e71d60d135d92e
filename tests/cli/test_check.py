"""`scalecheck check`: its answer, its choices, its baseline, its repairs, its forms."""

import io
import json
import shutil
from pathlib import Path

import pytest

from scalecheck.cli.app import run
from scalecheck.cli.commands.check import FindingsFormat
from scalecheck.report.findings import FORMATS

TOP = Path(__file__).parent.parent.parent
FAULTS = TOP / "tests" / "lint" / "faults" / "published"
WARNED = FAULTS / "maximum-out-of-reach.yaml"
REFUSED = FAULTS / "key-written-twice.yaml"
UNQUOTED = FAULTS / "reference-that-loses-a-zero.yaml"


@pytest.fixture
def check(capsys):
    """Run the command in English: its exit code, its document, what it says beside."""

    def call(*words):
        code = run(["check", *map(str, words), "--lang", "en", "--no-cache"])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def test_every_form_of_the_report_can_be_asked_for():
    assert {one.value for one in FindingsFormat} == set(FORMATS)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((WARNED,), 0),
        ((REFUSED,), 1),
        ((WARNED, "--severity", "warning"), 1),
        ((WARNED, "--severity", "note"), 1),
        ((WARNED, "--max-warnings", "0"), 1),
        ((WARNED, "--max-warnings", "1"), 0),
        ((WARNED, "--severity", "warning", "--ignore", "band-unreachable"), 0),
        ((WARNED, "--severity", "warning", "--ignore", "measures"), 0),
        ((WARNED, "--severity", "warning", "--select", "texts,levels"), 0),
        ((WARNED, "--severity", "warning", "--select", "measures"), 1),
        ((REFUSED, "--ignore", "reading"), 1),
        (("nowhere.yaml",), 3),
        ((WARNED, "--select", "no-such-rule"), 2),
        ((WARNED, "--severity", "fatal"), 2),
    ],
)
def test_the_answer_is_an_exit_code(check, words, code):
    assert check(*words)[0] == code


def test_a_sound_file_leaves_standard_output_empty(check):
    code, document, aside = check(TOP / "rubrics" / "trl.yaml")
    assert (code, document) == (0, "")
    assert "1 file checked: no findings." in aside


def test_an_empty_folder_is_told_as_such(check, tmp_path):
    code, document, aside = check(tmp_path)
    assert (code, document) == (3, "")
    assert "Nothing to check" in aside


def test_what_is_piped_in_bears_the_name_it_is_given(check, monkeypatch):
    class Pipe:
        buffer = io.BytesIO(REFUSED.read_bytes())

    monkeypatch.setattr("sys.stdin", Pipe)
    code, document, _ = check("-", "--stdin-name", "from-a-pipe.yaml")
    assert code == 1
    assert document.startswith("from-a-pipe.yaml:29:9: error")


def test_known_findings_are_not_told_again_wherever_they_move(check, tmp_path):
    file, baseline = tmp_path / "rubric.yaml", tmp_path / "known.json"
    text = WARNED.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    assert check(file, "--write-baseline", baseline, "--severity", "warning")[0] == 0
    file.write_text(f"# one line more\n{text}", encoding="utf-8")
    code, document, aside = check(file, "--baseline", baseline, "--severity", "warning")
    assert (code, document) == (0, "")
    assert "1 already in the baseline" in aside


def test_a_new_finding_is_told_beside_the_known_ones_and_gone_ones_are_counted(check, tmp_path):
    file, baseline = tmp_path / "rubric.yaml", tmp_path / "known.json"
    file.write_bytes(WARNED.read_bytes())
    check(file, "--write-baseline", baseline)
    file.write_bytes(UNQUOTED.read_bytes())
    code, document, aside = check(file, "--baseline", baseline, "--severity", "warning")
    assert code == 1
    assert document.count("[ambiguous-scalar]") == 2
    assert "not met again: 1" in aside


def test_a_file_that_cannot_be_used_is_never_accepted_as_known(check, tmp_path):
    baseline = tmp_path / "known.json"
    assert check(REFUSED, "--write-baseline", baseline)[0] == 1
    assert check(REFUSED, "--baseline", baseline)[0] == 1


def test_a_baseline_is_not_overwritten_unless_told_to(check, tmp_path):
    baseline = tmp_path / "known.json"
    baseline.write_text("mine", encoding="utf-8")
    assert check(WARNED, "--write-baseline", baseline)[0] == 2
    assert baseline.read_text(encoding="utf-8") == "mine"
    assert check(WARNED, "--write-baseline", baseline, "--force")[0] == 0
    assert json.loads(baseline.read_text(encoding="utf-8"))["format"] == "scalecheck/baseline@1"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "scalecheck/baseline@1"}', "\u00e9["])
def test_what_is_no_baseline_is_refused(check, tmp_path, text):
    baseline = tmp_path / "known.json"
    baseline.write_text(text, encoding="utf-8")
    code, _, aside = check(WARNED, "--baseline", baseline)
    assert code == 3
    assert "not a baseline" in aside


def test_repairs_are_shown_then_made_then_gone(check, tmp_path):
    file = tmp_path / "rubric.yaml"
    shutil.copy(UNQUOTED, file)
    before = file.read_bytes()
    code, patch, _ = check(file, "--diff")
    assert code == 1
    assert "+      - {id: journal" in patch
    assert 'at: "5.10"' in patch
    assert file.read_bytes() == before
    code, document, aside = check(file, "--fix", "--severity", "note")
    assert (code, document) == (0, "")
    assert "Repairs made: 2." in aside
    assert check(file, "--diff")[:2] == (0, "")


def test_an_earlier_version_tells_what_changed_under_the_same_number(check, tmp_path):
    text = (TOP / "rubrics" / "screening.yaml").read_text(encoding="utf-8")
    before, now = tmp_path / "before.yaml", tmp_path / "now.yaml"
    before.write_text(text, encoding="utf-8")
    now.write_text(text.replace("resultats: 1, noyau", "resultats: 2, noyau"), encoding="utf-8")
    code, document, _ = check(now, "--against", before)
    assert code == 1
    assert "[version-not-raised]" in document
    assert check(before, "--against", before)[0] == 0


def test_a_rule_is_explained_in_both_languages(capsys):
    for language, word in (("fr", "Pourquoi"), ("en", "Why")):
        assert run(["rules", "band-unreachable", "--lang", language]) == 0
        assert word in capsys.readouterr().out
    assert run(["rules", "duplicate-key", "--lang", "en"]) == 0
    assert run(["rules", "no-such-rule", "--lang", "en"]) == 2


def test_what_is_piped_in_is_given_back_repaired_and_no_file_is_touched(
    check, monkeypatch, tmp_path
):
    class Pipe:
        buffer = io.BytesIO(UNQUOTED.read_bytes())

    namesake = tmp_path / "rubric.yaml"
    namesake.write_bytes(UNQUOTED.read_bytes())
    monkeypatch.setattr("sys.stdin", Pipe)
    code, document, _ = check("-", "--stdin-name", namesake, "--fix")
    assert code == 0
    assert 'at: "5.10"' in document
    assert document.replace('"5.10"', "5.10").replace('"08"', "08") == UNQUOTED.read_text()
    assert namesake.read_bytes() == UNQUOTED.read_bytes()


def test_a_link_among_the_files_is_left_and_told_and_stops_no_other(check, tmp_path):
    for name in ("a.yaml", "c.yaml", "target"):
        (tmp_path / name).write_bytes(UNQUOTED.read_bytes())
    (tmp_path / "b.yaml").symlink_to(tmp_path / "target")
    code, document, aside = check(tmp_path, "--fix", "--severity", "warning")
    assert code == 1
    assert "b.yaml cannot be written: it is a link to another file" in aside
    assert "Repairs made: 4." in aside
    assert (tmp_path / "target").read_bytes() == UNQUOTED.read_bytes()
    assert document.count("[ambiguous-scalar]") == 2


def test_no_file_is_repaired_when_the_findings_would_have_nowhere_to_go(check, tmp_path):
    file, report = tmp_path / "rubric.yaml", tmp_path / "report.txt"
    file.write_bytes(UNQUOTED.read_bytes())
    report.write_text("mine", encoding="utf-8")
    assert check(file, "--fix", "--output", report)[0] == 2
    assert file.read_bytes() == UNQUOTED.read_bytes()
    assert report.read_text(encoding="utf-8") == "mine"


def test_a_missing_folder_is_told_in_plain_words(check, tmp_path):
    code, _, aside = check(WARNED, "--output", tmp_path / "nowhere" / "report.txt")
    assert code == 2
    assert "the folder does not exist" in aside
    assert "partial" not in aside
    assert "Errno" not in aside


def test_a_syntax_error_is_told_alone_by_the_other_commands_too(tmp_path, capsys):
    file = tmp_path / "project.yaml"
    file.write_text("format: scalecheck/project@1\ntitle: Projet : suite\n", encoding="utf-8")
    assert run(["assess", str(file), "--lang", "en"]) == 3
    told = capsys.readouterr().err
    assert "yaml-colon" in told
    assert "format" not in told.replace("scalecheck/project", "").partition("\n")[0]
    assert "missing-format" not in told


def test_a_topic_lists_its_rules_and_long_titles_stay_within_the_width(capsys):
    assert run(["rules", "weights", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "weight-dummy" in shown
    assert "unreachable-level" not in shown
    assert run(["rules", "--lang", "fr"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 100
