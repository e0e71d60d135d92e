"""Pages as data for the template."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from scalecheck.language.catalogue import say
from scalecheck.report.blocks import Break, Cell, Fields, Heading, Title, Tone
from scalecheck.report.page import Page, Paper, Printing
from scalecheck.report.typst.letters import LACKING, is_said, shown
from scalecheck.report.typst.texts import (
    are_short,
    tell_block,
    tell_facts,
    tell_heading,
    tell_title,
)
from scalecheck.report.typst.words import Json, Teller

_NO_DAY = date(1970, 1, 1)


def document_data(pages: Sequence[Page], printing: Printing) -> Json:
    """Tell pages as one document; the first gives its title, its day and its main language."""
    first = pages[0]
    return {
        "paper": "a4" if printing.paper is Paper.A4 else "us-letter",
        "title": shown(first.title) or shown(first.name) or "scalecheck",
        "about": shown(first.about),
        "keywords": ["scalecheck", first.kind.value],
        "attached": say("print.attached", first.language),
        "parts": [_part(page, number) for number, page in enumerate(pages)],
    }


def day_of(page: Page) -> date:
    """Read the day of a page; the first of a month or a year, and 1970 where it has no date.

    The standards ask for a date, and a clock would give other bytes each time.
    """
    for rest in ("", "-01", "-01-01"):
        try:
            return date.fromisoformat(page.day + rest)
        except ValueError:
            continue
    return _NO_DAY


def _part(page: Page, number: int) -> Json:
    named = (b.place for b in page.blocks if isinstance(b, Heading) and is_said(b.text))
    teller = Teller(page.language, number, tuple(dict.fromkeys(named)))
    blocks = list(_blocks(page, teller))
    if LACKING in repr(blocks):
        told = Cell(say("print.lacking", page.language), Tone.QUIET)
        blocks.append({"b": "paragraph", "cell": teller.cell(told)})
    return {
        "id": f"part-{number}",
        "lang": page.language.value,
        "running": teller.text(page.title),
        "footer": [teller.text(line) for line in page.footer],
        "sheet": re.split("[<>]", say("print.sheet", page.language, number="<", total=">")),
        "single": page.single,
        "blocks": blocks,
    }


def _blocks(page: Page, teller: Teller) -> Iterator[Json]:
    depth, named, before = 0, set[str](), None
    for block in page.blocks:
        match block:
            case Title():
                depth = int(depth > 0 or is_said(block.title))
                yield tell_title(block, teller)
            case Heading():
                depth = min(max(block.level, 1 + bool(depth)), depth + 1)
                yield tell_heading(block, depth, teller, is_first=block.place not in named)
                named.add(block.place)
            case Break():
                yield {"b": "nothing" if page.single else "leaf"}
            case Fields() if isinstance(before, Title) and are_short(block):
                yield tell_facts(block, teller)
            case _:
                yield tell_block(block, teller)
        before = block
