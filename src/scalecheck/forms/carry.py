"""Texts on a form: what is shown of them, and how an untouched one comes back as it was.

A form shows one language. A note that was written in both would come back with one, and lose the
other: so a text that reads as it was shown is put back as it was.
"""

import re
from typing import Any

from scalecheck.model.language import Language
from scalecheck.model.plain_data import as_plain as as_plain
from scalecheck.model.plain_data import text_data
from scalecheck.model.text import Text

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_UNSAID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
SHIELDED = "$\u2060{"  # `${` where it would name a field: a word joiner keeps the two signs apart


def shown(text: Text | None, language: Language) -> str:
    """What a form shows of a text; nothing for none."""
    return "" if text is None else tidy(text.said_in(language)[0])


def tidy(text: str) -> str:
    """Bring a text to what every channel can carry: plain line ends, no control character.

    What is left is neither trimmed nor corrected: accents, marks, right-to-left and emoji stay.
    """
    return _UNSAID.sub("", _LINE_ENDS.sub("\n", text))


def fold(text: str) -> str:
    """Bring a text to what no tool on the way changes: straight quotes, single spaces."""
    return " ".join(tidy(text).replace(SHIELDED, "${").translate(_STRAIGHT).split())


def carry_back(typed: str, before: Text | None, language: Language) -> Any:
    """Bring a text that was read to plain data: as it was before, where nobody touched it.

    Args:
        typed: what stands on the form now.
        before: the text that the form was made with, if any.
        language: that of the form.

    Returns:
        Plain data; None where the text is blank.
    """
    said = tidy(typed)
    if before is not None and said.strip() == shown(before, language).strip():
        return text_data(before, language)
    return said if said.strip() else None
