"""What projects are filtered and counted by: the options of each facet, and who has which."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Member
from scalecheck.report.dashboard.columns import code
from scalecheck.report.dashboard.use import Use, find_use
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
    label: str
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

    def source(
        kind: AxisKind, values: Callable[[Member], tuple[str, ...]], name: _Namer | None = None
    ) -> Source:
        named = name or (lambda value: pen.value(kind, value))
        return Source(str(kind), pen.say(f"dashboard.facet.{kind}"), values, named)

    yield source(AxisKind.STAGE, _stages(pen), lambda value: _stage_name(pen, value))
    yield source(AxisKind.SECTOR, lambda m: (m.sector,))
    yield source(AxisKind.CLIENTELE, lambda m: m.clientele)
    yield source(AxisKind.TERRITORY, lambda m: m.territory)
    yield source(AxisKind.LEVEL, _level)
    yield source(AxisKind.APPLICANT, lambda m: _one(m.applicant))
    yield source(AxisKind.STRATEGY, lambda m: m.strategies)
    yield source(AxisKind.PURPOSE, _purposes)
    yield Source("bottleneck", pen.say("dashboard.facet.bottleneck"), _bottlenecks, pen.named)
    yield source(AxisKind.TRACK, lambda m: _one(m.track))
    use = find_use(pen)
    if use is not None:
        yield Source("use", use.title, use.values, use.name)


_Namer = Callable[[str], Words]


def _stages(pen: FundPen) -> Callable[[Member], tuple[str, ...]]:
    """The stage of a project, or that it stands before the first, where the rubric has stages."""
    staged = bool(pen.portfolio.rubric.stages)

    def read(member: Member) -> tuple[str, ...]:
        below = staged and member.level.official == -1
        return (_BEFORE if below else member.level.stage or "",)

    return read


def _stage_name(pen: FundPen, value: str) -> Words:
    return (
        pen.say("dashboard.before-stage") if value == _BEFORE else pen.value(AxisKind.STAGE, value)
    )


_BEFORE = "~"  # no stage has such an id


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
    values = _values(pen, source, members)
    place = {value: number for number, value in enumerate(values)}
    rows = (
        tuple(sorted(place[v] for v in source.values(member) if v in place)) for member in members
    )
    coded = code(rows)
    data = {"w": coded.width, "sets": coded.sets, "at": coded.at}
    choices = tuple(_choice(source.name(value)) for value in values)
    return Facet(source.id, source.label, choices, values, data)


def _values(pen: FundPen, source: Source, members: Sequence[Member]) -> tuple[str, ...]:
    """The options in their order, "" at the end; none where no project says anything."""
    order = _order(pen, source.id)
    met = {value for member in members for value in source.values(member)}
    if not met.difference([""]):
        return ()
    whole = source.id in _WHOLE or (source.id in _RANKS and len(order) <= _FEW)
    known = [value for value in order if value in met or (whole and value not in _IF_MET)]
    others = sorted(met.difference(order, [""]))
    return (*known, *others, *([""] if "" in met else []))


_WHOLE = ("stage", "purpose")  # shown with what no project has: an empty place is a finding
_RANKS = ("level", "use")  # likewise, where they are few enough to be seen at once
_FEW = 12
_IF_MET = ("-1", _BEFORE)  # below the first one: only where somebody is


def _order(pen: FundPen, name: str) -> list[str]:
    """The order of the options: that of the rubric, of the closed list, or the most frequent."""
    rubric, lists = pen.portfolio.rubric, pen.portfolio.vocabularies
    use: Use | None = find_use(pen) if name == "use" else None
    known: dict[str, Sequence[str]] = {
        "level": ["-1", *map(str, range(len(rubric.levels)))],
        "stage": [_BEFORE, *(stage.id for stage in rubric.stages)],
        "strategy": [strategy.id for strategy in rubric.strategies],
        "track": [track.id for track in rubric.tracks],
        "bottleneck": [one.name for one in pen.material.frequent.bottlenecks if one.projects],
        "use": use.order if use else (),
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
