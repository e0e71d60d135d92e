"""The one room with Jinja: templates, and what makes strangers' words safe in each of them."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from scalecheck.report.charts import dot_row
from scalecheck.report.strips import strip
from scalecheck.report.view.build import View
from scalecheck.report.view.mark import Row
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.speaker import Speaker

FOLDER = Path(__file__).parent / "templates"

_SPECIAL = re.compile(r"([\\`*_{}\[\]|~])")
_LINE_START = re.compile(r"^(\s*)(#+(?=\s)|[-+](?=\s)|[-=]{3,}|\d+(?=[.)]\s))")


def render_template(name: str, view: View) -> str:
    """Fill a template of this folder with a view; its last newline is kept."""
    speaker = Speaker(view.language)
    return _environment(name).get_template(name).render(view=view, say=speaker.say)


@cache
def _environment(name: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalizer(name),
    )
    environment.filters["md"] = in_markdown
    environment.globals["dots"] = _draw
    environment.globals["strip"] = strip
    environment.globals["css"] = _read_css
    return environment


def _finalizer(name: str) -> Callable[[object], object]:
    return in_markdown if name.endswith(".md.j2") else in_html


def _draw(row: Row) -> Markup:
    return Markup(dot_row(row))  # made of numbers only: nothing to escape


def _read_css() -> Markup:
    return Markup((FOLDER / "report.css").read_text(encoding="utf-8"))


def in_html(value: object) -> object:
    """Mark a text that is in another language than the page; escaping is left to Jinja."""
    if isinstance(value, Phrase) and value.lang:
        return Markup('<span lang="{}">{}</span>').format(value.lang, value.text)
    return value


def _escape_start(match: re.Match[str]) -> str:
    before, sign = match.groups()
    return f"{before}{sign}\\" if sign.isdigit() else f"{before}\\{sign}"


def in_markdown(value: object) -> Markup:
    """Write a text so that Markdown and HTML read nothing into it; markup passes unchanged."""
    if isinstance(value, Markup):
        return value
    text = _SPECIAL.sub(r"\\\1", " ".join(str(value).split("\n")))
    text = _LINE_START.sub(_escape_start, text)
    return Markup(str(escape(text)).replace("&#39;", "'").replace("&#34;", '"'))
