"""Codes of text columns, made once: what cells hold often is compared, the rest is looked up.

A comparison costs a tenth of a look-up, and what is nearly always empty costs nothing: so a first
step compares with the usual texts, and a second looks up only what none of them is.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import narwhals as nw

from scalecheck.portfolio.engine.frames.cells import Cells
from scalecheck.portfolio.engine.frames.dialect import Expr
from scalecheck.portfolio.layout import JOINT

_OTHER = -99
_USUAL = 12  # texts that are compared one by one
_FEW = 4  # rare texts that are compared too, rather than looked up


class Coded(NamedTuple):
    """A text column with a code for each text: `usual` are compared, `rare` looked up.

    `blank` is the code of a cell that says nothing, `other` of any text that is not listed.
    `is_whole`: the column can hold nothing but the usual texts, so that its first code is the last.
    `is_joined`: a cell may hold several values, with a bar between, or before and after them.
    """

    column: str
    code: str
    usual: Mapping[str, int]
    rare: Mapping[str, int]
    blank: int
    other: int
    is_whole: bool = False
    is_joined: bool = False

    @property
    def first(self) -> str:
        """The name of the code after the first step."""
        return self.code if self.is_whole else f"{self.code}.first"

    @property
    def bars(self) -> int:
        """The code of a cell that holds bars alone: something is written, and nothing is said."""
        return self.other + 1

    @property
    def rest(self) -> str:
        """The name of the text of what no usual text is."""
        return f"{self.code}.rest"


def code_column(
    column: str, code: str, codes: Mapping[str, int], usual: Sequence[str], ends: tuple[int, int]
) -> Coded:
    """Choose what is compared and what is looked up; `ends` are the codes of blank and other."""
    often = {text: codes[text] for text in usual[:_USUAL]}
    rare = {text: number for text, number in codes.items() if text not in often}
    return Coded(column, code, often, rare, *ends)


class Coding:
    """The coded columns of one dataframe."""

    def __init__(self, cells: Cells) -> None:
        self.cells, self.say = cells, cells.say
        self.columns: dict[str, Coded] = {}

    def add(self, coded: Coded) -> None:
        """Add a column, once; of one that lists its texts, only those are compared."""
        listed = self.cells.categories(coded.column)
        if listed is not None:
            known = {"": coded.blank, **coded.usual, **coded.rare}
            held = {text: known.get(text, _OTHER) for text in listed}
            usual = {t: n for t, n in held.items() if n != _OTHER}
            coded = coded._replace(usual=usual, is_whole=len(usual) == len(held))
        self.columns.setdefault(coded.column, coded)

    def first(self) -> Iterator[Expr]:
        """The first step: the codes of usual texts."""
        for coded in self.columns.values():
            text = self.cells.word(coded.column)
            found: Expr = self.say.code(_OTHER)
            for word, number in coded.usual.items():
                found = self.say.pick(text == self.say.lit(word), number, found)
            found = self.say.pick(self.say.col(coded.column).is_null(), coded.blank, found)
            yield found.alias(coded.first)

    @property
    def open(self) -> tuple[Coded, ...]:
        """The columns that may hold other texts than the usual ones."""
        return tuple(coded for coded in self.columns.values() if not coded.is_whole)

    def rest(self) -> Iterator[Expr]:
        """The second step: the texts of the others."""
        for coded in self.open:
            other = self.say.col(coded.first) == _OTHER
            if self.cells.categories(coded.column) is None:
                rest: Expr = self.say.when(other).then(self.cells.text(coded.column))
            else:
                listed = self.say.when(other).then(self.say.col(coded.column))
                rest = self.say.cast(listed, nw.String)
            yield (self._bare(rest) if coded.is_joined else rest).alias(coded.rest)

    def _bare(self, text: Expr) -> Expr:
        """Leave out the bars around a text, unless it holds nothing else."""
        bare = text.str.strip_chars(JOINT)
        return self.say.when(bare == self.say.lit("")).then(text).otherwise(bare)

    def codes(self) -> Iterator[Expr]:
        """The third step: the codes of all texts."""
        for coded in self.open:
            first = self.say.col(coded.first)
            yield self.say.pick(first == _OTHER, self._look_up(coded), first).alias(coded.code)

    def is_blank(self, name: str) -> Expr:
        """Tell whether a cell says nothing."""
        coded = self.columns.get(name)
        if coded is None:
            return self.cells.is_blank(name)
        return self.say.col(coded.code) == coded.blank

    def is_silent(self, name: str) -> Expr:
        """Tell whether a cell of values holds none."""
        coded = self.columns.get(name)
        if coded is None or not coded.is_joined:
            return self.is_blank(name)
        code = self.say.col(coded.code)
        return (code == coded.blank) | (code == coded.bars)

    def is_one_of(self, name: str, values: Sequence[str], *, single: bool = False) -> Expr:
        """Tell whether any value of a cell, or its first, is one of some."""
        coded = self.columns.get(name)
        if coded is None:
            texts = [self.say.lit(value) for value in values]
            found = self.say.either([self.cells.text(name) == text for text in texts])
            no = self.say.lit(value=False)
            return self.say.when(self.is_blank(name)).then(no).otherwise(found)
        known = {**coded.usual, **coded.rare}
        fast = self.say.either([self.say.col(coded.code) == known[v] for v in values if v in known])
        if coded.is_whole:
            return fast
        test = _starts if single else _holds
        slow = self.say.either([test(self.say.col(coded.rest), value) for value in values])
        return self.say.when(self.say.col(coded.code) == coded.other).then(slow).otherwise(fast)

    def _look_up(self, coded: Coded) -> Expr:
        rare, text = {"": coded.blank, **coded.rare}, self.say.col(coded.rest)
        if len(rare) > _FEW:
            found = self.say.look_up(text, rare, coded.other, self.say.codes)
            rare = {}
        else:
            found = self.say.code(coded.other)
        for word, number in rare.items():
            found = self.say.pick(text == self.say.lit(word), number, found)
        if coded.is_joined:
            found = self.say.pick(text.str.starts_with(JOINT), coded.bars, found)
        return found


def _starts(text: Expr, value: str) -> Expr:
    return (text == value) | text.str.starts_with(f"{value}|")


def _holds(text: Expr, value: str) -> Expr:
    inside = text.str.contains(f"|{value}|", literal=True)
    ends = text.str.starts_with(f"{value}|") | text.str.ends_with(f"|{value}")
    return (text == value) | ends | inside
