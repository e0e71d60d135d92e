"""Refuse the rubrics that could not be computed: every problem at once, each with its path."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from scalecheck.model.check_chains import check_chains
from scalecheck.model.check_measures import check_measure
from scalecheck.model.check_rules import check_condition, check_rule, check_scale_level
from scalecheck.model.criterion import Criterion, Group
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.levels import Level
from scalecheck.model.measures import MEASURE_WORDS
from scalecheck.model.nodes import PROJECT_ATTRIBUTES, Form, Nodes
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import RULE_WORDS
from scalecheck.model.scale import Scale

Problems = Iterator[Problem]

MOST = 1000
_UNTYPED = ("not-one-scale", "item-not-ordinal", "bad-headline")
RESERVED = RULE_WORDS | MEASURE_WORDS | frozenset((*PROJECT_ATTRIBUTES, "ladder", "none", "niveau"))


def find_problems(rubric: Rubric) -> tuple[Problem, ...]:
    """Find everything that keeps a rubric from being computed, in the order of the file."""
    nodes = Nodes(rubric)
    tangles = tuple(check_chains(nodes, dict(_named(rubric))))
    if any(found.code == "chain-too-long" for found in tangles):
        return (*_check_ids(rubric), *tangles)
    checks = (
        _check_ids(rubric),
        tangles,
        _check_scales(rubric),
        _check_sources(rubric),
        _check_groups(nodes),
        _check_attributes(nodes),
        _check_dimensions(nodes),
        _check_measures(nodes),
        _check_headline(nodes),
        _check_levels(nodes),
        _check_paths(nodes),
    )
    every = dict.fromkeys(found for check in checks for found in check)
    return tuple(_without_echoes(every))[:MOST]


def _without_echoes(problems: Iterable[Problem]) -> Problems:
    """Leave out what a node without a type is said to lack: its scale, or its loop, is told."""
    found = tuple(problems)
    is_explained = any(p.code in ("unknown-scale", "cycle") for p in found)
    return (p for p in found if not (is_explained and p.code in _UNTYPED))


def _check_ids(rubric: Rubric) -> Problems:
    taken: dict[str, Path] = {}
    for name, path in _named(rubric):
        if name in taken:
            yield problem("duplicate-id", (*path, "id"), name=name)
        taken[name] = path
        if name in RESERVED:
            yield problem("reserved-id", (*path, "id"), name=name)
    for family in ("scales", "levels", "stages", "tracks", "strategies", "sources"):
        key = "value" if family == "levels" else "id"
        yield from _check_unique(getattr(rubric, family), (family,), key)


def _check_unique(things: Iterable[Any], path: Path, key: str) -> Problems:
    seen: Counter[str] = Counter()
    for position, thing in enumerate(things):
        name = str(getattr(thing, key))
        seen[name] += 1
        if seen[name] > 1:
            yield problem("duplicate-in-list", (*path, position, key), name=name)


def _named(rubric: Rubric) -> Iterator[tuple[str, Path]]:
    for d, dimension in enumerate(rubric.dimensions):
        yield dimension.id, ("dimensions", d)
        for c, criterion in enumerate(dimension.criteria):
            yield criterion.id, ("dimensions", d, "criteria", c)
    for family in ("measures", "groups", "attributes"):
        for position, thing in enumerate(getattr(rubric, family)):
            yield thing.id, (family, position)


def _check_scales(rubric: Rubric) -> Problems:
    grades = [grade.id for grade in rubric.evidence.grades]
    for s, scale in enumerate(rubric.scales):
        path: Path = ("scales", s, "levels")
        if any(a.value >= b.value for a, b in pairwise(scale.levels)):
            yield problem("levels-not-increasing", path, at_key=True)
        elif any(a > b for a, b in pairwise(_scores(scale))):
            yield problem("scores-not-increasing", path, at_key=True)
        yield from _check_level_ids(scale, path)
        yield from _check_amounts(scale, path)
        for position, level in enumerate(scale.levels):
            if level.evidence is not None:
                yield from _check_grade(grades, level.evidence, (*path, position, "evidence"))


def _scores(scale: Scale) -> list[Fraction]:
    return [level.value if level.score is None else level.score for level in scale.levels]


def _check_level_ids(scale: Scale, path: Path) -> Problems:
    seen = {str(level.value) for level in scale.levels}
    for position, level in enumerate(scale.levels):
        if level.id is not None and level.id in seen and level.id != str(level.value):
            yield problem("duplicate-in-list", (*path, position, "id"), name=level.id)
        seen.add(level.id or str(level.value))


def _check_amounts(scale: Scale, path: Path) -> Problems:
    bounds = [(level.from_, level.above) for level in scale.levels]
    if all(b == (None, None) for b in bounds):
        return
    for position, (start, above) in enumerate(bounds):
        if (start is None) == (above is None) and position > 0:
            yield problem("level-bounds", (*path, position))
    stated = [(b, True) if a is None else (a, False) for a, b in bounds[1:]]
    known = [(bound, strict) for bound, strict in stated if bound is not None]
    if any(x >= y for x, y in pairwise(known)):
        yield problem("levels-not-increasing", path, at_key=True)


def _check_grade(grades: list[str], need: EvidenceNeed, path: Path) -> Problems:
    if need.grade not in grades:
        yield problem("unknown-grade", path, name=need.grade, known=listed(grades))


def _check_sources(rubric: Rubric) -> Problems:
    known = {source.id for source in rubric.sources}
    for thing, path in _sourced(rubric):
        source = getattr(thing, "source", None)
        if source is not None and source.id not in known:
            yield problem(
                "unknown-source", (*path, "source"), name=source.id, known=listed(sorted(known))
            )


def _sourced(rubric: Rubric) -> Iterator[tuple[Any, Path]]:
    for family in ("scales", "measures", "levels", "stages", "tracks", "strategies", "dimensions"):
        for position, thing in enumerate(getattr(rubric, family)):
            yield thing, (family, position)
            for p, phase in enumerate(getattr(thing, "phases", ())):
                yield phase, (family, position, "phases", p)
            for c, criterion in enumerate(getattr(thing, "criteria", ())):
                yield criterion, (family, position, "criteria", c)
    if rubric.index_in_rules is not None:
        yield rubric.index_in_rules, ("index_in_rules",)


def _check_groups(nodes: Nodes) -> Problems:
    owners: dict[str, str] = {}
    for g, group in enumerate(nodes.rubric.groups):
        path: Path = ("groups", g)
        yield from _check_group_criteria(nodes, group, owners, (*path, "criteria"))
        yield from _check_unique(group.attributes, (*path, "attributes"), "id")
        for a, attribute in enumerate(group.attributes):
            yield from _check_attribute(nodes, attribute, (*path, "attributes", a))
    if sum(group.of == "settings" for group in nodes.rubric.groups) > 1:
        yield problem("two-groups-of-settings", ("groups",), at_key=True)


def _check_group_criteria(
    nodes: Nodes, group: Group, owners: dict[str, str], path: Path
) -> Problems:
    for position, name in enumerate(group.criteria):
        here = (*path, position)
        if name not in nodes.criteria:
            known = listed(nodes.criteria)
            yield problem("unknown-criterion", here, name=name, known=known)
        elif nodes.criteria[name].computed is not None:
            yield problem("computed-in-group", here, name=name)
        elif name in owners:
            yield problem("two-groups", here, name=name, group=owners[name])
        owners[name] = group.id


def _check_attributes(nodes: Nodes) -> Problems:
    for position, attribute in enumerate(nodes.rubric.attributes):
        yield from _check_attribute(nodes, attribute, ("attributes", position))


def _check_attribute(nodes: Nodes, attribute: Any, path: Path) -> Problems:
    if bool(attribute.values) == bool(attribute.scale):
        yield problem("values-or-scale", path, name=attribute.id)
    if attribute.scale and attribute.scale not in nodes.scales:
        yield problem(
            "unknown-scale", (*path, "scale"), name=attribute.scale, known=listed(nodes.scales)
        )


def _check_dimensions(nodes: Nodes) -> Problems:
    for d, dimension in enumerate(nodes.rubric.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            yield from _check_criterion(nodes, criterion, ("dimensions", d, "criteria", c))


def _check_criterion(nodes: Nodes, criterion: Criterion, path: Path) -> Problems:
    for word in ("weight", "effort"):
        if getattr(criterion, word) <= 0:
            yield problem("weight-not-positive", (*path, word), got=getattr(criterion, word))
    yield from check_condition(nodes, criterion.applies_when, (*path, "applies_when"))
    scale = nodes.scales.get(criterion.scale)
    if scale is None:
        known = listed(nodes.scales)
        yield problem("unknown-scale", (*path, "scale"), name=criterion.scale, known=known)
        return
    yield from _check_level_keys(nodes, criterion, scale, path)
    for level, rule in (criterion.computed or {}).items():
        yield from check_rule(nodes, rule, (*path, "computed", level))
        if scale.rank_of(level) == 0:
            yield problem("rule-for-worst-level", (*path, "computed", level), at_key=True)
    ranks = [scale.rank_of(level) or 0 for level in criterion.computed or {}]
    if any(a >= b for a, b in pairwise(ranks)):
        yield problem("levels-not-increasing", (*path, "computed"), at_key=True)


def _check_level_keys(nodes: Nodes, criterion: Criterion, scale: Scale, path: Path) -> Problems:
    grades = [grade.id for grade in nodes.rubric.evidence.grades]
    keyed: tuple[tuple[Path, Any], ...] = (
        ((*path, "anchors"), criterion.anchors),
        ((*path, "advice"), criterion.advice),
        ((*path, "computed"), criterion.computed or {}),
        ((*path, "evidence", "least"), criterion.evidence.least or {}),
    )
    for here, mapping in keyed:
        for level in mapping:
            yield from check_scale_level(scale, level, (*here, level), at_key=True)
    for level, need in (criterion.evidence.least or {}).items():
        yield from _check_grade(grades, need, (*path, "evidence", "least", level))
    for level, advice in criterion.advice.items():
        if not 0 < advice.months[0] <= advice.months[1]:
            yield problem("months-not-a-range", (*path, "advice", level, "months"))


def _check_measures(nodes: Nodes) -> Problems:
    for position, measure in enumerate(nodes.rubric.measures):
        yield from check_measure(nodes, measure, ("measures", position))


def _check_headline(nodes: Nodes) -> Problems:
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


def _check_levels(nodes: Nodes) -> Problems:
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


def _check_paths(nodes: Nodes) -> Problems:
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
