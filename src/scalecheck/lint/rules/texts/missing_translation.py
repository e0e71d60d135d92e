"""A text that lacks one of the languages which its document declares."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import languages_of, sayings
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    declared = languages_of(subject.data)
    # A document in one language promises no translation; it only should not lack its own.
    severity = None if "languages" in subject.data else Severity.WARNING
    for pair in sayings(subject).pairs:
        for language in declared:
            if language not in pair.written:
                yield found(pair.path, severity=severity, language=language)


RULE = Rule("missing-translation", Topic.TEXTS, Severity.ERROR, ANY, find, Reads.DOCUMENT)
