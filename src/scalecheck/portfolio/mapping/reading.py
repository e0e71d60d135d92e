"""Read the text of a cell as what the wide table holds there, or say why it cannot be."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from scalecheck.model.diagnostic import Facts
from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.tables.spaces import squeeze as squeeze

_MOST_KEPT = 5_000
_ERROR = re.compile(r"#(?:[A-ZÀ-Ü]+[!?]?|N/[AD]|DIV/0!|[A-ZÀ-Ü]+/[A-Z0]+!?)\Z")
_LONGEST = 80
_CLOSE = 0.75


class MisreadCell(ValueError):  # noqa: N818
    """A cell that cannot be read: a code and facts."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        self.facts: Facts = tuple(facts.items())
        super().__init__(code)


class Reader(dict[str, str | None]):
    """The texts of one column and what each is read as; None where it cannot be.

    A text is read once. `why` says what is wrong with one.
    """

    def __init__(self, read: Callable[[str], str], values: Mapping[str, str]) -> None:
        super().__init__()
        self._read, self._values = read, values
        self._whys: dict[str, MisreadCell] = {}
        self._folded = {fold(text): stands for text, stands in values.items()}

    def __missing__(self, text: str) -> str | None:
        try:
            found: str | None = self._read(self._stand(text))
        except MisreadCell as misread:
            found = None
            if len(self) < _MOST_KEPT:
                self._whys[text] = misread.with_traceback(None)
        if len(self) < _MOST_KEPT:
            self[text] = found
        return found

    def _stand(self, text: str) -> str:
        squeezed = squeeze(text)
        if not self._values or not squeezed:
            return squeezed
        found = self._values.get(squeezed)
        return self._folded.get(fold(squeezed), squeezed) if found is None else found

    def why(self, text: str) -> MisreadCell:
        """Say why a text cannot be read.

        Raises:
            LookupError: it can.
        """
        if text in self._whys:
            return self._whys[text]
        try:
            self._read(self._stand(text))
        except MisreadCell as misread:
            return misread
        raise LookupError(text)


class FreeReader(Reader):
    """A column of free texts: nothing is refused, nothing is kept, their typography stays."""

    def __init__(self) -> None:
        super().__init__(squeeze, {})

    def __missing__(self, text: str) -> str:
        return text.strip()


def shorten(text: str) -> str:
    """Show a refused text in a few characters."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def check_error(text: str) -> None:
    """Refuse what a spreadsheet writes where a calculation failed.

    Raises:
        MisreadCell: it is such a word.
    """
    if text[:1] == "#" and _ERROR.match(text.upper()):
        raise MisreadCell("table-error-cell", got=shorten(text))


class Choice(NamedTuple):
    """One thing that a cell may hold: what the wide table writes, and how people call it."""

    stands: str
    names: tuple[str, ...]


class Choices:
    """A closed list, found by any of its names; one that two entries share names none."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        self.choices = tuple(choices)
        self._by_name: dict[str, str | None] = {}
        for stands, names in self.choices:
            for name in {fold(one) for one in names}:
                known = self._by_name.setdefault(name, stands)
                self._by_name[name] = stands if known == stands else None
        for stands, _ in self.choices:  # an id is never doubtful
            self._by_name[fold(stands)] = stands

    def find(self, text: str) -> str | None:
        """Find what a text names, case and accents folded."""
        return self._by_name.get(fold(text))

    def near(self, text: str) -> str | None:
        """Find what a text probably names."""
        names = [name for name, stands in self._by_name.items() if stands is not None]
        folded = fold(text)
        begun = [name for name in names if len(folded) > 3 and name.startswith(folded)]
        found = begun if len(begun) == 1 else get_close_matches(folded, names, 1, _CLOSE)
        return self._by_name[found[0]] if found else None

    def misread(self, code: str, text: str) -> MisreadCell:
        """Make the refusal of a text: what was probably meant, and what is known."""
        check_error(text)
        near = self.near(text)
        facts = {"near": near} if near else {}
        known = ", ".join(stands for stands, _ in self.choices[:20])
        more = "…" if len(self.choices) > 20 else ""
        return MisreadCell(code, got=shorten(text), known=known + more, **facts)
