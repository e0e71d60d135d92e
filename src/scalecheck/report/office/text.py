"""A text made fit for an office file, and the names that such files have for languages."""

import re

from scalecheck.model.language import Language
from scalecheck.report.view.phrase import one_line

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_LOCALES = {"fr": "fr-CA", "en": "en-CA"}
_JOINER = "\u2060"  # fonts of office draw it as a box


def tidy(text: str) -> str:
    """Make one line of a text, without what an office file cannot hold."""
    return one_line(text.replace(_JOINER, ""))


def locale(lang: str | Language) -> str:
    """Name a language as office files do: `fr-CA`; "" where this is no name of a language."""
    tag = str(lang)
    return _LOCALES.get(tag, tag) if _TAG.fullmatch(tag) else ""
