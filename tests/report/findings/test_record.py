"""Findings as JSON: a contract with a version, both languages, no half of a surrogate pair."""

import json

from hypothesis import given
from tests.report.findings.samples import (
    EN,
    FEW,
    FR,
    NB,
    file_of,
    finding,
    hostile_files,
    same_words,
    show,
    unknown_key,
)

from scalecheck.model.findings import fingerprints

KEYS = (
    *("code", "severity", "message", "fix", "facts", "file"),
    *("line", "column", "end_line", "end_column", "path", "anchor", "fingerprint"),
    *("related", "edits"),
)


def read(files, language=FR):
    return json.loads(show(files, "json", language))


def test_the_record_of_a_finding_holds_its_place_its_words_and_its_repair():
    record = read([file_of(same_words(), waived=1)])
    (found,) = record["findings"]
    assert found == {
        "code": "identical-anchors",
        "severity": "warning",
        "message": {
            "fr": "Les niveaux 2 et 3 sont décrits dans les mêmes mots.",
            "en": "Levels 2 and 3 are described in the same words.",
        },
        "fix": found["fix"],
        "facts": {"level": "3", "other": "2"},
        "file": "f.yaml",
        "line": 3,
        "column": 3,
        "end_line": 3,
        "end_column": 8,
        "path": "dimensions/0/anchors",
        "anchor": "g:dimensions[besoin].anchors",
        "fingerprint": fingerprints([same_words()])[0],
        "related": [
            {
                "label": "same-words",
                "message": {"fr": "la même description", "en": "the same description"},
                "line": 2,
                "column": 3,
                "end_line": 2,
                "end_column": 8,
            }
        ],
        "edits": [{"line": 3, "column": 10, "end_line": 3, "end_column": 11, "text": "z"}],
    }


def test_the_record_of_a_run_says_what_was_read_and_counted():
    files = [
        file_of(same_words(), unknown_key(), waived=2, baselined=3),
        file_of(finding("no-such-file", line=0), file="g.yaml", text="", is_readable=False),
    ]
    record = read(files)
    assert list(record) == ["format", "tool", "summary", "files", "findings"]
    assert record["format"] == "scalecheck/findings@1"
    assert record["tool"] == {"name": "scalecheck", "version": "1.2.3"}
    assert record["summary"] == {
        "files": 2,
        "unreadable": 1,
        "errors": 2,
        "warnings": 1,
        "notes": 0,
        "waived": 2,
        "baselined": 3,
        "fixable": 1,
    }
    assert record["files"][1] == {
        "file": "g.yaml",
        "readable": False,
        "findings": 1,
        "waived": 0,
        "baselined": 0,
    }
    assert record["findings"][2]["line"] is None


def test_it_is_the_same_in_whatever_language_it_is_asked_for():
    files = [file_of(unknown_key(), same_words())]
    assert show(files, "json", FR) == show(files, "json", EN)


def test_letters_stand_as_they_are_and_a_line_ends_it():
    told = show([file_of(unknown_key())], "json")
    assert f"La clé «{NB}titel{NB}»" in told
    assert told.endswith("}\n")


def test_half_of_a_surrogate_pair_becomes_a_text():
    record = read([file_of(file="a\udc80b.yaml")])
    assert record["files"][0]["file"] == "a\\udc80b.yaml"


@FEW
@given(hostile_files())
def test_any_run_is_read_back_whole_and_prints_nothing_that_a_terminal_obeys(files):
    told = show(files, "json")
    assert not set(told) & set("\x1b\x9b\x07\r\x85\u2028\u202e\u2066\u200b")
    record = json.loads(told.encode("utf-8"))
    found = [one for file in files for one in file.diagnostics]
    assert len(record["findings"]) == len(found)
    for kept, one in zip(record["findings"], found, strict=True):
        assert tuple(key for key in kept if key != "cell") == KEYS
        assert ("cell" in kept) is bool(one.cell)
        assert whole(kept["file"]) == whole(one.file)
        assert [edit["text"] for edit in kept["edits"]] == [whole(e.text) for e in one.edits]
        assert kept["message"]["fr"] and kept["message"]["en"]


def whole(text):
    return text.encode("utf-8", "backslashreplace").decode()
