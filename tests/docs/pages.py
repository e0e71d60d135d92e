"""Read the pages of the documentation: their blocks, by the mark that stands before each."""

import re
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parent.parent.parent
_BLOCK = re.compile(
    r"^<!-- (?P<mark>[^\n]*?) -->\n```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)
_SECTION = re.compile(r"^(?=[a-z_]+:)", re.M)


class Block(NamedTuple):
    """A fenced block: the mark before it, its language, its text and its first line's number."""

    mark: str
    kind: str
    text: str
    line: int


def read(path: str) -> str:
    """Read a page by its path from the top of the project."""
    return (TOP / path).read_text(encoding="utf-8")


def blocks(path: str) -> list[Block]:
    """The marked blocks of a page, in order."""
    text = read(path)
    return [
        Block(m["mark"], m["kind"], m["text"], text.count("\n", 0, m.start("text")) + 1)
        for m in _BLOCK.finditer(text)
    ]


def with_part(whole: str, part: str) -> str:
    """Put the top-level sections of one YAML text in the place of those of another."""
    fresh = dict(_sections(part))
    kept = [(key, fresh.pop(key, text)) for key, text in _sections(whole)]
    return "".join(text for _, text in (*kept, *fresh.items()))


def _sections(text: str) -> list[tuple[str, str]]:
    found = [part for part in _SECTION.split(text) if part.strip()]
    return [(part.split(":", 1)[0], part if part.endswith("\n") else part + "\n") for part in found]
