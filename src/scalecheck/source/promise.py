"""What repairs announce: which values they touch, and what those will say afterwards."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from scalecheck.model.diagnostic import Path, Span
from scalecheck.source.document import Document, parse
from scalecheck.source.place import Place, span_of
from scalecheck.source.stretch import line_starts, offsets


class Piece(NamedTuple):
    """An edit by offsets: what stands from `first` to `last` gives way to `new`."""

    first: int
    last: int
    new: str


class _Written(NamedTuple):
    """A value or a key as it stands in the text."""

    first: int
    last: int
    path: Path
    is_key: bool
    is_scalar: bool


class Promise(NamedTuple):
    """What edits of one value announce: what it will read as, or which pieces of it change."""

    pieces: tuple[Piece, ...]
    raw: str
    start: int

    def is_kept(self, before: Any, after: Any) -> bool:
        """Tell whether a value says afterwards what was announced."""
        only = self.pieces[0]
        if (only.first, only.last) == (self.start, self.start + len(self.raw)):
            return _reads_as(only.new, after)
        if not isinstance(before, str) or not isinstance(after, str):
            return False
        return after == self._replaced(before) or _bare(after) == _bare(before)

    def _replaced(self, before: str) -> str | None:
        """The value with its pieces replaced, where each stands in it as it is written."""
        said = before
        for piece in self.pieces:
            old = self.raw[piece.first - self.start : piece.last - self.start]
            if not old or said.count(old) != 1:
                return None
            said = said.replace(old, piece.new)
        return said


class Promises(NamedTuple):
    """The promises of several repairs, by the path of the value or of the key."""

    values: Mapping[Path, Promise]
    keys: Mapping[Path, Promise]

    def are_kept(self, before: Any, after: Any, path: Path = ()) -> bool:
        """Tell whether data differ by what was promised, and by nothing else."""
        promise = self.values.get(path)
        if promise is not None:
            return promise.is_kept(before, after)
        if type(before) is not type(after):
            return False
        if isinstance(before, Mapping):
            return len(before) == len(after) and all(
                self._is_key_kept((*path, key), key, new)
                and self.are_kept(before[key], after[new], (*path, key))
                for key, new in zip(before, after, strict=True)
            )
        if isinstance(before, tuple):
            return len(before) == len(after) and all(
                self.are_kept(one, other, (*path, n))
                for n, (one, other) in enumerate(zip(before, after, strict=True))
            )
        return bool(before == after)

    def _is_key_kept(self, path: Path, before: str, after: str) -> bool:
        promise = self.keys.get(path)
        return before == after if promise is None else promise.is_kept(before, after)


class Layout:
    """What stands where in the text of a document."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.starts = line_starts(document.text)
        self._exact: dict[tuple[int, int], list[_Written]] = {}
        for one in _written(document.root, self):
            self._exact.setdefault(one[:2], []).append(one)
        # Scalars lie one behind the other; those that have one place are the same, repeated.
        self._scalars = sorted(
            place for place, some in self._exact.items() if any(w.is_scalar for w in some)
        )

    def offsets(self, span: Span) -> tuple[int, int]:
        """The first offset of a stretch, and the one behind its last character."""
        end_line = min(span.end_line, len(self.starts))
        return (
            self.starts[span.line - 1] + span.column - 1,
            self.starts[end_line - 1] + span.end_column - 1,
        )

    def read_promises(self, pieces: Sequence[Piece]) -> Promises | None:
        """Find what each edit touches; None where one cuts across several values."""
        touched: dict[_Written, list[Piece]] = {}
        for piece in pieces:
            whole = self._exact.get(piece[:2], ())
            held = whole or self._around(piece)
            if held is None:
                return None
            for one in held:
                touched.setdefault(one, []).append(piece)
        made = {w: self._promise(w, tuple(some)) for w, some in touched.items()}
        values = {w.path: promise for w, promise in made.items() if not w.is_key}
        return Promises(values, {w.path: promise for w, promise in made.items() if w.is_key})

    def _around(self, piece: Piece) -> Sequence[_Written] | None:
        """The scalar that an edit is in, none beside them all, None where it cuts one."""
        at = max(bisect_right(self._scalars, (piece.first, piece.first)) - 1, 0)
        near = self._scalars[at : at + 2]
        held = [place for place in near if place[0] < piece.last and piece.first < place[1]]
        if not held:
            return ()
        first, last = held[0]
        is_inside = first <= piece.first and piece.last <= last
        return [w for w in self._exact[held[0]] if w.is_scalar] if is_inside else None

    def _promise(self, written: _Written, pieces: tuple[Piece, ...]) -> Promise:
        return Promise(pieces, self.text[written.first : written.last], written.first)


def _written(root: Place | None, layout: Layout) -> Iterator[_Written]:
    """Every value and every key, with its offsets; what an alias repeats has several paths."""
    waiting: list[tuple[Path, Place]] = [((), root)] if root is not None else []
    while waiting:
        path, here = waiting.pop()
        yield _Written(*layout.offsets(here.span), path, False, here.children is None)
        if isinstance(here.children, dict):
            for key, (event, below) in here.children.items():
                yield _Written(*layout.offsets(span_of(event)), (*path, key), True, True)
                waiting.append(((*path, key), below))
        else:
            waiting.extend(((*path, n), below) for n, below in enumerate(here.children or ()))


def _reads_as(new: str, value: Any) -> bool:
    """Tell whether a piece of YAML, alone and to its end, reads as a value."""
    text = f"value: {new}\n"
    alone = parse(text.encode(), "")
    span = alone.locate(("value",))
    if span is None or offsets(text, span) != (len("value: "), len(text) - 1):
        return False
    return bool(alone.data["value"] == value)


def _bare(text: str) -> str:
    """The letters and figures of a text, without its signs and spaces."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if c.isalnum())
