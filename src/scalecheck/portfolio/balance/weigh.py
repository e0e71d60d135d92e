"""Weigh a portfolio: count, hold back what is small, and measure what is left."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from scalecheck.model.balance import (
    Axis,
    AxisKind,
    Balance,
    Cell,
    Distance,
    Sum,
    Totals,
    Void,
)
from scalecheck.model.portfolio import Member, Portfolio
from scalecheck.portfolio.balance.axes import closed_list, values_on
from scalecheck.portfolio.balance.concentration import concentrate, measure_distance
from scalecheck.portfolio.balance.holding import (
    FUNDED,
    Held,
    choose_purses,
    hold,
    hold_levels,
)
from scalecheck.portfolio.balance.options import BalanceOptions
from scalecheck.portfolio.balance.tally import Purse, Row, Tally, sort_money, tally
from scalecheck.portfolio.balance.years import count_years, stage_rows

CROSSED = (AxisKind.SECTOR, AxisKind.CLIENTELE, AxisKind.TERRITORY)


def weigh(portfolio: Portfolio, options: BalanceOptions | None = None) -> Balance:
    """Weigh a portfolio: what it holds by each axis, in projects and in money, and what it lacks.

    Every figure is exact. A project without money is counted apart, never as zero; a project with
    several values on an axis counts in full in each, and by equal portions beside.

    Args:
        portfolio: any portfolio, empty included.
        options: the axes, the targets, the least count that is shown.

    Returns:
        The balance; the same whatever the order of the members.
    """
    chosen = options or BalanceOptions()
    return _Weighing(portfolio, chosen).run()


class _Weighing:
    """One weighing: the counts of each axis, made once."""

    def __init__(self, portfolio: Portfolio, options: BalanceOptions) -> None:
        self.portfolio, self.options = portfolio, options
        self.tallies = {kind: self._tally(kind) for kind in AxisKind}
        self.whole = _add_up(portfolio.members, options.aside)
        self.shown = choose_purses(self.whole, options.aside, options.smallest)
        self.told = not 0 < self.whole.funded < options.smallest
        self.held = self._hold()

    def _tally(self, kind: AxisKind) -> Tally:
        listed = closed_list(self.portfolio, kind)
        if kind is AxisKind.YEAR:
            listed = tuple(map(str, self.options.years))
        return tally(kind, self.portfolio.members, listed, self.options.aside)

    def _hold(self) -> Mapping[AxisKind, Held]:
        smallest = self.options.smallest
        found = {kind: hold(one, self.shown, smallest) for kind, one in self.tallies.items()}
        levels = self.tallies[AxisKind.LEVEL]
        stages = tuple(self.tallies[AxisKind.STAGE].rows)
        rows = stage_rows(self.portfolio.rubric, levels.rows, stages)
        of_stages = found[AxisKind.STAGE]
        found[AxisKind.LEVEL] = hold_levels(levels, rows, of_stages, self.shown, smallest)
        return found

    def run(self) -> Balance:
        """Put the balance together."""
        options = self.options
        return Balance(
            smallest=options.smallest,
            totals=self._totals(),
            axes=tuple(self._axis(kind) for kind in options.axes),
            years=tuple(count_years(self.portfolio, options.years, options.smallest)),
            voids=tuple(self._voids()) if options.smallest <= 1 else (),
        )

    def _totals(self) -> Totals:
        members = self.portfolio.members
        told = not self.held[AxisKind.TRACK].projects
        return Totals(
            projects=len(members),
            local=sum(member.local for member in members) if told else None,
            unfunded=self.whole.projects - self.whole.funded if self.told else None,
            money=tuple(self._sums(self.whole)),
        )

    def _purses(self) -> list[Purse]:
        return sorted(self.whole.amounts, key=lambda purse: (purse[0], purse[1] or ""))

    def _sums(self, row: Row) -> Iterator[Sum]:
        """The money of the whole: that which is held back too, without its amount."""
        for purse in self._purses():
            yield Sum(*purse, row.amounts[purse] if purse in self.shown else None)

    def _money(self, position: int, row: Row, held: Held) -> tuple[Sum, ...] | None:
        """The money of one row; None where it is held back in every currency."""
        purses = [purse for purse in self._purses() if purse in self.shown]
        totals = [purse for purse in purses if purse[1] is None]
        if totals and all(held.hides(position, purse) for purse in totals):
            return None
        given = (purse for purse in purses if purse in row.givers or held.hides(position, purse))
        return tuple(
            Sum(*purse, None) if held.hides(position, purse) else self._sum(purse, row)
            for purse in given
        )

    def _sum(self, purse: Purse, row: Row) -> Sum:
        whole, amount = self.whole.amounts[purse], row.amounts[purse]
        return Sum(*purse, amount, amount / whole if whole else None)

    def _axis(self, kind: AxisKind) -> Axis:
        found, held = self.tallies[kind], self.held[kind]
        cells = (self._cell(n, v, r, held) for n, (v, r) in enumerate(found.rows.items()))
        portions = {value: row.portion for value, row in found.rows.items() if value}
        hidden, places = held.projects, {value: n for n, value in enumerate(found.rows)}
        told = not hidden
        return Axis(
            kind,
            tuple(cells),
            tuple(
                v for v in found.listed if not found.rows[v].projects and places[v] not in hidden
            ),
            concentrate(tuple(portions.values())) if told else None,
            tuple(self._distances(kind, found, held)),
        )

    def _cell(self, position: int, value: str, row: Row, held: Held) -> Cell:
        counted = position not in held.projects
        told = self.told and position not in held.rows[FUNDED]
        return Cell(
            value,
            row.projects if counted else None,
            row.portion if counted else None,
            row.funded if told else None,
            row.projects - row.funded if told else None,
            self._money(position, row, held),
        )

    def _distances(self, kind: AxisKind, found: Tally, held: Held) -> Iterator[Distance]:
        targets = self.options.targets.get(kind)
        if not targets or held.projects:
            return
        rows = {value: row for value, row in found.rows.items() if value}
        bases = {"": {value: row.portion for value, row in rows.items()}}
        for purse in self.shown:
            if purse[1] is None and not held.rows["totals", purse[0]]:
                bases[purse[0]] = {v: r.amounts.get(purse, Fraction(0)) for v, r in rows.items()}
        for basis, amounts in bases.items():
            distance = measure_distance(basis, amounts, targets)
            if distance is not None:
                yield distance

    def _voids(self) -> Iterator[Void]:
        """The pairs of values that are each somewhere in the portfolio, and never together."""
        stages = self._present(AxisKind.STAGE)
        for other in CROSSED:
            axes = AxisKind.STAGE, other
            together = {
                pair
                for member in self.portfolio.members
                for pair in product(*(values_on(kind, member) for kind in axes))
            }
            pairs = product(stages, self._present(other))
            yield from (Void(axes, pair) for pair in pairs if pair not in together)

    def _present(self, kind: AxisKind) -> Sequence[str]:
        rows = self.tallies[kind].rows
        return [value for value, row in rows.items() if value and row.projects]


def _add_up(members: Sequence[Member], aside: Sequence[str]) -> Row:
    whole = Row()
    for member in members:
        whole.add(1, sort_money(member.funding, aside))
    return whole
