"""What each kind of scalar looks like to a JSON Schema, once YAML 1.2 has typed it.

`02` is a number there and a text to the reader, so a field that takes a text takes a number too;
and a quoted number, which the reader refuses, cannot be told from a text.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from scalecheck.model.base import (
    read_date,
    read_day,
    read_flag,
    read_line,
    read_months,
    read_name,
    read_number,
    read_quota,
    read_share,
    read_slug,
    read_whole,
)

Schema = dict[str, object]

_ANY = ["string", "number", "boolean"]
_MONTH = "[0-9]{4}-(0[1-9]|1[0-2])"
_DAY = f"{_MONTH}-(0[1-9]|[12][0-9]|3[01])"
_DIGITS = "[0-9]{1,15}"
_PERCENT = rf"{_DIGITS}(\.{_DIGITS})?%"
_SHARE = r"(?!0+(\.0+)?%)0{0,12}(100(\.0{1,15})?|[0-9]{1,2}(\.[0-9]{1,15})?)%"
_RATIO = f"{_DIGITS}/0*[1-9][0-9]{{0,14}}"

TEXT: Schema = {"type": _ANY}
LINE: Schema = {"type": _ANY, "pattern": r"\S"}
SLUG: Schema = {
    "type": ["string", "integer", "boolean"],
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": 80,
    "minimum": 0,
}
FLAG: Schema = {
    "anyOf": [
        {"enum": ["yes", "no", True, False]},
        {"type": "string", "pattern": "^([Yy][Ee][Ss]|[Nn][Oo])$"},
    ]
}
_ROW: Schema = {"type": [*_ANY, "object", "array"], "additionalProperties": TEXT, "items": TEXT}
TABLE: Schema = {"type": ["object", "array"], "additionalProperties": _ROW, "items": _ROW}


class Scalar(NamedTuple):
    """A kind of scalar: the name that schemas give it, and what it looks like."""

    name: str
    schema: Schema


READERS: Mapping[Callable[..., Any], Scalar] = {
    read_whole: Scalar("Whole", {"type": "integer"}),
    read_number: Scalar(
        "Number", {"type": ["number", "string"], "pattern": f"^[-+]?({_PERCENT}|{_RATIO})$"}
    ),
    read_share: Scalar(
        "Share",
        {
            "type": ["number", "string"],
            "exclusiveMinimum": 0,
            "maximum": 1,
            "pattern": rf"^\+?({_SHARE}|{_RATIO})$",
        },
    ),
    read_quota: Scalar(
        "Quota",
        {"type": ["integer", "string"], "minimum": 1, "pattern": rf"^(all|\+?{_SHARE})$"},
    ),
    read_flag: Scalar("Flag", FLAG),
    read_slug: Scalar("Slug", SLUG),
    read_name: Scalar("LevelName", TEXT),
    read_months: Scalar(
        "Months", {"type": "string", "pattern": "^(?!0+ )[0-9]{1,4} (months?|years?)$"}
    ),
    read_date: Scalar("Date", {"type": "string", "pattern": f"^({_MONTH}|{_DAY})$"}),
    read_day: Scalar("Day", {"type": "string", "pattern": f"^{_DAY}$"}),
    read_line: Scalar("Line", LINE),
}
