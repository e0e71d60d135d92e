"""What a rule is: a code, what it looks at, how bad a finding is, and the function that looks."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from scalecheck.model.diagnostic import Also, Path, Problem, Rewrite, Severity, Span


class Topic(StrEnum):
    """What a rule is about; the words of its rules stand in `language/*/rule/<topic>.toml`."""

    READING = "reading"
    NAMES = "names"
    SCALES = "scales"
    WEIGHTS = "weights"
    LEVELS = "levels"
    MEASURES = "measures"
    EVIDENCE = "evidence"
    TEXTS = "texts"
    LIFE = "life"
    PROJECTS = "projects"
    CALLS = "calls"
    TESTS = "tests"


class Found(NamedTuple):
    """One finding of a rule: where, with which facts. The rule never counts lines."""

    path: Path
    facts: tuple[tuple[str, str], ...] = ()
    at_key: bool = False
    also: tuple[Also, ...] = ()
    repair: tuple[Rewrite, ...] = ()
    span: Span | None = None
    severity: Severity | None = None


class Reads(StrEnum):
    """What a rule needs to run.

    `DOCUMENT`: the data as written, refused or not. `VALUE`: a value of the model, perhaps one
    that the engine could not compute (unknown names, cycles) or from which refused parts were
    left out; such a rule raises nothing on any of them, and its findings stay true when the
    missing parts come back. `SOUND`: a value in which nothing was refused.
    """

    DOCUMENT = "document"
    VALUE = "value"
    SOUND = "sound"


class Rule(NamedTuple):
    """A rule of the catalogue; `find` gets the subject of its kind of document."""

    code: str
    topic: Topic
    severity: Severity
    kinds: tuple[str, ...]
    find: Callable[[Any], Iterable[Found]]
    reads: Reads = Reads.VALUE
    is_fixable: bool = False


RUBRIC = ("rubric",)
PROJECT = ("project",)
TEST = ("rubric-test",)
CALL = ("call",)
ANY = ("rubric", "project", "rubric-test", "vocabularies", "call", "upgrade")


def found(
    path: Path,
    *,
    at_key: bool = False,
    also: tuple[Also, ...] = (),
    repair: tuple[Rewrite, ...] = (),
    span: Span | None = None,
    severity: Severity | None = None,
    **facts: object,
) -> Found:
    """Make a finding from a path and named facts.

    Where a repair knows the very slip in a long text, that is the place to show.
    """
    span = span or next((one.span for one in repair if one.span is not None), None)
    said = tuple((name, str(fact)) for name, fact in facts.items())
    return Found(path, said, at_key, also, repair, span, severity)


def to_problem(rule: Rule, finding: Found) -> Problem:
    """Put the code and the severity of its rule to a finding."""
    severity = finding.severity or rule.severity
    path, facts, at_key, also, repair, span, _ = finding
    return Problem(rule.code, path, facts, at_key, severity, span, also, repair)
