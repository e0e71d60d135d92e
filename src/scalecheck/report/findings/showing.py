"""What is to be shown, and how: the one value that every format is given."""

from collections.abc import Sequence
from typing import NamedTuple

from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.model.findings import FileFindings, RuleInfo
from scalecheck.model.language import Language


class Look(NamedTuple):
    """How a text is laid out; `colour` is ANSI, `width` counts the columns of the screen."""

    language: Language
    colour: bool = False
    width: int = 100


class Showing(NamedTuple):
    """The findings of a run, the catalogue of its rules, the version of the tool, and the look."""

    files: Sequence[FileFindings]
    rules: Sequence[RuleInfo]
    tool_version: str
    look: Look

    @property
    def language(self) -> Language:
        """The language of the words."""
        return self.look.language

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding, file after file."""
        return tuple(found for file in self.files for found in file.diagnostics)


class Counts(NamedTuple):
    """How much was found. What is set aside is in none of the three severities."""

    files: int
    unreadable: int
    error: int
    warning: int
    note: int
    waived: int
    baselined: int
    fixable: int


def count(files: Sequence[FileFindings]) -> Counts:
    """Count the findings of a run."""
    found = [finding for file in files for finding in file.diagnostics]
    severities = [finding.severity for finding in found]
    return Counts(
        files=len(files),
        unreadable=sum(not file.is_readable for file in files),
        error=severities.count(Severity.ERROR),
        warning=severities.count(Severity.WARNING),
        note=severities.count(Severity.NOTE),
        waived=sum(file.waived for file in files),
        baselined=sum(file.baselined for file in files),
        fixable=sum(bool(finding.edits) for finding in found),
    )
