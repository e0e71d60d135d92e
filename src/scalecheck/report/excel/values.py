"""What stands in a cell of Excel: a number where the text is one, a text otherwise."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from scalecheck.language.numbers import number
from scalecheck.model.language import Language
from scalecheck.report.office.text import tidy

MOST_DIGITS = 15  # what Excel keeps of a number
LONGEST = 32_767  # what a cell holds, counted as Excel counts: a rare character is two
_PIECE = 32_000

_NUMBER = re.compile(r"-?\d[\d\u00a0,.]*")
_AMOUNT = re.compile(r"(?P<before>\$?)(?P<number>-?\d(?:[\d\u00a0,.]*\d)?)(?P<after>\u00a0[$%]|%|)")
_MARKS = {Language.FR: ("\u00a0", ","), Language.EN: (",", ".")}
_GROUPED, _PLAIN = "#,##0", "0"


class Number(NamedTuple):
    """A number, and how Excel shows it."""

    value: float
    form: str


def read_number(text: str, language: Language) -> Number | None:
    """Read a text as a number, where it is one and nothing would be lost.

    A number is what our own would be written as: `02`, `1.10`, `1–2` and codes stay texts. A share
    and an amount keep their sign through the format of the cell.
    """
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    value = _exact(found["number"], language)
    if value is None:
        return None
    places = max(-int(value.as_tuple().exponent), 0)
    form = (_GROUPED if abs(value) >= 1000 else _PLAIN) + ("." + "0" * places if places else "")
    sign = (found["before"] or found["after"]).strip("\u00a0")
    if sign == "%":
        return Number(float(value / 100), f"{form}{found['after'][:-1]}%")
    if sign == "$":
        return Number(float(value), f'"$"{form}' if found["before"] else f'{form}\u00a0"$"')
    return Number(float(value), form)


def pieces(text: str) -> Iterator[str]:
    """Cut a text in what cells can hold, at a space where there is one; none is lost."""
    if _size(text) <= LONGEST:
        yield text
        return
    most = _PIECE if len(text) == _size(text) else _PIECE // 2
    while len(text) > most:
        at = text.rfind(" ", most // 2, most) + 1 or most
        yield text[:at]
        text = text[at:]
    yield text


def shown(text: str) -> str:
    """Make a text fit for a cell."""
    return tidy(text).strip(" ")


def _exact(text: str, language: Language) -> Decimal | None:
    group, mark = _MARKS[language]
    bare = text.replace(group, "").replace(mark, ".")
    if not _NUMBER.fullmatch(bare) or sum(map(str.isdigit, bare)) > MOST_DIGITS:
        return None
    if not bare.isascii() or bare.count(".") > 1 or "," in bare or bare.endswith("."):
        return None
    value = Decimal(bare)
    places = max(-int(value.as_tuple().exponent), 0)
    return value if number(value, language, places) == text else None


def _size(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
