"""A sheet of answers as JSON: what the forms carry inside them, and what they bring back."""

import json
from collections.abc import Mapping
from typing import Any

from scalecheck.forms.carry import as_plain
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.base import Plain
from scalecheck.model.plain_data import sheet_data

_BREAKS = {"\x7f": "\\u007f", "\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write_sheet(sheet: AnswerSheet) -> str:
    """Write a sheet as JSON on many lines; scalars are strings, so that nothing is rounded.

    Only "not applicable" without a reason is a flag: any string there is a reason.
    """
    return _escape(json.dumps(_flagged(sheet_data(sheet)), ensure_ascii=False, indent=2)) + "\n"


def _flagged(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {
            name: True if name == "not_applicable" and isinstance(one, Plain) else _flagged(one)
            for name, one in data.items()
        }
    return [_flagged(one) for one in data] if isinstance(data, list | tuple) else data


def _escape(text: str) -> str:
    """Escape what JSON allows and a reader of YAML does not."""
    for character, escaped in _BREAKS.items():
        text = text.replace(character, escaped)
    return "".join(c if c == "\n" or c.isprintable() or ord(c) > 0x9F else _code(c) for c in text)


def _code(character: str) -> str:
    return f"\\u{ord(character):04x}"


def read_sheet(text: str) -> AnswerSheet:
    """Read a sheet that a form of ours carries inside it.

    Raises:
        ValueError: it is not one, or was changed by hand.
    """
    data: Any = as_plain(json.loads(text))
    language = data.get("language", "fr") if isinstance(data, dict) else "fr"
    return AnswerSheet.model_validate(data, context={"language": str(language)})
