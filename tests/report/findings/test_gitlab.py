"""Code-quality reports of GitLab: what its documentation asks, no two entries alike."""

import json
from pathlib import Path

from hypothesis import given
from jsonschema import Draft202012Validator
from tests.report.findings.samples import EN, FEW, file_of, finding, hostile_files, same_words, show

SCHEMA = json.loads(
    Path(__file__).parent.with_name("schemas").joinpath("gitlab-code-quality.json").read_text()
)
VALIDATOR = Draft202012Validator(SCHEMA)


def test_an_entry_says_what_where_and_how_bad():
    (entry,) = json.loads(show([file_of(same_words("./a/b.yaml"))], "gitlab", EN))
    assert entry == {
        "description": "Levels 2 and 3 are described in the same words. "
        "Say what is seen at level 3 that is not seen yet at level 2.",
        "check_name": "identical-anchors",
        "fingerprint": entry["fingerprint"],
        "severity": "minor",
        "location": {"path": "a/b.yaml", "lines": {"begin": 3}},
    }


def test_a_finding_about_the_whole_file_stands_on_its_first_line():
    (entry,) = json.loads(show([file_of(finding("no-such-file", line=0))], "gitlab"))
    assert entry["location"]["lines"] == {"begin": 1}


def test_nothing_found_is_an_empty_list():
    assert show([file_of()], "gitlab") == "[]\n"


def test_the_same_finding_in_two_files_makes_two_marks():
    files = [file_of(same_words(name), file=name) for name in ("a.yaml", "b.yaml", "b.yaml")]
    assert len({entry["fingerprint"] for entry in json.loads(show(files, "gitlab"))}) == 3


@FEW
@given(hostile_files())
def test_any_run_is_a_valid_report_and_no_two_entries_have_the_same_mark(files):
    told = show([*files, *files], "gitlab")
    assert not set(told) & set("\x1b\x9b\x07\r\x85\u2028\u202e\u2066\u200b")
    entries = json.loads(told.encode("utf-8"))
    VALIDATOR.validate(entries)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert len(entries) == 2 * sum(len(file.diagnostics) for file in files)
