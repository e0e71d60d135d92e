"""Score a portfolio: sources to rows, rows to one file, and what could not be read beside."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import shelf, version
from scalecheck.api.portfolio_descriptors import DescriptorScorer, Memory, expand
from scalecheck.api.portfolio_mapping import load_mapping
from scalecheck.api.portfolio_sources import (
    KEPT,
    Progress,
    Reading,
    ScoredRow,
    TableScorer,
    result_names,
)
from scalecheck.api.portfolio_words import table_words
from scalecheck.api.portfolio_writing import Job, PortfolioScored, write_scores
from scalecheck.errors import UnknownName
from scalecheck.model.base import MONTH, is_day
from scalecheck.model.diagnostic import Problem
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Refused
from scalecheck.portfolio.mapping.columns import Instrument
from scalecheck.portfolio.tables.decoding import refuse_table
from scalecheck.portfolio.tables.open import is_table
from scalecheck.portfolio.tables.writing import WRITERS, Layout, format_of
from scalecheck.source.files import is_folder
from scalecheck.source.shelf import Shelved

FORMAT = "scalecheck/portfolio-scores@1"
_FIRST = (*KEPT, "source.file", "source.place")
_LAST = ("problem.code", "problem.column", "problem.place")


class PortfolioOptions(NamedTuple):
    """How a portfolio is scored.

    Attributes:
        rubric: its id or its path; by default the one that the mapping names.
        mapping: the path of a mapping document.
        folders: where rubrics are looked for first.
        as_of: the day that ages of evidence are counted to.
        deemed: levels count as given, whatever their evidence.
        strict: nothing is written where anything cannot be read.
        force: files may be replaced.
        french: CSV as Excel reads it in French.
        refused: a CSV file for all that could not be read.
        cache: a folder that keeps what descriptors came to.
        language: of the words in `refused`.
    """

    rubric: str | None = None
    mapping: str | Path | None = None
    folders: Sequence[str | Path] = ()
    as_of: str | None = None
    deemed: bool = False
    strict: bool = False
    force: bool = False
    french: bool = False
    refused: Path | None = None
    cache: Path | None = None
    language: Language = Language.FR


def no_progress(_: float) -> None:
    """Show nothing."""


def score_portfolio(
    sources: Sequence[str | Path],
    output: Path,
    options: PortfolioOptions,
    *,
    format: str | None = None,  # the word that users know
    progress: Progress = no_progress,
) -> PortfolioScored:
    """Score every project of some sources, and write the results as one table.

    Args:
        sources: tables, descriptors and folders of descriptors.
        output: the file to write.
        options: how.
        format: `csv`, `json`, `jsonl`, `parquet` or `xlsx`; by default that of the extension.
        progress: is told which part of the sources was read, from 0 to 1.

    Raises:
        UnknownName: no such format or rubric, or no rubric at all.
        SourceError: the rubric or the mapping cannot be read.
        WouldOverwrite, CannotWrite: a file may not be written.
        MissingExtra: a format needs an optional part.
    """
    reading, shelved = read_options(options)
    kind = format or format_of(output)
    if kind not in WRITERS:
        raise UnknownName("format", kind, tuple(WRITERS))
    layout = Layout((*_FIRST, *result_names(reading), *_LAST), _head(shelved), options.french)
    job = Job(layout, kind, options.language, options.strict, options.force)
    paths = expand(sources)
    suffixes = [path.suffix.lower() for path in paths]
    if kind == "parquet" and suffixes == [".parquet"] and options.refused is None:
        from scalecheck.api.portfolio_frames import score_sound_parquet

        found = score_sound_parquet(paths[0], output, reading, job)
        if found is not None:
            return found
    memory = Memory(options.cache, reading, shelved.sha256)
    rows = score_sources(sources, reading, memory, progress)
    return write_scores(rows, output, options.refused, job)


def read_options(options: PortfolioOptions) -> tuple[Reading, Shelved]:
    """Find the rubric and the mapping of a portfolio.

    Raises:
        UnknownName: no such rubric, none at all, or a day that is no date.
        SourceError: the rubric or the mapping cannot be read, or is of another rubric.
    """
    day = options.as_of
    if day is not None and not (MONTH.match(day) or is_day(day)):
        raise UnknownName("date", day, ())
    place = shelf(options.folders)
    mapping = load_mapping(options.mapping) if options.mapping else None
    name = options.rubric or (mapping.rubric if mapping else None)
    if name is None:
        raise UnknownName("rubric", "", tuple(name for name, _ in place.list()))
    shelved = place.find(str(name))
    if mapping is not None and mapping.rubric != shelved.rubric.id:
        facts = {"wanted": mapping.rubric, "found": shelved.rubric.id}
        raise refuse_table(str(options.mapping), "mapping-other-rubric", **facts)
    instrument = Instrument(shelved.rubric, place.vocabularies(), table_words())
    return Reading(instrument, mapping, options.deemed, options.as_of), shelved


def _head(shelved: Shelved) -> Mapping[str, object]:
    """What opens a JSON document."""
    named = {
        "id": shelved.rubric.id,
        "version": shelved.rubric.version,
        "sha256": shelved.sha256,
    }
    return {"format": FORMAT, "tool": {"name": "scalecheck", "version": version()}, "rubric": named}


def score_sources(
    sources: Sequence[str | Path],
    reading: Reading,
    memory: Memory,
    progress: Progress = no_progress,
) -> Iterator[ScoredRow]:
    """Score every project of some sources, in their order; an id that comes back is refused."""
    seen: dict[str, str] = {}
    paths = expand(sources)
    for count, source in enumerate(paths):

        def show(part: float, before: int = count) -> None:
            progress((before + part) / len(paths))

        for row in _rows_of(source, reading, memory, show):
            yield _check_id(row, seen) if row.kept else row


def _rows_of(
    source: Path, reading: Reading, memory: Memory, progress: Progress
) -> Iterator[ScoredRow]:
    if is_table(source) and not is_folder(source):
        return TableScorer(source, reading).rows(progress)
    return DescriptorScorer(reading, memory).rows(source, progress)


def _check_id(row: ScoredRow, seen: dict[str, str]) -> ScoredRow:
    name = row.kept[0]
    here = f"{row.source}:{row.place}" if row.place else row.source
    first = seen.setdefault(name, here) if name else ""
    if name and first == here:
        return row
    code = "table-id-twice" if name else "table-no-id"
    facts = (("name", name), ("first", first), ("project", name))
    refused = Refused(row.source, row.place, Problem(code, (), facts))
    return row._replace(values=None, refused=(*row.refused, refused))
