"""Cells of a dataframe as expressions: whether they are blank, the number or the code they hold."""

from collections.abc import Mapping

import narwhals as nw

CODE = nw.Int16


class Cells:
    """The columns of one dataframe, by name, with their types."""

    def __init__(self, schema: Mapping[str, nw.dtypes.DType]) -> None:
        self.schema = schema

    def is_number(self, name: str) -> bool:
        """Tell whether a column holds numbers, and can hold no text."""
        return self.schema[name].is_numeric() or self.schema[name] == nw.Boolean

    def is_float(self, name: str) -> bool:
        """Tell whether a column may hold what is not a number."""
        return self.schema[name].is_float()

    def is_day(self, name: str) -> bool:
        """Tell whether a column holds dates."""
        return self.schema[name] in (nw.Date, nw.Datetime)

    def text(self, name: str) -> nw.Expr:
        """The text of a column."""
        column = nw.col(name)
        if self.schema[name] == nw.String:
            return column
        if self.is_day(name):
            return column.dt.to_string("%Y-%m-%d")
        return column.cast(nw.String)

    def categories(self, name: str) -> tuple[str, ...] | None:
        """Every text that a column may hold, where its type lists them."""
        kind = self.schema[name]
        return tuple(kind.categories) if isinstance(kind, nw.Enum) else None

    def word(self, name: str) -> nw.Expr:
        """A column to compare with texts: one that lists its texts is compared as it is."""
        return nw.col(name) if self.schema[name] == nw.Enum else self.text(name)

    def number(self, name: str) -> nw.Expr:
        """The number of a column of numbers."""
        return nw.col(name).cast(CODE) if self.schema[name] == nw.Boolean else nw.col(name)

    def is_blank(self, name: str) -> nw.Expr:
        """Tell whether a cell says nothing."""
        column = nw.col(name)
        if self.is_number(name) or self.is_day(name):
            return column.is_null()
        return column.is_null() | (self.text(name) == nw.lit(""))

    def whole(self, name: str, least: int, most: int) -> tuple[nw.Expr, nw.Expr]:
        """Tell whether a cell that is not blank is a count, and give it; the least where not."""
        if self.is_number(name):
            number = self.number(name)
            sound = (number >= least) & (number <= most)
            if self.is_float(name):
                sound = sound & ~number.is_nan() & (number == number.floor())
            return sound, nw.when(sound).then(number).otherwise(nw.lit(least)).cast(nw.Int32)
        text = self.text(name)
        shaped = text.str.contains(r"^[0-9]{1,9}(?:\.0)?$")
        number = nw.when(shaped).then(text).otherwise(nw.lit("0")).cast(nw.Float64)
        sound = shaped & (number >= least) & (number <= most)
        return sound, nw.when(sound).then(number).otherwise(nw.lit(float(least))).cast(nw.Int32)


def pick(condition: nw.Expr, yes: nw.Expr | int, otherwise: nw.Expr | int) -> nw.Expr:
    """One of two codes, by a truth."""
    return nw.when(condition).then(_code(yes)).otherwise(_code(otherwise))


def _code(value: nw.Expr | int) -> nw.Expr:
    return nw.lit(value, dtype=CODE) if isinstance(value, int) else value
