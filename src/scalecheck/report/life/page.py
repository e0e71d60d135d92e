"""A page of headed lists, for a terminal or in Markdown."""

from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from scalecheck.report.findings.screen import neutralise
from scalecheck.report.rubric_words import Line

_WIDTH = 96
_NO_BREAK, _KEPT = "\u00a0", "\ue000"


class Part(NamedTuple):
    """A heading and what stands under it; a line at depth 0 is a sentence, deeper a list item."""

    heading: str
    lines: tuple[Line, ...]


class Page(NamedTuple):
    """A title, and parts; those without a line are left out."""

    title: str
    parts: tuple[Part, ...]


def in_terminal(page: Page) -> str:
    """Lay a page out as plain text."""
    lines = [page.title, "=" * min(len(page.title), _WIDTH)]
    for part in page.parts:
        if part.lines:
            heading = [part.heading, "-" * min(len(part.heading), _WIDTH)] if part.heading else []
            lines += ["", *heading, *(row for line in part.lines for row in _fold(line))]
    return "\n".join(map(neutralise, lines)) + "\n"


def _fold(line: Line) -> Iterator[str]:
    margin = "  " * max(line.depth - 1, 0)
    lead = margin + ("- " if line.depth else "")
    # NOTE: textwrap breaks at a no-break space; a private character stands for it meanwhile.
    text = line.text.replace(_NO_BREAK, _KEPT)
    rest = " " * len(lead)
    rows = wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=rest, break_on_hyphens=False)
    yield from (row.replace(_KEPT, _NO_BREAK) for row in rows or [lead])


def in_markdown(page: Page) -> str:
    """Lay a page out as Markdown; nothing in it is read as markup."""
    from scalecheck.report.templating import in_markdown as escaped

    blocks = [f"# {escaped(neutralise(page.title))}"]
    for part in page.parts:
        if part.lines and part.heading:
            blocks.append(f"## {escaped(neutralise(part.heading))}")
        for line in part.lines:
            text = str(escaped(neutralise(line.text)))
            margin = "  " * max(line.depth - 1, 0)
            item = f"{margin}- {text}"
            is_list = blocks[-1].lstrip().startswith("- ")
            if line.depth and is_list:
                blocks[-1] += f"\n{item}"
            else:
                blocks.append(item if line.depth else text)
    return "\n\n".join(blocks) + "\n"


LAYOUTS = {"terminal": in_terminal, "markdown": in_markdown}
