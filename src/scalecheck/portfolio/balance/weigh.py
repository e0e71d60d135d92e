"""Weigh a portfolio: count, hold back what is small, and measure what is left."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from scalecheck.model.balance import (
    Axis,
    AxisKind,
    Balance,
    Cell,
    Concentration,
    Distance,
    Sum,
    Totals,
    Void,
)
from scalecheck.model.portfolio import Member, Portfolio
from scalecheck.portfolio.balance.axes import NOT_SAID, closed_list, values_on
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
from scalecheck.portfolio.balance.voids import Side, find_voids, group_values
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
        self.told = not self._is_small(self.whole.funded) and not self._is_small(self._unfunded)
        self.held = self._hold()

    @property
    def _unfunded(self) -> int:
        return self.whole.projects - self.whole.funded

    def _is_small(self, count: int) -> bool:
        return 0 < count < self.options.smallest

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
            voids=tuple(self._voids()),
        )

    def _totals(self) -> Totals:
        members = self.portfolio.members
        local = sum(member.local for member in members)
        is_small = self._is_small(local) or self._is_small(len(members) - local)
        told = not is_small and not self.held[AxisKind.TRACK].projects
        return Totals(
            projects=len(members),
            local=local if told else None,
            unfunded=self._unfunded if self.told else None,
            refused=self._refused(),
            money=tuple(self._sums(self.whole)),
        )

    def _refused(self) -> int | None:
        """Count the projects that state money, none of which counts."""
        stating = sum(bool(member.funding) for member in self.portfolio.members)
        refused, silent = stating - self.whole.funded, self.whole.projects - stating
        told = self.told and not self._is_small(refused) and not self._is_small(silent)
        return refused if told else None

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
        hidden, places = held.projects, {value: n for n, value in enumerate(found.rows)}
        return Axis(
            kind,
            tuple(cells),
            tuple(
                v for v in found.listed if not found.rows[v].projects and places[v] not in hidden
            ),
            tuple(self._concentrations(found, held)),
            tuple(self._distances(kind, found, held)),
        )

    def _cell(self, position: int, value: str, row: Row, held: Held) -> Cell:
        counted = position not in held.projects
        told = self.told and position not in held.rows[FUNDED]
        silent = row.projects - row.funded
        return Cell(
            value,
            row.projects if counted else None,
            row.portion if counted else None,
            row.funded if told else None,
            silent if told and counted else None,
            self._money(position, row, held),
        )

    def _distances(self, kind: AxisKind, found: Tally, held: Held) -> Iterator[Distance]:
        targets = self.options.targets.get(kind)
        for basis, amounts in self._bases(found, held) if targets else ():
            distance = measure_distance(basis, amounts, targets or {})
            if distance is not None:
                yield distance

    def _concentrations(self, found: Tally, held: Held) -> Iterator[Concentration]:
        for basis, amounts in self._bases(found, held):
            said = tuple(amount for value, amount in amounts.items() if value != NOT_SAID)
            concentration = concentrate(said, basis)
            if concentration is not None:
                yield concentration

    def _bases(self, found: Tally, held: Held) -> Iterator[tuple[str, Mapping[str, Fraction]]]:
        """What an axis shares out: projects by portions, then each currency; none with a mask."""
        if not held.projects:
            yield "", {value: row.portion for value, row in found.rows.items()}
        for purse in self.shown:
            if purse[1] is None and not held.rows["totals", purse[0]]:
                nothing = Fraction(0)
                yield purse[0], {v: r.amounts.get(purse, nothing) for v, r in found.rows.items()}

    def _voids(self) -> Iterator[Void]:
        """The pairs of values that are each somewhere in the portfolio, and never together."""
        stages = self._side(AxisKind.STAGE)
        for other in CROSSED:
            axes = AxisKind.STAGE, other
            found = find_voids(stages, self._side(other), self.options.smallest)
            yield from (Void(axes, pair) for pair in found)

    def _side(self, kind: AxisKind) -> Side:
        rows, held = self.tallies[kind].rows, self.held[kind].projects
        hidden = [value for n, value in enumerate(rows) if n in held]
        of = [values_on(kind, member) for member in self.portfolio.members]
        return Side(group_values(rows, hidden), of)


def _add_up(members: Sequence[Member], aside: Sequence[str]) -> Row:
    whole = Row()
    for member in members:
        whole.add(1, sort_money(member.funding, aside))
    return whole
