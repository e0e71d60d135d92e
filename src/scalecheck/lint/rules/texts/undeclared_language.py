"""A text in a language that the list of languages does not announce."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import languages_of, sayings
from scalecheck.model.diagnostic import Also, Severity


def find(subject: Subject) -> Iterator[Found]:
    if "languages" not in subject.data:
        return
    declared = languages_of(subject.data)
    for pair in sayings(subject).pairs:
        for language in sorted(pair.written.difference(declared)):
            also = (Also(("languages",), "declared"),)
            yield found((*pair.path, language), at_key=True, also=also, language=language)


RULE = Rule("undeclared-language", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT)
