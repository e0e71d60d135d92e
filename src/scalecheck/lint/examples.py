"""The examples of a rule: its cases, as people read them."""

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "cases"
_MARKS = re.compile(r"^# (?:kind|found): .*\n?", re.MULTILINE)


class Examples(NamedTuple):
    """A piece of a document in which a rule finds something, and one in which it does not."""

    bad: str
    good: str


def read_examples(code: str) -> Examples:
    """Read the examples of a rule; they lie over a sound document."""
    return Examples(_read(code, "bad"), _read(code, "good"))


def _read(code: str, name: str) -> str:
    text = (FOLDER / code / f"{name}.yaml").read_text(encoding="utf-8")
    return _MARKS.sub("", text).strip("\n") + "\n"
