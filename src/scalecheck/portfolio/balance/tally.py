"""Counting: projects and money by value of an axis, before anything is held back."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Amount, Member
from scalecheck.portfolio.balance.axes import OF_MONEY, values_on

Purse = tuple[str, str | None]  # a currency, and a status: None for all those that count
Purses = Mapping[Purse, Fraction]


class Row:
    """What is counted for one value: projects in full and in portions, and their money."""

    def __init__(self) -> None:
        self.projects, self.funded, self.portion = 0, 0, Fraction(0)
        self.amounts: dict[Purse, Fraction] = {}
        self.givers: dict[Purse, int] = {}

    def add(self, divisor: int, purses: Purses) -> None:
        """Add one project that has this value among so many, with its money here."""
        self.projects += 1
        self.portion += Fraction(1, divisor)
        self.funded += any(status is None for _, status in purses)
        for purse, amount in purses.items():
            self.amounts[purse] = self.amounts.get(purse, Fraction(0)) + amount
            self.givers[purse] = self.givers.get(purse, 0) + 1


class Tally(NamedTuple):
    """The rows of one axis by value, in the order to show them; `listed` are those of its list."""

    kind: AxisKind
    rows: Mapping[str, Row]
    listed: tuple[str, ...]

    def column(self, purse: Purse) -> Sequence[int]:
        """Count the projects behind a kind of money, row by row."""
        return [row.givers.get(purse, 0) for row in self.rows.values()]


def sort_money(lines: Iterable[Amount], aside: Sequence[str]) -> dict[Purse, Fraction]:
    """Add up lines of money by currency and status, and all those that count together."""
    found: dict[Purse, Fraction] = {}
    for line in lines:
        keys: list[Purse] = [(line.currency, line.status)]
        if line.status not in aside:
            keys.append((line.currency, None))
        for key in keys:
            found[key] = found.get(key, Fraction(0)) + line.amount
    return found


def tally(
    kind: AxisKind, members: Sequence[Member], listed: tuple[str, ...], aside: Sequence[str]
) -> Tally:
    """Count projects and money on one axis.

    Args:
        kind: the axis.
        members: the projects.
        listed: the values that must have a row, in their order; others follow, sorted.
        aside: the statuses of money that do not count.

    Returns:
        A row for each listed value and each value found; "" last, where somebody says nothing.
    """
    rows: dict[str, Row] = {}
    for member in members:
        values = values_on(kind, member)
        for value, purses in zip(values, _purses(kind, member, values, aside), strict=True):
            rows.setdefault(value, Row()).add(len(values), purses)
    others = sorted(value for value in rows if value and value not in listed)
    order = [*listed, *others, *([""] if "" in rows else [])]
    return Tally(kind, {value: rows.get(value) or Row() for value in order}, listed)


def _purses(
    kind: AxisKind, member: Member, values: tuple[str, ...], aside: Sequence[str]
) -> Iterable[Purses]:
    if kind in OF_MONEY:
        of = OF_MONEY[kind]
        return [sort_money((a for a in member.funding if of(a) == v), aside) for v in values]
    whole = sort_money(member.funding, aside)
    divisor = len(values)
    shared = {purse: amount / divisor for purse, amount in whole.items()} if divisor > 1 else whole
    return [shared] * divisor
