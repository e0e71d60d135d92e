"""The terminal: the short report, drawn by rich."""

from scalecheck.report.format import Look
from scalecheck.report.outline import outline
from scalecheck.report.screen import show
from scalecheck.report.view.build import View


def render(view: View, look: Look) -> str:
    """Lay out a view for a terminal, at a width between 40 and 120 characters."""
    return show(outline(view), look, view.language)
