"""Fictional portfolios, all that is found in them, and the pages that tell it."""

from functools import cache
from pathlib import Path

import scalecheck as sc
from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.figures import Bottleneck
from scalecheck.model.language import Language
from scalecheck.model.portfolio import LevelNow, Member, Portfolio
from scalecheck.portfolio.generate.descriptors import member_of_draft
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.members import gather
from scalecheck.report.fund import FundMaterial

RUBRIC = sc.load_rubric("is-echelle")
LISTS = sc.load_vocabularies()


def placed(member: Member, number: int) -> Member:
    """Put a member at some level, held back by some dimensions and requirements."""
    position = number * 7 % (len(RUBRIC.levels) - 1)
    dimensions = [dimension.id for dimension in RUBRIC.dimensions]
    criteria = [criterion.id for criterion in RUBRIC.criteria if criterion.computed is None]
    lowest = tuple(dict.fromkeys((dimensions[number % 5], dimensions[number * 3 % 5])))
    stage = RUBRIC.levels[position].stage
    return member._replace(
        level=LevelNow(position, position, position, position + 1, stage),
        bottlenecks=(Bottleneck("maturite", 1, lowest),),
        blockers=(criteria[number % len(criteria)], criteria[0]),
        ways=((criteria[number % len(criteria)], criteria[0]),),
    )


@cache
def portfolio(count: int) -> Portfolio:
    found = generate(RUBRIC, LISTS, GenerateOptions(projects=count))
    members = (placed(member_of_draft(one), n) for n, one in enumerate(found[0]))
    return gather(RUBRIC, members, (), LISTS)


@cache
def material(count: int = 60, language: Language = Language.FR, smallest: int = 1) -> FundMaterial:
    found = analyse(portfolio(count), FundOptions(smallest=smallest, day="2026-11-23"))
    return found._replace(language=language)


@cache
def read_example() -> Portfolio:
    """The example that is handed out: scored, with planted overlaps and cohorts."""
    options = sc.PortfolioOptions(rubric="is-echelle", as_of="2026-11-23")
    return sc.read_portfolio([Path("examples/portfolio/portfolio.csv")], options)


@cache
def example(language: Language = Language.FR, smallest: int = 1) -> FundMaterial:
    found = analyse(read_example(), FundOptions(smallest=smallest, day="2026-11-23"))
    return found._replace(language=language)
