"""Put the dashboard together: the whole report of a portfolio, and the explorer above it."""

from collections.abc import Iterator, Sequence

from scalecheck.report.blocks import Block, Cell, Grid, Notice, Paragraph
from scalecheck.report.dashboard.explorer import STATIC, build_explorer
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.opening import head
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.layout.document import compose
from scalecheck.report.templating.dashboard import render_dashboard


def write_dashboard(material: FundMaterial) -> str:
    """Write the dashboard as one HTML file: no request, one script known by its hash.

    Without the script, the whole report is there, and the table of the projects where they are
    fewer than 500. Projects are in alphabetical order: no one is ranked.
    """
    (page,) = build_fund_pages(FundKind.PORTFOLIO, material)
    pen = FundPen(material)
    named = page._replace(blocks=(head(pen, "dashboard"), *_lighten(pen, page.blocks[1:])))
    named = named._replace(about=pen.say("about.dashboard"), title=pen.say("kind.dashboard"))
    return render_dashboard(compose((named,)), build_explorer(pen))


def _lighten(pen: FundPen, blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out what is said above: who may read, and one by one the projects of a long list."""
    is_long = len(pen.portfolio.members) >= STATIC
    caption = pen.say("caption.local")
    for block in blocks:
        if isinstance(block, Grid) and block.caption == caption and is_long:
            yield Paragraph(Cell(pen.say("dashboard.locals", count=len(block.rows))))
        elif not isinstance(block, Notice):
            yield block
