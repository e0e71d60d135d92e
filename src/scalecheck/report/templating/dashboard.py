"""The layout of the dashboard, filled with a document and what is looked through."""

from functools import cache
from typing import Any

from markupsafe import Markup

from scalecheck.model.language import Language
from scalecheck.report.layout.document import Document
from scalecheck.report.templating.reading import House
from scalecheck.report.templating.tools import FOLDER
from scalecheck.report.view.speaker import Speaker

_NAME = "dashboard.html.j2"


def render_dashboard(document: Document, explorer: Any) -> str:
    """Fill the dashboard.

    Args:
        document: the report that it holds.
        explorer: what is looked through: texts that are escaped here, and JSON that was made safe.
    """
    language = document.sheets[0].page.language
    given = {
        "document": document,
        "paper": "letter",
        "result": "",
        "explorer": explorer,
        "data": Markup(explorer.data),
        "words": Markup(explorer.words),
        "script": Markup(explorer.script),
        "sheet": Markup((FOLDER / "dashboard.css").read_text(encoding="utf-8")),
    }
    return _environment(language).get_template(_NAME).render(**given)


@cache
def _environment(language: Language) -> House:
    return House(_NAME, Speaker(language))
