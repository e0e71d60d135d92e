"""A stranger's text, made fit for an office file: what XML cannot hold, and where links may go."""

import re

from scalecheck.model.language import Language

# XML holds no control, no half of a character; nothing may turn the direction of what follows;
# and fonts of office draw the word joiner as a box.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u2060\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_SPACES = re.compile("[\t\n\r\x85\u2028\u2029 ]+")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_ADDRESS = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)[^\s\x00-\x20<>\"{}|\\^`]*", re.I)
_LOCALES = {"fr": "fr-CA", "en": "en-CA"}
LONGEST_ADDRESS = 2000


def tidy(text: str) -> str:
    """Make one line of a text, without what an office file cannot hold."""
    return _SPACES.sub(" ", _REFUSED.sub("", text))


def locale(lang: str | Language) -> str:
    """Name a language as office files do: `fr-CA`; "" where this is no name of a language."""
    tag = str(lang)
    return _LOCALES.get(tag, tag) if _TAG.fullmatch(tag) else ""


def address(link: str) -> str:
    """Keep an address that may be followed (http, https, mailto); "" for any other."""
    if len(link) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(link):
        return ""
    scheme, colon, rest = link.partition(":")
    return scheme.lower() + colon + rest
