"""A text given in one language that plainly reads in the other."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_languages import doubts, reads_as
from scalecheck.model.diagnostic import Severity

_SURE = 3  # small words of the other language, and none of its own


def find(subject: Subject) -> Iterator[Found]:
    for pair, fr_is_english, en_is_french in doubts(subject):
        if fr_is_english and not en_is_french and reads_as(pair.fr or "", _SURE) == "en":
            yield found((*pair.path, "fr"), language="fr")
        if en_is_french and not fr_is_english and reads_as(pair.en or "", _SURE) == "fr":
            yield found((*pair.path, "en"), language="en")


RULE = Rule("wrong-language", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT)
