"""The values that a project has on each axis, and the closed list of each."""

from collections.abc import Callable, Mapping, Sequence

from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Amount, Member, Portfolio
from scalecheck.model.vocabularies import Words

NOT_SAID = ""
BELOW = "-1"  # the position below the first level, as a value of the axis of levels


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _level(member: Member) -> tuple[str, ...]:
    return () if member.level.official is None else (str(member.level.official),)


OF_PROJECT: Mapping[AxisKind, Callable[[Member], tuple[str, ...]]] = {
    AxisKind.LEVEL: _level,
    AxisKind.STAGE: lambda member: _one(member.level.stage or ""),
    AxisKind.SECTOR: lambda member: _one(member.sector),
    AxisKind.CLIENTELE: lambda member: member.clientele,
    AxisKind.TERRITORY: lambda member: member.territory,
    AxisKind.APPLICANT: lambda member: _one(member.applicant),
    AxisKind.STRATEGY: lambda member: member.strategies,
    AxisKind.TRACK: lambda member: _one(member.track),
}

OF_MONEY: Mapping[AxisKind, Callable[[Amount], str]] = {
    AxisKind.PURPOSE: lambda line: line.purpose,
    AxisKind.RECIPIENT: lambda line: line.recipient,
    AxisKind.YEAR: lambda line: str(line.year),
}


def closed_list(portfolio: Portfolio, kind: AxisKind) -> tuple[str, ...]:
    """Give the values that an axis is known to have, in their order; () where there is no list.

    Positions of levels, stages, tracks and strategies are the rubric's; the others are those of
    the vocabularies, where there are any.
    """
    rubric = portfolio.rubric
    own: Mapping[AxisKind, Sequence[str]] = {
        AxisKind.LEVEL: [BELOW, *map(str, range(len(rubric.levels)))] if rubric.levels else (),
        AxisKind.STAGE: [stage.id for stage in rubric.stages],
        AxisKind.TRACK: [track.id for track in rubric.tracks],
        AxisKind.STRATEGY: [strategy.id for strategy in rubric.strategies],
    }
    return tuple(own[kind]) if kind in own else tuple(w.id for w in _words(portfolio, kind))


def _words(portfolio: Portfolio, kind: AxisKind) -> Words:
    lists = portfolio.vocabularies
    if lists is None:
        return ()
    found: Mapping[AxisKind, Words] = {
        AxisKind.SECTOR: lists.sectors,
        AxisKind.CLIENTELE: lists.clienteles,
        AxisKind.TERRITORY: lists.territories,
        AxisKind.APPLICANT: lists.applicant_types,
        AxisKind.PURPOSE: lists.funding_purposes,
        AxisKind.RECIPIENT: lists.funding_recipients,
    }
    return found.get(kind, ())


def values_on(kind: AxisKind, member: Member) -> tuple[str, ...]:
    """Give the values of a project on an axis, without repeats: "" where it says nothing.

    On an axis of money, those of its lines.
    """
    if kind in OF_MONEY:
        found = tuple(OF_MONEY[kind](line) for line in member.funding)
    else:
        found = OF_PROJECT[kind](member)
    return tuple(dict.fromkeys(found)) or (NOT_SAID,)
