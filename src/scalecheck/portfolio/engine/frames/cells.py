"""Cells of a dataframe as expressions: whether they are blank, the number or the code they hold."""

from collections.abc import Mapping

import narwhals as nw

from scalecheck.portfolio.engine.frames.dialect import Dialect, Expr


class Cells:
    """The columns of one dataframe, by name, with their types, in the dialect they are told in."""

    def __init__(self, schema: Mapping[str, nw.dtypes.DType], dialect: Dialect) -> None:
        self.schema, self.say = schema, dialect

    def is_number(self, name: str) -> bool:
        """Tell whether a column holds numbers, and can hold no text."""
        return self.schema[name].is_numeric() or self.schema[name] == nw.Boolean

    def is_float(self, name: str) -> bool:
        """Tell whether a column may hold what is not a number."""
        return self.schema[name].is_float()

    def is_day(self, name: str) -> bool:
        """Tell whether a column holds dates."""
        return self.schema[name] in (nw.Date, nw.Datetime)

    def text(self, name: str) -> Expr:
        """The text of a column."""
        column = self.say.col(name)
        if self.schema[name] == nw.String:
            return column
        if self.is_day(name):
            return column.dt.to_string("%Y-%m-%d")
        return self.say.cast(column, nw.String)

    def categories(self, name: str) -> tuple[str, ...] | None:
        """Every text that a column may hold, where its type lists them."""
        kind = self.schema[name]
        return tuple(kind.categories) if isinstance(kind, nw.Enum) else None

    def word(self, name: str) -> Expr:
        """A column to compare with texts: one that lists its texts is compared as it is."""
        return self.say.col(name) if self.schema[name] == nw.Enum else self.text(name)

    def number(self, name: str) -> Expr:
        """The number of a column of numbers."""
        column = self.say.col(name)
        return self.say.cast(column, self.say.codes) if self.schema[name] == nw.Boolean else column

    def is_blank(self, name: str) -> Expr:
        """Tell whether a cell says nothing."""
        column = self.say.col(name)
        if self.is_number(name) or self.is_day(name):
            return column.is_null()
        return column.is_null() | (self.text(name) == self.say.lit(""))

    def whole(self, name: str, least: int, most: int) -> tuple[Expr, Expr]:
        """Tell whether a cell that is not blank is a count, and give it; the least where not."""
        if self.is_number(name):
            number = self.number(name)
            sound = (number >= least) & (number <= most)
            if self.is_float(name):
                sound = sound & ~number.is_nan() & (number == number.floor())
            return sound, self._if_sound(sound, number, least)
        text = self.text(name)
        shaped = self.say.matches(text, r"^[0-9]{1,9}(?:\.0)?$")
        digits = self.say.when(shaped).then(text).otherwise(self.say.lit("0"))
        number = self.say.cast(digits, nw.Float64)
        sound = shaped & (number >= least) & (number <= most)
        return sound, self._if_sound(sound, number, float(least))

    def _if_sound(self, sound: Expr, number: Expr, least: float) -> Expr:
        chosen = self.say.when(sound).then(number).otherwise(self.say.lit(least))
        return self.say.cast(chosen, nw.Int32)
