"""Write plain data as YAML on one line, so that it reads back as it was."""

import json
import re
from collections.abc import Mapping
from typing import Any

from scalecheck.model.base import Plain

_BARE = re.compile(r"-?[0-9A-Za-z][0-9A-Za-z_./%+-]*\Z")
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def emit(value: Any) -> str:
    """Write a value; a scalar that was plain stays so where nothing in it needs quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{emit_key(k)}: {emit(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(emit, value)) + "]"
    text = str(value)
    is_bare = isinstance(value, Plain) and _BARE.match(text) and text.lower() != "null"
    return text if is_bare else quote(text)


def emit_key(key: object) -> str:
    """Write a key: bare where it can be."""
    return str(key) if _BARE.match(str(key)) else quote(str(key))


def quote(text: str) -> str:
    """Write a text in straight double quotes, on one line."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
