"""Score a portfolio: sources to rows, rows to one file, and what could not be read beside."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import shelf, version
from scalecheck.api.portfolio_mapping import load_mapping
from scalecheck.api.portfolio_memory import Memory
from scalecheck.api.portfolio_sources import KEPT, Progress, Reading, result_names
from scalecheck.api.portfolio_walk import expand, no_progress, score_sources
from scalecheck.api.portfolio_words import table_words
from scalecheck.api.portfolio_writing import Job, PortfolioScored, write_scores
from scalecheck.errors import CannotWrite, UnknownName
from scalecheck.model.base import MONTH, is_day
from scalecheck.model.language import Language
from scalecheck.portfolio.mapping.columns import Instrument
from scalecheck.portfolio.tables.decoding import refuse_table
from scalecheck.portfolio.tables.writing import WRITERS, Layout, format_of
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
        deemed: in a table without a column of grades, levels count as given. A table that has one,
            and a descriptor, say what their evidence is: nothing changes there, and it is said so.
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
        sources: tables, descriptors, folders of descriptors, patterns (`*.csv`) of any of them.
        output: the file to write.
        options: how.
        format: `csv`, `json`, `jsonl`, `parquet` or `xlsx`; by default that of the extension.
        progress: is told which part of the sources was read, from 0 to 1.

    Raises:
        UnknownName: no such format or rubric, or no rubric at all.
        SourceError: the rubric or the mapping cannot be read.
        WouldOverwrite, CannotWrite: a file may not be written; `same-file`: two would be one;
            `source-file`: one is read.
        MissingExtra: a format needs an optional part.
    """
    if options.refused is not None and _is_same(output, options.refused):
        raise CannotWrite(str(options.refused), "same-file")
    _keep_apart(sources, (output, options.refused), options.mapping)
    reading, shelved = read_options(options)
    kind = format or format_of(output)
    if kind not in WRITERS:
        raise UnknownName("format", kind, tuple(WRITERS))
    layout = Layout((*_FIRST, *result_names(reading), *_LAST), _head(shelved), options.french)
    job = Job(layout, kind, options.language, options.strict, options.force)
    given = expand(sources)
    suffixes = [path.suffix.lower() for path in given]
    if kind == "parquet" and suffixes == [".parquet"] and options.refused is None:
        from scalecheck.api.portfolio_frames import score_sound_parquet

        found = score_sound_parquet(given[0], output, reading, job)
        if found is not None:
            return found
    memory = Memory(options.cache, reading, shelved.sha256)
    rows = score_sources(given, reading, memory, progress)
    return write_scores(rows, output, options.refused, job)


def _keep_apart(
    sources: Sequence[str | Path], outputs: Sequence[Path | None], mapping: str | Path | None
) -> None:
    """Refuse to write over what is read."""
    read = (*expand(sources), *([Path(mapping)] if mapping else ()))
    for output in filter(None, outputs):
        if any(_is_same(path, output) for path in read if _is_file(path)):
            raise CannotWrite(str(output), "source-file")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file could have
        return False


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, that may not be there yet."""
    try:
        return os.path.realpath(one) == os.path.realpath(other)
    except (OSError, ValueError):
        return False


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
