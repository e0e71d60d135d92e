"""A source whose text was taken or adapted, without an address: nobody can compare."""

from collections.abc import Iterator

from scalecheck.lint.rule import CALL, RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.source import Use


def find(subject: Subject) -> Iterator[Found]:
    for position, source in enumerate(subject.value.sources):
        if source.url is None and source.use is not Use.OWN_WORDS:
            yield found(("sources", position, "use"), source=source.id)


RULE = Rule(
    "copied-source-without-url",
    Topic.EVIDENCE,
    Severity.WARNING,
    (*RUBRIC, *CALL),
    find,
    Reads.SOUND,
)
