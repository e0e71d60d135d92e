"""Score the descriptors of a folder, and remember what each came to."""

import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from scalecheck.api.assessing import answers_to
from scalecheck.api.loading import version
from scalecheck.api.portfolio_sources import Progress, Reading, ScoredRow, refuse
from scalecheck.errors import InvalidDocument, MismatchedRubric, SourceError
from scalecheck.lint.search import is_ours
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.diagnostic import Problem
from scalecheck.model.portfolio import Refused
from scalecheck.model.project import Project
from scalecheck.portfolio.engine.single import columns_of
from scalecheck.portfolio.engine.spelling import Refused as RefusedCell
from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.mapping.projects import ProjectEngine
from scalecheck.scoring.assess import Options, assess
from scalecheck.source.document import parse
from scalecheck.source.files import is_folder, read_bytes
from scalecheck.source.kinds import kind_named, kind_of
from scalecheck.source.load import build
from scalecheck.source.write import whole

_EXTENSIONS = (".yaml", ".yml")
_HEAD = 4096
_MAGIC = frozenset("*?[")
_EVERY = 50


class Found(NamedTuple):
    """A file that may be a descriptor, and what tells whether it changed.

    `named`: it was asked for by its name, so it must be one.
    """

    path: str
    stamp: tuple[int, ...] = ()
    named: bool = False


def expand(sources: Sequence[str | Path]) -> tuple[Path, ...]:
    """Give the paths of sources, those that patterns match in the order of their names."""
    found: list[Path] = []
    for source in map(str, sources):
        is_pattern = bool(_MAGIC & set(source)) and not Path(source).exists()
        found.extend(sorted(_matching(Path(source))) if is_pattern else [Path(source)])
    return tuple(dict.fromkeys(found))


def _matching(pattern: Path) -> Iterator[Path]:
    parts = pattern.parts
    first = next(at for at, part in enumerate(parts) if _MAGIC & set(part))
    return Path(*parts[:first]).glob(str(Path(*parts[first:])))


def find_descriptors(source: Path) -> list[Found]:
    """Find the files of a folder, its folders included, that may be descriptors, by name."""
    if not is_folder(source):
        return [Found(str(source), _stamp(source), named=True)]
    found: list[Found] = []
    waiting = [str(source)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name.lower().endswith(_EXTENSIONS):
                        found.append(Found(entry.path, _stamp(entry)))
        except OSError:
            continue
    return sorted(found)


def _stamp(entry: "os.DirEntry[str] | Path") -> tuple[int, ...]:
    try:
        seen = entry.stat()
    except (OSError, ValueError):
        return ()
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


Kept = tuple[list[str], list[Any]] | None


class Memory:
    """What descriptors came to, in a file of the cache folder; None for what is no project.

    It holds for one rubric, one edition of the tool and one way of reading: others have a file of
    their own. What was refused is not remembered.
    """

    def __init__(self, folder: Path | None, reading: Reading, rubric_sha256: str) -> None:
        facts = (version(), rubric_sha256, reading.as_of, reading.groups)
        key = sha256(repr((*facts, reading.instrument.vocabularies)).encode()).hexdigest()[:16]
        self._path = folder / f"portfolio-{key}.json" if folder is not None else None
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
        known = self._known.get(found.path) if found.stamp else None
        if known is None or known[0] != list(found.stamp):
            return False, None
        self._fresh[found.path] = known
        return True, known[1]

    def keep(self, found: Found, what: Kept) -> None:
        """Remember what a file came to."""
        if self._path is not None and found.stamp:
            self._fresh[found.path] = [found.stamp, what]
            self._is_same = False

    def save(self) -> None:
        """Write what is remembered, if anything changed.

        Raises:
            CannotWrite: the system refused.
        """
        if self._path is None or self._is_same:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with whole(self._path, force=True) as partial:
            partial.write_text(json.dumps({**self._known, **self._fresh}), encoding="utf-8")


class DescriptorScorer:
    """Scores descriptors one by one; what cannot be read refuses itself only."""

    def __init__(self, reading: Reading, memory: Memory) -> None:
        self.reading, self.memory = reading, memory
        instrument = reading.instrument
        self._engine = ProjectEngine(
            instrument.rubric, instrument.vocabularies, reading.groups, reading.as_of
        )

    def rows(self, source: Path, progress: Progress) -> Iterator[ScoredRow]:
        """Give each project of a file or a folder, in the order of the names."""
        files = find_descriptors(source)
        for count, found in enumerate(files):
            if count % _EVERY == 0:
                progress(count / len(files))
            is_known, kept = self.memory.recall(found)
            row = self._read(found) if not is_known else _row(found, kept)
            if row is not None:
                yield row
        self.memory.save()
        progress(1.0)

    def _read(self, found: Found) -> ScoredRow | None:
        try:
            kept = self._score(found)
        except SourceError as error:
            return refuse(error.diagnostics)
        except MismatchedRubric as error:
            facts = (("wanted", error.wanted), ("found", error.found))
            wrong = Refused(found.path, "", Problem("project-other-rubric", (), facts))
            return ScoredRow(found.path, "", refused=(wrong,))
        self.memory.keep(found, kept)
        return _row(found, kept)

    def _score(self, found: Found) -> Kept:
        """Read and score one file; None for a document that is no project."""
        data = read_bytes(Path(found.path))
        if not found.named and not is_ours(data[:_HEAD]):
            return None
        document = parse(data, found.path)
        kind, wanted = kind_of(document), kind_named("project")
        if not found.named and kind is not None and kind.format != wanted.format:
            return None
        project: Project = build(document, wanted).value
        instrument = self.reading.instrument
        misfits = find_misfits(instrument.rubric, project, instrument.vocabularies)
        if misfits:
            raise InvalidDocument([document.diagnose(one) for one in misfits])
        values, track = self._assess(answers_to(project, instrument.rubric))
        return about(project, track), list(values)

    def _assess(self, project: Project) -> tuple[Sequence[Any], str]:
        """Score by rows what can be; the rest (unknown names, a thousand settings) alone."""
        try:
            found = self._engine.score(project) if self._engine.can_score else None
        except RefusedCell:
            found = None
        if found is not None:
            return found
        instrument = self.reading.instrument
        options = Options(as_of=self.reading.as_of, vocabularies=instrument.vocabularies)
        assessed = assess(instrument.rubric, project, options)
        values = columns_of(assessed, self.reading.groups)
        return tuple(values.values()), assessed.track or ""


def about(project: Project, track: str) -> list[str]:
    """What results keep of a project: the cells of `KEPT`."""
    said = (project.title, project.organization)
    title, organization = (one.said_in(project.language)[0] if one else "" for one in said)
    applicant = project.applicant.type if project.applicant else ""
    lists = (project.clientele, project.territory)
    clientele, territory = map(JOINT.join, lists)
    strategies = JOINT.join(project.strategies)
    first = [project.id, title, organization, project.sector or "", clientele, territory]
    return [*first, applicant, track, strategies]


def _row(found: Found, kept: Kept) -> ScoredRow | None:
    return None if kept is None else ScoredRow(found.path, "", *kept)
