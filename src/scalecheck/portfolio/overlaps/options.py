"""What makes two projects overlap: thresholds, each with its reason."""

from fractions import Fraction
from typing import NamedTuple


class OverlapOptions(NamedTuple):
    """How to look for overlaps.

    The thresholds were swept on one seed of the generator, frozen, and measured on another
    (`benchmarks/overlaps.py`); none depends on the portfolio, so that a project that shares
    nothing with two others changes nothing between them.

    `text` is the least share of terms in common for two texts of one language: a copy with three
    words in ten changed keeps a third of them, two projects on one theme about a twentieth. Below
    `same`, the share from which two texts are taken for one project, a clientele or a territory
    must be shared besides, or left unsaid. `twin` is the share for a French text and an English
    one, whose sector, clientele and territory are shared.

    Two texts are compared where they share `fewest` runs of three words, a French and an English
    one `fewest_stems` stems or names; what more than `most_projects` have is a turn of phrase and
    brings nobody together, though it counts in the share. `shortest` is the least number of terms
    that a text must have to be compared. `needs` are the attributes that code the need a project
    answers: with one, sharing every facet is enough whatever the words. Beyond `crowd` projects
    that share all of them, they are named together. `shown` is how many shared passages are shown.
    """

    text: Fraction = Fraction(21, 100)
    twin: Fraction = Fraction(13, 100)
    fewest: int = 3
    fewest_stems: int = 5
    most_projects: int = 100
    same: Fraction = Fraction(1, 2)
    shortest: int = 8
    needs: tuple[str, ...] = ()
    crowd: int = 10
    shown: int = 8
