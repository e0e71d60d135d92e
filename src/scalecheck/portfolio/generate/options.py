"""What a fictional portfolio is made of."""

from typing import NamedTuple


class GenerateOptions(NamedTuple):
    """How many fictional projects, and what is planted among them.

    `copies` and `twins` are pairs, each a share of the projects; `changed` are the shares of words
    that copies change, in turn. `gatherings` cohorts of `gathered` projects are planted. `silence`
    is the mean share of unknown answers: more for projects that begin. With `telling` alone they
    answer nothing and hold no money: texts and facets, for measurements.
    """

    seed: int = 1
    projects: int = 300
    copies: float = 0.02
    twins: float = 0.01
    changed: tuple[float, ...] = (0.1, 0.3)
    gatherings: int = 3
    gathered: int = 14
    silence: float = 0.2
    local: float = 0.12
    day: str = "2026-10-15"
    telling: bool = False
