"""Words of rules in Markdown: the names of facts stand as `<name>` and must not read as HTML."""

import re

_CODE = re.compile(r"(`[^`]*`)")


def escape_holes(text: str) -> str:
    """Escape what stands for a fact, outside of code."""
    return "".join(
        part if part.startswith("`") else part.replace("<", "\\<") for part in _CODE.split(text)
    )


def fence(text: str, kind: str) -> str:
    """Put a text between fences longer than any in it."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{kind}\n{text.rstrip()}\n{marks}"
