"""Lay out what is said of a rubric: lines at their depth, wrapped."""

from collections.abc import Iterable
from textwrap import wrap

from scalecheck.report.rubric_words import Line

WIDTH = 96
_GAP = "  "


def lay_out(lines: Iterable[Line]) -> str:
    """Write lines as plain text, without empty ones at either end."""
    written = "\n".join(text for line in lines for text in _wrap(line))
    return written.strip("\n") + "\n"


def _wrap(line: Line) -> list[str]:
    start = _GAP * line.depth
    return wrap(
        line.text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=start + _GAP if line.depth else "",
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
