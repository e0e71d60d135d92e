"""How a page becomes sheets: what is essential first, then one sheet for each part."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.report.blocks import Block, Cards, Deeds, Grid, Heading, Ladder, Title
from scalecheck.report.excel.naming import sheet_name
from scalecheck.report.page import Page

Table = Grid | Deeds | Cards | Ladder


class Plan(NamedTuple):
    """One sheet to be: its name, the page it comes from, its blocks, the places that it holds."""

    name: str
    page: Page
    blocks: tuple[Block, ...]
    places: tuple[str, ...]
    is_first: bool


def plan_sheets(pages: Sequence[Page]) -> list[Plan]:
    """Share the blocks of pages out to sheets, named so that no two are alike."""
    taken: set[str] = set()
    plans = []
    for page in pages:
        essential, parts = _split(page)
        name = sheet_name(say("office.sheet.summary", page.language), taken)
        plans.append(_plan(name, page, essential, True))
        for part in parts:
            name = sheet_name(_title(part) or say("office.sheet.more", page.language), taken)
            plans.append(_plan(name, page, part, False))
    return plans


def tables_of(blocks: Sequence[Block]) -> list[Table]:
    """Give the blocks that are laid out as tables."""
    return [block for block in blocks if isinstance(block, Table)]


def _plan(name: str, page: Page, blocks: Sequence[Block], is_first: bool) -> Plan:
    places = tuple(one.place for one in blocks if isinstance(one, Heading) and one.place)
    return Plan(name, page, tuple(blocks), places, is_first)


def _split(page: Page) -> tuple[list[Block], list[list[Block]]]:
    """Cut a page at its parts; those before the first that holds a grid are the essential."""
    parts = list(_parts(page.blocks))
    grids = [n for n, part in enumerate(parts) if n and any(isinstance(one, Grid) for one in part)]
    first = grids[0] if grids else len(parts)
    return [block for part in parts[:first] for block in part], parts[first:]


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in blocks:
        begins = isinstance(block, Title) or (isinstance(block, Heading) and block.level <= 2)
        if begins and part:
            yield part
            part = []
        part.append(block)
    yield part


def _title(part: Sequence[Block]) -> str:
    first = part[0]
    if isinstance(first, Heading):
        return first.text
    return first.title if isinstance(first, Title) else ""
