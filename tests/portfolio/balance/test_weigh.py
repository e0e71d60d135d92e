"""The balance of a portfolio: counts, money, targets, empty cells, and what is held back."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.portfolio.balance.builders import member, money, rubric, vocabularies

from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Milestone, MilestoneKind
from scalecheck.portfolio.balance.options import BalanceOptions
from scalecheck.portfolio.balance.weigh import weigh
from scalecheck.portfolio.members import gather

RUBRIC, LISTS = rubric(), vocabularies()
ALL = BalanceOptions(smallest=1)


def balance(*members, **options):
    return weigh(gather(RUBRIC, members, vocabularies=LISTS), ALL._replace(**options))


def cell(found, kind, value):
    return next(c for c in found.axis(kind).cells if c.value == value)


def amounts(sums):
    return {(one.currency, one.status): one.amount for one in sums}


def test_a_project_without_money_is_counted_apart_and_never_as_zero():
    found = balance(
        member("a", sector="sante", funding=(money(0, status="asked"),)),
        member("b", sector="sante"),
    )
    health = cell(found, AxisKind.SECTOR, "sante")
    assert (health.projects, health.funded, health.unfunded) == (2, 1, 1)
    assert found.totals.unfunded == 1
    alone = balance(member("a", sector="sante", funding=(money(1),)), member("b", sector="culture"))
    assert cell(alone, AxisKind.SECTOR, "culture").money == ()


def test_a_project_with_two_clienteles_counts_in_full_and_by_halves():
    found = balance(
        member("a", clientele=("jeunes", "familles"), funding=(money(101),)),
        member("b", clientele=("jeunes",), funding=(money(50),)),
    )
    young = cell(found, AxisKind.CLIENTELE, "jeunes")
    assert (young.projects, young.portion) == (2, Fraction(3, 2))
    assert amounts(young.money)["CAD", None] == Fraction(201, 2)
    assert sum(c.portion for c in found.axis(AxisKind.CLIENTELE).cells) == 2


def test_a_clientele_named_twice_counts_once():
    found = balance(member("a", clientele=("jeunes", "jeunes")))
    assert cell(found, AxisKind.CLIENTELE, "jeunes").portion == 1


def test_empty_cells_are_named_and_silence_is_a_cell_of_its_own():
    found = balance(member("a", sector="sante"), member("b"))
    assert found.axis(AxisKind.SECTOR).empty == ("logement", "culture")
    assert cell(found, AxisKind.SECTOR, "").projects == 1


def test_a_value_outside_the_list_is_shown_after_it():
    found = balance(member("a", sector="zoologie"), member("b", sector="sante"))
    values = [c.value for c in found.axis(AxisKind.SECTOR).cells]
    assert values == ["sante", "logement", "culture", "zoologie"]


def test_money_is_kept_apart_by_currency_and_by_status():
    lines = (
        money(100, status="asked"),
        money("0.10", status="received"),
        money(7, currency="USD"),
        money(1000, status="refused"),
    )
    found = amounts(balance(member("a", funding=lines)).totals.money)
    assert found["CAD", None] == Fraction(1001, 10)
    assert found["CAD", "refused"] == 1000
    assert found["USD", None] == found["USD", ""] == 7


def test_a_project_whose_money_was_refused_has_none_that_counts():
    found = balance(member("a", funding=(money(10, status="refused"),)))
    assert found.totals.unfunded == 1


def test_lines_of_money_are_cut_by_their_own_purpose_and_year():
    lines = (money(30, 2027, purpose="pilot"), money(70, 2029, purpose="scaling"), money(5, 2029))
    found = balance(member("a", funding=lines), member("b"), years=(2027, 2028, 2029))
    assert amounts(cell(found, AxisKind.PURPOSE, "scaling").money)["CAD", None] == 70
    unsaid = cell(found, AxisKind.PURPOSE, "")
    assert (unsaid.projects, unsaid.funded, unsaid.unfunded) == (2, 1, 1)
    assert cell(found, AxisKind.PURPOSE, "scaling").money[0].share == Fraction(2, 3)
    assert found.axis(AxisKind.YEAR).empty == ("2028",)
    assert amounts(cell(found, AxisKind.YEAR, "2029").money)["CAD", None] == 75


def test_targets_are_compared_in_projects_and_in_each_currency():
    targets = {AxisKind.PURPOSE: {"pilot": Fraction(1, 2), "scaling": Fraction(1, 2)}}
    members = (
        member("a", funding=(money(10, purpose="pilot"),)),
        member("b", funding=(money(30, purpose="scaling"),)),
    )
    projects, dollars = balance(*members, targets=targets).axis(AxisKind.PURPOSE).distances
    assert (projects.basis, projects.total_variation) == ("", 0)
    assert (dollars.basis, dollars.total_variation) == ("CAD", Fraction(1, 4))


def test_levels_and_stages_keep_what_is_not_known_apart_from_what_is_not_reached():
    found = balance(
        member("a", level=-1), member("b"), member("c", level=0, stage="tot"), member("d", level=0)
    )
    assert cell(found, AxisKind.LEVEL, "-1").projects == 1
    assert cell(found, AxisKind.LEVEL, "").projects == 1
    assert cell(found, AxisKind.LEVEL, "0").projects == 2


def test_projects_that_stay_local_are_counted_apart():
    found = balance(member("a", local=True, track="near"), member("b", track="wide"))
    assert found.totals.local == 1


def test_pairs_that_no_project_joins_are_named():
    found = balance(
        member("a", level=0, stage="tot", territory=("02",)),
        member("b", level=2, stage="tard", territory=("09",)),
    )
    named = {void.values for void in found.voids if void.axes[1] is AxisKind.TERRITORY}
    assert named == {("tot", "09"), ("tard", "02")}


def test_levels_by_year_follow_the_last_milestone_of_each_kind():
    reached = Milestone(2025, MilestoneKind.ASSESSED, 0), Milestone(2027, MilestoneKind.ASSESSED, 2)
    aim = Milestone(2029, MilestoneKind.AIMED, 3)
    found = balance(member("a", milestones=(*reached, aim)), member("b"))
    by_year = {(one.kind.value, one.year): dict(one.positions) for one in found.years}
    assert by_year["assessed", 2026][0] == by_year["assessed", 2026][None] == 1
    assert by_year["assessed", 2027][2] == 1
    assert ("assessed", 2028) not in by_year
    assert by_year["aimed", 2029][3] == 1


def test_an_empty_portfolio_has_a_balance():
    found = balance()
    assert found.totals.projects == 0
    assert found.axis(AxisKind.SECTOR).concentration == ()
    with pytest.raises(KeyError):
        balance(axes=()).axis(AxisKind.SECTOR)


def test_a_rubric_without_levels_and_a_portfolio_without_lists_have_a_balance():
    bare = rubric(headline="none", levels=[], stages=[], tracks=[])
    found = weigh(gather(bare, [member("a", sector="x")]), ALL)
    assert [c.value for c in found.axis(AxisKind.SECTOR).cells] == ["x"]
    assert [c.value for c in found.axis(AxisKind.LEVEL).cells] == [""]


LINES = st.builds(
    money,
    st.integers(1, 10**6),
    st.integers(2026, 2028),
    st.sampled_from(["CAD", "CAD", "USD"]),
    purpose=st.sampled_from(["pilot", "scaling", ""]),
    status=st.sampled_from(["asked", "received", "refused"]),
)
STAGES = {None: None, -1: None, 0: "tot", 1: "tot", 2: "tard", 3: "tard"}


@st.composite
def portfolios(draw):
    found = []
    for number in range(draw(st.integers(0, 16))):
        level = draw(st.sampled_from(list(STAGES)))
        found.append(
            member(
                f"p-{number}",
                level=level,
                stage=STAGES[level],
                sector=draw(st.sampled_from(["", "sante", "logement"])),
                clientele=tuple(
                    draw(st.lists(st.sampled_from(["jeunes", "familles"]), max_size=2))
                ),
                track=draw(st.sampled_from(["wide", "near"])),
                funding=tuple(draw(st.lists(LINES, max_size=3))),
            )
        )
    return found


def hidden_range(cells, total):
    """The readings left of masked cells whose total is known: fewest rows, and what they hold."""
    masked = [c for c in cells if c.projects is None]
    return len(masked), total - sum(c.projects for c in cells if c.projects is not None)


@settings(max_examples=25, deadline=None)
@given(portfolios(), st.integers(2, 5))
def test_no_small_count_is_shown_and_none_can_be_had_by_subtraction(members, smallest):
    found = balance(*members, smallest=smallest)
    for axis in found.axes:
        for one in axis.cells:
            for count in (one.projects, one.funded, one.unfunded):
                assert count is None or count == 0 or count >= smallest
            assert [one.projects, one.funded, one.unfunded].count(None) != 1
        masked = [c for c in axis.cells if c.projects is None]
        if not masked:
            continue
        assert "" not in {one.basis for one in (*axis.concentration, *axis.distances)}
        assert not {c.value for c in masked} & set(axis.empty)
        single = axis.kind not in (AxisKind.CLIENTELE, AxisKind.PURPOSE, AxisKind.YEAR)
        if single and len(axis.cells) > 1:
            rows, left = hidden_range(axis.cells, len(members))
            assert rows > 1
            # The levels of a stage held back are all held back with it, the empty ones too.
            assert left > rows or rows == len(axis.cells) or axis.kind is AxisKind.LEVEL


@settings(max_examples=25, deadline=None)
@given(portfolios(), st.integers(2, 5))
def test_how_many_have_no_money_cannot_be_had_by_subtraction(members, smallest):
    found = balance(*members, smallest=smallest)
    totals = found.totals
    for count in (totals.unfunded, totals.refused):
        assert count is None or count == 0 or count >= smallest
    for kind in (AxisKind.SECTOR, AxisKind.TRACK):
        cells = found.axis(kind).cells
        held = [one for one in cells if one.unfunded is None]
        if totals.unfunded is None:
            assert held == list(cells)
        elif held and len(held) < len(cells):
            left = totals.unfunded - sum(one.unfunded or 0 for one in cells)
            assert len(held) > 1
            assert left == 0 or (left >= smallest and left > len(held))


def test_refused_money_is_told_apart_from_no_money_at_all():
    found = balance(
        member("a", funding=(money(10, status="refused"),)),
        member("b", funding=(money(10, status="refused"), money(5, status="asked"))),
        member("c"),
    ).totals
    assert (found.unfunded, found.refused) == (2, 1)
    few = balance(*(member(f"p-{n}") for n in range(9)), member("a", funding=(money(10),)))
    assert few.totals.refused == 0


def test_spread_is_measured_in_projects_and_in_each_currency():
    found = balance(
        member("a", sector="sante", funding=(money(10), money(3, currency="USD"))),
        member("b", sector="logement", funding=(money(10),)),
        member("c"),
    ).axis(AxisKind.SECTOR)
    projects, cad, usd = found.concentration
    assert (projects.basis, cad.basis, usd.basis) == ("", "CAD", "USD")
    assert projects.shares == (Fraction(1, 2), Fraction(1, 2), 0)
    assert (cad.effective, usd.effective) == (2, 1)


@settings(max_examples=25, deadline=None)
@given(portfolios(), st.integers(2, 5))
def test_money_shown_rests_on_enough_projects_cell_by_cell(members, smallest):
    found = balance(*members, smallest=smallest)
    cells = found.axis(AxisKind.SECTOR).cells
    for one in cells:
        for part in one.money or ():
            assert part.amount is None or not 0 < len(givers(members, one, part)) < smallest
    for purse in {(part.currency, part.status) for c in cells for part in c.money or ()}:
        held = [c for c in cells if c.money is None or amounts(c.money).get(purse, 0) is None]
        assert len(held) != 1 or len(cells) == 1


def givers(members, cell, part):
    """The projects of a sector that have money of one kind."""
    return [
        m
        for m in members
        if m.sector == cell.value
        and any(
            line.currency == part.currency
            and (line.status == part.status if part.status else line.status != "refused")
            for line in m.funding
        )
    ]


def test_a_small_currency_hides_no_other():
    many = [member(f"p-{n}", sector="sante", funding=(money(10),)) for n in range(6)]
    many += [member(f"q-{n}", sector="logement", funding=(money(10),)) for n in range(6)]
    rare = (money(10), money(99, currency="USD"))
    found = balance(*many, member("r", sector="sante", funding=rare), smallest=5)
    assert amounts(found.totals.money)["USD", None] is None
    assert amounts(cell(found, AxisKind.SECTOR, "sante").money) == {
        ("CAD", None): 70,
        ("CAD", ""): 70,
    }


def test_a_small_status_hides_the_statuses_and_not_the_total():
    asked = [money(10, status="asked"), money(20, status="received")]
    many = [
        member(f"{sector}-{n}", sector=sector, funding=asked[: 1 + (n > least)])
        for sector, least in (("sante", 0), ("logement", 4), ("culture", 0))
        for n in range(8)
    ]
    found = balance(*many, smallest=5)
    housing = amounts(cell(found, AxisKind.SECTOR, "logement").money)
    assert housing["CAD", None] == 140
    assert housing["CAD", "received"] is housing["CAD", "asked"] is None
    hidden = [c for c in found.axis(AxisKind.SECTOR).cells if None in amounts(c.money).values()]
    assert len(hidden) == 2


@settings(max_examples=15, deadline=None)
@given(portfolios(), st.randoms(use_true_random=False))
def test_the_order_of_projects_changes_nothing(members, random):
    shuffled = members[:]
    random.shuffle(shuffled)
    assert balance(*members, smallest=3) == balance(*shuffled, smallest=3)
    shown = balance(*members)
    for axis in shown.axes:
        assert sum(c.portion for c in axis.cells) == len(members)
        for currency in ("CAD", "USD"):
            spread = [amounts(c.money).get((currency, None), 0) for c in axis.cells]
            assert sum(spread) == amounts(shown.totals.money).get((currency, None), 0)
