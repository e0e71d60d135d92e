"""The fields of one line of an export, as the form asked them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.forms.carry import fold
from scalecheck.forms.filled import Misread, misread
from scalecheck.forms.xlsform.headers import Headers, Target
from scalecheck.forms.xlsform.lines import Line
from scalecheck.forms.xlsform.rows import Row

_ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!")
_BLANK = ("", "n/a")
_TICKED, _UNTICKED = (
    ("1", "1.0", "true", "yes", "oui"),
    ("", "0", "0.0", "false", "no", "non", "n/a"),
)


class Cell(NamedTuple):
    """A text, and where it stands."""

    text: str
    where: str


_NOWHERE = Cell("", "")


class Taken:
    """What one line holds, by field; what is not understood is noted, never dropped."""

    def __init__(self, headers: Headers, line: Line) -> None:
        self.headers, self.line = headers, line
        self.misread: list[Misread] = []
        self.under: list[Line] = list(line.under)
        self._texts: dict[str, Cell] = {}
        self._ticks: dict[str, dict[str, Cell]] = {}
        self._flat: dict[tuple[str, int], dict[str, str]] = {}
        for header, text in line.cells:
            self._take(header, Cell(text, line.cell(header)))
        for (name, number), cells in sorted(self._flat.items()):
            self.under.append(Line(f"{line.where}:{name}[{number}]", tuple(cells.items()), False))

    def _take(self, header: str, cell: Cell) -> None:
        target = self.headers.find(header)
        if target is None:
            self._not_ours(header, cell)
        elif target.repeated:
            inside = self._flat.setdefault((target.repeated, target.number), {})
            inside[_path(target)] = cell.text
        elif target.choice:
            self._ticks.setdefault(target.row.name, {})[target.choice] = cell
        else:
            self._put(target.row.name, cell)

    def _not_ours(self, header: str, cell: Cell) -> None:
        if cell.text.strip() and not self.headers.is_theirs(header):
            self.note("form-header-unknown", cell, header=header or cell.text)

    def _put(self, name: str, cell: Cell) -> None:
        before = self._texts.get(name, _NOWHERE)
        if before.text.strip() and cell.text.strip() and cell.text != before.text:
            self.note("form-several-answers", cell, got=f"{before.text} / {cell.text}")
        elif cell.text.strip() or name not in self._texts:
            self._texts[name] = cell

    def note(self, code: str, cell: Cell, **facts: object) -> None:
        """Note something that was not understood, once."""
        found = misread(code, cell.where, **facts)
        if found not in self.misread:
            self.misread.append(found)

    def holds(self, name: str) -> bool:
        """Tell whether the line has a column for a field."""
        return name in self._texts or name in self._ticks

    def names(self) -> Iterator[str]:
        """The fields that hold something."""
        yield from (name for name, cell in self._texts.items() if cell.text.strip())
        for name, ticks in self._ticks.items():
            if any(_is_ticked(cell.text) for cell in ticks.values()):
                yield name

    def cell(self, name: str) -> str:
        """Where a field stands; the line itself where it has no column."""
        ticks: Mapping[str, Cell] = self._ticks.get(name, {})
        found = self._texts.get(name) or next(iter(ticks.values()), None)
        return found.where if found else self.line.where

    def text(self, name: str) -> str:
        """The text of a field; "" where it is blank or absent."""
        return self._texts.get(name, _NOWHERE).text

    def one(self, name: str) -> str:
        """The choice made in a field, "" for none; a label is brought back to its name."""
        row, cell = self.headers.fields.get(name), self._texts.get(name, _NOWHERE)
        if row is None or cell.text.strip() in _BLANK:
            return ""
        found = choice_of(row, cell.text)
        if found is None:
            self._not_a_choice(row, cell)
        return found or ""

    def many(self, name: str) -> tuple[str, ...]:
        """The choices made in a field that takes several, in the order of its list."""
        row, cell = self.headers.fields.get(name), self._texts.get(name, _NOWHERE)
        if row is None:
            return ()
        if row.type == "select_one":
            found = self.one(name)
            return (found,) if found else ()
        if cell.text.strip() in _BLANK:
            return tuple(self._ticked(row))
        chosen = choices_of(row, cell.text)
        if chosen is None:
            self._not_a_choice(row, cell)
        return tuple(one.name for one in row.choices if one.name in (chosen or ()))

    def _ticked(self, row: Row) -> Iterator[str]:
        ticks = self._ticks.get(row.name, {})
        for choice in row.choices:
            cell = ticks.get(choice.name, _NOWHERE)
            if _is_ticked(cell.text):
                yield choice.name
            elif cell.text.strip().lower() not in _UNTICKED:
                self.note("form-not-a-choice", cell, got=cell.text, known="0, 1")

    def _not_a_choice(self, row: Row, cell: Cell) -> None:
        if cell.text.strip() in _ERRORS:
            self.note("form-error-cell", cell, got=cell.text.strip())
            return
        known = ", ".join(one.name for one in row.choices)
        self.note("form-not-a-choice", cell, got=cell.text.strip()[:80], known=known)


def _path(target: Target) -> str:
    return f"{target.row.name}/{target.choice}" if target.choice else target.row.name


def _is_ticked(text: str) -> bool:
    return text.strip().lower() in _TICKED


def choice_of(row: Row, text: str) -> str | None:
    """Find the choice that a text names, by its name or by a label that no other has."""
    said = fold(text)
    names = [one.name for one in row.choices]
    for spelling in (said, said.removesuffix(".0"), said.replace("-", "_")):
        if spelling in names:
            return spelling
    found = {one.name for one in row.choices if said in map(fold, one.labels)}
    return found.pop() if len(found) == 1 else None


def choices_of(row: Row, text: str) -> tuple[str, ...] | None:
    """Find the choices that a text lists: names with spaces between them, or labels.

    Labels hold spaces themselves: the longest that fits is taken each time. None where a part
    of the text is no choice.
    """
    said = fold(text)
    parts = said.replace(",", " ").replace(";", " ").split()
    found = [choice_of(row, part) for part in parts]
    known = [one for one in found if one is not None]
    return tuple(known) if len(known) == len(parts) else _by_label(row, said)


def _by_label(row: Row, said: str) -> tuple[str, ...] | None:
    labels: Sequence[tuple[str, str]] = sorted(
        {(fold(label), one.name) for one in row.choices for label in one.labels},
        key=lambda pair: (-len(pair[0]), pair),
    )
    found: list[str] = []
    while said:
        fitting = (pair for pair in labels if f"{said} ".startswith(f"{pair[0]} "))
        label, name = next(fitting, ("", ""))
        if not label:
            return None
        found.append(name)
        said = said[len(label) :].lstrip(" ,;")
    return tuple(found)
