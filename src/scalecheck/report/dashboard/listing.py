"""The list of projects as a table that needs no script: by name, a few columns, nothing ranked."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scalecheck.model.portfolio import Member
from scalecheck.report.dashboard.facets import Choice, sources
from scalecheck.report.dashboard.money import amounts_of, currencies_of
from scalecheck.report.fund.pen import FundPen

MOST = 3  # values in a cell; the others are a click away


class Several(NamedTuple):
    """The values of a cell: those that are read at once, and the rest with how it is announced."""

    first: str
    more: str = ""
    rest: str = ""


class Row(NamedTuple):
    """One project: its name, who carries it and its id, what it says, and its money."""

    title: Choice
    carrier: str
    id: str
    local: bool
    cells: tuple[Several, ...]
    money: tuple[str, ...]


def list_rows(pen: FundPen, shown: Sequence[str]) -> Iterator[Row]:
    """Write every project in alphabetical order, with a cell for each facet that is shown."""
    currencies = currencies_of(pen)
    named = {source.id: source for source in sources(pen)}
    for member in pen.portfolio.members:
        cells = (
            gather_values(pen, [str(named[one].name(v)) for v in named[one].values(member)])
            for one in shown
        )
        title = pen.speaker.text(member.title)
        choice = Choice(str(title), getattr(title, "lang", ""))
        money = amounts_of(pen, member, currencies)
        yield Row(choice, carrier(pen, member), member.id, member.local, tuple(cells), money)


def gather_values(pen: FundPen, values: Sequence[str]) -> Several:
    """Write several values in a cell: three at most, and how many more there are."""
    if len(values) <= MOST:
        return Several("; ".join(values) or "–")
    more = pen.say("dashboard.rest", count=len(values) - MOST)
    return Several("; ".join(values[:MOST]), more, "; ".join(values[MOST:]))


def carrier(pen: FundPen, member: Member) -> str:
    """Name the organisation that carries a project; "" where it is not said."""
    return "" if member.organization is None else str(pen.speaker.text(member.organization))
