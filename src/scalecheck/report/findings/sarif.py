"""Findings as SARIF 2.1.0, which code hosts and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from urllib.parse import quote

from scalecheck.model.diagnostic import Diagnostic, Edit, Related, Span
from scalecheck.model.findings import FileFindings, RuleInfo, fingerprints
from scalecheck.model.language import Language
from scalecheck.report.findings.data import Json, slashed, write_json
from scalecheck.report.findings.sarif_rules import LEVELS, describe_rule
from scalecheck.report.findings.showing import Showing, count
from scalecheck.report.findings.wording import word, word_place

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "scalecheck/v1"
_ROOT = "%SRCROOT%"
_LINE_ENDS = ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"]


def render(showing: Showing) -> str:
    """Write one run: the whole catalogue of rules, and every finding."""
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(showing)]})


def _run(showing: Showing) -> Json:
    rules = (*showing.rules, *_problems(showing))
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    counts = count(showing.files)
    results = (_results(file, numbers, showing.language) for file in showing.files)
    return {
        "tool": {"driver": _driver(rules, showing)},
        "invocations": [{"executionSuccessful": not counts.unreadable}],
        "language": showing.language.value,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "results": [result for same in results for result in same],
        "properties": {"waived": counts.waived, "baselined": counts.baselined},
    }


def _driver(rules: Sequence[RuleInfo], showing: Showing) -> Json:
    return {
        "name": "scalecheck",
        "version": showing.tool_version,
        "language": showing.language.value,
        "rules": [describe_rule(rule, showing.language) for rule in rules],
    }


def _problems(showing: Showing) -> Iterator[RuleInfo]:
    """What was found and is no rule: problems of reading, structure and reference, by code."""
    known = {rule.code for rule in showing.rules}
    others = sorted((one for one in showing.diagnostics if one.code not in known), key=_code)
    for code, same in groupby(others, key=_code):
        yield RuleInfo(code, next(same).severity, "")


def _code(finding: Diagnostic) -> str:
    return finding.code


def _results(file: FileFindings, numbers: Mapping[str, int], language: Language) -> Iterator[Json]:
    marks = fingerprints(file.diagnostics)
    for finding, mark in zip(file.diagnostics, marks, strict=True):
        yield {
            "ruleId": finding.code,
            "ruleIndex": numbers[finding.code],
            "level": LEVELS[finding.severity],
            "message": _message(word(finding, language).whole),
            "locations": [{"physicalLocation": _place(finding.file, finding.span)}],
            "partialFingerprints": {FINGERPRINT: mark},
            **_more(finding, language),
        }


def _more(finding: Diagnostic, language: Language) -> Json:
    """What only some findings have: second places, repairs."""
    more: Json = {}
    if finding.related:
        more["relatedLocations"] = [
            _related(finding, number, one, language) for number, one in enumerate(finding.related)
        ]
    if finding.edits:
        more["fixes"] = [_fix(finding, finding.edits, language)]
    return more


def _related(finding: Diagnostic, number: int, related: Related, language: Language) -> Json:
    return {
        "id": number,
        "physicalLocation": _place(finding.file, related.span),
        "message": _message(word_place(finding.code, related.label, language)),
    }


def _fix(finding: Diagnostic, edits: Sequence[Edit], language: Language) -> Json:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        for edit in edits
    ]
    change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
    words = word(finding, language)
    return {"description": _message(words.fix or words.what), "artifactChanges": [change]}


def _message(text: str) -> Json:
    """A message that holds no placeholder and no link: braces are doubled, as SARIF asks."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _place(file: str, span: Span | None) -> Json:
    return {
        "artifactLocation": _artifact(file),
        "region": _region(span) if span else {"startLine": 1},
    }


def _region(span: Span) -> Json:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return dict(zip(names, span, strict=True))


def _artifact(file: str) -> Json:
    """Where a file is: below the root of the sources, or anywhere when its path is absolute."""
    encoded = slashed(file).encode("utf-8", "backslashreplace")
    if PurePath(file).is_absolute():
        return {"uri": f"file:///{quote(encoded.lstrip(b'/'), safe='/:')}"}
    return {"uri": quote(encoded, safe="/"), "uriBaseId": _ROOT}
