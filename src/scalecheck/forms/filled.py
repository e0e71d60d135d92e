"""What came back in a form that is not a text: plain data, and the cell that each part is in."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from scalecheck.model.diagnostic import Facts, Path


class Misread(NamedTuple):
    """Something in a form that was not understood, and the cell that it stands in.

    `cell` is said as people find it: `Évaluation!D14`, or `3:besoin/ampleur` in a table of text.
    It is empty where the whole form is meant.
    """

    code: str
    cell: str
    facts: Facts = ()


class Filled(NamedTuple):
    """One form that was read.

    `data` has the shape of `scalecheck/answers@1`, every scalar a `Plain`; `cells` says where the
    parts of it stand, by their path (a part that has no cell of its own stands in its parent's).
    Where `misread` is not empty nothing was lost: it says what could not be read, and where.
    """

    data: Mapping[str, Any]
    cells: Mapping[Path, str]
    misread: tuple[Misread, ...] = ()


class UnreadableForm(ValueError):  # noqa: N818
    """A form of ours that cannot be read at all; `misread` says why, and where."""

    def __init__(self, why: Misread) -> None:
        self.misread = why
        super().__init__(why.code)


def misread(code: str, cell: str = "", **facts: object) -> Misread:
    """Note something that was not understood."""
    return Misread(code, cell, tuple((name, str(value)) for name, value in facts.items()))
