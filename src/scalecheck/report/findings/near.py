"""The name that was probably meant, and the identifier that a text could become."""

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from scalecheck.model.fresh import slug_of

_LONGEST_SLUG = 80


def find_near(given: str, known: Sequence[str]) -> str | None:
    """Find the known name that was probably meant: case, accents and `_` do not count."""
    folded = {_fold(name): name for name in reversed(known)}
    found = get_close_matches(_fold(given), folded, n=1, cutoff=0.66)
    return folded[found[0]] if found and folded[found[0]] != given else None


def make_slug(text: str) -> str | None:
    """Make an identifier of a text, or None where nothing usable is left of it."""
    slug = slug_of(text, longest=None)
    is_whole = not text.endswith("…") and len(slug) <= _LONGEST_SLUG
    return slug if slug and is_whole else None


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).replace("_", "-")
