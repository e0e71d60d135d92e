"""Workflow commands of GitHub: one line a finding, escaped so that nothing else is commanded."""

import re

from hypothesis import given
from tests.report.findings.samples import EN, FEW, file_of, finding, hostile_files, same_words, show

from scalecheck.model.diagnostic import Severity
from scalecheck.report.findings.data import slashed

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)\Z")
NAMES = ("file", "line", "col", "endLine", "endColumn", "title")


def unescape(text, *, is_property=False):
    for sign, escaped in [(":", "%3A"), (",", "%2C")] if is_property else []:
        text = text.replace(escaped, sign)
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def parse(line):
    command, properties, message = COMMAND.match(line).groups()
    pairs = (part.split("=", 1) for part in properties.split(","))
    return command, {k: unescape(v, is_property=True) for k, v in pairs}, unescape(message)


def test_a_finding_is_one_command_with_its_place_what_is_wrong_and_what_to_do():
    told = show([file_of(same_words())], "github", EN)
    assert told == (
        "::warning file=f.yaml,line=3,col=3,endLine=3,endColumn=8,"
        "title=Two levels described in the same words [identical-anchors]"
        "::Levels 2 and 3 are described in the same words.%0A"
        "Say what is seen at level 3 that is not seen yet at level 2.\n"
    )


def test_a_problem_of_reading_is_called_by_its_code():
    told = show([file_of(finding("no-such-file", line=0))], "github", EN)
    assert told.startswith("::error file=f.yaml,title=no-such-file::This file does not exist.")


def test_errors_come_first_for_github_shows_only_some():
    note = same_words()._replace(severity=Severity.NOTE)
    told = show([file_of(note, same_words()), file_of(finding(name="x"))], "github", EN)
    assert re.findall("^::([a-z]+)", told, re.M) == ["error", "warning", "notice"]


def test_names_are_escaped_as_github_reads_them():
    told = show([file_of(same_words("a b/c,d:e%f\n::error::x.yaml"))], "github", EN)
    assert "file=a b/c%2Cd%3Ae%25f%0A%3A%3Aerror%3A%3Ax.yaml,line=3" in told
    assert told.count("\n") == 1


def test_nothing_found_is_nothing_said():
    assert show([file_of()], "github") == ""


@FEW
@given(hostile_files())
def test_any_run_is_one_line_a_finding_and_is_read_back(files):
    told = show(files, "github")
    lines = told.splitlines()
    found = [one for file in files for one in file.diagnostics]
    assert len(lines) == told.count("\n") == len(found)
    assert not set(told) & set("\x1b\x9b\x07\r\x85\u2028\u202e\u2066\u200b")
    found.sort(key=lambda one: list(Severity).index(one.severity))
    for line, one in zip(lines, found, strict=True):
        command, properties, message = parse(line)
        assert command == {"note": "notice"}.get(one.severity, one.severity)
        assert tuple(properties) == (NAMES if one.span else ("file", "title"))
        assert message
        if one.file.isprintable():
            assert properties["file"] == slashed(one.file)
        if one.span:
            assert [properties[n] for n in NAMES[1:5]] == [str(n) for n in one.span]
