"""Texts brought to what they say: case, accents, spaces and a last point do not count."""

import re
import unicodedata

_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Bring a text to its letters and figures, to compare it with another."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return _SPACES.sub(" ", bare).strip(" .;:!?\u2026")
