"""What a sheet leaves out, said on the sheet."""

from scalecheck.report.blocks import Cell, Tone
from scalecheck.report.kinds.pen import Pen


def left_out(pen: Pen, count: int) -> list[Cell]:
    """Say how many are left out, where some are."""
    return [Cell(pen.say("page.more", count=count), Tone.QUIET)] if count > 0 else []
