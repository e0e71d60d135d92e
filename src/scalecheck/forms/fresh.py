"""Ids for what a form adds without naming it: from a title, and unlike those there already."""

import re
import unicodedata
from collections.abc import Collection

_OTHER = re.compile(r"[^a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_LONGEST = 60


def slug_of(title: str) -> str:
    """Make an id of a title: small letters without accents, digits, single hyphens; or ""."""
    spread = unicodedata.normalize("NFKD", title.lower().translate(_LIGATURES))
    bare = "".join(one for one in spread if not unicodedata.combining(one))
    return _OTHER.sub("-", bare)[:_LONGEST].strip("-")


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
