"""What a committee reads of cohorts: what is beyond chance, who shares it, who may read it."""

import re
from fractions import Fraction

import pytest
from tests.report.fund.material import example, portfolio

from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.cohort import Cohort
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Amount, Support
from scalecheck.model.text import Text
from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.members import gather
from scalecheck.report.blocks import Block, Fields, Grid, Notice, Paragraph
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.page import Page, Printing
from scalecheck.report.writers import WRITERS


def strong(found: FundMaterial) -> list[Cohort]:
    return [one for one in found.cohorts.cohorts if one.beyond_chance]


def briefs(found: FundMaterial) -> list[tuple[Cohort, Page]]:
    return list(zip(strong(found), build_fund_pages(FundKind.COHORT, found), strict=True))


def cohorts(found: FundMaterial) -> tuple[Block, ...]:
    return build_fund_pages(FundKind.COHORTS, found)[0].blocks


def text(told: Page) -> str:
    return WRITERS["markdown"].write((told,), Printing()).decode()


def grid(told: Page, caption: str) -> Grid:
    (found,) = (b for b in told.blocks if isinstance(b, Grid) and b.caption.startswith(caption))
    return found


RESERVED = {Language.FR: "réservée au comité", Language.EN: "for the committee alone"}


@pytest.mark.parametrize("language", Language)
def test_a_brief_says_at_its_top_that_it_names_masks_nothing_and_is_for_the_committee(
    language: Language,
) -> None:
    for _, told in briefs(example(language)):
        first = next(block for block in told.blocks if isinstance(block, Notice))
        assert told.blocks.index(first) == 1
        (line,) = first.lines
        assert RESERVED[language] in line.text
        assert line.text.count(". ") == 0


@pytest.mark.parametrize("language", Language)
def test_a_brief_is_the_same_whatever_the_rest_masks(language: Language) -> None:
    bare = build_fund_pages(FundKind.COHORT, example(language))
    assert build_fund_pages(FundKind.COHORT, example(language, 20)) == bare
    held = FundPen(example(language)).say("held-back")
    assert not any(held in text(told) for told in bare)


def test_what_is_beyond_chance_is_said_here_elsewhere_and_at_random() -> None:
    found = example()
    asked = found.frequent.asked
    for one, told in briefs(found):
        reason = one.reason
        assert reason is not None
        (fields,) = (block for block in told.blocks if isinstance(block, Fields))
        said = fields.rows[0][1].text
        whole = len(one.members)
        assert f"{len(reason.blocked)} des {whole} projets du groupe" in said
        assert f"{reason.elsewhere} des {asked - whole} autres" in said
        expected = Fraction((len(reason.blocked) + reason.elsewhere) * whole, asked)
        shown = re.search(r"environ (\d+,\d)", said)
        assert shown is not None
        assert abs(Fraction(shown[1].replace(",", ".")) - expected) <= Fraction(1, 20)
        assert f"les {found.cohorts.looks} comparaisons" in said


def test_those_that_share_the_requirement_come_first_and_the_others_apart() -> None:
    found = example()
    pen = FundPen(found)
    for one, told in briefs(found):
        assert one.reason is not None
        first, others = (grid(told, key) for key in ("Projets qui partagent", "Autres projets"))
        sharing = [row[0].text for row in first.rows]  # type: ignore[union-attr]
        apart = [row[0].text for row in others.rows]  # type: ignore[union-attr]
        assert sharing == [str(pen.project(name)) for name in one.reason.blocked]
        assert len(sharing) + len(apart) == len(one.members)
        for names in (sharing, apart):
            assert [*map(fold, names)] == sorted(map(fold, names))


def test_settings_supporters_and_their_load_stand_on_lines_of_their_own() -> None:
    found = example()
    lines = [block for block in cohorts(found) if isinstance(block, Fields)]
    for one, fields in zip(strong(found), lines, strict=True):
        said = dict(fields.rows)
        for label, some in (
            ("Milieux preneurs partagés", one.settings),
            ("Organismes d’accompagnement partagés", one.supporters),
        ):
            assert FundPen(found).speaker.text(some[0].title).text in said[label].text
            assert f"({len(some[0].within)} projets du groupe)" in said[label].text
        most = max(one.settings[0].load, one.supporters[0].load)
        assert f"{most} projets" in said["Leur charge"].text
    for one, told in briefs(found):
        assert len(grid(told, "Milieux preneurs").rows) == len(one.settings)
        assert len(grid(told, "Organismes d’accompagnement").rows) == len(one.supporters)


def test_who_could_help_whom_is_said_of_a_table() -> None:
    found = example()
    pen = FundPen(found)
    for one, told in briefs(found):
        assert one.helps
        rows = grid(told, "Les projets les plus forts").rows
        helped = "; ".join(row[0].text for row in rows)  # type: ignore[union-attr]
        assert all(str(pen.project(help_.helped)) in helped for help_ in one.helps)


def test_no_year_of_a_calendar_is_lost_and_its_sum_is_said() -> None:
    members = [
        m._replace(
            funding=(*m.funding, *(Amount(y, Fraction(7), "CAD") for y in range(2015, 2033)))
        )
        for m in example().portfolio.members
    ]
    found = analyse(gather(portfolio(60).rubric, members), FundOptions(1))
    for one, told in briefs(found):
        rows = grid(told, "Montants demandés").rows
        years = [row[0].text for row in rows]  # type: ignore[union-attr]
        assert years == [*map(str, range(2015, 2033)), "Total"]
        lines = [x for m in found.portfolio.members if m.id in one.members for x in m.funding]
        sums = sum(x.amount for x in lines if x.currency == "CAD" and x.status != "refused")
        total = rows[-1][1].text  # type: ignore[union-attr]
        assert re.sub(r"\D", "", total) == str(sums)


def test_currencies_are_columns_and_never_too_many_for_a_sheet() -> None:
    names = ("CAD", "USD", "EUR", "CHF", "GBP", "JPY", "MXN")
    members = [
        m._replace(funding=tuple(Amount(2027, Fraction(1), name) for name in names))
        for m in example().portfolio.members
    ]
    found = analyse(gather(portfolio(60).rubric, members), FundOptions(1))
    told = briefs(found)[0][1]
    tables = [b for b in told.blocks if isinstance(b, Grid) and b.columns[0] == "Année"]
    assert [len(one.columns) for one in tables] == [6, 3]


def test_refused_amounts_alone_are_not_called_silence() -> None:
    refused = Amount(2027, Fraction(5), "CAD", status="refused")
    members = [m._replace(funding=(refused,)) for m in example().portfolio.members]
    found = analyse(gather(portfolio(60).rubric, members), FundOptions(1))
    for one, told in briefs(found):
        assert f"{len(one.members)} projets n’ont que des montants refusés" in text(told)
        assert "ne précise" not in text(told)


def test_names_of_requirements_are_told_apart_whatever_they_hold() -> None:
    found = example()
    pen = FundPen(found)
    for one, told in briefs(found):
        (fields,) = (block for block in told.blocks if isinstance(block, Fields))
        best = max(one.actions, key=lambda action: (len(action.passing), -len(action.names)))
        names = "; ".join(pen.named(name) for name in best.names)
        assert dict(fields.rows)["Action commune"].text.startswith(names)


def test_too_few_projects_for_a_group_are_said_to_be_so() -> None:
    few = portfolio(60)._replace(members=portfolio(60).members[:1])
    (page,) = build_fund_pages(FundKind.COHORTS, analyse(few, FundOptions(1)))
    assert "Trop peu de projets" in text(page)
    assert "comparaison" not in text(page)
    free = [m._replace(blockers=(), ways=()) for m in portfolio(60).members]
    found = analyse(gather(few.rubric, free), FundOptions(1))
    assert found.cohorts.cohorts
    (page,) = build_fund_pages(FundKind.COHORTS, found)
    assert "Aucune exigence ne retient" in text(page)


@pytest.mark.parametrize("smallest", [5, 16, 40])
def test_a_report_that_may_circulate_tells_of_nobody_what_it_lacks(smallest: int) -> None:
    masked = example(Language.FR, smallest)
    labels = {label for b in cohorts(masked) if isinstance(b, Fields) for label, _ in b.rows}
    assert not {"Partagent cette exigence", "Ne la partagent pas"} & labels
    told = " ".join(
        cell.text for b in cohorts(masked) if isinstance(b, Fields) for _, cell in b.rows
    )
    for part in re.findall(r"(\d+) (?:des|sur) \d+", told):
        assert int(part) == 0 or int(part) >= smallest


def test_how_many_stay_local_cannot_be_had_from_the_figures_of_a_group() -> None:
    local = [m.id for m in example().portfolio.members if m.local][:3]
    members = [m._replace(local=m.id in local) for m in example().portfolio.members]
    found = analyse(gather(portfolio(60).rubric, members), FundOptions(5))
    assert found.balance.totals.local is None
    asked = len(members) - len(local)
    said = " ".join(
        cell.text for b in cohorts(found) if isinstance(b, Fields) for _, cell in b.rows
    )
    sizes = {asked - len(one.members) for one in found.cohorts.cohorts}
    assert strong(found)
    assert not sizes & {*map(int, re.findall(r"\d+", said))}


def test_a_cohort_too_small_to_be_told_is_only_named() -> None:
    blocks = cohorts(example(Language.FR, 1_000))
    assert not any(isinstance(block, Fields) for block in blocks)
    small = [b for b in blocks if isinstance(b, Paragraph) and "note de cohorte" in b.cell.text]
    assert len(small) == len(strong(example()))


def test_a_hostile_name_of_a_supporter_is_text() -> None:
    bad = Support(Text(fr="<script>x</script> =1+1 \u202e| a"))
    members = [m._replace(supporters=(bad,)) for m in example().portfolio.members]
    found = analyse(gather(portfolio(60).rubric, members), FundOptions(1))
    for _, told in briefs(found):
        html = WRITERS["html"].write((told,), Printing()).decode()
        assert "<script>x" not in html
        assert "\u202e" not in html
