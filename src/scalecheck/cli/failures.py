"""What the person is told when an input cannot be used, or when we are wrong."""

from difflib import get_close_matches

import scalecheck
from scalecheck.cli.exits import Exit
from scalecheck.errors import (
    AmbiguousRubric,
    CannotWrite,
    MismatchedRubric,
    MissingExtra,
    PrintingError,
    ScalecheckError,
    SourceError,
    UnknownName,
    UnusableReference,
    WouldOverwrite,
)
from scalecheck.language.catalogue import has, say
from scalecheck.model.language import Language

MOST_KNOWN = 30


def exit_of(error: ScalecheckError) -> int:
    """The exit code of a refusal."""
    if isinstance(error, MissingExtra):
        return Exit.MISSING_PART
    misuse = UnknownName | WouldOverwrite | CannotWrite
    return Exit.MISUSE if isinstance(error, misuse) else Exit.UNUSABLE


def describe_failure(error: ScalecheckError, language: Language) -> str:
    """Say what was refused, where, and what to do."""
    match error:
        case SourceError():
            return scalecheck.describe(error.diagnostics, {}, language=language, plain=True)
        case UnknownName():
            return _unknown(error, language)
        case AmbiguousRubric():
            places = ", ".join(error.places)
            return say("error.ambiguous-rubric", language, name=error.name, places=places)
        case MismatchedRubric():
            facts = {"wanted": error.wanted, "found": error.found}
            return say("error.mismatched-rubric", language, **facts)
        case WouldOverwrite():
            return say("error.would-overwrite", language, path=error.path)
        case CannotWrite():
            return _cannot_write(error, language)
        case MissingExtra():
            return say("extra.missing", language, command=str(error))
        case UnusableReference():
            return say(
                f"office.reference.{error.reason}", language, path=error.path, part=error.part
            )
        case PrintingError():
            return say("print.refused", language, cause=error.cause)
        case _:
            return str(error)


def _cannot_write(error: CannotWrite, language: Language) -> str:
    ours = f"error.cause.{error.cause}"
    cause = say(ours, language) if has(ours, language) else error.cause
    return say("error.cannot-write", language, path=error.path, cause=cause)


def _unknown(error: UnknownName, language: Language) -> str:
    near = get_close_matches(error.name, error.known, n=1)
    sentence = say(f"error.unknown.{error.kind}", language, name=error.name)
    if near:
        return f"{sentence} {say('error.did-you-mean', language, name=near[0])}"
    known = ", ".join(error.known[:MOST_KNOWN])
    if len(error.known) > MOST_KNOWN:
        rest = len(error.known) - MOST_KNOWN
        known = say("problem.more", language, known=known, count=rest)
    return f"{sentence} {say('error.known', language, known=known)}" if known else sentence


def describe_bug(error: Exception, language: Language) -> str:
    """Say that the fault is ours, and how to report it."""
    return say("error.bug", language, kind=type(error).__name__, detail=str(error)[:300])
