"""What makes strangers' words safe on their way out, in HTML and in Markdown."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from scalecheck.report.view.phrase import Phrase

_SPECIAL = re.compile(r"([\\`*_{}\[\]|~])")
_LINE_START = re.compile(r"^(\s*)(#+(?=\s)|[-+](?=\s)|[-=]{3,}|\d+(?=[.)]\s))")


def finalizer(name: str) -> Callable[[object], object]:
    """What every value of a template goes through, by the name of the template."""
    return in_markdown if name.endswith(".md.j2") else in_html


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
