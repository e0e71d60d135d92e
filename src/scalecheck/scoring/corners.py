"""The four corners of a result: counted or claimed answers, at their low or their high end."""

from typing import NamedTuple

from scalecheck.scoring.reading import Reading
from scalecheck.scoring.results import Case, Corner


class Corners(NamedTuple):
    """The four gate readings of one case: counted and claimed, each at its two ends."""

    low: Reading
    high: Reading
    claimed_low: Reading
    claimed_high: Reading


def corners(case: Case, corner: Corner) -> Corners:
    """Make the four corners of one kind of reading."""
    return Corners(
        Reading(case, corner),
        Reading(case, corner._replace(high=True)),
        Reading(case, corner._replace(claimed=True)),
        Reading(case, corner._replace(claimed=True, high=True)),
    )
