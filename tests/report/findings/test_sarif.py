"""SARIF: valid by the schema of OASIS, every rule described, paths and messages made safe."""

import json
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from jsonschema.validators import validator_for
from tests.report.findings.samples import (
    EN,
    FEW,
    FR,
    RULES,
    file_of,
    finding,
    hostile_files,
    same_words,
    show,
)

from scalecheck.model.findings import fingerprints
from scalecheck.report.findings.data import slashed


@cache
def validator():
    file = Path(__file__).parent.with_name("schemas") / "sarif-2.1.0.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    return validator_for(schema)(schema)


def run(files, language=FR):
    log = json.loads(show(files, "sarif", language).encode("utf-8"))
    validator().validate(log)
    return log["runs"][0]


def test_a_result_says_what_where_and_how_to_repair_it():
    (result,) = run([file_of(same_words())], EN)["results"]
    artifact = {"uri": "f.yaml", "uriBaseId": "%SRCROOT%"}
    assert result == {
        "ruleId": "identical-anchors",
        "ruleIndex": 0,
        "level": "warning",
        "message": {
            "text": "Levels 2 and 3 are described in the same words. "
            "Say what is seen at level 3 that is not seen yet at level 2."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 8},
                }
            }
        ],
        "partialFingerprints": {"scalecheck/v1": fingerprints([same_words()])[0]},
        "relatedLocations": [
            {
                "id": 0,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 8},
                },
                "message": {"text": "the same description"},
            }
        ],
        "fixes": result["fixes"],
    }
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 11},
            "insertedContent": {"text": "z"},
        }
    ]


def test_every_rule_is_described_in_the_language_asked_for_and_in_the_other():
    driver = run([file_of()], FR)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    rule = driver["rules"][0]
    assert rule["name"] == "IdenticalAnchors"
    assert rule["shortDescription"]["text"] == "Deux niveaux décrits dans les mêmes mots"
    assert rule["defaultConfiguration"] == {"level": "warning"}
    french, english = rule["help"]["markdown"].split("\n\n---\n\n")
    assert "**Pourquoi.**" in french and "**Why.**" in english
    assert "Les niveaux \\<other> et \\<level> sont décrits" in french
    assert run([file_of()], EN)["tool"]["driver"]["rules"][0]["help"]["markdown"].startswith(
        "**Two levels"
    )


def test_a_problem_of_reading_is_described_once_after_the_rules():
    run_of = run([file_of(finding(name="a"), finding(name="b"), finding("made-up"))], EN)
    rules = run_of["tool"]["driver"]["rules"][len(RULES) :]
    assert [rule["id"] for rule in rules] == ["made-up", "unknown-key"]
    assert rules[1]["shortDescription"]["text"] == "The key “<name>” does not belong here."
    assert [result["ruleIndex"] for result in run_of["results"]] == [3, 3, 2]


def test_a_run_says_how_it_counts_lines_and_columns_and_whether_all_was_read():
    one = run([file_of(finding("no-such-file", line=0), text="", is_readable=False, waived=3)])
    assert one["columnKind"] == "unicodeCodePoints"
    assert one["newlineSequences"] == ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"]
    assert one["invocations"] == [{"executionSuccessful": False}]
    assert one["properties"] == {"waived": 3, "baselined": 0}
    place = one["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1}


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("a b/é'\".yaml", "a%20b/%C3%A9%27%22.yaml"),
        ("./a.yaml", "a.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("a\nb?#:%.yaml", "a%0Ab%3F%23%3A%25.yaml"),
        ("javascript:x", "javascript%3Ax"),
        ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),
        ("a\udc80.yaml", "a%5Cudc80.yaml"),
    ],
)
def test_a_path_is_a_uri(file, uri):
    (result,) = run([file_of(same_words(file), file=file)])["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == uri
    assert ("uriBaseId" in artifact) == (not uri.startswith("file:"))


def test_a_message_holds_neither_placeholder_nor_link():
    (result,) = run([file_of(finding(name="{0}[x](http://y)"))], EN)["results"]
    assert result["message"]["text"].startswith("The key “{{0}}[x] (http://y)” does not")


@FEW
@given(hostile_files())
def test_any_run_is_valid_and_is_read_back(files):
    told = show(files, "sarif")
    assert not set(told) & set("\x1b\x9b\x07\r\x85\u2028\u202e\u2066\u200b")
    results = run(files)["results"]
    found = [one for file in files for one in file.diagnostics]
    assert len(results) == len(found)
    for result, one in zip(results, found, strict=True):
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        parts = urlsplit(place["uri"])
        whole = slashed(one.file).encode("utf-8", "backslashreplace").decode()
        assert unquote(parts.path).lstrip("/") == whole.lstrip("/")
        assert (parts.scheme, parts.netloc, parts.query, parts.fragment) in (
            ("", "", "", ""),
            ("file", "", "", ""),
        )
        assert result["message"]["text"]
