"""HTML: one file, no script, no request; it prints, and reads well on a telephone."""

from scalecheck.report.templating import render_template
from scalecheck.report.view.build import View


def render(view: View) -> str:
    """Lay out a view as one HTML page."""
    return render_template("report.html.j2", view)
