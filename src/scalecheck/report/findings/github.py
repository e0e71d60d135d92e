"""Findings as workflow commands of GitHub: one line a finding, shown on the line it is about.

Source: GitHub documentation, “Workflow commands for GitHub Actions”; the escapes are those of its
toolkit (`actions/toolkit`, package `core`).
"""

from collections.abc import Iterator

from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.model.language import Language
from scalecheck.report.findings.data import slashed
from scalecheck.report.findings.rule_words import title
from scalecheck.report.findings.screen import neutralise
from scalecheck.report.findings.showing import Showing
from scalecheck.report.findings.wording import word

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_WORST_FIRST = tuple(_COMMANDS)
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPES_OF_PROPERTIES = {**_ESCAPES, ":": "%3A", ",": "%2C"}


def render(showing: Showing) -> str:
    """Write one command a finding, errors first: GitHub shows some ten of each kind a step."""
    found = sorted(showing.diagnostics, key=lambda one: _WORST_FIRST.index(one.severity))
    return "".join(f"{_command(one, showing.language)}\n" for one in found)


def _command(finding: Diagnostic, language: Language) -> str:
    properties = ",".join(
        f"{name}={_escape(value, _ESCAPES_OF_PROPERTIES)}"
        for name, value in _properties(finding, language)
    )
    message = _escape("\n".join(filter(None, word(finding, language))), _ESCAPES)
    return f"::{_COMMANDS[finding.severity]} {properties}::{message}"


def _properties(finding: Diagnostic, language: Language) -> Iterator[tuple[str, str]]:
    yield "file", slashed(finding.file)
    if finding.span is not None:
        names = ("line", "col", "endLine", "endColumn")
        yield from zip(names, map(str, finding.span), strict=True)
    words = title(finding.code, language)
    yield "title", words if words == finding.code else f"{words} [{finding.code}]"


def _escape(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character) or neutralise(character) for character in text)
