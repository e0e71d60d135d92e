"""Safe YAML by hand: comments, quoted texts and examples set aside by a `#`."""

import re
import unicodedata
from collections.abc import Iterator
from textwrap import wrap

WIDTH = 98
_BARE = re.compile(r"(?!null\Z)[a-z0-9]+([.-][a-z0-9]+)*\Z")


def clean(text: str) -> str:
    """Make one line of a text: no line break, no control character, nothing unseen."""
    seen = (_safe(character) for character in text)
    return " ".join(part for part in "".join(seen).split(" ") if part)


def _safe(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category.startswith("C") else character


def comment(text: str, indent: int = 0, *, shift: int = 0, hang: int = 0) -> Iterator[str]:
    """Write a text as comment lines.

    Args:
        text: what to say, in any number of lines.
        indent: spaces before the `#`.
        shift: spaces after it, beyond the usual one.
        hang: spaces more on the lines after the first.
    """
    start = f"{' ' * indent}# {' ' * shift}"
    words = wrap(
        clean(text),
        WIDTH,
        initial_indent=start,
        subsequent_indent=start + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from words or [start.rstrip()]


def example(line: str) -> str:
    """Set a line of YAML aside: taking its first `#` away puts it to use."""
    return f"#{line}"


def quoted(text: str) -> str:
    """Write a text as a double-quoted scalar."""
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def plain(name: str) -> str:
    """Write a name bare where YAML reads it as itself, quoted otherwise."""
    return name if _BARE.match(name) else quoted(name)
