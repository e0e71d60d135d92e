"""A text whose French is in English, and whose English is in French."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_languages import doubts
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for pair, fr_is_english, en_is_french in doubts(subject):
        if fr_is_english and en_is_french:
            yield found(pair.path)


RULE = Rule("swapped-languages", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT)
