"""Walk the sources of a portfolio: the one road of all that reads projects, scored or reported."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from scalecheck.api.portfolio_descriptors import DescriptorScorer
from scalecheck.api.portfolio_memory import Memory
from scalecheck.api.portfolio_sources import (
    Progress,
    Reading,
    ScoredRow,
    TableScorer,
    note,
)
from scalecheck.model.diagnostic import Problem, Severity
from scalecheck.model.portfolio import Refused
from scalecheck.portfolio.tables.open import is_table
from scalecheck.source.files import is_folder

_MAGIC = frozenset("*?[")


def no_progress(_: float) -> None:
    """Show nothing."""


def expand(sources: Sequence[str | Path]) -> tuple[Path, ...]:
    """Give the paths of sources, each once, those that a pattern matches by their names.

    What begins with a dot is matched only by a pattern that says so. A pattern that matches
    nothing stands for itself, to be refused.
    """
    found: dict[Path, Path] = {}
    for source in map(str, sources):
        matched = _match(source) if is_pattern(source) else []
        for path in matched or [Path(source)]:
            found.setdefault(path.absolute(), path)
    return tuple(found.values())


def is_pattern(source: str) -> bool:
    """Tell whether a source stands for the files that it matches: it is none itself."""
    try:
        return bool(_MAGIC & set(source)) and not Path(source).exists()
    except (OSError, ValueError):
        return True


def _match(source: str) -> list[Path]:
    parts = Path(source).parts
    first = next(at for at, part in enumerate(parts) if _MAGIC & set(part))
    wanted = parts[first:]
    try:
        found = sorted(Path(*parts[:first]).glob(str(Path(*wanted))))
    except (OSError, ValueError, RecursionError):  # a name too long, `**` beside a word, too deep
        return []
    if any(part.startswith(".") for part in wanted):
        return found
    return [one for one in found if not any(p.startswith(".") for p in one.parts[first:])]


def score_sources(
    sources: Sequence[str | Path],
    reading: Reading,
    memory: Memory | None = None,
    progress: Progress = no_progress,
) -> Iterator[ScoredRow]:
    """Score every project of some sources, in their order; an id that comes back is refused.

    Args:
        sources: tables, descriptors, folders of descriptors, patterns of any of them.
        reading: how they are read.
        memory: what descriptors came to before.
        progress: is told which part of all sources was read, from 0 to 1.
    """
    walk = _Walk(expand(sources), reading, memory)
    for row in walk.rows(progress):
        yield walk.check(row) if row.kept else row
    yield from walk.remarks()
    if memory is not None:
        memory.save()


class _Walk:
    def __init__(self, paths: Sequence[Path], reading: Reading, memory: Memory | None) -> None:
        self.paths, self.reading = paths, reading
        self._descriptors = DescriptorScorer(reading, memory)
        self._names = Counter(path.name for path in paths)
        self._seen: dict[str, str] = {}

    def rows(self, progress: Progress) -> Iterator[ScoredRow]:
        """Give the rows of each source."""
        for count, path in enumerate(self.paths):

            def show(part: float, before: int = count) -> None:
                progress((before + part) / len(self.paths))

            yield from self._rows_of(path, show)
            show(1.0)

    def _rows_of(self, path: Path, progress: Progress) -> Iterator[ScoredRow]:
        if is_pattern(str(path)):
            return iter((note("source-no-match", str(path), Severity.ERROR),))
        if is_table(path) and not is_folder(path):
            return TableScorer(path, self.reading, self._head(path)).rows(progress)
        return self._descriptors.rows(path, progress)

    def _head(self, path: Path) -> str:
        """What goes before the number of a row that has no id: the source, where there are more."""
        if len(self.paths) == 1:
            return ""
        return f"{path.name if self._names[path.name] == 1 else path}:"

    def check(self, row: ScoredRow) -> ScoredRow:
        """Refuse a project without an id, or with that of one that was scored."""
        name = row.kept[0]
        first = self._seen.get(name) if name else ""
        if first is None:
            if row.values is not None:
                self._seen[name] = f"{row.source}:{row.place}" if row.place else row.source
            return row
        code = "table-id-twice" if name else "table-no-id"
        facts = (("name", name), ("first", first), ("project", name))
        refused = Refused(row.source, row.place, Problem(code, (), facts))
        return row._replace(values=None, refused=(*row.refused, refused))

    def remarks(self) -> Iterator[ScoredRow]:
        """Say what is to be known of the descriptors, whatever their number."""
        first = self._descriptors.first
        if self.reading.deemed and first:
            yield note("descriptors-say-evidence", first, Severity.NOTE)
