"""Name what a result speaks of: ranks and positions by the values of their levels."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Key
from scalecheck.model.nodes import nodes_of
from scalecheck.model.text import Text

Json = Any


class Naming:
    """The names of one assessment: what every writer of its result shares."""

    def __init__(self, assessment: Assessment) -> None:
        self.rubric, self.track = assessment.rubric, assessment.track
        self.nodes = nodes_of(assessment.rubric)

    def level_at(self, position: int | None) -> str | None:
        """Name a position of the ladder; `none` below the first level, null where unknown."""
        if position is None:
            return None
        return "none" if position < 0 else self.rubric.levels[position].value

    def at(self, scale: str, rank: int | None) -> str | None:
        """Name a rank of a scale by the value of its level."""
        if rank is None:
            return None
        known = self.nodes.scales.get(scale)
        return str(rank) if known is None else str(known.by_rank[rank].value)

    def of(self, name: str, value: int | Fraction | None) -> str | None:
        """Name a value of a node: a level of its scale, or an exact number."""
        typed = self.nodes.typed(name)
        if value is None:
            return None
        if typed is None or typed.scale is None or not isinstance(value, int):
            return str(value)
        level = typed.scale.by_rank[value]
        is_band = typed.scale.id not in self.nodes.scales and level.id is not None
        return str(level.id) if is_band else str(level.value)


def write_text(text: Text | None) -> Mapping[str, str] | None:
    """Write a text in the languages it is given in."""
    if text is None:
        return None
    return {language: said for language, said in (("fr", text.fr), ("en", text.en)) if said}


def write_key(key: Key) -> str:
    """Write the name of a question, with its instance after an `@`."""
    return f"{key.criterion}@{key.instance}" if key.instance else key.criterion


def write_path(path: tuple[str | int, ...]) -> str:
    """Write a path in the project file."""
    return "/".join(str(part) for part in path)
