"""Characters that nobody sees in a text: of no width, turning the reading, or blank at an end."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.lint.text_spans import rewrite_each
from scalecheck.model.diagnostic import Path, Rewrite, Severity
from scalecheck.source.document import Document

# Of no width, or turning what follows: nobody types them.
_UNSEEN = (
    "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
)
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_BLANK = re.compile(f"[{_BLANKS}]")
_FIRST = re.compile(rf"\A([\"']?)(?=[ ]*[{_BLANKS}])[ {_BLANKS}]+")
_LAST = re.compile(rf"(?<=[^\s{_BLANKS}])[ {_BLANKS}]+(?=[\"']?\Z)")


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    hides = "\\" in text or any(character in text for character in _UNSEEN)
    for path, words, _, _ in sayings(subject).said:
        seen = _HIDDEN.search(words) if hides else None
        unwanted = seen or _BLANK.search(_edges(words))
        if unwanted is not None:
            repair = _remove(subject.document, path, hidden=seen is not None)
            yield found(path, repair=repair, character=f"U+{ord(unwanted[0]):04X}")


def _edges(words: str) -> str:
    """The blanks at both ends of a text; most texts have none."""
    if not (words[:1].isspace() or words[-1:].isspace()):
        return ""
    return words[: len(words) - len(words.lstrip())] + words[len(words.rstrip()) :]


def _remove(document: Document, path: Path, *, hidden: bool) -> tuple[Rewrite, ...]:
    if hidden:
        return rewrite_each(document, path, _HIDDEN, "")
    ends = ((_FIRST, r"\1"), (_LAST, ""))
    return tuple(one for end, new in ends for one in rewrite_each(document, path, end, new))


RULE = Rule(
    "invisible-in-text", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT, is_fixable=True
)
