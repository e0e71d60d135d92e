"""Refuse the upgrade tables that say two things of one criterion, or that two rubrics refuse."""

from collections.abc import Iterator, Mapping

from scalecheck.model.check_rules import check_scale_level
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.names import Names
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.model.upgrade import MappedAnswer, Upgrade

Problems = Iterator[Problem]


def find_upgrade_problems(upgrade: Upgrade) -> tuple[Problem, ...]:
    """Find what a table says twice, or of nothing."""
    return tuple(_check_alone(upgrade))


def _check_alone(upgrade: Upgrade) -> Problems:
    before, after = upgrade.from_, upgrade.to
    if (before.rubric, before.version) == (after.rubric, after.version):
        yield problem("upgrade-to-itself", ("to",), at_key=True, version=after.version)
    seen: set[str] = set()
    for name, path, at_key in _told(upgrade):
        if name in seen:
            yield problem("upgrade-told-twice", path, at_key=at_key, name=name)
        seen.add(name)
    used = {*upgrade.carry, *(n for mapped in upgrade.map.values() for n in mapped.from_)}
    for name in upgrade.drop:
        if name in used:
            yield problem("upgrade-dropped-yet-read", ("drop", name), at_key=True, name=name)


def _told(upgrade: Upgrade) -> Iterator[tuple[str, Path, bool]]:
    for position, name in enumerate(upgrade.carry):
        yield name, ("carry", position), False
    for section, names in (("map", upgrade.map), ("ask", upgrade.ask)):
        yield from ((name, (section, name), True) for name in names)


def find_upgrade_misfits(upgrade: Upgrade, old: Rubric, new: Rubric) -> tuple[Problem, ...]:
    """Find what a table says that one of its two rubrics does not know."""
    before, after = nodes_of(old), nodes_of(new)
    return (
        *_check_carried(upgrade, before, after),
        *_check_asked(upgrade.ask, after, "ask"),
        *_check_asked(upgrade.drop, before, "drop"),
        *(
            found
            for name, mapped in upgrade.map.items()
            for found in _check_mapped(name, mapped, before, after)
        ),
    )


def _check_asked(names: Mapping[str, object], nodes: Nodes, section: str) -> Problems:
    for name in names:
        yield from _check_known(name, nodes, (section, name), at_key=True)


def _check_known(name: str, nodes: Names, path: Path, *, at_key: bool) -> Problems:
    """Find whether a criterion is one that people answer."""
    if name not in nodes.criteria:
        known = listed(criterion.id for criterion in nodes.asked())
        yield problem("unknown-criterion", path, at_key=at_key, name=name, known=known)
    elif nodes.criteria[name].computed is not None:
        yield problem("upgrade-of-computed", path, at_key=at_key, name=name)


def _check_carried(upgrade: Upgrade, before: Nodes, after: Nodes) -> Problems:
    for position, name in enumerate(upgrade.carry):
        path: Path = ("carry", position)
        unknown = [p for n in (before, after) for p in _check_known(name, n, path, at_key=False)]
        yield from unknown[:1] or check_kept(name, name, before, after, path)


def check_kept(name: str, source: str, before: Nodes, after: Nodes, path: Path) -> Problems:
    """Find what keeps the answer to a criterion from being read as it is under another one.

    Where it is asked must be alike, and every level of the old scale must stand, in the same
    order, in the new one.
    """
    yield from _check_group(name, source, before, after, path)
    old, new = _scale(before, source), _scale(after, name)
    ranks = [new.rank_of(str(level.value)) for level in old.by_rank] if old and new else []
    known = [rank for rank in ranks if rank is not None]
    if len(known) < len(ranks) or known != sorted(known):
        levels = listed(str(level.value) for level in new.levels) if new else ""
        yield problem("upgrade-other-levels", path, name=source, levels=levels)


def _check_group(name: str, source: str, before: Nodes, after: Nodes, path: Path) -> Problems:
    old, new = before.group_of.get(source), after.group_of.get(name)
    if old is None and new is None:
        return
    same = old is not None and new is not None and (old.id == new.id or bool(old.of and new.of))
    if not same:
        yield problem("upgrade-other-group", path, name=source)


def _scale(nodes: Names, name: str) -> Scale | None:
    return nodes.scales.get(nodes.criteria[name].scale)


def _check_mapped(name: str, mapped: MappedAnswer, before: Nodes, after: Nodes) -> Problems:
    path: Path = ("map", name)
    unknown = [*_check_known(name, after, path, at_key=True)]
    for position, source in enumerate(mapped.from_):
        unknown += _check_known(source, before, (*path, "from", position), at_key=False)
    if unknown:
        yield from unknown
        return
    for source in mapped.from_:
        if mapped.levels is None:
            yield from check_kept(name, source, before, after, (*path, "from"))
        else:
            yield from _check_group(name, source, before, after, (*path, "from"))
    yield from _check_levels(mapped, _scale(before, mapped.from_[0]), _scale(after, name), path)


def _check_levels(
    mapped: MappedAnswer, old: Scale | None, new: Scale | None, path: Path
) -> Problems:
    for level, target in (mapped.levels or {}).items():
        here = (*path, "levels", level)
        if old is not None:
            yield from check_scale_level(old, level, here, at_key=True)
        if new is not None:
            for one in target:
                yield from check_scale_level(new, one, here)
            ranks = [new.rank_of(one) for one in target]
            if None not in ranks and ranks != sorted(ranks, key=lambda r: r or 0):
                yield problem("between-reversed", here)
