"""From cells back to plain data: what nobody touched comes back as it was."""

from collections.abc import Iterable, Mapping
from typing import Any

from scalecheck.forms.carry import tidy
from scalecheck.forms.excel.back.found import Found, Line, Notes
from scalecheck.forms.excel.matching import known, match, split
from scalecheck.forms.excel.plan import Cell, Choices, Row
from scalecheck.forms.excel.speech import Speech
from scalecheck.model.base import Plain, is_number
from scalecheck.model.diagnostic import Path


class Back:
    """Brings cells back, notes what is not understood, and keeps where each part stands."""

    def __init__(self, found: Found, speech: Speech) -> None:
        self.found, self.speech = found, speech
        self.notes = Notes()
        self.cells: dict[Path, str] = {}

    def text(self, line: Line, row: Row | None, key: str, before: Any) -> Any:
        """Bring a text back: `before` where it reads as it did, None where it is blank."""
        typed, planned = line.text(key), _cell(row, key)
        if same(typed, planned.text):
            return before
        return tidy(typed) if typed else None

    def choice(self, line: Line, key: str, choices: Choices | None) -> str | None:
        """Bring the value back that a text of a list stands for; None where it is blank."""
        typed = line.text(key)
        if not typed or choices is None:
            return typed or None
        value = self._value(typed, choices)
        if value is None:
            self.notes.at("form-not-a-choice", line.where(key), got=typed, known=known(choices))
        return value

    def choices(self, line: Line, keys: Iterable[str], choices: Choices | None) -> tuple[str, ...]:
        """Bring the values back that stand in some cells, one or more in each."""
        values: list[str] = []
        for key in keys:
            typed = line.text(key)
            whole = self._value(typed, choices) if choices is not None else None
            for part in [typed] if whole is not None else split(typed):
                value = part if choices is None else self._value(part, choices)
                if value is None and choices is not None:
                    said = known(choices)
                    self.notes.at("form-not-a-choice", line.where(key), got=part, known=said)
                elif value is not None and value not in values:
                    values.append(value)
        return tuple(values)

    def level(self, line: Line, key: str, choices: Choices) -> str | None:
        """Bring a level back; a number that is none of them is left to the check of the answers."""
        typed = line.text(key)
        if typed and self._value(typed, choices) is None and is_number(typed):
            return typed
        return self.choice(line, key, choices)

    def _value(self, typed: str, choices: Choices) -> str | None:
        """Find a value in the list of today, or in that of the day when the form left."""
        found = match(typed, choices)
        said = self.found.words.get(choices.name, {}).get(typed.strip())
        return found if found is not None or not said else said

    def place(self, path: Path, where: str) -> None:
        """Keep where a part of the data stands."""
        if where:
            self.cells[path] = where


def same(typed: str, shown: str) -> bool:
    """Tell whether a text reads as it was shown.

    An office program may drop tabs and line ends when it saves in its own format: where nothing
    else differs, nobody touched the text.
    """
    if typed.strip() == shown.strip():
        return True
    fragile = "\t" in shown or "\n" in shown or "  " in shown
    return fragile and "".join(typed.split()) == "".join(shown.split())


def _cell(row: Row | None, key: str) -> Cell:
    return row.cells.get(key, Cell()) if row is not None else Cell()


def plain(values: Iterable[str]) -> tuple[Plain, ...]:
    """Take names as written without quotes."""
    return tuple(map(Plain, values))


def said(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing."""
    return {name: one for name, one in parts.items() if one is not None}
