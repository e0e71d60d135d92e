"""Add to a file as text: an entry to a list, a key to a mapping. Nothing else moves.

Positions come from the parser. The whole is read again and compared: only what is announced may
differ, comments and layout included, for they are never touched.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from scalecheck.model.diagnostic import Path, Span, split_lines
from scalecheck.source.block import listed_lines, part_lines
from scalecheck.source.document import Document, parse
from scalecheck.source.emit import emit, emit_key
from scalecheck.source.place import Place, step
from scalecheck.source.stretch import line_starts, offsets

_DASH = re.compile(r"[\n\r]( *)-")
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")


class CannotAppendError(ValueError):
    """The file is written in a way that it cannot be added to as text.

    `text` is what was to be added, as it can be pasted.
    """

    def __init__(self, path: Path, text: str = "") -> None:
        self.path, self.text = path, text
        super().__init__(".".join(map(str, path)))


class Entries(NamedTuple):
    """Entries to add at the end of a list, empty only where it is written `[]`."""

    path: Path
    added: tuple[Mapping[str, Any], ...]


class Keys(NamedTuple):
    """Keys to add at the end of a mapping that does not have them."""

    path: Path
    added: Mapping[str, Any]


class NewPart(NamedTuple):
    """A key to add at the top, above another one and the comments that lead to it."""

    key: str
    value: Any
    before: str


Addition = Entries | Keys | NewPart
Insertion = tuple[int, str]


def append_entry(document: Document, path: Path, entry: Mapping[str, Any]) -> str:
    """Add an entry at the end of a list, and give the whole text.

    Raises:
        CannotAppendError: it would not read back so (an alias in place of the list, for instance).
    """
    return grow(document, (Entries(path, (entry,)),)).text


def grow(document: Document, additions: Sequence[Addition]) -> Document:
    """Add to a document as text, all at once.

    Args:
        document: what was read.
        additions: plain data, each for another place.

    Returns:
        The document read again, found to be the same with what was added.

    Raises:
        CannotAppendError: it would not read back so; its text is all that was to be added.
    """
    refused = CannotAppendError(_path_of(additions[0]), to_paste(additions))
    found = [_insert(document, one) for one in additions]
    text, wanted = document.text, document.data
    backwards = [one for one in reversed(found) if one]  # two at one place stay in their order
    for at, added in sorted(backwards, key=lambda one: one[0], reverse=True):
        text = text[:at] + added + text[at:]
    for addition in additions:
        wanted = _with_addition(wanted, addition)
    again = parse(text.encode(), document.name)
    if None in found or again.data != wanted or again.diagnostics:
        raise refused
    return again


def to_paste(additions: Sequence[Addition]) -> str:
    """Write what was to be added, as a person can paste it, each under the key that it goes to."""
    return "\n".join(line for one in additions for line in (*_said_above(one), *_written(one)))


def _path_of(addition: Addition) -> Path:
    return (addition.key,) if isinstance(addition, NewPart) else addition.path


def _said_above(addition: Addition) -> tuple[str, ...]:
    """The key that what is pasted goes under, as a comment."""
    return () if isinstance(addition, NewPart) else (f"# {'.'.join(map(str, addition.path))}:",)


def _written(addition: Addition) -> Iterator[str]:
    match addition:
        case Entries():
            for entry in addition.added:
                yield from listed_lines(entry)
        case Keys():
            yield from (f"{emit_key(key)}: {emit(value)}" for key, value in addition.added.items())
        case NewPart():
            yield from part_lines(addition.key, addition.value)


def _with_addition(data: Any, addition: Addition) -> Any:
    match addition:
        case Entries():
            there = _at(data, addition.path)
            return _with(data, addition.path, (*there, *map(dict, addition.added)))
        case Keys():
            return _with(data, addition.path, {**_at(data, addition.path), **addition.added})
        case NewPart():
            return {**data, addition.key: addition.value}


def _insert(document: Document, addition: Addition) -> Insertion | None:
    """Say where the text of an addition goes, and what it is; None where it cannot be said."""
    if isinstance(addition, NewPart):
        return _insert_part(document, addition)
    found = _find(document, addition.path)
    wanted = list if isinstance(addition, Entries) else dict
    if found is None or not isinstance(found[1].children, wanted):
        return None
    key, place = found
    if getattr(place.start, "flow_style", None):
        return _insert_flow(document, place, _flow(addition))
    column = _column(document.text, place)
    if column is None:
        return None
    line = _line_below(document.text, place.span, max(column, key.start_mark.column + 1))
    return _insert_lines(document.text, line, [" " * column + one for one in _written(addition)])


def _flow(addition: Entries | Keys) -> str:
    if isinstance(addition, Entries):
        return ", ".join(map(emit, addition.added))
    return ", ".join(f"{emit_key(key)}: {emit(value)}" for key, value in addition.added.items())


def _insert_part(document: Document, part: NewPart) -> Insertion | None:
    found = step(document.root, part.before)
    if found is None or document.root is None or document.root.start.flow_style:
        return None
    mark, starts = found[0].start_mark, line_starts(document.text)
    margin, line = " " * mark.column, mark.line
    while line and document.text.startswith(f"{margin}#", starts[line - 1]):
        line -= 1
    end = _line_end(document.text)
    lines = (margin + one for one in part_lines(part.key, part.value))
    return starts[line], end.join((*lines, "", ""))


def _find(document: Document, path: Path) -> tuple[Any, Place] | None:
    """The key that a path of keys leads to, and what stands under it."""
    found, place = None, document.root
    for part in path:
        found = step(place, part)
        if found is None:
            return None
        place = found[1]
    return found


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _with(data: Any, path: Path, value: Any) -> Any:
    """The same data with another value at a path of keys."""
    if not path:
        return value
    return {**data, path[0]: _with(data[path[0]], path[1:], value)}


def _column(text: str, place: Place) -> int | None:
    """How far in the entries of a list or the keys of a mapping stand; None of what has none."""
    children = place.children
    if not children or getattr(place.start, "flow_style", None) is None:
        return None
    if isinstance(children, dict):
        mark = next(iter(children.values()))[0].start_mark
        return int(mark.column)
    first, last = (offsets(text, one.span)[0] for one in (place, children[0]))
    dash = _DASH.search(text, first, last)  # an anchor may stand before it
    return place.span.column - 1 if text[first] == "-" else len(dash[1]) if dash else None


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _line_below(text: str, span: Span, column: int) -> int:
    """The line below a part of the file, and below the comments that follow it as far in."""
    is_past = span.end_column == 1 and span.end_line > span.line  # a block text ends a line below
    lines = split_lines(text)
    line = below = span.end_line - (1 if is_past else 0)
    for position in range(line, len(lines)):
        bare = lines[position].lstrip(" \t")
        if bare.startswith("#") and len(lines[position]) - len(bare) >= column:
            below = position + 1
        elif bare:
            break
    return below


def _insert_lines(text: str, line: int, lines: list[str]) -> Insertion:
    starts, end = line_starts(text), _line_end(text)
    at = starts[line] if line < len(starts) else len(text)
    gap = "" if text[:at].endswith(("\n", "\r")) else end
    return at, gap + end.join(lines) + end


def _insert_flow(document: Document, place: Place, entries: str) -> Insertion:
    """Add entries before the bracket that closes a list or a mapping."""
    text, children = document.text, place.children
    end = offsets(text, place.span)[1] - 1
    if not children:
        return end, entries
    last = children[-1] if isinstance(children, list) else [*children.values()][-1][1]
    behind = _COMMENT.sub("", text[offsets(text, last.span)[1] : end])
    return end, f" {entries}" if "," in behind else f", {entries}"
