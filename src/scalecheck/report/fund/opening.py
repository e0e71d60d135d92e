"""How every report on a portfolio opens: its title, and who may read it."""

from collections.abc import Iterator

from scalecheck.report.blocks import Block, Cell, Notice, Title
from scalecheck.report.fund.pen import FundPen


def head(pen: FundPen, kind: str) -> Title:
    """Write the title of a page on a portfolio."""
    totals = pen.material.balance.totals
    about = pen.say("count.projects", count=totals.projects)
    rubric = pen.speaker.text(pen.portfolio.rubric.title)
    if not rubric.lang:  # the line is in one language
        about = f"{about} · {rubric}"
    kicker = pen.speaker.date(pen.material.day) if pen.material.day else pen.say("kicker")
    return Title(kicker, pen.say(f"kind.{kind}"), about)


def notice(pen: FundPen) -> Iterator[Block]:
    """Say who may read a page made from projects of which some are restricted."""
    if pen.restricted:
        yield Notice(pen.say("restricted.title"), (Cell(pen.say("restricted.meaning")),))
