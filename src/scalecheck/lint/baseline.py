"""A baseline: the findings that a team knows of, so that a check speaks of new ones only.

A known finding is named by its fingerprint (its code, its place by ids, its facts), never by its
line. Only what the rules find can be known: a file that cannot be used is never accepted.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scalecheck.errors import UnreadableSource
from scalecheck.lint.check import Checked
from scalecheck.lint.rules import RULES
from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.model.findings import fingerprints

FORMAT = "scalecheck/baseline@1"
_CODES = frozenset(rule.code for rule in RULES)


class Baseline(NamedTuple):
    """How many times each fingerprint is known."""

    known: Mapping[str, int]


class Compared(NamedTuple):
    """Files without their known findings, and how many known ones were not met again."""

    files: tuple[Checked, ...]
    gone: int


def read_baseline(data: bytes, name: str) -> Baseline:
    """Read a baseline.

    Raises:
        UnreadableSource: it is no baseline.
    """
    try:
        content = json.loads(data.decode("utf-8"))
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        known = content["findings"].items()
        return Baseline({str(mark): _count(times) for mark, times in known})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        refused = Diagnostic("not-a-baseline", Severity.ERROR, name, (), None)
        raise UnreadableSource([refused]) from error


def _count(times: object) -> int:
    if not isinstance(times, int) or isinstance(times, bool) or times < 1:
        raise ValueError(times)
    return times


def write_baseline(files: Iterable[Checked]) -> str:
    """Write the baseline in which every finding of the rules is known."""
    marks: Counter[str] = Counter()
    for file in files:
        told = zip(file.diagnostics, fingerprints(file.diagnostics), strict=True)
        marks.update(mark for finding, mark in told if finding.code in _CODES)
    content = {"format": FORMAT, "findings": dict(sorted(marks.items()))}
    return json.dumps(content, indent=2) + "\n"


def compare(files: Iterable[Checked], baseline: Baseline) -> Compared:
    """Set known findings aside, file after file; each known one serves once."""
    left = Counter(baseline.known)
    told = tuple(_set_aside(file, left) for file in files)
    return Compared(told, sum(times for times in left.values() if times > 0))


def _set_aside(file: Checked, left: Counter[str]) -> Checked:
    fresh: list[Diagnostic] = []
    known: list[Diagnostic] = []
    for finding, mark in zip(file.diagnostics, fingerprints(file.diagnostics), strict=True):
        is_known = finding.code in _CODES and left[mark] > 0
        left[mark] -= is_known
        (known if is_known else fresh).append(finding)
    return file._replace(diagnostics=tuple(fresh), known=tuple(known))
