"""A text several times shorter in one language: part of it was probably not translated."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity

_TIMES = 3
_LONG = 90  # characters: below, a short wording in one language is chance


def find(subject: Subject) -> Iterator[Found]:
    for pair in sayings(subject).pairs:
        if not pair.fr or not pair.en:
            continue
        short, long = sorted(((len(pair.fr), "fr"), (len(pair.en), "en")))
        if long[0] >= _LONG and long[0] > _TIMES * short[0]:
            times = long[0] // max(short[0], 1)
            yield found((*pair.path, short[1]), language=short[1], count=times)


RULE = Rule("length-drift", Topic.TEXTS, Severity.NOTE, ANY, find, Reads.DOCUMENT)
