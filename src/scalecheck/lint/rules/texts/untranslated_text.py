"""A text that is the same in both languages, and plainly in one of them."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_languages import reads_as
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity

_WORDS = re.compile(r"[^\W\d_]{4,}")


def find(subject: Subject) -> Iterator[Found]:
    for pair in sayings(subject).pairs:
        if pair.fr and pair.en and pair.fr.strip() == pair.en.strip():
            language = reads_as(pair.fr)
            if language and not _is_a_name(pair.fr):
                wanted = "en" if language == "fr" else "fr"
                yield found((*pair.path, wanted), language=wanted)


def _is_a_name(text: str) -> bool:
    """Tell whether every long word but one at most begins with a capital."""
    words: list[str] = _WORDS.findall(text)
    return sum(word[0].islower() for word in words) <= 1


RULE = Rule("untranslated-text", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT)
