"""Drawings of blocks: pure functions from ranks to SVG, the same bytes for the same block.

`draw` gives one that stands alone, in light colours, for any document. In a row of a table a
drawing is decorative: the words stand beside it.
"""

from typing import assert_never

from scalecheck.report.blocks import Dots, Ladder, Strip
from scalecheck.report.charts.dots import EDGE, HEIGHT, STEP, dot_row, level_strip
from scalecheck.report.charts.ladder import draw_ladder
from scalecheck.report.charts.plane import draw_plane
from scalecheck.report.view.plane import Plane

__all__ = ["EDGE", "HEIGHT", "STEP", "Drawn", "dot_row", "draw", "draw_ladder", "draw_plane"]
__all__ += ["level_strip"]

Drawn = Dots | Strip | Ladder | Plane


def draw(block: Drawn, language: str = "", id: str = "drawing") -> str:
    """Draw a block as one SVG.

    Args:
        block: a row of dots, a strip of levels, a ladder of stages or a plane.
        language: of the words in the drawing, as `fr-CA`; "" where the document says it.
        id: what the ids in the drawing begin with; two drawings of a page need two.

    Returns:
        SVG with `role="img"`, a title and a description for a ladder and a plane; hidden from
        readers of text for dots and strips, whose words stand beside them.
    """
    match block:
        case Dots():
            return dot_row(block.row)
        case Strip():
            return level_strip(block.row)
        case Ladder():
            return draw_ladder(block, language, id)
        case Plane():
            return draw_plane(block, language, id)
        case _:
            assert_never(block)
