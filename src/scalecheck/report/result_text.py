"""Write a JSON value over several lines, as `json.dumps` with an indent does, four times faster."""

from collections.abc import Mapping
from json.encoder import encode_basestring

from scalecheck.report.result_naming import Json

_WORDS = {True: "true", False: "false", None: "null"}


def write_lines(value: Json, margin: str = "\n") -> str:
    """Write a value: two spaces a step, keys as they come, letters as they are.

    Args:
        value: texts, whole numbers, true, false, null, and mappings and lists of them: what a
            result is made of. There are no fractions of numbers in it.
        margin: the line break before what is on this level, with its spaces.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, Mapping):
        inner = f"{margin}  "
        pairs = [f"{encode_basestring(k)}: {write_lines(v, inner)}" for k, v in value.items()]
        return f"{{{_inside(pairs, inner)}{margin}}}" if pairs else "{}"
    if isinstance(value, list | tuple):
        inner = f"{margin}  "
        items = [write_lines(one, inner) for one in value]
        return f"[{_inside(items, inner)}{margin}]" if items else "[]"
    return _WORDS[value] if value is None or isinstance(value, bool) else str(value)


def _inside(written: list[str], margin: str) -> str:
    return margin + f",{margin}".join(written)
