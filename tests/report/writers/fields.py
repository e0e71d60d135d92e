"""What a template may read, as a table for the documentation, made from the types themselves."""

import types
import typing
from collections.abc import Iterator
from enum import Enum
from functools import cache

from scalecheck.report import blocks
from scalecheck.report.layout.document import Document
from scalecheck.report.page import Page
from scalecheck.report.view.build import View
from scalecheck.report.view.phrase import Phrase

ROOTS = (Page, View, *typing.get_args(blocks.Block), blocks.Cell, blocks.Dots, blocks.Strip)
ROOTS += (Document,)
BEGIN, END = "<!-- fields: made by tests/report/writers/fields.py -->\n", "<!-- end of fields -->\n"


def table() -> str:
    """One line an object: its name, then its fields, with `?`, `[]` and the object they hold."""
    rows = [f"| `{_name(one)}` | {_fields(one)} |\n" for one in _reached()]
    return f"{BEGIN}| | |\n|---|---|\n{''.join(rows)}{END}"


def _name(one: type) -> str:
    """Name an object; with its room where two have one name."""
    namesakes = [other for other in _reached() if other.__name__ == one.__name__]
    room = one.__module__.rpartition(".")[2]
    return f"{room}.{one.__name__}" if len(namesakes) > 1 else one.__name__


def _fields(one: type) -> str:
    hints = typing.get_type_hints(one)
    names = [_field(name, hint) for name, hint in hints.items()]
    return ", ".join(names) or "–"


def _field(name: str, hint: object) -> str:
    marks = "?" if type(None) in typing.get_args(hint) else ""
    marks += "[]" if any(typing.get_origin(part) is tuple for part in (hint, *_parts(hint))) else ""
    held = [part for part in _leaves(hint) if _is_object(part) or _is_words(part)]
    told = " / ".join(dict.fromkeys(f"`{_name(part)}`" for part in held))
    return f"`{name}{marks}`" + (f" ({told})" if told else "")


def _parts(hint: object) -> tuple[object, ...]:
    return (
        typing.get_args(hint) if typing.get_origin(hint) in (types.UnionType, typing.Union) else ()
    )


def _leaves(hint: object) -> Iterator[type]:
    parts = typing.get_args(hint)
    if not parts and isinstance(hint, type):
        yield hint
    for part in parts:
        yield from _leaves(part)


def _is_object(one: type) -> bool:
    return issubclass(one, tuple) and hasattr(one, "_fields") and one is not Phrase


def _is_words(one: type) -> bool:
    return issubclass(one, Enum)


@cache
def _reached() -> tuple[type, ...]:
    """Every object that a template can come to, in the order it is met."""
    found: dict[type, None] = {}
    waiting = list(ROOTS)
    while waiting:
        one = waiting.pop(0)
        if one in found:
            continue
        found[one] = None
        for hint in typing.get_type_hints(one).values():
            waiting += [part for part in _leaves(hint) if _is_object(part)]
    return tuple(found)
