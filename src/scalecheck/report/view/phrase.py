"""Words from a document, cleaned for print."""

import re
from typing import NamedTuple

_MANY = re.compile(" {2,}")
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
# Controls, changes of direction, halves of characters, and what is no character: in no format.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


class Phrase(NamedTuple):
    """A text of the rubric or the project; `lang` is "" where it is in the report's language."""

    text: str
    lang: str = ""

    def __str__(self) -> str:
        return self.text


Words = str | Phrase


def clean(text: str) -> str:
    """Make one printable line of a text: no line break, no control, no change of direction."""
    return one_line(text).strip()


def one_line(text: str) -> str:
    """Do as `clean` does, and keep a space at either end: for a piece of a longer line."""
    return _MANY.sub(" ", printable(text))


def printable(text: str) -> str:
    """Do as `clean` does, and keep every space: for a line that is drawn with them."""
    if text.isprintable():
        return text
    return _BREAKS.sub(" ", _UNSEEN.sub("", text))
