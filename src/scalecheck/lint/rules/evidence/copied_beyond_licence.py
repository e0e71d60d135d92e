"""A text taken or adapted from a source whose licence does not seem to let the rubric do so."""

from collections.abc import Iterator

from scalecheck.lint.licences import has_term, is_reserved
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.source import Source, Use


def find(subject: RubricSubject) -> Iterator[Found]:
    own = subject.value.licence
    for position, source in enumerate(subject.value.sources):
        if not is_reserved(own) and _forbids(source, own):
            also = (Also(("licence",), "licence-of-rubric"),)
            path = ("sources", position, "licence")
            yield found(path, also=also, source=source.id, licence=source.licence, own=own)


def _forbids(source: Source, own: str) -> bool:
    """Tell whether a licence withholds what was done with the source."""
    if source.use is Use.OWN_WORDS:
        return False
    if is_reserved(source.licence):
        return source.use is Use.VERBATIM
    is_adapted = source.use is Use.ADAPTED
    return (
        (has_term(source.licence, "NC") and not has_term(own, "NC"))
        or (has_term(source.licence, "ND") and is_adapted)
        or (has_term(source.licence, "SA") and is_adapted and not has_term(own, "SA"))
    )


RULE = Rule("copied-beyond-licence", Topic.EVIDENCE, Severity.WARNING, RUBRIC, find)
