"""Remember what the descriptors of a portfolio came to, from one run to the next."""

import json
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from scalecheck.api.loading import version
from scalecheck.api.portfolio_sources import KEPT, Reading, result_names
from scalecheck.source.write import whole

Kept = tuple[Sequence[str], Sequence[Any]] | None


class Found(NamedTuple):
    """A file that may be a descriptor, and what tells whether it changed.

    `whole` is its path from the root. `named`: it was asked for by its name, or cannot be looked
    into, so it is refused if it is no descriptor.
    """

    path: str
    whole: str = ""
    stamp: tuple[int, ...] = ()
    named: bool = False


def look_at(path: str, *, named: bool = False) -> Found:
    """Look at a file, without opening it; one that cannot be looked at has no stamp."""
    here = Path(path)
    try:
        seen = here.stat()
    except (OSError, ValueError):
        return Found(path, str(here.absolute()), (), named)
    stamp = seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino
    return Found(path, str(here.absolute()), stamp, named)


class Memory:
    """What descriptors came to, in a file of the cache folder; None for what is no project.

    It holds for one rubric, one edition of the tool and one way of reading: others have a file of
    their own. What was refused is not remembered, nor are files that are no more.
    """

    def __init__(self, folder: Path | None, reading: Reading, rubric_sha256: str) -> None:
        facts = (version(), rubric_sha256, reading.as_of, reading.groups)
        key = sha256(repr((*facts, reading.instrument.vocabularies)).encode()).hexdigest()[:16]
        self._path = folder / f"portfolio-{key}.json" if folder is not None else None
        self._reading = reading
        self._known: dict[str, Any] = self._load()
        self._fresh: dict[str, Any] = {}
        self._is_same = True

    def _load(self) -> dict[str, Any]:
        if self._path is None or not self._path.is_file():
            return {}
        try:
            found = json.loads(self._path.read_bytes())
        except (ValueError, OSError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def recall(self, found: Found) -> tuple[bool, Kept]:
        """Tell whether a file is remembered as it is, and what it came to."""
        match self._known.get(found.whole):
            case [stamp, what] if found.stamp and stamp == list(found.stamp) and self._fits(what):
                self._fresh[found.whole] = [stamp, what]
                return True, what
            case _:
                return False, None

    @cached_property
    def _widths(self) -> tuple[int, int]:
        return len(KEPT), len(result_names(self._reading))

    def _fits(self, what: object) -> bool:
        """Tell whether an entry is what would be kept: the file may not be ours."""
        match what:
            case None:
                return True
            case [list() as kept, list() as values]:
                texts = all(isinstance(cell, str) for cell in kept)
                return texts and (len(kept), len(values)) == self._widths
            case _:
                return False

    def keep(self, found: Found, what: Kept) -> None:
        """Remember what a file came to."""
        if self._path is not None and found.stamp:
            self._fresh[found.whole] = [found.stamp, what]
            self._is_same = False

    def save(self) -> None:
        """Write what is remembered, if anything changed.

        Raises:
            CannotWrite: the system refused.
        """
        if self._path is None:
            return
        others = [name for name in self._known if name not in self._fresh]
        there = {name: self._known[name] for name in others if Path(name).exists()}
        if self._is_same and len(there) == len(others):
            return
        with suppress(OSError):  # what is wrong is said where the file is written
            self._path.parent.mkdir(parents=True, exist_ok=True)
        with whole(self._path, force=True) as partial:
            partial.write_text(json.dumps({**there, **self._fresh}), encoding="utf-8")
