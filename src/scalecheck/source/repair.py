"""Apply repairs to the text of a document, and only those that change nothing else.

What was repaired is read again and held against what was read before: every value and every key
must be the same, but for those that were edited, which must say what their repair announced.
"""

from bisect import bisect, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path as FilePath
from typing import NamedTuple

from scalecheck.errors import CannotWrite
from scalecheck.model.diagnostic import Edit
from scalecheck.source.decode import decode
from scalecheck.source.document import Document, parse
from scalecheck.source.files import read_bytes
from scalecheck.source.promise import Layout, Piece
from scalecheck.source.write import write_whole

Repairs = Sequence[tuple[Edit, ...]]
_BOM = "\ufeff"
_MOST = 5000  # repairs at a time
_TRIES = 64  # readings of the file: to find a bad repair among many is dear, and rare


class Repaired(NamedTuple):
    """The text once repaired, and what became of each repair, by its position in the list.

    `waiting` holds those that overlap one that was applied, or come behind five thousand of
    them: another run may apply them.
    `refused` holds those that would have changed something else.
    """

    text: str
    applied: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()


def repair(document: Document, repairs: Repairs) -> Repaired:
    """Apply repairs, each whole or not at all; line ends and comments stay as they are.

    Args:
        document: what was read; nothing is repaired in one that could not be read in full.
        repairs: the edits of each finding, which go together.
    """
    every = tuple(range(len(repairs)))
    if document.root is None or document.diagnostics:
        return Repaired(document.text, refused=every)
    cutter = _Cutter(document)
    pieces = [cutter.cut(edits) for edits in repairs]
    free, overlapping = _without_overlaps(pieces)
    chosen, waiting = free[:_MOST], (*overlapping, *free[_MOST:])
    kept = cutter.keep_safe(pieces, chosen)
    text = cutter.splice([piece for n in kept for piece in pieces[n]])
    refused = tuple(n for n in chosen if n not in kept)
    return Repaired(text, tuple(sorted(kept)), waiting, tuple(sorted(refused)))


def write_back(path: FilePath, before: str, after: str) -> None:
    """Put a repaired text in the place of the file it was read from, byte-order mark and all.

    Raises:
        UnreadableSource: the file is there no more.
        CannotWrite: it is a link, it was changed since it was read, or the system refused.
    """
    if path.is_symlink():
        raise CannotWrite(str(path), "symbolic-link")
    data = read_bytes(path)
    if decode(data) != before:
        raise CannotWrite(str(path), "changed")
    mark = _BOM if data.startswith(_BOM.encode()) else ""
    write_whole(path, mark + after, force=True)


def _without_overlaps(
    pieces: Sequence[tuple[Piece, ...]],
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Choose repairs that do not touch one another, those that begin first before the others."""
    order = sorted((n for n, some in enumerate(pieces) if some), key=lambda n: min(pieces[n]))
    chosen: list[int] = []
    waiting: list[int] = []
    taken: list[Piece] = []
    for n in order:
        if any(_touches(piece, taken) for piece in pieces[n]) or _is_tangled(pieces[n]):
            waiting.append(n)
        else:
            chosen.append(n)
            for piece in pieces[n]:
                insort(taken, piece)
    return tuple(chosen), tuple(waiting)


def _touches(piece: Piece, taken: list[Piece]) -> bool:
    """Tell whether an edit overlaps one of those taken, which do not overlap one another."""
    at = bisect(taken, piece)
    return any(_overlap(piece, other) for other in taken[max(at - 1, 0) : at + 1])


def _is_tangled(pieces: tuple[Piece, ...]) -> bool:
    return any(_overlap(one, other) for one, other in pairwise(sorted(pieces)))


def _overlap(one: Piece, other: Piece) -> bool:
    if one[:2] == other[:2]:
        return True
    return one.first < other.last and other.first < one.last


class _Cutter:
    """The text of one document, and what stands where in it."""

    def __init__(self, document: Document) -> None:
        self.document, self.layout = document, Layout(document)
        self.tries = _TRIES

    def cut(self, edits: tuple[Edit, ...]) -> tuple[Piece, ...]:
        unique = dict.fromkeys(edits)
        return tuple(Piece(*self.layout.offsets(edit.span), edit.text) for edit in unique)

    def splice(self, pieces: Iterable[Piece]) -> str:
        parts: list[str] = []
        done = 0
        for first, last, new in sorted(pieces):
            parts.extend((self.document.text[done:first], new))
            done = last
        return "".join((*parts, self.document.text[done:]))

    def keep_safe(
        self,
        pieces: Sequence[tuple[Piece, ...]],
        tried: tuple[int, ...],
        base: tuple[int, ...] = (),
    ) -> tuple[int, ...]:
        """Keep the repairs that change nothing else, beside those already kept; halve to find."""
        if not tried or self._is_safe([piece for n in (*base, *tried) for piece in pieces[n]]):
            return tried
        if len(tried) == 1 or self.tries <= 0:
            return ()
        middle = len(tried) // 2
        left = self.keep_safe(pieces, tried[:middle], base)
        return (*left, *self.keep_safe(pieces, tried[middle:], (*base, *left)))

    def _is_safe(self, pieces: Sequence[Piece]) -> bool:
        self.tries -= 1
        promises = self.layout.read_promises(pieces)
        if promises is None:
            return False
        again = parse(self.splice(pieces).encode(), self.document.name)
        if again.root is None or again.diagnostics:
            return False
        return promises.are_kept(self.document.data, again.data)
