"""Refuse the criteria, groups and attributes whose scales, levels or members are unknown."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from scalecheck.model.check_names import check_unique
from scalecheck.model.check_rules import check_condition, check_rule, check_scale_level
from scalecheck.model.check_scales import check_grade
from scalecheck.model.criterion import Criterion, Group
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale

Problems = Iterator[Problem]


def check_groups(nodes: Nodes) -> Problems:
    """Find groups whose members are unknown, computed or shared, and their bad attributes."""
    owners: dict[str, str] = {}
    for g, group in enumerate(nodes.rubric.groups):
        path: Path = ("groups", g)
        yield from _check_group_criteria(nodes, group, owners, (*path, "criteria"))
        yield from check_unique(group.attributes, (*path, "attributes"), "id")
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


def check_attributes(nodes: Nodes) -> Problems:
    """Find attributes with neither values nor a scale, or with both."""
    for position, attribute in enumerate(nodes.rubric.attributes):
        yield from _check_attribute(nodes, attribute, ("attributes", position))


def _check_attribute(nodes: Nodes, attribute: Any, path: Path) -> Problems:
    if bool(attribute.values) == bool(attribute.scale):
        yield problem("values-or-scale", path, name=attribute.id)
    if attribute.scale and attribute.scale not in nodes.scales:
        yield problem(
            "unknown-scale", (*path, "scale"), name=attribute.scale, known=listed(nodes.scales)
        )


def check_dimensions(nodes: Nodes) -> Problems:
    """Find what is wrong with each criterion, in the order of the file."""
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
        yield from check_grade(grades, need, (*path, "evidence", "least", level))
    for level, advice in criterion.advice.items():
        if not 0 < advice.months[0] <= advice.months[1]:
            yield problem("months-not-a-range", (*path, "advice", level, "months"))
