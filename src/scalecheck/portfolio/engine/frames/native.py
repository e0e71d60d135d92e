"""The dialect of Polars, spoken to it directly.

Narwhals weighs each of some thousand expressions before it hands it over, which takes longer than
the scoring of a hundred thousand rows; and it has no word for what is done batch by batch.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any, cast

import narwhals as nw
import polars as pl

from scalecheck.portfolio.engine.frames.dialect import Dialect, Expr, Kind
from scalecheck.portfolio.layout import JOINT

_TOLD = 8  # words that are joined by one look-up, of their 256 combinations


class PolarsDialect(Dialect):
    """The same words, to Polars; what is rare is looked up in batches that hold any of it."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._literals: dict[tuple[object, ...], Expr] = {}

    def kind(self, kind: Kind) -> Any:
        """Its name for a type."""
        return getattr(pl, kind.__name__)

    def col(self, name: str) -> Expr:
        """A column."""
        return cast("Expr", pl.col(name))

    def lit(self, value: str | float | None, kind: Kind = None) -> Expr:
        """A value; each is made once."""
        key = type(value), value, kind
        if key not in self._literals:
            found = pl.lit(value, None if kind is None else self.kind(kind))
            self._literals[key] = cast("Expr", found)
        return self._literals[key]

    def when(self, condition: Expr) -> nw.functions.When:
        """A choice, to be followed by `then`."""
        return cast("nw.functions.When", pl.when(cast("Any", condition)))

    def all_of(self, truths: Sequence[Expr]) -> Expr:
        """All truths of some."""
        return cast("Expr", pl.all_horizontal(cast("Any", truths)))

    def any_of(self, truths: Sequence[Expr]) -> Expr:
        """Any truth of some."""
        return cast("Expr", pl.any_horizontal(cast("Any", truths)))

    def least(self, numbers: Sequence[Expr]) -> Expr:
        """The least of some numbers."""
        return cast("Expr", pl.min_horizontal(cast("Any", numbers)))

    def most(self, numbers: Sequence[Expr]) -> Expr:
        """The greatest of some numbers."""
        return cast("Expr", pl.max_horizontal(cast("Any", numbers)))

    def look_up(self, value: Expr, table: Mapping[Any, Any], other: object, kind: Kind) -> Expr:
        """What a table says, in the batches that hold anything."""
        keys, told = list(table), list(table.values())
        named: Any = self.kind(kind)

        def look(batch: pl.Series) -> pl.Series:
            if batch.null_count() == len(batch):
                return batch.cast(named)
            return batch.replace_strict(keys, told, default=cast("Any", other), return_dtype=named)

        return _by_batch(value, look, named)

    def word_at(self, place: Expr, words: Sequence[str]) -> Expr:
        """The word at a position, gathered."""
        if not words:
            return self.lit("")
        # In a row that is refused, the position means nothing.
        return self._told(place.clip(0, len(words) - 1), pl.Series(words))

    def words_where(self, words: Sequence[str], flags: Sequence[Expr]) -> Expr:
        """The words whose flag is up: eight flags are one position in a list of texts."""
        joined = [
            self._joined(words[start : start + _TOLD], flags[start : start + _TOLD])
            for start in range(0, len(words), _TOLD)
        ]
        told = pl.concat_str(cast("Any", joined), separator=JOINT, ignore_nulls=True)
        return cast("Expr", told) if joined else self.lit("")

    def _joined(self, words: Sequence[str], flags: Sequence[Expr]) -> Expr:
        """The words whose flag is up, joined; null where none is."""
        bits = [
            self.when(flag).then(self.lit(1 << bit, nw.Int16)).otherwise(self.lit(0, nw.Int16))
            for bit, flag in enumerate(flags)
        ]
        masks = range(1 << len(words))
        chosen = ([w for bit, w in enumerate(words) if mask >> bit & 1] for mask in masks)
        told = [JOINT.join(some) if some else None for some in chosen]
        return self._told(reduce(lambda a, b: a + b, bits), pl.Series(told, dtype=pl.String))

    def _told(self, place: Expr, words: pl.Series) -> Expr:
        return _by_batch(place, words.gather, pl.String)


def _by_batch(expression: Expr, made: Callable[[pl.Series], pl.Series], kind: Any) -> Expr:
    found = cast("pl.Expr", expression).map_batches(made, kind, is_elementwise=True)
    return cast("Expr", found)
