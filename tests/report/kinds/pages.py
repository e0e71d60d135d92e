"""Pages of the examples, and a page as readable text."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import scalecheck as sc
from scalecheck.api.assessing import assess_history
from scalecheck.model.language import Language
from scalecheck.report import blocks as b
from scalecheck.report.kinds import Material, Privacy, build_pages
from scalecheck.report.page import Page, PageKind

ROOT = Path(__file__).parents[3]
NAMES = sorted(path.parent.name for path in ROOT.glob("examples/*/project.yaml"))


@cache
def material(name: str, language: Language, redact: bool = False) -> Material:
    run = sc.assess_files(ROOT / "examples" / name / "project.yaml", cache=False)
    history = assess_history(run.assessment)
    return Material(run.assessment, language, history, run.provenance, Privacy(redact))


def pages_of(
    name: str, kind: PageKind, language: Language, redact: bool = False
) -> tuple[Page, ...]:
    return build_pages(kind, material(name, language, redact))


def strings(value: object) -> Iterator[str]:
    """Every text in a value, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)


def text_of(page: Page) -> str:
    """The words of a page in reading order."""
    return "\n".join(one for block in page.blocks for one in _lines(block))


def _cell(cell: object) -> str:
    if isinstance(cell, b.Strip):
        return cell.words.text
    return cell.text if isinstance(cell, b.Cell) else "(…)"


def _lines(block: b.Block) -> Iterator[str]:
    match block:
        case b.Title():
            yield from (block.kicker, f"# {block.title}", block.about)
        case b.Verdict():
            yield from (f"{block.question} {block.label}", *map(_cell, block.lines))
        case b.Heading():
            yield f"\n{'#' * block.level} {block.text}"
        case b.Paragraph():
            yield block.cell.text
        case b.Items():
            yield from (f"  {sign} {cell.text}" for sign, cell in block.items)
        case b.Fields():
            yield from (f"  {label}: {cell.text}" for label, cell in block.rows)
        case b.Cards():
            yield from (f"  [{c.label}] {c.figure.text} {c.note}".rstrip() for c in block.cards)
        case b.Grid():
            yield f"  | {block.caption}: {' | '.join(block.columns)}"
            yield from (f"  | {' | '.join(map(_cell, row))}" for row in block.rows)
        case b.Deeds():
            yield from _deeds(block)
        case b.Ladder():
            yield f"  {block.caption}"
            yield from (f"  {s.number} {s.title} ({s.words})" for s in block.stairs)
            yield from block.notes
        case b.Notice():
            yield from (f"! {block.title}", *map(_cell, block.lines))
        case b.Break():
            yield "----"
        case _:
            yield repr(block)


def _deeds(block: b.Deeds) -> Iterator[str]:
    for number, deed in enumerate(block.deeds, 1):
        yield f"  {number}. {deed.title.text}"
        yield from (f"     {cell.text}" for cell in deed.lines)
        yield from (f"     {label}: {cell.text}" for label, cell in deed.fields)
