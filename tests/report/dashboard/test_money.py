"""Money in the dashboard: each amount in its own currency, and what became of it."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from tests.browser import Browser
from tests.report.dashboard.using import (
    abroad,
    downloaded,
    members,
    opened,
    pick,
    plain,
    remade,
    table,
    titles,
    told,
)
from tests.report.fund.material import LISTS, example

from scalecheck.model.portfolio import Amount, Member
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.dashboard.money import head_money
from scalecheck.report.fund.pen import FundPen, counting


def written(some: list[Member], purpose: str, currency: str) -> list[str]:
    sums = [
        line.amount
        for member in some
        for line in counting(member.funding)
        if line.purpose == purpose and line.currency == currency
    ]
    return [FundPen(example()).amount(sum(sums, Fraction(0)), currency)] if sums else []


def have(some: list[Member], purpose: str) -> int:
    return sum(any(line.purpose == purpose for line in counting(m.funding)) for m in some)


@pytest.mark.chromium
def test_money_by_what_it_is_for_follows_the_filters(browser: Browser, tmp_path: Path) -> None:
    tab = opened(browser, tmp_path, example())
    sectors = {w.id: str(w.label.fr) for w in LISTS.sectors}
    everyone = list(example().portfolio.members)
    for sector in (None, everyone[0].sector, abroad().sector):
        if sector is not None:
            pick(tab, "sector", sectors[sector])
        some = [m for m in everyone if sector in (None, m.sector)]
        rows = table(tab, ".purposes")
        for word in LISTS.funding_purposes:
            row = rows[str(word.label.fr)]
            sums = [one for code in ("CAD", "USD") for one in written(some, word.id, code)]
            wanted = [str(have(some, word.id)), "|".join(sums) or "–"]
            assert [plain(one) for one in row[:2]] == [plain(one) for one in wanted]


@pytest.mark.chromium
def test_a_project_in_another_currency_never_shows_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, example(), downloads=tmp_path / "kept")
    wanted = abroad()
    tab.fill("#f-text", wanted.id)
    assert len(titles(tab)) == 1
    whole = sum((line.amount for line in counting(wanted.funding)), Fraction(0))
    said = FundPen(example()).amount(whole, "USD")
    assert plain(told(tab, "k-money")).startswith(plain(said))
    assert plain(tab.run("document.querySelector('#rows .number').textContent")) == plain(said)
    for name, row in table(tab, ".purposes").items():
        assert not re.match(r"0\s", row[1]), name
        assert (row[0] == "0") == (row[1] == "–")
    (row,) = downloaded(tab)
    assert [row[head] for head in head_money(FundPen(example()))] == ["", str(whole)]


@pytest.mark.chromium
def test_currencies_are_never_added_and_their_state_is_said(
    browser: Browser, tmp_path: Path
) -> None:
    tab = opened(browser, tmp_path, example())
    said = plain(told(tab, "k-money"))
    lines = [one for m in example().portfolio.members for one in counting(m.funding)]
    for currency in ("CAD", "USD"):
        for status in (None, "asked", "confirmed", "received"):
            some = [
                o.amount for o in lines if o.currency == currency and status in (None, o.status)
            ]
            assert plain(FundPen(example()).amount(sum(some, Fraction(0)), currency)) in said
    assert "+" not in said
    assert "Demandé" in said


@pytest.mark.chromium
def test_refused_money_is_not_money_never_stated(browser: Browser, tmp_path: Path) -> None:
    refused = (Amount(2027, Fraction(1_000), "CAD", "pilot", "", "refused"),)
    some = tuple(
        m._replace(funding=())
        if n < 2
        else m._replace(funding=refused if n < 5 else (refused[0]._replace(status="asked"),))
        for n, m in enumerate(members())
    )
    tab = opened(browser, tmp_path, remade(some))
    assert told(tab, "k-silent").startswith("2 projets sans montant")
    assert "3 projets" in told(tab, "k-silent")
    cells = tab.run("[...document.querySelectorAll('#rows .number')].map(c => c.textContent)")
    assert cells[:6] == ["–", "–", "Refusé", "Refusé", "Refusé", "1\u00a0000\u00a0$"]
    static = write_dashboard(remade(some))
    assert static.count("Refusé</span>") == 3


@pytest.mark.chromium
def test_amounts_to_the_cent_and_odd_currencies_stay_right(
    browser: Browser, tmp_path: Path
) -> None:
    cents = tuple(Amount(2027, Fraction(1, 10), "X$Y", "pilot") for _ in range(3))
    some = tuple(m._replace(funding=cents) for m in members())
    tab = opened(browser, tmp_path, remade(some), downloads=tmp_path / "kept")
    assert tab.run("document.querySelector('#k-money .seen').textContent") == "18\u00a0X$Y"
    assert tab.run("document.querySelector('#rows .number').textContent") == "0,30\u00a0X$Y"
    assert {row["Montants"] for row in downloaded(tab)} == {"0,3"}
