"""Mappings: load one, guess one for a table, and write it for somebody to confirm."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import shelf
from scalecheck.api.portfolio_words import table_words
from scalecheck.language.catalogue import say
from scalecheck.model.base import Plain
from scalecheck.model.language import Language
from scalecheck.model.mapping import TableMapping
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.mapping.columns import Instrument
from scalecheck.portfolio.mapping.guess import GuessedColumn, GuessedMapping, Guesser
from scalecheck.portfolio.tables.open import open_table
from scalecheck.report.findings.screen import neutralise
from scalecheck.source.emit import emit, emit_key, quote
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load


def load_mapping(path: str | Path) -> TableMapping:
    """Load a mapping document.

    Raises:
        SourceError: it cannot be read, or is not a valid mapping; every problem at once.
    """
    found: TableMapping = load(Path(path), kind_named("mapping")).value
    return found


class DraftMapping(NamedTuple):
    """The text of a guessed mapping, and how many of its columns are to be confirmed."""

    text: str
    doubtful: int


def guess_mapping(
    table: str | Path,
    rubric: str,
    *,
    folders: Sequence[str | Path] = (),
    language: Language | str = Language.FR,
) -> DraftMapping:
    """Guess how a table is read under a rubric, as a commented document to be confirmed.

    Args:
        table: a file.
        rubric: its id or its path.
        folders: where rubrics are looked for first.
        language: that of the comments.

    Raises:
        UnknownName, AmbiguousRubric: the rubric cannot be found.
        SourceError: the rubric or the table cannot be read.
        MissingExtra: the format of the table needs an optional part.
    """
    place = shelf(folders)
    found = place.find(rubric).rubric
    guesser = Guesser(Instrument(found, place.vocabularies(), table_words()))
    guessed = guesser.guess(open_table(Path(table), guesser.count_known))
    spoken = Language(language)
    lines = _Draft(found, guessed, Path(table).name, spoken).lines()
    doubtful = sum(not one.sure or bool(one.unread or one.values) for one in guessed.columns)
    return DraftMapping("\n".join(lines) + "\n", doubtful)


class _Draft:
    def __init__(
        self, rubric: Rubric, guessed: GuessedMapping, table: str, language: Language
    ) -> None:
        self.rubric, self.guessed, self.table = rubric, guessed, table
        self.language = language

    def lines(self) -> Iterator[str]:
        """Write the document, line by line."""
        guessed = self.guessed
        yield from self._head()
        yield f"shape: {guessed.shape}"
        if guessed.sheet:
            yield f"sheet: {emit(guessed.sheet)}"
        if guessed.header > 1:
            yield f"header: {guessed.header}"
        yield "columns:"
        for one in guessed.columns:
            yield from self._column(one)
        yield from self._rest()

    def _head(self) -> Iterator[str]:
        yield self._comment("head", table=neutralise(self.table))
        for name in ("head-sure", "head-near", "head-values"):
            yield self._comment(name)
        yield "format: scalecheck/mapping@1"
        yield f"rubric: {self.rubric.id}"
        yield f"rubric_version: {emit(Plain(self.rubric.version))}"
        yield f"language: {self.language}"

    def _column(self, one: GuessedColumn) -> Iterator[str]:
        parts = [f"column: {quote(one.column)}", f"as: {_bare(one.gives)}"]
        if one.values:
            pairs = ", ".join(f"{emit_key(k)}: {_bare(v)}" for k, v in one.values.items())
            parts.append(f"values: {{{pairs}}}")
        doubtful = not one.sure or one.values
        remark = f"  {self._comment('near')}" if doubtful else ""
        yield f"  - {{{', '.join(parts)}}}{remark}"
        if one.unread:
            values = ", ".join(quote(word) for word in one.unread)
            yield f"    {self._comment('unread', values=values)}"

    def _rest(self) -> Iterator[str]:
        guessed = self.guessed
        if guessed.ignored:
            yield self._comment("ignored")
            yield "ignored:"
        for name, near in guessed.ignored:
            remark = f"  {self._comment('perhaps', near=near)}" if near else ""
            yield f"  - {quote(name)}{remark}"
        if guessed.lacking:
            names = ", ".join(guessed.lacking)
            yield self._comment("lacking", names=names, count=len(guessed.lacking))

    def _comment(self, name: str, **facts: object) -> str:
        return f"# {say(f'portfolio_score.guess.{name}', self.language, **facts)}"


def _bare(text: str) -> str:
    return emit(Plain(text))
