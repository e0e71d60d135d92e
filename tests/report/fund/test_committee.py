"""What a committee reads: the whole at once, money first, targets beside it, nothing for show."""

import re
from fractions import Fraction

import pytest
from tests.report.fund.material import LISTS, example, material, portfolio

import scalecheck as sc
from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.balance import AxisKind
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Amount, LevelNow
from scalecheck.portfolio.generate.descriptors import member_of_draft
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.members import gather
from scalecheck.report.blocks import Fields, Grid, Heading
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.page import Page, Printing
from scalecheck.report.writers import WRITERS

KINDS = tuple(FundKind)


def page(kind: FundKind, found: FundMaterial) -> Page:
    return build_fund_pages(kind, found)[0]


def grids(told: Page) -> list[Grid]:
    return [block for block in told.blocks if isinstance(block, Grid)]


def markdown(told: Page) -> str:
    return WRITERS["markdown"].write((told,), Printing()).decode()


def test_the_first_lines_say_levels_money_bottlenecks_cohorts_and_overlaps() -> None:
    found = example()
    fields = next(b for b in page(FundKind.PORTFOLIO, found).blocks if isinstance(b, Fields))
    said = dict(fields.rows)
    pen = FundPen(found)
    assert len(said) == 7
    lowest = found.frequent.bottlenecks[0]
    assert (
        f"{pen.named(lowest.name)} ({lowest.projects} projets)"
        in said["Ce qui retient le plus"].text
    )
    assert f"{len(found.overlaps.pairs)} paires" in said["Dédoublements possibles"].text
    for one in found.cohorts.cohorts:
        name = str(pen.value(one.axis, one.value))
        assert (name in said["Cohortes possibles"].text) is one.beyond_chance


def test_half_of_the_projects_are_no_further_than_the_level_said() -> None:
    found = material(60)
    known = [m.level.official for m in found.portfolio.members if m.level.official is not None]
    text = markdown(page(FundKind.PORTFOLIO, found))
    pen = FundPen(found)
    said = [n for n in set(known) if f"ne dépassent pas\u00a0: {pen.level(n)}." in text]
    assert len(said) == 1
    assert sum(n <= said[0] for n in known) * 2 >= len(known)
    assert sum(n < said[0] for n in known) * 2 < len(known)


def test_the_balance_begins_with_what_money_is_for_and_who_gets_it() -> None:
    told = page(FundKind.BALANCE, material(60))
    heads = [block.text for block in told.blocks if isinstance(block, Heading)]
    assert heads[0].startswith("À quoi sert l’argent")
    assert heads[1].startswith("À qui va l’argent")
    assert heads[2] == "Montants par année"
    shares = [column for column in grids(told)[0].columns if column.startswith("Part")]
    assert shares


def test_shares_of_money_add_up_by_currency() -> None:
    found = material(60)
    for kind in (AxisKind.PURPOSE, AxisKind.RECIPIENT, AxisKind.YEAR):
        sums: dict[str, Fraction] = {}
        for cell in found.balance.axis(kind).cells:
            for one in cell.money or ():
                if one.status is None:
                    assert one.share is not None
                    sums[one.currency] = sums.get(one.currency, Fraction(0)) + one.share
        assert set(sums.values()) == {1}


def test_targets_stand_beside_what_there_is_in_projects_and_in_money() -> None:
    targets = {"purpose": {"pilot": Fraction(3, 10), "scaling": Fraction(1, 2)}}
    found = analyse(portfolio(60), FundOptions(1, targets))
    told = page(FundKind.BALANCE, found)
    grid = next(one for one in grids(told) if one.caption.startswith("Cibles"))
    assert [row[1].text for row in grid.rows] == ["30\u00a0%", "50\u00a0%", "–"]
    assert len(grid.columns) == 3 + len(FundPen(found).currencies)
    assert "(cible\u00a0: 30\u00a0%)" in markdown(page(FundKind.PORTFOLIO, found))


@pytest.mark.parametrize("targets", [{"purpose": {"scale": 1}}, {"nothing": {"pilot": 1}}])
def test_a_target_for_nothing_is_refused_with_what_there_is(
    targets: dict[str, dict[str, int]],
) -> None:
    given = {name: {k: Fraction(v) for k, v in one.items()} for name, one in targets.items()}
    with pytest.raises(sc.UnknownName) as refused:
        analyse(portfolio(60), FundOptions(1, given))
    assert refused.value.kind == "target"
    assert {"pilot", "purpose"} & set(refused.value.known)


def test_a_level_is_aimed_at_by_its_value() -> None:
    found = analyse(portfolio(60), FundOptions(1, {"level": {"4": Fraction(1, 2)}}))
    (targets,) = {tuple(one.targets) for one in found.balance.axis(AxisKind.LEVEL).distances}
    values = [level.value for level in found.portfolio.rubric.levels]
    assert targets == (str(values.index("4")),)


def test_refused_money_is_in_no_sum_of_a_brief() -> None:
    found = example()
    assert build_fund_pages(FundKind.COHORT, found)
    line = Amount(2031, Fraction(777_777), "CAD", status="refused")
    members = tuple(m._replace(funding=(*m.funding, line)) for m in found.portfolio.members)
    worse = found._replace(portfolio=found.portfolio._replace(members=members))
    both = (build_fund_pages(FundKind.COHORT, one) for one in (found, worse))
    for one, other in zip(*both, strict=True):
        assert grids(one) == grids(other)
    assert not any("777" in markdown(one) for one in build_fund_pages(FundKind.COHORT, worse))


def test_levels_are_rows_and_years_are_columns() -> None:
    told = page(FundKind.BALANCE, example())
    by_year = [one for one in grids(told) if all(c.isdecimal() for c in one.columns[1:])]
    assert by_year
    assert all(len(one.columns) <= 7 for one in by_year)


@pytest.mark.parametrize("kind", KINDS)
def test_no_table_repeats_a_column_or_is_wider_than_a_sheet(kind: FundKind) -> None:
    for told in build_fund_pages(kind, example()):
        for grid in grids(told):
            assert len(set(grid.columns)) == len(grid.columns)
            assert len(grid.columns) <= 7
            assert all(len(row) == len(grid.columns) for row in grid.rows)


@pytest.mark.parametrize("kind", KINDS)
def test_no_level_of_headings_is_skipped(kind: FundKind) -> None:
    for told in build_fund_pages(kind, example()):
        before = 1
        for block in told.blocks:
            if isinstance(block, Heading):
                assert block.level <= before + 1
                before = block.level


@pytest.mark.parametrize("kind", KINDS)
def test_a_portfolio_smaller_than_the_least_count_is_no_page_of_withheld_cells(
    kind: FundKind,
) -> None:
    few = portfolio(60)._replace(members=portfolio(60).members[:3])
    for told in build_fund_pages(kind, analyse(few, FundOptions(smallest=5))):
        for grid in grids(told):
            assert any(cell.text not in ("masqué", "–") for row in grid.rows for cell in row[1:])


@pytest.mark.parametrize("smallest", [5, 20])
def test_small_counts_are_withheld_wherever_they_are_counted(smallest: int) -> None:
    masked = example(Language.FR, smallest)
    for kind in (FundKind.PORTFOLIO, FundKind.COHORTS):
        text = markdown(page(kind, masked))
        counts = re.findall(
            r"(?<=\()\d+(?=\)[;\n])|\d+(?= sur \d+)|\d+(?= des \d+)|\d+(?= projets? passer)", text
        )
        assert counts
        assert [one for one in counts if 0 < int(one) < smallest] == []


@pytest.mark.parametrize("name", ["trl", "screening"])
@pytest.mark.parametrize("language", Language)
def test_any_rubric_is_told(name: str, language: Language) -> None:
    rubric = sc.load_rubric(name)
    drafts = generate(rubric, LISTS, GenerateOptions(projects=12))[0]
    members = [member_of_draft(one)._replace(level=LevelNow(0, 0, 0)) for one in drafts]
    found = analyse(gather(rubric, members, (), None), FundOptions(smallest=1))
    told = found._replace(language=language)
    assert all(build_fund_pages(kind, told) for kind in KINDS if kind is not FundKind.COHORT)
    assert "explorer" in write_dashboard(told)


def test_an_empty_portfolio_says_so_and_shows_no_filter() -> None:
    rubric = portfolio(60).rubric
    empty = analyse(gather(rubric, (), (), LISTS), FundOptions())
    for kind in (FundKind.PORTFOLIO, FundKind.BALANCE, FundKind.OVERLAPS):
        assert "aucun projet" in markdown(page(kind, empty))
    text = write_dashboard(empty)
    assert "<form" not in text
    assert "<script" not in text
