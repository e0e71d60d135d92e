"""Settings and supporters that several projects name: to bundle, and to spare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.model.cohort import SharedSetting, SharedSupport
from scalecheck.model.portfolio import Member
from scalecheck.model.text import Text
from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.members import said


class Use(NamedTuple):
    """One name in one project, as it is written there."""

    member: str
    title: Text
    functions: tuple[str, ...] = ()


Uses = Mapping[str, Sequence[Use]]


def uses_of_settings(members: Iterable[Member]) -> Uses:
    """Gather the settings of projects by folded title, each project once; unnamed ones are left."""
    return _gather((m, one.title, ()) for m in members for one in m.settings)


def uses_of_supporters(members: Iterable[Member]) -> Uses:
    """Gather the supporters of projects by folded title, each project once."""
    return _gather((m, one.title, one.functions) for m in members for one in m.supporters)


def _gather(named: Iterable[tuple[Member, Text | None, tuple[str, ...]]]) -> Uses:
    found: dict[str, dict[str, Use]] = {}
    for member, title, functions in named:
        key = fold(said(title, member))
        if title is not None and key:
            found.setdefault(key, {}).setdefault(member.id, Use(member.id, title, functions))
    return {key: tuple(by_member.values()) for key, by_member in found.items()}


def shared_settings(uses: Uses, cohort: frozenset[str]) -> Iterator[SharedSetting]:
    """Find the settings that two projects of a cohort name, the most loaded first, then by name."""
    for some, within, load in _shared(uses, cohort):
        yield SharedSetting(some[0].title, within, load)


def shared_supporters(uses: Uses, cohort: frozenset[str]) -> Iterator[SharedSupport]:
    """Find the supporters that two projects of a cohort name, the most loaded first."""
    for some, within, load in _shared(uses, cohort):
        functions = sorted({function for use in some for function in use.functions})
        yield SharedSupport(some[0].title, tuple(functions), within, load)


def _shared(
    uses: Uses, cohort: frozenset[str]
) -> Iterator[tuple[Sequence[Use], tuple[str, ...], int]]:
    found = []
    for key, every in uses.items():
        some = [use for use in every if use.member in cohort]
        if len(some) > 1:
            found.append((len(every), key, some))
    for load, _, some in sorted(found, key=lambda one: (-one[0], one[1])):
        yield some, tuple(use.member for use in some), load
