"""Findings as a JUnit report: for each file one test for its reading, one for the rules.

An error makes a test fail; warnings and notes stand in what the test printed.
Source: the schema of the Jenkins xUnit plug-in (`junit-10.xsd`), which GitLab reads as well.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.model.findings import FileFindings
from scalecheck.report.findings.screen import neutralise
from scalecheck.report.findings.showing import Look, Showing
from scalecheck.report.findings.text import render_some


class _Case(NamedTuple):
    """A test: its name, and one tag with its text for each thing to say."""

    name: str
    parts: tuple[tuple[str, str, str], ...]

    def count(self, tag: str) -> int:
        return sum(part[0] == tag for part in self.parts)


def render(showing: Showing) -> str:
    """Write a report in XML 1.0; a file without findings has its two tests all the same."""
    rules = frozenset(rule.code for rule in showing.rules)
    look = showing.look._replace(colour=False)
    suites = [(file.file, _cases(file, rules, look)) for file in showing.files]
    every = [case for _, cases in suites for case in cases]
    rows = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="scalecheck" {_counts(every)}>',
        *(row for file, cases in suites for row in _suite(file, cases)),
        "</testsuites>",
    ]
    return "\n".join(rows) + "\n"


def _cases(file: FileFindings, rules: frozenset[str], look: Look) -> tuple[_Case, ...]:
    layers = {
        "reading": [found for found in file.diagnostics if found.code not in rules],
        "rules": [found for found in file.diagnostics if found.code in rules],
    }
    cases = {name: tuple(_parts(file, found, look)) for name, found in layers.items()}
    if not file.is_readable:
        words = say("check.layer.not-reached", look.language)
        cases["rules"] = (("skipped", words, ""), *cases["rules"])
    named = ((say(f"check.layer.{n}", look.language), parts) for n, parts in cases.items())
    return tuple(_Case(name, parts) for name, parts in named)


def _parts(
    file: FileFindings, found: Sequence[Diagnostic], look: Look
) -> Iterator[tuple[str, str, str]]:
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    others = [finding for finding in found if finding.severity is not Severity.ERROR]
    if errors:
        words = say("check.summary.error", look.language, count=len(errors))
        tag = "failure" if file.is_readable else "error"
        yield tag, words, render_some(file, errors, look)
    if others:
        yield "system-out", "", render_some(file, others, look)


def _suite(file: str, cases: Sequence[_Case]) -> Iterator[str]:
    yield f"  <testsuite name={_quote(file)} {_counts(cases)} skipped={_total(cases, 'skipped')}>"
    for case in cases:
        opening = f"    <testcase classname={_quote(file)} name={_quote(case.name)}"
        if not case.parts:
            yield f"{opening}/>"
            continue
        yield f"{opening}>"
        yield from (f"      {_element(*part)}" for part in case.parts)
        yield "    </testcase>"
    yield "  </testsuite>"


def _element(tag: str, message: str, text: str) -> str:
    attributes = f" message={_quote(message)}" if message else ""
    return f"<{tag}{attributes}>{escape(text)}</{tag}>" if text else f"<{tag}{attributes}/>"


def _counts(cases: Sequence[_Case]) -> str:
    failures, errors = _total(cases, "failure"), _total(cases, "error")
    return f'tests="{len(cases)}" failures={failures} errors={errors}'


def _total(cases: Sequence[_Case], tag: str) -> str:
    return f'"{sum(case.count(tag) for case in cases)}"'


def _quote(text: str) -> str:
    return f'"{escape(neutralise(text))}"'
