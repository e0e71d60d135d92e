"""Projects that only some may read: every report says so, and quotes nothing of their texts."""

import json
from collections.abc import Sequence

import pytest
from tests.report.fund.material import example

from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.language import Language
from scalecheck.model.portfolio import Member
from scalecheck.model.project import Confidentiality
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund import FundKind, FundMaterial, build_fund_pages
from scalecheck.report.fund.result import render_fund
from scalecheck.report.page import Printing
from scalecheck.report.writers import WRITERS

NOTICE = {Language.FR: "à diffusion restreinte", Language.EN: "are restricted"}


def marked(who: Sequence[str], language: Language = Language.FR) -> FundMaterial:
    """The example, with some of its projects restricted and no other."""
    found = example()

    def mark(one: Member) -> Member:
        is_one = one.id in who
        said = Confidentiality.RESTRICTED if is_one else Confidentiality.INTERNAL
        return one._replace(confidentiality=said)

    members = tuple(map(mark, found.portfolio.members))
    portfolio = found.portfolio._replace(members=members)
    return analyse(portfolio, FundOptions(smallest=1))._replace(language=language)


def texts(kind: FundKind, found: FundMaterial) -> list[str]:
    pages = build_fund_pages(kind, found)
    return [WRITERS["markdown"].write((page,), Printing()).decode() for page in pages]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", FundKind)
def test_every_report_says_that_it_is_not_to_be_passed_on(
    kind: FundKind, language: Language
) -> None:
    someone = example().portfolio.members[7].id
    told = texts(kind, marked([someone], language))
    assert told
    assert all(NOTICE[language] in text for text in told)
    assert not any(NOTICE[language] in text for text in texts(kind, marked([], language)))


@pytest.mark.parametrize("language", Language)
def test_the_dashboard_says_it_once_before_all_else(language: Language) -> None:
    someone = example().portfolio.members[7].id
    text = write_dashboard(marked([someone], language))
    assert text.count(NOTICE[language]) == 1
    assert text.index(NOTICE[language]) < text.index('class="explorer"')


def test_words_shared_with_a_restricted_project_are_not_quoted() -> None:
    pairs = [one for one in example().overlaps.pairs if one.terms]
    hidden = marked([pairs[0].other])
    terms = "»; «".join(f"\u00a0{term}\u00a0" for term in pairs[0].terms[:3])
    assert terms in texts(FundKind.OVERLAPS, marked([]))[0]
    (text,) = texts(FundKind.OVERLAPS, hidden)
    assert terms not in text
    assert "Mots non cités" in text
    written = json.loads(render_fund(hidden))["overlaps"]["pairs"]
    told = {(one["one"], one["other"]): one["terms"] for one in written}
    assert told[pairs[0].one, pairs[0].other] == []
    assert any(told.values())
