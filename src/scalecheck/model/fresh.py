"""Identifiers made of titles, and names that nothing has yet."""

import re
import unicodedata
from collections.abc import Collection

_OTHER = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_LONGEST = 60


def slug_of(title: str, longest: int | None = _LONGEST) -> str:
    """Make an id of a title: small letters without accents, digits, single hyphens; or ""."""
    spread = unicodedata.normalize("NFKD", title.casefold().translate(_LIGATURES))
    bare = "".join(one for one in spread if not unicodedata.combining(one))
    return _OTHER.sub("-", bare).strip("-")[:longest].strip("-")


def fresh_id(wanted: str, taken: Collection[str]) -> str:
    """Give an id that nothing has yet: the one wanted, or the same with a number."""
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def next_record(taken: Collection[str]) -> str:
    """Give the next free name of a record: `p1`, then `p2`, and on."""
    number = 1
    while f"p{number}" in taken:
        number += 1
    return f"p{number}"
