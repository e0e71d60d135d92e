"""Add an entry to a list of a file as text: nothing else moves, comments included."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.lint.life.emit import emit, emit_key
from scalecheck.source.document import Document, parse
from scalecheck.source.place import Place, step
from scalecheck.source.stretch import line_starts, offsets


class CannotAppendError(ValueError):
    """The file is written in a way that an entry cannot be added to as text."""


def append_entry(document: Document, key: str, entry: Mapping[str, Any]) -> str:
    """Add an entry at the end of a list that stands at the top of a document.

    Args:
        document: what was read.
        key: the key of the list; it holds at least one entry.
        entry: plain data.

    Returns:
        The whole text, read again and found to be the same with the entry at its end.

    Raises:
        CannotAppendError: it would not read back so (an alias in place of the list, for instance).
    """
    found = step(document.root, key)
    place = found[1] if found else None
    if place is None or not isinstance(place.children, list) or not place.children:
        raise CannotAppendError(key)
    is_flow = getattr(place.start, "flow_style", None)
    text = _append_flow(document, place, entry) if is_flow else _append(document, place, entry)
    _compare(document, key, entry, text)
    return text


def _compare(document: Document, key: str, entry: Mapping[str, Any], text: str) -> None:
    again = parse(text.encode(), document.name)
    wanted = {**document.data, key: (*document.data[key], dict(entry))}
    if again.data != wanted or again.diagnostics:
        raise CannotAppendError(key)


def _append(document: Document, place: Place, entry: Mapping[str, Any]) -> str:
    """Add lines under the last entry, at the dash of the first."""
    text, span = document.text, place.span
    starts = line_starts(text)
    is_past = span.end_column == 1 and span.end_line > span.line  # a block text ends a line below
    last = span.end_line - (1 if is_past else 0)
    at = starts[last] if last < len(starts) else len(text)
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text[:at].endswith(("\n", "\r")) else end
    margin = " " * place.start.start_mark.column
    lines = (margin + ("  " if n else "- ") + line for n, line in enumerate(_lines(entry)))
    return text[:at] + gap + end.join(lines) + end + text[at:]


def _lines(entry: Mapping[str, Any]) -> Iterator[str]:
    """One line a key; answers one a line, the instances of a group under their group."""
    for key, value in entry.items():
        if key == "answers" and value:
            yield f"{key}:"
            yield from (f"  {line}" for line in _answer_lines(value))
        elif key == "plans" and value:
            yield f"{key}:"
            yield from (f"  - {emit(plan)}" for plan in value)
        else:
            yield f"{emit_key(key)}: {emit(value)}"


def _answer_lines(answers: Mapping[str, Any]) -> Iterator[str]:
    for name, given in answers.items():
        nested = isinstance(given, Mapping) and all(isinstance(v, Mapping) for v in given.values())
        if nested and given:
            yield f"{emit_key(name)}:"
            yield from (f"  {emit_key(k)}: {emit(v)}" for k, v in given.items())
        else:
            yield f"{emit_key(name)}: {emit(given)}"


def _append_flow(document: Document, place: Place, entry: Mapping[str, Any]) -> str:
    """Add an entry before the bracket that closes a list."""
    end = offsets(document.text, place.span)[1] - 1
    before = document.text[:end].rstrip()
    comma = "" if before.endswith(",") else ","
    return f"{document.text[:end]}{comma} {emit(entry)}{document.text[end:]}"
