"""Findings as a code-quality report of GitLab: a list, one entry a finding.

Source: GitLab documentation, “Code Quality report format”.
"""

import hashlib
from collections.abc import Iterator

from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.model.findings import FileFindings, fingerprints
from scalecheck.model.language import Language
from scalecheck.report.findings.data import Json, slashed, write_json
from scalecheck.report.findings.showing import Showing
from scalecheck.report.findings.wording import word

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(showing: Showing) -> str:
    """Write every finding; an empty list says that the check was made and found nothing."""
    return write_json(
        [
            entry
            for number, file in enumerate(showing.files)
            for entry in _entries(file, _times_before(showing, number), showing.language)
        ]
    )


def _times_before(showing: Showing, number: int) -> int:
    """How many times the same file was given before."""
    return sum(file.file == showing.files[number].file for file in showing.files[:number])


def _entries(file: FileFindings, times: int, language: Language) -> Iterator[Json]:
    marks = fingerprints(file.diagnostics)
    for finding, mark in zip(file.diagnostics, marks, strict=True):
        yield _entry(finding, f"{mark}{times}{file.file!r}", language)


def _entry(finding: Diagnostic, mark: str, language: Language) -> Json:
    return {
        "description": word(finding, language).whole,
        "check_name": finding.code,
        "fingerprint": hashlib.sha256(mark.encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": slashed(finding.file),
            "lines": {"begin": finding.span.line if finding.span else 1},
        },
    }
