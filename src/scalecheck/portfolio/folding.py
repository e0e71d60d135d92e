"""Texts made comparable: small letters, no accents, no typography."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "‘": "'"})
# Accents that stand apart once spread, and what cannot be seen: joiners, marks of direction.
_UNSEEN = re.compile(
    "[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]+"
)


def fold(text: str) -> str:
    """Fold a text: case, accents, ligatures, apostrophes and runs of spaces count for nothing.

    What cannot be seen is left out, so that it hides nothing. Other scripts are kept.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return " ".join(_UNSEEN.sub("", spread).split())
