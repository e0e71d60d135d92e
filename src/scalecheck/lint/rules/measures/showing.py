"""How the ends of what a measure can give are written in a finding."""

from fractions import Fraction

from scalecheck.lint.reach import Reaches
from scalecheck.lint.wording import write_number

_NO_END = "∞"


def show_end(reaches: Reaches, name: str, end: int) -> str:
    """Write the lowest (0) or the highest (1) that a node gives: a level, or a figure."""
    reach, typed = reaches.of(name), reaches.nodes.typed(name)
    found = reach[end] if reach is not None else None
    if found is None:
        return _NO_END
    if typed is not None and typed.scale is not None:
        level = typed.scale.by_rank[min(int(found), typed.scale.top)]
        return level.id or write_number(level.value)
    return write_number(Fraction(found))
