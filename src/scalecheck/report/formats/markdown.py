"""Markdown: tables as GitHub reads them, for a wiki, an issue or an e-mail."""

import re

from scalecheck.report.templating import render_template
from scalecheck.report.view.build import View

_GAPS = re.compile(r"\n{3,}")


def render(view: View) -> str:
    """Lay out a view as Markdown."""
    return _GAPS.sub("\n\n", render_template("report.md.j2", view)).strip() + "\n"
