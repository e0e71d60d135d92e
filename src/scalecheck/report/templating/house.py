"""Our own templates, filled with a view or with a document of pages."""

from functools import cache

from markupsafe import Markup

from scalecheck.model.language import Language
from scalecheck.report.blocks import Cards
from scalecheck.report.layout.document import Document
from scalecheck.report.templating.reading import House
from scalecheck.report.templating.tools import FOLDER
from scalecheck.report.view.build import View
from scalecheck.report.view.speaker import Speaker

__all__ = ["FOLDER", "render_document", "render_template"]


def render_template(name: str, view: View, result: str = "", glance: Cards | None = None) -> str:
    """Fill a template of this folder with a view; its last newline is kept.

    Args:
        name: of the template.
        view: what it tells.
        result: a JSON text to carry, already made safe for a data block; "" where there is none.
        glance: what is to be seen at once, where the page has it.
    """
    speaker = Speaker(view.language)
    given = {"view": view, "say": speaker.say, "result": Markup(result), "glance": glance}
    return _environment(name, view.language).get_template(name).render(**given)


def render_document(document: Document, paper: str, result: str = "") -> str:
    """Fill the layout of pages made of blocks.

    Args:
        document: the pages.
        paper: the sheet it prints on, as CSS names it.
        result: a JSON text to carry, as above.
    """
    name = "page.html.j2"
    given = {"document": document, "paper": paper, "result": Markup(result)}
    return _environment(name, document.sheets[0].page.language).get_template(name).render(**given)


@cache
def _environment(name: str, language: Language) -> House:
    return House(name, Speaker(language))
