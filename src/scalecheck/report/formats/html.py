"""HTML: one file, no script, no request; it prints, and reads well on a telephone."""

from scalecheck.report.format import Format, Look
from scalecheck.report.view.build import View


def render(view: View, look: Look) -> str:
    """Lay out a view as one HTML page."""
    from scalecheck.report.templating import render_template

    return render_template("report.html.j2", view)


HTML = Format("html", "text/html", "html", render)
