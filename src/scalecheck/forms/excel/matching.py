"""Words typed by hand, matched with the lines of a list where only one of them can be meant."""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from scalecheck.forms.excel.plan import Choices, Entry
from scalecheck.model.base import is_number

_WORD = re.compile(r"(?:(?<=\s)|\A)[-+]\d+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[^\W\d_]+", re.UNICODE)
_HEAD = re.compile(r"\s*(\S+)\s*·")


def fold(text: str) -> str:
    """Bring a text to what is left of it without accents, capitals, signs and spaces."""
    bare = "".join(
        one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one)
    )
    return " ".join(_WORD.findall(bare.casefold())).replace(",", ".")


def match(text: str, choices: Choices) -> str | None:
    """Find the value that a text stands for; None where there is none, or more than one."""
    exact = [one.value for one in choices.entries if text.strip() == one.text.strip()]
    if len(set(exact)) == 1:
        return exact[0]
    return (
        _only(_folded(text, choices))
        or _only(_numbered(text, choices))
        or _only(_headed(text, choices))
    )


def _folded(text: str, choices: Choices) -> Iterable[str]:
    wanted = fold(text)
    for one in choices.entries:
        names = (one.text, one.short, *one.names)
        if any(fold(name) == wanted if wanted else name == text.strip() for name in names):
            yield one.value


def _numbered(text: str, choices: Choices) -> Iterable[str]:
    """Read a number in another spelling: `3.0` for 3, `2` for 02."""
    wanted = _number(fold(text))
    return [
        one.value for one in choices.entries if wanted is not None and _number(one.value) == wanted
    ]


def _headed(text: str, choices: Choices) -> Iterable[str]:
    """Read the number before our middle dot: the words after it may have been edited."""
    head = _HEAD.match(text)
    return [one.value for one in choices.entries if head and one.value == head[1]]


def _number(text: str) -> Fraction | None:
    return Fraction(text) if is_number(text) and "%" not in text else None


def _only(values: Iterable[str]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def known(choices: Choices) -> str:
    """List what could have been chosen."""
    return ", ".join(one.short for one in choices.entries)


def split(text: str, entries: Iterable[Entry] = ()) -> list[str]:
    """Cut a list typed in one cell: `p1; p2`. A text that is one of the lines is not cut."""
    if any(text.strip() == one.text for one in entries):
        return [text]
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
