"""What a report on a portfolio is made from: figures that were computed before, and a language."""

from typing import NamedTuple

from scalecheck.model.balance import Balance
from scalecheck.model.cohort import Cohorts, Frequents
from scalecheck.model.language import Language
from scalecheck.model.overlap import Overlaps
from scalecheck.model.portfolio import Portfolio


class FundMaterial(NamedTuple):
    """One portfolio and all that was found in it.

    `day` is the date of the report, "" where none was given; `version` that of the tool. Nothing
    is computed from here on.
    """

    portfolio: Portfolio
    balance: Balance
    frequent: Frequents
    overlaps: Overlaps
    cohorts: Cohorts
    language: Language
    version: str = ""
    day: str = ""
