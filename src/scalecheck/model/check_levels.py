"""Refuse the headlines, levels, tracks and strategies that lead nowhere."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from scalecheck.model.check_rules import check_condition, check_rule, check_scale_level
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.form import Form
from scalecheck.model.levels import Level
from scalecheck.model.nodes import Nodes

Problems = Iterator[Problem]


def check_headline(nodes: Nodes) -> Problems:
    """Find whether the headline names a ladder, nothing, or a measure with levels."""
    rubric = nodes.rubric
    if rubric.headline == "none":
        if rubric.levels:
            yield problem("levels-without-headline", ("levels",), at_key=True)
        return
    if not rubric.levels:
        yield problem("headline-without-levels", ("headline",))
    if rubric.headline == "ladder":
        return
    typed = nodes.typed(rubric.headline) if rubric.headline in nodes.measures else None
    if typed is None or typed.scale is None:
        known = listed(("ladder", "none", *nodes.measures))
        yield problem("bad-headline", ("headline",), name=rubric.headline, known=known)
    elif typed.form is Form.INDEX and rubric.index_in_rules is None:
        yield problem("index-in-rule", ("headline",), name=rubric.headline)


def check_levels(nodes: Nodes) -> Problems:
    """Find levels without a known stage, without a rule, or out of order."""
    stages = [stage.id for stage in nodes.rubric.stages]
    for position, level in enumerate(nodes.rubric.levels):
        path: Path = ("levels", position)
        if level.stage is not None and level.stage not in stages:
            yield problem("unknown-stage", (*path, "stage"), name=level.stage, known=listed(stages))
        if nodes.rubric.headline == "ladder":
            yield from _check_ladder_level(nodes, level, path)
        elif nodes.rubric.headline in nodes.measures:
            yield from _check_named_level(nodes, level, path)
    yield from _check_level_order(nodes)


def _check_ladder_level(nodes: Nodes, level: Level, path: Path) -> Problems:
    if level.requires is None:
        yield problem("level-asks-nothing", path, level=level.value)
    else:
        yield from check_rule(nodes, level.requires, (*path, "requires"))
    if not level.value.isdecimal():
        yield problem("not-whole", (*path, "value"), got=level.value)


def _check_named_level(nodes: Nodes, level: Level, path: Path) -> Problems:
    if level.requires is not None:
        yield problem("level-asks-twice", (*path, "requires"), at_key=True, level=level.value)
    typed = nodes.typed(nodes.rubric.headline)
    if typed is not None and typed.scale is not None:
        yield from check_scale_level(typed.scale, level.value, (*path, "value"))


def _check_level_order(nodes: Nodes) -> Problems:
    if nodes.rubric.headline == "ladder":
        ranks = [int(v.value) for v in nodes.rubric.levels if v.value.isdecimal()]
    else:
        typed = nodes.typed(nodes.rubric.headline)
        scale = typed.scale if typed else None
        ranks = [scale.rank_of(v.value) or 0 for v in nodes.rubric.levels] if scale else []
    if any(a > b for a, b in pairwise(ranks)):
        yield problem("levels-not-increasing", ("levels",), at_key=True)


def check_paths(nodes: Nodes) -> Problems:
    """Find tracks and strategies that name no criterion, level or rule that is known."""
    values = [level.value for level in nodes.rubric.levels]
    for t, track in enumerate(nodes.rubric.tracks):
        path: Path = ("tracks", t)
        yield from _check_waives(nodes, track.waives, (*path, "waives"))
        for value, where in _track_levels(track, path):
            if value not in values:
                known = listed(values)
                yield problem("unknown-maturity-level", where, level=value, known=known)
    for s, strategy in enumerate(nodes.rubric.strategies):
        path = ("strategies", s)
        yield from _check_waives(nodes, strategy.waives, (*path, "waives"))
        yield from check_condition(nodes, strategy.fits_when, (*path, "fits_when"))
        if strategy.ready_when is not None:
            yield from check_rule(nodes, strategy.ready_when, (*path, "ready_when"))


def _track_levels(track: Any, path: Path) -> Iterator[tuple[str, Path]]:
    if track.ceiling is not None:
        yield track.ceiling, (*path, "ceiling")
    yield from ((value, (*path, "readiness", value)) for value in track.readiness)


def _check_waives(nodes: Nodes, waives: tuple[str, ...], path: Path) -> Problems:
    for position, name in enumerate(waives):
        if name not in nodes.criteria:
            known = listed(nodes.criteria)
            yield problem("unknown-criterion", (*path, position), name=name, known=known)
