"""Blocks made safe to lay out: no control character, no change of direction, no stray link."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from scalecheck.report.blocks import Cell
from scalecheck.report.view.address import web_address
from scalecheck.report.view.phrase import one_line

Value = TypeVar("Value")


def settle(value: Value, places: Mapping[str, str]) -> Value:
    """Clean every text of a block, and lead its links where they may lead.

    Args:
        value: a block, or anything it holds.
        places: the id that stands in the file for each place of the page.

    Returns:
        The same shape; a link that is neither a web address nor a known place is taken out.
    """
    cleaned: object = value
    if isinstance(value, str) and not isinstance(value, Enum):
        cleaned = type(value)(one_line(value))
    elif isinstance(value, tuple):
        parts = [settle(part, places) for part in value]
        maker = getattr(type(value), "_make", tuple)
        made = maker(parts)
        cleaned = lead(made, places) if isinstance(made, Cell) else made
    return cleaned  # type: ignore[return-value]


def lead(cell: Cell, places: Mapping[str, str]) -> Cell:
    """Point a cell at the id of its place, at its address, or nowhere."""
    if not cell.link:
        return cell
    if cell.link.startswith("#"):
        place = places.get(cell.link[1:])
        return cell._replace(link=f"#{place}" if place else "")
    return cell._replace(link=web_address(cell.link))
