"""Markdown: tables as GitHub reads them, for a wiki, an issue or an e-mail."""

import re

from scalecheck.report.format import Format, Look
from scalecheck.report.view.build import View


def render(view: View, look: Look) -> str:
    """Lay out a view as Markdown."""
    from scalecheck.report.templating import render_template

    text = render_template("report.md.j2", view)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


MARKDOWN = Format("markdown", "text/markdown", "md", render)
