"""Reports on a portfolio: every format tells the same figures, and nothing is ranked."""

import json
import re

import pytest
from tests.report.fund.material import RUBRIC, material, portfolio

from scalecheck.model.balance import AxisKind
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Portfolio
from scalecheck.portfolio.folding import fold
from scalecheck.report.fund import FundKind, build_fund_pages
from scalecheck.report.fund.result import render_fund
from scalecheck.report.page import Printing
from scalecheck.report.writers import WRITERS

KINDS = tuple(FundKind)
TEXTS = ("html", "markdown", "terminal")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_in_every_format(kind: FundKind, name: str, language: Language) -> None:
    pages = build_fund_pages(kind, material(60, language))
    for page in pages:
        first = WRITERS[name].write((page,), Printing())
        assert first == WRITERS[name].write((page,), Printing())
        assert len(first) > 300


@pytest.mark.parametrize("name", TEXTS)
def test_the_counts_of_levels_stand_in_every_text(name: str) -> None:
    (page,) = build_fund_pages(FundKind.PORTFOLIO, material())
    text = re.sub(r"<[^>]+>", " ", WRITERS[name].write((page,), Printing()).decode())
    for cell in material().balance.axis(AxisKind.LEVEL).cells:
        if cell.projects and int(cell.value) >= 0:
            level = RUBRIC.levels[int(cell.value)].name
            assert level is not None
            assert str(level.fr).replace("'", "’") in text


def test_projects_are_in_alphabetical_order() -> None:
    members = portfolio(60).members
    titles = [fold(member.title.said_in(member.language)[0]) for member in members]
    assert titles == sorted(titles)


def test_what_is_masked_in_the_balance_stands_nowhere() -> None:
    masked = material(60, Language.EN, 20)
    (page,) = build_fund_pages(FundKind.BALANCE, masked)
    text = WRITERS["markdown"].write((page,), Printing()).decode()
    assert "withheld" in text
    for axis in masked.balance.axes:
        for cell in axis.cells:
            assert cell.projects is None or cell.projects == 0 or cell.projects >= 20


def test_an_empty_portfolio_is_told_all_the_same() -> None:
    empty = material()._replace(portfolio=Portfolio(RUBRIC, ()))
    for kind in (FundKind.PORTFOLIO, FundKind.BALANCE, FundKind.OVERLAPS, FundKind.COHORTS):
        assert build_fund_pages(kind, empty)


def test_a_project_without_money_is_never_zero_dollars() -> None:
    (page,) = build_fund_pages(FundKind.BALANCE, material(60, Language.FR))
    text = WRITERS["markdown"].write((page,), Printing()).decode()
    assert not re.search(r"\|\s*0\s\$\s*\|", text)


def test_the_figures_are_exact_in_the_result() -> None:
    data = json.loads(render_fund(material()))
    assert data["format"] == "scalecheck/portfolio@1"
    assert data["projects"] == 60
    axis = next(one for one in data["balance"]["axes"] if one["kind"] == "clientele")
    portions = [cell["portion"] for cell in axis["cells"]]
    assert any("/" in str(one) for one in portions)
    assert not any(isinstance(one, float) for one in portions)


def test_a_brief_names_the_projects_of_its_cohort() -> None:
    found = material(300)
    pages = build_fund_pages(FundKind.COHORT, found)
    strong = [one for one in found.cohorts.cohorts if one.beyond_chance]
    assert len(pages) == len(strong)
    for page, cohort in zip(pages, strong, strict=True):
        text = WRITERS["markdown"].write((page,), Printing()).decode()
        assert len(cohort.members) >= 3
        assert cohort.value in page.name
        assert "Pourquoi ensemble" in text
