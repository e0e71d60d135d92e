"""Values as JSON: names and texts only, in a fixed order; exact numbers stay exact, as texts."""

import json
from collections.abc import Mapping
from typing import Any

from scalecheck.model.base import Frozen


def write_json(format: str, value: Any) -> str:
    """Write a value of the model as JSON: UTF-8, two spaces, keys in the order of its fields."""
    told = {"format": format, **plain(value)}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Bring a value to plain data; a part of a document that says nothing is left out."""
    match value:
        case Frozen():
            said = {name: getattr(value, name) for name in type(value).model_fields}
            return {name: plain(one) for name, one in said.items() if one is not None}
        case Mapping():
            return {str(name): plain(one) for name, one in value.items()}
        case list() | tuple():
            named = getattr(value, "_asdict", None)
            return plain(named()) if named is not None else [plain(one) for one in value]
        case None | bool() | int():
            return value
        case _:
            return str(value)
