"""Our own templates, filled with a view or with a document of pages."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scalecheck.report.blocks import Cards
from scalecheck.report.layout.document import Document
from scalecheck.report.templating.tools import FOLDER, TOOLS
from scalecheck.report.templating.words import finalizer, in_markdown
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
    return _environment(name).get_template(name).render(**given)


def render_document(document: Document, paper: str, result: str = "") -> str:
    """Fill the layout of pages made of blocks.

    Args:
        document: the pages.
        paper: the sheet it prints on, as CSS names it.
        result: a JSON text to carry, as above.
    """
    name = "page.html.j2"
    given = {"document": document, "paper": paper, "result": Markup(result)}
    return _environment(name).get_template(name).render(**given)


@cache
def _environment(name: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalizer(name),
    )
    environment.filters["md"] = in_markdown
    environment.globals.update(TOOLS)
    return environment
