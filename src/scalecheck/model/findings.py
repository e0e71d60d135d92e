"""What a check found, ready to be shown, and marks by which a finding is known again."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from scalecheck.model.diagnostic import Diagnostic, Severity

# Facts that an edit elsewhere in the file changes: a line, a list of what could be written.
_PASSING = frozenset(("line", "known"))


class RuleInfo(NamedTuple):
    """What is said of a rule without its words.

    `topic` is empty for what is no rule: a problem of reading, structure or reference.
    """

    code: str
    severity: Severity
    topic: str
    is_fixable: bool = False


class FileFindings(NamedTuple):
    """The findings of one file, in its order.

    `text` is what they quote; it is empty where the file could not be read. `waived` counts the
    findings that a comment of the file sets aside, `baselined` those that a baseline names.
    """

    file: str
    text: str
    diagnostics: tuple[Diagnostic, ...]
    waived: int = 0
    baselined: int = 0
    is_readable: bool = True


def fingerprints(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Mark each finding of a file by its code, its place and its facts, never by its line.

    Edits above a finding leave its mark as it was, and so does a new name for the file. Findings
    that are equal in all three are told apart by their rank among themselves.

    Returns:
        One SHA-256 a finding, in hexadecimal; no two are equal.
    """
    met: Counter[str] = Counter()
    marks: list[str] = []
    for finding in diagnostics:
        facts = [fact for fact in finding.facts if fact[0] not in _PASSING]
        said = json.dumps([finding.code, finding.anchor, facts])
        met[said] += 1
        marks.append(hashlib.sha256(f"{said}{met[said]}".encode()).hexdigest())
    return tuple(marks)
