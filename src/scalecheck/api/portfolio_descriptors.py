"""Score the descriptors of a folder, or assess each in full."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from scalecheck.api.assessing import answers_to
from scalecheck.api.portfolio_memory import Found, Kept, Memory, look_at
from scalecheck.api.portfolio_sources import Progress, Reading, ScoredRow, refuse
from scalecheck.errors import InvalidDocument, MismatchedRubric, SourceError
from scalecheck.lint.search import is_ours, walk
from scalecheck.model.assessment import Assessment
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

_HEAD = 4096
_EVERY = 50


def find_descriptors(source: Path) -> list[Found]:
    """Find the files of a folder, its folders included, that may be descriptors, by name.

    A folder that cannot be listed is given too, to be refused by its name.
    """
    if not is_folder(source):
        return [look_at(str(source), named=True)]
    return sorted(look_at(path, named=denied) for path, denied in walk(source))


class DescriptorScorer:
    """Scores descriptors one by one; what cannot be read refuses itself only.

    A file is read once, by whatever source it is reached. `first` is the first that was scored.
    """

    def __init__(self, reading: Reading, memory: Memory | None) -> None:
        self.reading, self.first = reading, ""
        self._memory = None if reading.carries else memory
        self._met: set[str] = set()

    @cached_property
    def _engine(self) -> ProjectEngine:
        instrument, asked = self.reading.instrument, self.reading
        return ProjectEngine(instrument.rubric, instrument.vocabularies, asked.groups, asked.as_of)

    def rows(self, source: Path, progress: Progress) -> Iterator[ScoredRow]:
        """Give each project of a file or a folder, in the order of the names."""
        files = find_descriptors(source)
        for count, found in enumerate(files):
            if count % _EVERY == 0:
                progress(count / len(files))
            row = self._row(found)
            if row is not None:
                yield row

    def _row(self, found: Found) -> ScoredRow | None:
        if found.whole in self._met:
            return None
        self._met.add(found.whole)
        is_known, kept = self._memory.recall(found) if self._memory else (False, None)
        row = self._read(found) if not is_known else _remembered(found, kept)
        if row is not None and row.values is not None:
            self.first = self.first or found.path
        return row

    def _read(self, found: Found) -> ScoredRow | None:
        try:
            project = self._project(found)
        except SourceError as error:
            return refuse(error.diagnostics)
        except MismatchedRubric as error:
            facts = (("wanted", error.wanted), ("found", error.found))
            wrong = Refused(found.path, "", Problem("project-other-rubric", (), facts))
            return ScoredRow(found.path, "", refused=(wrong,))
        row = None if project is None else self._score(found, project)
        if self._memory is not None:
            kept = None if row is None or row.values is None else (row.kept, row.values)
            self._memory.keep(found, kept)
        return row

    def _project(self, found: Found) -> Project | None:
        """Read one file; None for a document that is no project.

        Raises:
            SourceError: it cannot be read, is not valid, or does not fit the rubric.
            MismatchedRubric: it answers no criterion of the rubric.
        """
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
        return answers_to(project, instrument.rubric)

    def _score(self, found: Found, project: Project) -> ScoredRow:
        """Score by rows what can be; the rest (unknown names, a thousand settings) alone."""
        scored = None if self.reading.carries else self._by_rows(project)
        if scored is not None:
            values, track = scored
            return ScoredRow(found.path, "", about(project, track), list(values))
        assessed = self._alone(project)
        results: list[Any] = list(columns_of(assessed, self.reading.groups).values())
        kept = about(project, assessed.track or "")
        carried = assessed if self.reading.carries else None
        return ScoredRow(found.path, "", kept, results, assessed=carried)

    def _by_rows(self, project: Project) -> tuple[Sequence[Any], str] | None:
        try:
            return self._engine.score(project) if self._engine.can_score else None
        except RefusedCell:
            return None

    def _alone(self, project: Project) -> Assessment:
        instrument = self.reading.instrument
        options = Options(as_of=self.reading.as_of, vocabularies=instrument.vocabularies)
        return assess(instrument.rubric, project, options)


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


def _remembered(found: Found, kept: Kept) -> ScoredRow | None:
    return None if kept is None else ScoredRow(found.path, "", *kept)
