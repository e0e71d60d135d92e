"""The words that expressions are made of, in the dialect of whoever holds the rows."""

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any

import narwhals as nw

from scalecheck.portfolio.layout import JOINT

Expr = nw.Expr  # or that of Polars, which takes the same words
Kind = Any  # a type of narwhals
SIZES: tuple[tuple[int, Kind], ...] = (
    (1 << 7, nw.Int8),
    (1 << 15, nw.Int16),
    (1 << 31, nw.Int32),
    (1 << 63, nw.Int64),
)
WIDE = nw.Int16  # counts, and numbers of what is told apart


class Dialect:
    """Narwhals: any dataframe understands it.

    Args:
        most: the greatest code of a cell; the smaller they are, the more go through at a time.
    """

    def __init__(self, most: int) -> None:
        self.codes = smallest(most)

    def kind(self, kind: Kind) -> Any:
        """The name of a type."""
        return kind

    def col(self, name: str) -> Expr:
        """A column."""
        return nw.col(name)

    def lit(self, value: str | float | None, kind: Kind = None) -> Expr:
        """A value, the same in every row."""
        return nw.lit(value, kind)

    def code(self, value: int) -> Expr:
        """A code, the same in every row."""
        return self.lit(value, self.codes)

    def wide(self, value: int) -> Expr:
        """A count, the same in every row."""
        return self.lit(value, WIDE)

    def when(self, condition: Expr) -> nw.functions.When:
        """A choice, to be followed by `then`."""
        return nw.when(condition)

    def all_of(self, truths: Sequence[Expr]) -> Expr:
        """All truths of some; what is unknown stays so."""
        return nw.all_horizontal(*truths, ignore_nulls=False)

    def any_of(self, truths: Sequence[Expr]) -> Expr:
        """Any truth of some; what is unknown stays so."""
        return nw.any_horizontal(*truths, ignore_nulls=False)

    def least(self, numbers: Sequence[Expr]) -> Expr:
        """The least of some numbers."""
        return nw.min_horizontal(*numbers)

    def most(self, numbers: Sequence[Expr]) -> Expr:
        """The greatest of some numbers."""
        return nw.max_horizontal(*numbers)

    def matches(self, text: Expr, shape: str) -> Expr:
        """Tell whether a text is of a shape from its start to its end."""
        # Where Python looks, the end of a shape is also before a last end of line.
        return text.str.contains(shape) & ~text.str.ends_with("\n")

    def look_up(self, value: Expr, table: Mapping[Any, Any], other: object, kind: Kind) -> Expr:
        """What a table says of each value, `other` where nothing; for values that are rare."""
        keys, told = list(table), list(table.values())
        return value.replace_strict(keys, told, default=other, return_dtype=kind)

    def word_at(self, place: Expr, words: Sequence[str]) -> Expr:
        """The word at a position, which is always one of theirs."""
        found = self.lit(words[-1] if words else "", nw.String)
        for number in range(len(words) - 2, -1, -1):
            word = self.lit(words[number], nw.String)
            found = self.when(place == number).then(word).otherwise(found)
        return found

    def words_where(self, words: Sequence[str], flags: Sequence[Expr]) -> Expr:
        """The words whose flag is up, joined."""
        none = self.lit(None, nw.String)
        told = [
            self.when(flag).then(self.lit(word)).otherwise(none)
            for word, flag in zip(words, flags, strict=True)
        ]
        return nw.concat_str(*told, separator=JOINT, ignore_nulls=True) if told else self.lit("")

    # What the words above make --------------------------------------------------------------------

    def cast(self, expression: Expr, kind: Kind) -> Expr:
        """The same value, as another type."""
        return expression.cast(self.kind(kind))

    def pick(self, condition: Expr, yes: Expr | int, otherwise: Expr | int) -> Expr:
        """One of two codes, by a truth."""
        one, other = (self.code(v) if isinstance(v, int) else v for v in (yes, otherwise))
        return self.when(condition).then(one).otherwise(other)

    def either(self, truths: Sequence[Expr]) -> Expr:
        """One of some truths; false of none."""
        return reduce(lambda a, b: a | b, truths) if truths else self.lit(value=False)

    def every(self, truths: Sequence[Expr]) -> Expr:
        """All of some truths; true of none."""
        return reduce(lambda a, b: a & b, truths) if truths else self.lit(value=True)

    def by_position(self, number: Expr, codes: Sequence[int]) -> Expr:
        """The code at each position, by as few comparisons as there are changes."""
        found = self.code(codes[0])
        for place in range(1, len(codes)):
            if codes[place] != codes[place - 1]:
                found = self.pick(number >= place, codes[place], found)
        return found


def smallest(most: int) -> Kind:
    """The smallest type of whole numbers that holds those up to one, and their opposites."""
    return next(kind for bound, kind in SIZES if most < bound)
