"""What a screen may be given: nothing that it would obey, and as many columns as there are."""

import unicodedata

# Control, format (bidirectional, zero-width), surrogate, private and unassigned characters.
_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_TAB = "    "


def neutralise(text: str) -> str:
    r"""Show what could move the cursor, hide or turn text as `\u001B`; a terminal obeys none."""
    return "".join(map(_safe, text))


def show(character: str) -> str:
    """Show one character of a line: a tab as four spaces, what is unsafe by its number."""
    return _TAB if character == "\t" else _safe(character)


def reveal(character: str) -> str:
    """Show one character, and by their number the spaces that are not plain ones as well."""
    is_blank = unicodedata.category(character) == "Zs" and character != " "
    return _numbered(character) if is_blank else show(character)


def width(text: str) -> int:
    """Count the columns that a terminal gives to a text."""
    return sum(map(_columns, text))


def _safe(character: str) -> str:
    is_unsafe = unicodedata.category(character) in _UNSAFE
    return _numbered(character) if is_unsafe else character


def _numbered(character: str) -> str:
    return f"\\u{ord(character):04X}"


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
