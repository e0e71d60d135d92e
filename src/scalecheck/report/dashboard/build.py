"""Put the dashboard together: the whole report of a portfolio, and the explorer above it."""

from scalecheck.report.blocks import Notice
from scalecheck.report.dashboard.explorer import build_explorer
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
    rest = (block for block in page.blocks[1:] if not isinstance(block, Notice))  # said above
    named = page._replace(blocks=(head(pen, "dashboard"), *rest))
    named = named._replace(about=pen.say("about.dashboard"), title=pen.say("kind.dashboard"))
    return render_dashboard(compose((named,)), build_explorer(pen))
