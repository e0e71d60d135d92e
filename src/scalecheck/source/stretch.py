"""Stretches of a file: offsets, what they hold, and names for places that no edit above moves."""

from collections.abc import Mapping
from typing import Any

from scalecheck.model.diagnostic import LINE_END, Path, Span

_NAMES = ("id", "value", "date")


def line_starts(text: str) -> list[int]:
    """The offset at which each line of a text begins."""
    return [0, *(found.end() for found in LINE_END.finditer(text))]


def offsets(text: str, span: Span) -> tuple[int, int]:
    """The first offset of a stretch, and the one behind its last character."""
    starts = line_starts(text)
    first = starts[span.line - 1] + span.column - 1
    return first, starts[min(span.end_line, len(starts)) - 1] + span.end_column - 1


def span_at(text: str, first: int, last: int) -> Span:
    """The stretch between two offsets."""
    return Span(*_place(text, first), *_place(text, last))


def _place(text: str, offset: int) -> tuple[int, int]:
    starts = [start for start in line_starts(text) if start <= offset]
    return len(starts), offset - starts[-1] + 1


def narrow(text: str, span: Span, old: str) -> Span | None:
    """Find a piece of what a stretch holds; None unless it stands there exactly once."""
    if not old:
        return span
    first, last = offsets(text, span)
    held = text[first:last]
    if held.count(old) != 1:
        return None
    start = first + held.index(old)
    return span_at(text, start, start + len(old))


def name_place(data: Any, path: Path) -> str:
    """Name a place by ids: `is-echelle:dimensions[besoin].criteria[ampleur].anchors.2`."""
    here, parts = data, [f"{_name_of(data)}:"]
    for part in path:
        below = _enter(here, part)
        if isinstance(part, int):
            parts.append(f"[{_name_of(below) or part}]")
        else:
            parts.append(f".{part}")
        here = below
    return "".join(parts).replace(":.", ":", 1)


def _name_of(data: Any) -> str:
    if isinstance(data, Mapping):
        return next((str(data[key]) for key in _NAMES if isinstance(data.get(key), str)), "")
    return ""


def _enter(data: Any, part: str | int) -> Any:
    if isinstance(data, Mapping):
        return data.get(part)
    is_place = isinstance(data, tuple) and isinstance(part, int) and part < len(data)
    return data[part] if is_place else None
