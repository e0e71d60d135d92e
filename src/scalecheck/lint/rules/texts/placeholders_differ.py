"""A place to be filled in (`{n}`, `%s`, `{{ name }}`) that only one of the two languages has."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity

_PLACES = re.compile(
    r"\{\{\s*[A-Za-z_][\w.]*\s*\}\}"
    r"|\{(?:[A-Za-z_][\w.]*|\d*)(?::[^{}\s]*)?\}"
    r"|(?<!\d)(?<!\d[ \u00a0\u202f])%(?:\([A-Za-z_]\w*\))?[sd]\b"
)
_BLANKS = re.compile(r"\s")


def find(subject: Subject) -> Iterator[Found]:
    for pair in sayings(subject).pairs:
        if pair.fr and pair.en and ("{" in pair.fr + pair.en or "%" in pair.fr + pair.en):
            fr, en = _places(pair.fr), _places(pair.en)
            yield from (found((*pair.path, "en"), name=one, language="en") for one in fr - en)
            yield from (found((*pair.path, "fr"), name=one, language="fr") for one in en - fr)


def _places(text: str) -> frozenset[str]:
    return frozenset(_BLANKS.sub("", place) for place in _PLACES.findall(text))


RULE = Rule("placeholders-differ", Topic.TEXTS, Severity.ERROR, ANY, find, Reads.DOCUMENT)
