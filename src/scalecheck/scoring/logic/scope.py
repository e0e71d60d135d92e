"""Which profiles are thought of: what is asked, and how the answers of a group stand."""

from enum import StrEnum
from typing import NamedTuple


class Manner(StrEnum):
    """How answers given once per instance are read.

    `ALIKE`: every instance has the same answers, there are as many as anything asks for, and no
    attribute leaves one out. Such profiles exist, so a witness among them is a witness.
    `OPEN`: each rule over instances, and each measure over them, is a variable of its own, bounded
    by the best answers. It allows more than can exist, so what is impossible here is impossible.
    """

    ALIKE = "all-alike"
    OPEN = "open"


class Scope(NamedTuple):
    """What is left out: nothing, by default.

    `out`: criteria that are not asked. `not_applicable`: criteria to which that is answered.
    `unshared`: no instance is kept where a share of them is asked, so that such a rule drops out;
    otherwise every condition keeps one instance at least.
    """

    out: frozenset[str] = frozenset()
    not_applicable: frozenset[str] = frozenset()
    unshared: bool = False
