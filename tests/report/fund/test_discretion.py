"""What may be handed on gives no small count away; what names projects masks nothing."""

import json
import re
from fractions import Fraction
from typing import Any

import pytest
from tests.report.fund.material import example, portfolio, read_example

import scalecheck as sc
from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.balance import AxisKind
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Amount, LevelNow, Member
from scalecheck.portfolio.members import gather
from scalecheck.report.blocks import Fields, Grid, Paragraph
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.cohort_figures import hold_levels
from scalecheck.report.fund.frequent import tell_levels
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.fund.result import render_fund

SMALLEST = 5


def at_levels(*positions: int | None) -> tuple[Member, ...]:
    """Projects at these levels, without money."""
    rubric = portfolio(60).rubric

    def put(member: Member, at: int | None) -> Member:
        stage = rubric.levels[at].stage if at is not None and at >= 0 else None
        return member._replace(level=LevelNow(at, at, at, None, stage), funding=())

    members = portfolio(60).members
    return tuple(put(m, at) for m, at in zip(members, positions, strict=False))


def told_of(members: tuple[Member, ...], **options: Any) -> FundMaterial:
    rubric = portfolio(60).rubric
    found = gather(rubric, members, (), portfolio(60).vocabularies)
    return analyse(found, FundOptions(**options))


def balance_of(found: FundMaterial) -> tuple[Any, ...]:
    (page,) = build_fund_pages(FundKind.BALANCE, found)
    return page.blocks


def texts(blocks: tuple[Any, ...]) -> str:
    return "\n".join(block.cell.text for block in blocks if isinstance(block, Paragraph))


def counts_in(value: Any, name: str = "") -> list[tuple[str, int]]:
    """Every whole number of a JSON value that counts projects, with its key."""
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in counts_in(inner, key)]
    if isinstance(value, list) and name == "levels":
        return [(name, pair[1]) for pair in value if pair[1] is not None]
    if isinstance(value, list):
        return [one for inner in value for one in counts_in(inner, name)]
    counted = {"projects", "funded", "unfunded", "alone", "local", "asked", "restricted", "blocked"}
    counted |= {"elsewhere", "passing", "within", "load", "bound", "refused"}
    is_count = isinstance(value, int) and not isinstance(value, bool)
    return [(name, value)] if is_count and name in counted else []


def test_no_small_count_is_in_the_figures() -> None:
    written = json.loads(render_fund(example(smallest=SMALLEST)))
    found = counts_in({key: written[key] for key in ("balance", "frequent", "cohorts")})
    assert {"blocked", "levels", "unfunded"} <= {name for name, _ in found}
    assert [one for one in found if 0 < one[1] < SMALLEST] == []


def test_what_one_project_lacks_is_in_the_figures_only_where_nothing_is_masked() -> None:
    for smallest, kind in ((1, list), (SMALLEST, int)):
        cohorts = json.loads(render_fund(example(smallest=smallest)))["cohorts"]["cohorts"]
        blocked = [one["blocked"] for cohort in cohorts for one in cohort["blockers"]]
        assert {type(one) for one in blocked} - {type(None)} == {kind}
        assert all((one["helps"] is None) is (smallest > 1) for one in cohorts)


def test_levels_of_a_cohort_cannot_be_had_by_subtraction() -> None:
    pen = FundPen(example(smallest=SMALLEST))
    assert hold_levels(pen, [(0, 9), (1, 2), (2, 12)]) == [(0, None), (1, None), (2, 12)]
    assert hold_levels(pen, [(0, 9), (1, 12), (2, 0)]) == [(0, 9), (1, 12), (2, 0)]
    assert hold_levels(pen, [(0, 3)]) == [(0, None)]


@pytest.mark.parametrize("smallest", [1, SMALLEST])
def test_a_document_that_names_projects_masks_nothing(smallest: int) -> None:
    options = FundOptions(smallest, day="2026-11-23")
    made = sc.make_fund_reports(
        read_example(), ("dashboard", "cohort"), ("html",), (Language.FR,), options
    )
    whole = sc.make_fund_reports(
        read_example(),
        ("dashboard", "cohort"),
        ("html",),
        (Language.FR,),
        options._replace(smallest=1),
    )
    assert [one.content for one in made] == [one.content for one in whole]


def test_a_level_held_back_is_not_called_rare() -> None:
    # 15 projects at one level are held back with the 2 of its neighbour of the same stage.
    found = told_of(at_levels(*[0] * 8, *[3] * 15, *[4] * 2, *[1] * 8), smallest=SMALLEST)
    held = [c for c in found.balance.axes[0].cells if c.projects is None]
    said = tell_levels(FundPen(found))
    assert held
    assert not said.are_first
    assert "17 projets à des niveaux masqués" in said.words
    assert "ne dépassent pas" not in said.words


def test_levels_above_all_that_is_held_back_are_the_most_frequent() -> None:
    found = told_of(at_levels(*[0] * 20, *[3] * 6, *[4] * 2, *[1] * 9), smallest=SMALLEST)
    said = tell_levels(FundPen(found))
    assert said.are_first
    assert said.words.count("projets)") == 2
    assert "ne dépassent pas" in said.words


def test_no_value_of_the_money_is_passed_over_and_its_currency_is_said() -> None:
    found = example(smallest=SMALLEST)
    (page,) = build_fund_pages(FundKind.BALANCE, found)
    (whole,) = (
        block
        for block in build_fund_pages(FundKind.PORTFOLIO, found)[0].blocks
        if isinstance(block, Fields) and "À quoi sert l’argent" in dict(block.rows)
    )
    said = dict(whole.rows)["À quoi sert l’argent"].text
    axis = found.balance.axis(AxisKind.PURPOSE)
    pen = FundPen(found)
    assert all(str(pen.value(axis.kind, c.value)) in said for c in axis.cells if c.funded != 0)
    assert "montants en $" in said
    assert page.blocks


def test_a_currency_of_few_projects_is_told_once_and_never_as_a_column() -> None:
    members = [m._replace(funding=()) for m in portfolio(60).members]
    members = [m._replace(funding=(Amount(2026, Fraction(1000), "CAD"),)) for m in members]
    line = Amount(2026, Fraction(9), "USD")
    few = [m._replace(funding=(*m.funding, line)) if n < 3 else m for n, m in enumerate(members)]
    blocks = balance_of(told_of(tuple(few), smallest=SMALLEST))
    grids = [block for block in blocks if isinstance(block, Grid)]
    assert grids
    assert not [one for grid in grids for one in grid.columns if "US" in one]
    assert texts(blocks).count("$\u00a0US") == 1


@pytest.mark.parametrize("smallest", [1, SMALLEST, 20])
def test_no_column_is_withheld_from_end_to_end(smallest: int) -> None:
    for block in balance_of(example(smallest=smallest)):
        if isinstance(block, Grid):
            for number in range(1, len(block.columns)):
                said = {row[number].text for row in block.rows if hasattr(row[number], "text")}
                assert said - {"masqué", "–"}


def test_how_many_stay_local_cannot_be_had_from_how_many_do_not() -> None:
    members = [m._replace(local=n < 3, track="t") for n, m in enumerate(at_levels(*[0] * 40))]
    members = [m._replace(track="local") if m.local else m for m in members]
    rubric = portfolio(60).rubric
    assert rubric.tracks
    found = told_of(tuple(members), smallest=SMALLEST)
    assert found.balance.totals.local is None
    (page,) = build_fund_pages(FundKind.PORTFOLIO, found)
    written = render_fund(found)
    assert json.loads(written)["frequent"]["asked"] is None
    said = "".join(cell.text for b in page.blocks if isinstance(b, Fields) for _, cell in b.rows)
    captions = [block.caption for block in page.blocks if isinstance(block, Grid)]
    assert not [one for one in (said, *captions) if "37" in one]


def test_refused_money_is_said_apart_from_no_money() -> None:
    members = list(at_levels(*[0] * 30))
    refused = Amount(2026, Fraction(10), "CAD", status="refused")
    asked = refused._replace(status="asked")
    members = [m._replace(funding=(refused,)) if n < 7 else m for n, m in enumerate(members)]
    members = [m._replace(funding=(asked,)) if n > 20 else m for n, m in enumerate(members)]
    said = texts(balance_of(told_of(tuple(members), smallest=SMALLEST)))
    assert "21 projets n’ont aucun montant demandé, confirmé ou reçu" in said
    assert "14 n’en précisent pas; 7 n’ont que des montants refusés." in said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(0), "0\u00a0%"),
        (Fraction(1, 1000), "<\u00a01\u00a0%"),
        (Fraction(1, 200), "1\u00a0%"),
        (Fraction(999, 1000), ">\u00a099\u00a0%"),
        (Fraction(1), "100\u00a0%"),
    ],
)
def test_a_share_that_is_not_nothing_is_not_said_to_be(share: Fraction, said: str) -> None:
    assert FundPen(example()).percent(share) == said


@pytest.mark.parametrize(
    ("positions", "said"),
    [
        ([-1] * 6 + [0] * 6, "Avant la première étape"),
        ([None] * 6 + [0] * 6, "Étape non établie"),
        ([None] * 3 + [-1] * 6 + [0] * 6, "Avant la première étape, ou étape non établie"),
    ],
)
def test_why_projects_have_no_stage_is_said(positions: list[int | None], said: str) -> None:
    blocks = balance_of(told_of(at_levels(*positions), smallest=1))
    first = {row[0].text for block in blocks if isinstance(block, Grid) for row in block.rows}
    assert said in first
    assert len([one for one in first if "étape" in one.lower()]) == 1


def test_one_target_has_one_share_in_the_whole_report() -> None:
    targets = {"recipient": {"settings": Fraction(2, 5)}}
    found = analyse(read_example(), FundOptions(1, targets))
    (page,) = build_fund_pages(FundKind.PORTFOLIO, found)
    grid = next(b for b in page.blocks if isinstance(b, Grid) and b.caption.startswith("Cibles"))
    pen = FundPen(found)
    axis = next(one for one in found.balance.axes if one.kind == "recipient")
    (cell,) = (one for one in axis.cells if one.value == "settings")
    share = next(s.share for s in cell.money or () if s.status is None and s.currency == "CAD")
    assert share is not None
    assert pen.percent(share) in [one.text for one in grid.rows[0]]
    assert grid.rows[-1][0].text == "Non précisé"
    fields = next(block for block in page.blocks if isinstance(block, Fields))
    assert f"{pen.percent(share)} (cible" in dict(fields.rows)["À qui va l’argent"].text
    assert "ou à être précisés" in texts(page.blocks)


@pytest.mark.parametrize("language", Language)
def test_spread_is_told_in_numbers_for_projects_and_for_money(language: Language) -> None:
    grids = [b for b in balance_of(example(language, SMALLEST)) if isinstance(b, Grid)]
    head = {Language.FR: "Régularité", Language.EN: "Evenness"}[language]
    (grid,) = (one for one in grids if head in one.columns)
    assert any("$" in row[0].text for row in grid.rows)
    assert any("$" not in row[0].text for row in grid.rows)
    for row in grid.rows:
        assert all(re.fullmatch(r"([<>]\u00a0)?[01][.,]\d\d", cell.text) for cell in row[3:])


def test_empty_cells_are_named_by_default() -> None:
    found = example(smallest=SMALLEST)
    grids = [b for b in balance_of(found) if isinstance(b, Grid)]
    assert found.balance.voids
    assert any("sans projet à une étape" in grid.caption for grid in grids)


def test_amounts_in_two_currencies_do_not_read_as_a_sum() -> None:
    pen = FundPen(example())
    said = pen.money(example().balance.totals.money).text
    assert "+" not in said
    assert " et " in said
    assert said.endswith("$\u00a0US")
    english = FundPen(example(Language.EN))
    assert "US$" in english.money(example().balance.totals.money).text


def test_names_that_hold_links_are_listed_one_after_the_other() -> None:
    pen = FundPen(example())
    names = [criterion.id for criterion in example().portfolio.rubric.criteria[:3]]
    assert pen.names(names).count("; ") == 2
    members = [member.id for member in example().portfolio.members[:4]]
    assert pen.projects(members[::-1]) == pen.projects(members)
