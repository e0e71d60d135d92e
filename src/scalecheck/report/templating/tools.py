"""What templates may call, ours and those of others: words, drawings, the kind of a block."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from markupsafe import Markup

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.report.blocks import Block
from scalecheck.report.charts import Drawn, dot_row, draw
from scalecheck.report.charts.palette import style_sheet
from scalecheck.report.layout.lists import entries, is_numbered
from scalecheck.report.strips import strip
from scalecheck.report.view.mark import Row

FOLDER = Path(__file__).parent.parent / "templates"

_KEY = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_WORD = re.compile(r"(?<!^)(?=[A-Z])")


def css(layout: str = "") -> Markup:
    """Give the style of pages: the colours and the common sheet; for `page`, its own besides."""
    names = ("report", "page") if layout == "page" else ("report",)
    return Markup(style_sheet() + "".join(_sheet(f"{name}.css") for name in names))


@cache
def _sheet(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1024)  # few rows differ: a page draws most of them again and again
def dots(row: Row) -> Markup:
    """Draw a row of dots."""
    return Markup(dot_row(row))  # made of numbers only: nothing to escape


def drawing(block: Drawn, language: str = "", id: str = "drawing") -> Markup:
    """Draw a block that has a drawing; its words are escaped where it is drawn."""
    return Markup(draw(block, language, id))


def kind(block: Block) -> str:
    """Name the kind of a block in one word: `heading`, `grid`, `cell`."""
    return _WORD.sub("-", type(block).__name__).lower()


def word(key: str, language: str, **facts: object) -> str:
    """Say the words of a key of any table.

    Raises:
        ValueError: not a key, or not a language.
    """
    if not _KEY.fullmatch(key):
        raise ValueError(key)
    return say(key, Language(language), **facts)


TOOLS: Mapping[str, Callable[..., object]] = {
    "css": css,
    "dots": dots,
    "drawing": drawing,
    "entries": entries,
    "is_numbered": is_numbered,
    "kind": kind,
    "strip": strip,
    "word": word,
}
