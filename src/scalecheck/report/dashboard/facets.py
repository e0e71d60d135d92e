"""What projects are filtered and counted by: the options of each facet, and who has which."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Member
from scalecheck.report.dashboard.columns import code
from scalecheck.report.fund.pen import FundPen, counting
from scalecheck.report.view.phrase import Words


class Choice(NamedTuple):
    """One option of a facet, and its language where it is not that of the page."""

    label: str
    lang: str = ""


class Facet(NamedTuple):
    """One thing that projects are filtered and counted by.

    `values` are the codes of the options, in their order; `data` is the column as it is carried.
    """

    id: str
    label: str
    options: tuple[Choice, ...]
    values: tuple[str, ...]
    data: dict[str, Any]


class Source(NamedTuple):
    """Where the options of a facet come from: what each project has of it, and how it is named."""

    id: str
    values: Callable[[Member], tuple[str, ...]]
    name: Callable[[str], Words]


def make_facets(pen: FundPen) -> Iterator[Facet]:
    """Make the facets of a portfolio; one that no project says anything of is left out."""
    for source in sources(pen):
        facet = _facet(pen, source, pen.portfolio.members)
        if any(facet.values):
            yield facet


def sources(pen: FundPen) -> Iterator[Source]:
    """List what projects are looked through by.

    A project says one level, stage and sector, or that there is none: it is then counted as such.
    """

    def named(kind: AxisKind) -> Callable[[str], Words]:
        return lambda value: pen.value(kind, value)

    def read(name: str) -> Callable[[Member], tuple[str, ...]]:
        return lambda member: getattr(member, name)

    yield Source("level", _level, named(AxisKind.LEVEL))
    yield Source("stage", lambda m: (m.level.stage or "",), named(AxisKind.STAGE))
    yield Source("sector", lambda m: (m.sector,), named(AxisKind.SECTOR))
    yield Source("clientele", read("clientele"), named(AxisKind.CLIENTELE))
    yield Source("territory", read("territory"), named(AxisKind.TERRITORY))
    yield Source("applicant", lambda m: _one(m.applicant), named(AxisKind.APPLICANT))
    yield Source("strategy", read("strategies"), named(AxisKind.STRATEGY))
    yield Source("purpose", _purposes, named(AxisKind.PURPOSE))
    yield Source("bottleneck", _bottlenecks, pen.named)
    yield Source("track", lambda m: _one(m.track), named(AxisKind.TRACK))


def _purposes(member: Member) -> tuple[str, ...]:
    """What the money of a project is for; "" where a line does not say."""
    return tuple(sorted({line.purpose for line in counting(member.funding)}))


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _level(member: Member) -> tuple[str, ...]:
    return ("" if member.level.official is None else str(member.level.official),)


def _bottlenecks(member: Member) -> tuple[str, ...]:
    """What holds a project back; nothing holds back one that stays local by choice."""
    if member.local:
        return ()
    return tuple(dict.fromkeys(name for one in member.bottlenecks for name in one.dimensions))


def _facet(pen: FundPen, source: Source, members: Sequence[Member]) -> Facet:
    order = _order(pen, source.id)
    met = {value for member in members for value in source.values(member)}
    known = order if source.id in _WHOLE else [value for value in order if value in met]
    others = sorted(met.difference(order, [""]))
    values = (*known, *others, *([""] if "" in met else []))
    if not met.difference([""]):
        values = ()
    place = {value: number for number, value in enumerate(values)}
    rows = (
        tuple(sorted(place[v] for v in source.values(member) if v in place)) for member in members
    )
    coded = code(rows)
    data = {"w": coded.width, "sets": coded.sets, "at": coded.at}
    choices = tuple(_choice(source.name(value)) for value in values)
    label = pen.say(f"dashboard.facet.{source.id}")
    return Facet(source.id, label, choices, values, data)


_WHOLE = ("stage", "purpose")  # shown with what no project has: an empty place is a finding


def _order(pen: FundPen, name: str) -> list[str]:
    """The order of the options: that of the rubric, or of the closed list."""
    rubric, lists = pen.portfolio.rubric, pen.portfolio.vocabularies
    known: dict[str, Sequence[str]] = {
        "level": ["-1", *map(str, range(len(rubric.levels)))],
        "stage": [stage.id for stage in rubric.stages],
        "strategy": [strategy.id for strategy in rubric.strategies],
        "track": [track.id for track in rubric.tracks],
        "bottleneck": [dimension.id for dimension in rubric.dimensions],
    }
    if name in known or lists is None:
        return list(known.get(name, ()))
    own = {
        "sector": lists.sectors,
        "clientele": lists.clienteles,
        "territory": lists.territories,
        "applicant": lists.applicant_types,
        "purpose": lists.funding_purposes,
    }
    return [word.id for word in own[name]]


def _choice(said: Words) -> Choice:
    return Choice(str(said), getattr(said, "lang", ""))
