"""Descriptors and tables written for tests of portfolios, and what comes of them."""

import csv
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
_PROJECT = (EXAMPLES / "cuisines-du-fjord" / "project.yaml").read_text("utf-8")


def named(name: str) -> str:
    """A sound descriptor of that id."""
    return _PROJECT.replace("id: cuisines-du-fjord", f"id: {name}", 1)


def write(path: Path, text: str) -> Path:
    """Write a text, and the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
