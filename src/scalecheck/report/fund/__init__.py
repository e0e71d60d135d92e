"""The reports of a portfolio: what a fund prepares a committee with, in blocks for every format."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from scalecheck.language.catalogue import say
from scalecheck.report.blocks import Block
from scalecheck.report.fund.balance import tell_balance
from scalecheck.report.fund.brief import tell_brief
from scalecheck.report.fund.cohorts import tell_cohorts
from scalecheck.report.fund.material import FundMaterial
from scalecheck.report.fund.opening import head, notice
from scalecheck.report.fund.overlaps import tell_overlaps
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.fund.whole import tell_whole
from scalecheck.report.page import Page

__all__ = ["FundKind", "FundMaterial", "build_fund_pages"]


class FundKind(StrEnum):
    """The kinds of report on a portfolio."""

    PORTFOLIO = "portfolio"  # R5: the whole of it
    COHORT = "cohort"  # R6: the case for scaling one group together
    BALANCE = "balance"
    OVERLAPS = "overlaps"
    COHORTS = "cohorts"


_TELL: Mapping[FundKind, Callable[[FundPen], Iterator[Block]]] = {
    FundKind.PORTFOLIO: tell_whole,
    FundKind.BALANCE: tell_balance,
    FundKind.OVERLAPS: tell_overlaps,
    FundKind.COHORTS: tell_cohorts,
}


def build_fund_pages(kind: FundKind, material: FundMaterial) -> tuple[Page, ...]:
    """Tell a portfolio as one kind of report: one page, or one for each cohort.

    Total, and the same for the same inputs. What is masked in the balance is shown nowhere.
    """
    pen = FundPen(material)
    if kind is FundKind.COHORT:
        found = (one for one in material.cohorts.cohorts if one.beyond_chance)
        return tuple(
            _page(pen, kind, f"{kind}-{one.value}", tuple(tell_brief(pen, one))) for one in found
        )
    lead = () if kind is FundKind.PORTFOLIO else (head(pen, kind), *notice(pen))
    return (_page(pen, kind, str(kind), (*lead, *_TELL[kind](pen))),)


def _page(pen: FundPen, kind: FundKind, name: str, blocks: tuple[Block, ...]) -> Page:
    rubric = pen.material.portfolio.rubric
    edition = f"{rubric.id} {rubric.version}"
    made = say("pages.footer.made", pen.language, version=pen.material.version, rubric=edition)
    return Page(
        kind,
        pen.language,
        f"{name}-{pen.language}",
        pen.say(f"kind.{kind}"),
        pen.say(f"about.{kind}"),
        pen.material.day,
        blocks,
        (pen.say(f"kind.{kind}"), made.replace("  ", " ")),
    )
