"""What a committee reads of possible overlaps: which two projects, what they share, and why."""

import pytest
from tests.report.fund.material import example, portfolio

from scalecheck.api.fund import FundOptions, analyse
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.model.overlap import OverlapKind, Verb
from scalecheck.model.portfolio import Member
from scalecheck.model.project import Confidentiality
from scalecheck.model.text import Text
from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.members import gather
from scalecheck.portfolio.overlaps.options import OverlapOptions
from scalecheck.report.blocks import Grid
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.page import Printing
from scalecheck.report.writers import WRITERS


def open_to_all(one: Member) -> Member:
    return one._replace(confidentiality=Confidentiality.INTERNAL)


def quoted(language: Language = Language.FR) -> FundMaterial:
    """The example, with nothing that may not be quoted."""
    found = example()
    members = map(open_to_all, found.portfolio.members)
    pages = analyse(gather(found.portfolio.rubric, members), FundOptions(1))
    return pages._replace(language=language)


def rows(found: FundMaterial) -> list[list[str]]:
    (page,) = build_fund_pages(FundKind.OVERLAPS, found)
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))
    return [[cell.text for cell in row] for row in grid.rows]  # type: ignore[union-attr]


def ordered(found: FundMaterial):
    order = FundPen(found).order
    return sorted(found.overlaps.pairs, key=lambda one: sorted((order[one.one], order[one.other])))


def test_each_project_of_a_pair_has_its_title_and_its_organisation() -> None:
    found = quoted()
    pen = FundPen(found)
    for row, one in zip(rows(found), ordered(found), strict=True):
        for name in (one.one, one.other):
            member = pen.members[name]
            assert member.organization is not None
            assert f"«\u00a0{pen.project(name)}\u00a0»" in row[0]
            assert str(pen.speaker.text(member.organization)) in row[0]
            assert name not in row[0]


@pytest.mark.parametrize("organization", [None, Text(fr="Coop du Quai")])
def test_two_projects_of_one_title_are_told_apart_by_their_id(organization: Text | None) -> None:
    found = quoted()
    title = Text(fr="Un café de réparation")
    members = [m._replace(title=title, organization=organization) for m in found.portfolio.members]
    alike = analyse(gather(found.portfolio.rubric, members), FundOptions(1))
    for row, one in zip(rows(alike), ordered(alike), strict=True):
        who = "Coop du Quai, " if organization else ""
        for name in (one.one, one.other):
            assert f"«\u00a0Un café de réparation\u00a0» ({who}{name})" in row[0]
        if one.verb is Verb.REPLICATE:
            assert f"({who}{one.source})" in row[2]


def test_what_is_shared_is_in_the_words_of_the_project_with_its_accents() -> None:
    found = quoted()
    pen = FundPen(found)
    for row, one in zip(rows(found), ordered(found), strict=True):
        assert one.terms
        first = pen.members[one.one]
        texts = [first.title, first.summary, first.organization]
        texts += [place.title for place in (*first.settings, *first.supporters)]
        written = " ".join(t.said_in(first.language)[0] for t in texts if t is not None)
        for term in one.terms:
            assert term in written
        assert "«\u00a0" in row[1]
    everything = " ".join(term for one in found.overlaps.pairs for term in one.terms)
    assert everything != fold(everything)


def test_why_a_low_share_may_be_one_project_is_said_where_it_is() -> None:
    found = quoted()
    kinds = {one.kind for one in found.overlaps.pairs}
    assert {OverlapKind.TEXT, OverlapKind.TWIN} <= kinds
    for row, one in zip(rows(found), ordered(found), strict=True):
        assert ("d’une langue à l’autre" in row[1]) is (one.kind is OverlapKind.TWIN)


@pytest.mark.parametrize("language", Language)
def test_each_verb_that_is_proposed_is_explained_once(language: Language) -> None:
    found = quoted(language)
    (page,) = build_fund_pages(FundKind.OVERLAPS, found)
    text = WRITERS["markdown"].write((page,), Printing()).decode()
    told = {one.verb for one in found.overlaps.pairs}
    for verb in Verb:
        assert text.count(say(f"fund.verb.when.{verb}", language)) == (verb in told)


def test_the_half_that_is_said_is_the_one_that_decides() -> None:
    assert "la moitié" in say("fund.verb.when.merge", Language.FR)
    assert OverlapOptions().same * 2 == 1


def test_there_is_one_name_for_it() -> None:
    sections = ("none", "caption", "meaning")
    said = [say(f"fund.overlap.{key}", Language.FR, count=2) for key in sections]
    assert all("édoublement" in one for one in said)
    assert not any("recoupement" in one.casefold() for one in said)


def test_pairs_are_in_alphabetical_order() -> None:
    found = quoted()
    pen = FundPen(found)
    firsts = [min((one.one, one.other), key=pen.order.__getitem__) for one in ordered(found)]
    titles = [fold(str(pen.project(name))) for name in firsts]
    assert titles == sorted(titles)
    for row, first in zip(rows(found), firsts, strict=True):
        assert str(pen.project(first)) in row[0]


def test_a_portfolio_without_a_pair_says_so() -> None:
    few = portfolio(60)._replace(members=portfolio(60).members[:2])
    (page,) = build_fund_pages(FundKind.OVERLAPS, analyse(few, FundOptions(1)))
    assert "Aucun dédoublement possible" in WRITERS["markdown"].write((page,), Printing()).decode()
