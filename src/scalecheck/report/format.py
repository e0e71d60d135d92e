"""A format: a way to lay out a view as text."""

from collections.abc import Callable
from typing import NamedTuple

from scalecheck.report.view.build import View


class Look(NamedTuple):
    """How a terminal is to be drawn on; other formats do not read it.

    `plain` asks for neither colour nor drawn lines; `colour` for ANSI colours, `NO_COLOR` allowing.
    """

    width: int = 100
    plain: bool = False
    colour: bool = False


class Format(NamedTuple):
    """One way to lay out a view. It computes nothing, and words nothing but headings."""

    name: str
    media_type: str
    extension: str
    render: Callable[[View, Look], str]
