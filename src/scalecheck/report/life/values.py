"""Values as JSON: names and texts only, in a fixed order."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from scalecheck.model.text import Text


def write_json(format: str, value: Any) -> str:
    """Write a value of the model as JSON: UTF-8, two spaces, keys in the order of its fields."""
    told = {"format": format, **plain(value)}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Bring a value to plain data."""
    if isinstance(value, Text):
        return {word: said for word in ("fr", "en") if (said := getattr(value, word))}
    if hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, StrEnum) else value
