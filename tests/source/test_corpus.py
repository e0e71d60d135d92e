"""Every file of the corpus: the right findings, in the right place, in words, in both languages."""

import csv
import os

import pytest
import yaml

from corpus import COLUMNS, EXPECTED, FILES, companions, rows_of, survey
from scalecheck.model.diagnostic import Severity
from scalecheck.model.language import Language
from scalecheck.report.findings.text import render_text
from scalecheck.source import document as document_module

SOME_CAUSES_TWICE = 30


def read_expected():
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def write_expected():
    with EXPECTED.open("w", encoding="utf-8", newline="") as file:
        options = {"delimiter": "\t", "quoting": csv.QUOTE_NONE, "lineterminator": "\n"}
        writer = csv.writer(file, quotechar=None, **options)
        writer.writerow(COLUMNS)
        for one in FILES:
            writer.writerows(rows_of(one))


if os.environ.get("SCALECHECK_WRITE_GOLDENS"):
    write_expected()

ROWS = read_expected()[1:]


def test_the_corpus_holds_many_causes():
    assert len(FILES) >= 75
    assert len({row[4] for row in ROWS}) >= 75


def test_every_file_has_rows_and_every_row_a_file():
    assert {row[0] for row in ROWS} == {file.name for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_findings_are_those_expected_at_their_place(file):
    assert rows_of(file) == [row for row in ROWS if row[0] == file.name]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_finding_has_a_line_and_a_column_inside_the_file(file):
    document, found = survey(file)
    lines = document.text.count("\n") + document.text.count("\r") + 2
    assert any(finding.severity is Severity.ERROR for finding in found)
    for finding in found:
        assert finding.span is not None
        assert 1 <= finding.span.line <= lines
        assert finding.span.column >= 1
        assert finding.span[:2] <= finding.span[2:]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_python_parser_finds_the_same_in_the_same_place(file, monkeypatch):
    expected = survey(file)
    monkeypatch.setattr(document_module, "_Loader", yaml.BaseLoader)
    document, found = survey(file)
    assert document.data == expected[0].data
    assert found == expected[1]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_findings_print_without_anything_a_terminal_obeys(file, language):
    document, found = survey(file)
    text = render_text(found, language, {file.name: document.text})
    assert all(character.isprintable() or character in "\n\u00a0" for character in text)


def test_fifteen_faults_are_found_in_one_run():
    file = next(file for file in FILES if "fifteen-faults" in file.name)
    codes = [row[4] for row in ROWS if row[0] == file.name]
    assert len(codes) == 15
    assert len(set(codes)) >= 11


def test_the_companions_of_the_corpus_are_valid():
    rubric, words = companions()
    assert (rubric.id, words.id) == ("petite-grille", "essai")
