"""The ground: frozen models, and the few kinds of scalar that documents are made of."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, NoReturn

from scalecheck.model.frozen import Frozen as Frozen
from scalecheck.model.marks import BeforeValidator, RefusedValueError
from scalecheck.model.marks import Plain as Plain

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
WHOLE = re.compile(r"[-+]?[0-9]{1,15}\Z")
NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?(/[0-9]{1,15})?\Z")
PERCENT = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?%\Z")
_ORNAMENTS = re.compile("[\\s$\u00a0\u202f]|(?<=[0-9])_(?=[0-9])")
_DECIMAL_COMMA = re.compile(r"\A[-+]?(0,[0-9]+|[0-9]+,([0-9]{1,2}|[0-9]{4,}))%?\Z")
DURATION = re.compile(r"([0-9]{1,4}) (month|months|year|years)\Z")
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])\Z")
DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")


def refuse(code: str, **facts: object) -> NoReturn:
    """Refuse a value: raise the error that becomes a diagnostic with this code and these facts."""
    raise RefusedValueError(code, facts)


def _plain_text(value: object, code: str) -> str:
    if isinstance(value, str) and not isinstance(value, Plain):
        refuse("quoted-scalar", got=describe(value), wanted=code)
    if not isinstance(value, str):
        refuse(code, got=describe(value))
    return str(value)


def describe(value: object) -> str:
    """Show a refused value in a few characters."""
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def read_whole(value: object) -> int:
    """Read a whole number from a plain scalar; an `int` passes."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _plain_text(value, "not-whole")
    if not WHOLE.match(text):
        _suggest_number(text)
        refuse("not-whole", got=describe(text))
    return int(text)


def read_number(value: object) -> Fraction:
    """Read an exact number (`2`, `0.70`, `1/3` or `70%`); never through a float."""
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    text = _plain_text(value, "not-number")
    if not is_number(text):
        _suggest_number(text)
        refuse("not-number", got=describe(text))
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def is_number(text: str) -> bool:
    """Tell whether a text reads as an exact number."""
    if PERCENT.match(text):
        return True
    whole = NUMBER.match(text) and not re.search(r"/0+\Z", text)
    return bool(whole) and not ("." in text and "/" in text)


def _suggest_number(text: str) -> None:
    """Refuse by its right spelling a number with a comma, spaces, a currency or a spaced `%`."""
    bare = _ORNAMENTS.sub("", text)
    better = bare.replace(",", "." if _DECIMAL_COMMA.search(bare) else "")
    if better != text and (NUMBER.match(better) or PERCENT.match(better)):
        refuse("number-format", got=describe(text), better=better)


def read_share(value: object) -> Fraction:
    """Read a share, above 0 and at most 1, written as `70%`, `0.70` or `7/10`."""
    share = read_number(value)
    if not 0 < share <= 1:
        refuse("not-share", got=describe(value))
    return share


def read_quota(value: object) -> int | Fraction:
    """Read how many: a count (`int`), a share (`Fraction`: `60%`), or `all` (the share 1)."""
    if isinstance(value, str) and value == "all":
        return Fraction(1)
    if isinstance(value, str) and PERCENT.match(value):
        return read_share(value)
    if isinstance(value, Fraction):
        return read_share(value)
    count = read_whole(value)
    if count < 1:
        refuse("not-positive", got=describe(value))
    return count


def read_flag(value: object) -> bool:
    """Read `yes` or `no` (also `true`, `false`), written without quotes."""
    if isinstance(value, bool):
        return value
    text = _plain_text(value, "not-yes-no").lower()
    if text not in ("yes", "no", "true", "false"):
        refuse("not-yes-no", got=describe(value))
    return text in ("yes", "true")


def read_slug(value: object) -> str:
    """Read an identifier: small letters without accents, digits, and single hyphens."""
    text = _any_scalar(value, "not-slug")
    if not SLUG.match(text) or len(text) > 80:
        refuse("not-slug", got=describe(text))
    return text


def read_name(value: object) -> str:
    """Read the name of a level: its value or its id, in any spelling of a scalar."""
    return _any_scalar(value, "not-level-name").strip()


def _any_scalar(value: object, code: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | Fraction):
        refuse(code, got=describe(value))
    return str(value)


def read_months(value: object) -> int:
    """Read a duration written `24 months` or `2 years`, as a number of months, 1 or more."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    match = DURATION.match(str(value))
    if not match or int(match[1]) == 0:
        refuse("not-duration", got=describe(value))
    return int(match[1]) * (12 if match[2].startswith("year") else 1)


def read_date(value: object) -> str:
    """Read `2026-10-15` or `2026-10`, and keep it as written: ISO text sorts as time does."""
    text = str(value)
    if not isinstance(value, str) or not (MONTH.match(text) or is_day(text)):
        refuse("not-date", got=describe(value))
    return text


def read_day(value: object) -> str:
    """Read a full date, `2026-10-15`."""
    if not isinstance(value, str) or not is_day(str(value)):
        refuse("not-day", got=describe(value))
    return str(value)


def is_day(text: str) -> bool:
    """Tell whether a text is a day of the calendar, `2026-10-15`."""
    if not DAY.match(text):
        return False
    year, month, day = (int(part) for part in text.split("-"))
    return day <= days_in_month(year, month)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def read_line(value: object) -> str:
    """Read a text, quoted or not; never empty."""
    if not isinstance(value, str):
        refuse("not-text", got=describe(value))
    if not value.strip():
        refuse("empty-text")
    return str(value)


def read_pair(value: object) -> tuple[object, ...]:
    """Read a list of exactly two things."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        refuse("not-a-pair", got=describe(value))
    return tuple(value)


def as_tuple(value: Any) -> Any:
    """Read a list, or one thing as a list of one."""
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,)


Whole = Annotated[int, BeforeValidator(read_whole)]
Number = Annotated[Fraction, BeforeValidator(read_number)]
Share = Annotated[Fraction, BeforeValidator(read_share)]
Quota = Annotated[int | Fraction, BeforeValidator(read_quota)]
Flag = Annotated[bool, BeforeValidator(read_flag)]
Slug = Annotated[str, BeforeValidator(read_slug)]
LevelName = Annotated[str, BeforeValidator(read_name)]
Months = Annotated[int, BeforeValidator(read_months)]
Date = Annotated[str, BeforeValidator(read_date)]
Day = Annotated[str, BeforeValidator(read_day)]
Line = Annotated[str, BeforeValidator(read_line)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(as_tuple)]
