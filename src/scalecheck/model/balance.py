"""The balance of a portfolio: what it holds, in projects and in money, and what it does not."""

from collections.abc import Mapping
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.portfolio import MilestoneKind


class AxisKind(StrEnum):
    """What a portfolio is cut by. The last three cut the lines of money, not the projects."""

    LEVEL = "level"
    STAGE = "stage"
    SECTOR = "sector"
    CLIENTELE = "clientele"
    TERRITORY = "territory"
    APPLICANT = "applicant"
    STRATEGY = "strategy"
    TRACK = "track"
    PURPOSE = "purpose"
    RECIPIENT = "recipient"
    YEAR = "year"


class Sum(NamedTuple):
    """An amount in one currency and one status: None for all those that count, "" for not said.

    `amount` is None where it is masked: too few projects are behind it. `share` is its part of the
    whole portfolio's amount of that kind, None where it is masked or the whole is nothing.
    """

    currency: str
    status: str | None
    amount: Fraction | None
    share: Fraction | None = None


class Cell(NamedTuple):
    """One value of an axis; "" is "not said".

    `projects` counts in full every project that has the value, so that the cells of an axis with
    several values a project add up to more than there are. `portion` divides each project equally
    between its values: portions add up to the number of projects, and money is divided likewise.
    `funded` counts the projects that have money here, `unfunded` those that state none that
    counts: they are never read as 0 $, and `money` has no sum where nobody states any.

    What rests on too few projects is None, and so is what would give it: of `projects`, `funded`
    and `unfunded`, any two give the third. So is `money` where what counts is held back in every
    currency.
    """

    value: str
    projects: int | None
    portion: Fraction | None
    funded: int | None
    unfunded: int | None
    money: tuple[Sum, ...] | None = ()

    @property
    def masked(self) -> bool:
        """Whether the count is held back, because it is small or would give a small one away."""
        return self.projects is None


class Concentration(NamedTuple):
    """How concentrated shares are: exact, over n cells.

    `basis` is "" for projects (by portions), or the currency of the amounts; `shares` has one part
    of the whole a cell, empty ones included. `herfindahl` is the sum of the squared shares (the
    index of that name), from 1/n to 1; `normalised` puts it between 0 and 1 (None where n is 1);
    `effective` is its inverse, the number of equal cells that would be as concentrated; `gini` is
    the inequality of the cells.

    Source: Rhoades 1993 (index); Laakso and Taagepera 1979 (effective number).
    """

    basis: str
    shares: tuple[Fraction, ...]
    cells: int
    herfindahl: Fraction
    normalised: Fraction | None
    effective: Fraction
    gini: Fraction

    @property
    def evenness(self) -> Fraction | None:
        """How even shares are: 1 where they are equal, 0 where one has all; None for one cell.

        Shannon's entropy over its greatest value. Logarithms are no fractions: it is rounded to
        the sixth decimal, by an arithmetic that is the same on every machine.

        Source: Pielou 1966.
        """
        if self.cells < 2:
            return None
        exact = Context(prec=40)
        parts = [exact.divide(s.numerator, Decimal(s.denominator)) for s in self.shares if s]
        entropy = -sum((exact.multiply(p, exact.ln(p)) for p in parts), Decimal(0))
        found = exact.divide(entropy, exact.ln(self.cells))
        return Fraction(found.quantize(Decimal("0.000001"), context=exact))


class Distance(NamedTuple):
    """How far shares are from declared targets: half the sum of the differences, 0 to 1.

    `basis` is "" for projects (by portions), or the currency of the amounts. `shares` and
    `targets` are by value of the axis, in its order. Shares are those of the whole, of which the
    last one, "", is not said: it answers no target until it is.
    """

    basis: str
    shares: Mapping[str, Fraction]
    targets: Mapping[str, Fraction]
    total_variation: Fraction


class Axis(NamedTuple):
    """A portfolio cut by one thing.

    `cells` has every value of the closed list, in its order, then values outside of it, then ""
    where some project says nothing. `empty` names the values of the list without any project,
    those held back with others left out. `concentration` and `distances` have one entry for
    projects and one for each currency; not where a cell is masked: with the cells shown, they
    would give it away.
    """

    kind: AxisKind
    cells: tuple[Cell, ...]
    empty: tuple[str, ...]
    concentration: tuple[Concentration, ...]
    distances: tuple[Distance, ...] = ()


class YearLevels(NamedTuple):
    """How many projects were, or are planned to be, at each level in a year.

    `kind` is that of the milestones counted; `positions` pairs a position (-1 below the first,
    None without any such milestone yet) with a count, None where masked. Each project counts where
    its last milestone of that kind, up to the end of the year, puts it.
    """

    year: int
    kind: MilestoneKind
    positions: tuple[tuple[int | None, int | None], ...]


class Void(NamedTuple):
    """Two values that no project joins: no project at this stage in this territory."""

    axes: tuple[AxisKind, AxisKind]
    values: tuple[str, str]


class Totals(NamedTuple):
    """The whole portfolio: projects, those on a track that ends early, those without money.

    Of those without money, `refused` counts those that state some, none of which counts: the
    others state none. None where masked. `money` holds all that counts in a currency, then each
    status.
    """

    projects: int
    local: int | None
    unfunded: int | None
    refused: int | None
    money: tuple[Sum, ...]


class Balance(NamedTuple):
    """What a portfolio holds. `smallest` is the least count that is shown, 1 when none is masked.

    `voids` are named where they give no small count away with the counts that are shown: of what
    is masked, only that no project joins any of it.
    """

    smallest: int
    totals: Totals
    axes: tuple[Axis, ...]
    years: tuple[YearLevels, ...]
    voids: tuple[Void, ...]

    def axis(self, kind: AxisKind) -> Axis:
        """Find one axis.

        Raises:
            KeyError: it was not asked for.
        """
        for axis in self.axes:
            if axis.kind is kind:
                return axis
        raise KeyError(kind)
