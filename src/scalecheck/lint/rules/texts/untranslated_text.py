"""A text that is the same in both languages, and plainly in one of them."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_languages import leans_to
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for pair in sayings(subject).pairs:
        if pair.fr and pair.en and pair.fr.strip() == pair.en.strip():
            language = leans_to(pair.fr)
            if language:
                wanted = "en" if language == "fr" else "fr"
                yield found((*pair.path, wanted), language=wanted)


RULE = Rule("untranslated-text", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT)
