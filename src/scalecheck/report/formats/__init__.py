"""The formats, one visible list. What a format needs is imported when it renders."""

from collections.abc import Mapping

from scalecheck.report.format import Format, Look
from scalecheck.report.view.build import View


def _terminal(view: View, look: Look) -> str:
    from scalecheck.report.formats.terminal import render

    return render(view, look)


def _markdown(view: View, look: Look) -> str:
    from scalecheck.report.formats.markdown import render

    return render(view)


def _html(view: View, look: Look) -> str:
    from scalecheck.report.formats.html import render

    return render(view)


FORMATS: Mapping[str, Format] = {
    "terminal": Format("terminal", "text/plain", "txt", _terminal),
    "markdown": Format("markdown", "text/markdown", "md", _markdown),
    "html": Format("html", "text/html", "html", _html),
}
