"""The figures of cohorts as they may be handed on: no small count, and no project by its name."""

from collections.abc import Mapping, Sequence
from typing import Any

from scalecheck.model.cohort import Cohort, JointAction, SharedBlocker, SharedSetting, SharedSupport
from scalecheck.report.fund.pen import FundPen


def mask_cohorts(pen: FundPen) -> Mapping[str, Any]:
    """Hold back of cohorts what is too small to be told: the same keys, null where held back.

    The projects that one thing holds back, brings forward or is named by are then counted, not
    named. Where every count is shown, nothing is held back and all are named.
    """
    found = pen.material.cohorts
    told = found._asdict()
    if pen.material.balance.smallest > 1:
        told["cohorts"] = [_cohort(pen, one) for one in found.cohorts]
    return told


def _cohort(pen: FundPen, one: Cohort) -> Mapping[str, Any]:
    told = one._asdict()
    told["members"], told["local"] = _told(pen, one.members), _told(pen, one.local)
    told["levels"] = hold_levels(pen, one.levels)
    told["blockers"] = [_blocker(pen, blocker) for blocker in one.blockers]
    if any(b.name == one.telling and _tells(pen, b) is None for b in one.blockers):
        told["chance"] = None
    told["actions"] = [_action(pen, action) for action in one.actions]
    told["helps"] = None
    for name in ("settings", "supporters"):
        told[name] = [_shared(pen, shared) for shared in getattr(one, name)]
    return told


def hold_levels(
    pen: FundPen, levels: Sequence[tuple[int | None, int]]
) -> list[tuple[int | None, int | None]]:
    """Hold back the small counts of levels whose whole is known, at least two of them together."""
    held = {n for n, (_, count) in enumerate(levels) if pen.is_small(count)}
    others = sorted((count, n) for n, (_, count) in enumerate(levels) if n not in held and count)
    while held and others and not _is_hidden(pen, [levels[n][1] for n in held]):
        held.add(others.pop(0)[1])
    return [(at, None if n in held else count) for n, (at, count) in enumerate(levels)]


def _is_hidden(pen: FundPen, counts: Sequence[int]) -> bool:
    whole = sum(counts)
    return len(counts) > 1 and not pen.is_small(whole) and whole > len(counts)


def _tells(pen: FundPen, one: SharedBlocker) -> int | None:
    """How many projects a requirement holds back here, where its whole gives no small count."""
    is_small = pen.is_small(len(one.blocked)) or pen.is_small(one.elsewhere)
    return None if is_small else len(one.blocked)


def _blocker(pen: FundPen, one: SharedBlocker) -> Mapping[str, Any]:
    """Tell a shared requirement; its chance would give the number of projects that it holds."""
    others = len(one.blocked) - len(one.alone)
    alone = None if pen.is_small(others) else _count(pen, len(one.alone))
    told = {**one._asdict(), "blocked": _tells(pen, one), "alone": alone}
    return told if told["blocked"] is not None else {**told, "elsewhere": None, "chance": None}


def _action(pen: FundPen, one: JointAction) -> Mapping[str, Any]:
    passing = _count(pen, len(one.passing))
    bound = None if passing is None else one.bound
    return {**one._asdict(), "passing": passing, "bound": bound}


def _shared(pen: FundPen, one: SharedSetting | SharedSupport) -> Mapping[str, Any]:
    within, load = _count(pen, len(one.within)), _count(pen, one.load)
    others = one.load - len(one.within)
    held = within is None or load is None or pen.is_small(others)
    return {**one._asdict(), "within": None if held else within, "load": load}


def _count(pen: FundPen, count: int) -> int | None:
    return None if pen.is_small(count) else count


def _told(pen: FundPen, names: Sequence[str]) -> Sequence[str] | None:
    return None if pen.is_small(len(names)) else names
