"""Words from a document, cleaned for print."""

import re
from typing import NamedTuple

_SPACES = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Phrase(NamedTuple):
    """A text of the rubric or the project; `lang` is "" where it is in the report's language."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


Words = str | Phrase


def clean(text: str) -> str:
    """Make one printable line of a text: no line break, no control, no change of direction."""
    if text.isprintable() and "  " not in text:  # nothing below is printable but a space
        return text.strip()
    return _UNSEEN.sub("", _SPACES.sub(" ", text)).strip()
