"""Refuse the rules and conditions that could not be computed."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import assert_never

from scalecheck.model.base import is_number
from scalecheck.model.criterion import Attribute
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.form import Form
from scalecheck.model.names import PROJECT_ATTRIBUTES, SETTING_ATTRIBUTES
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    Condition,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)
from scalecheck.model.scale import Scale

Problems = Iterator[Problem]


def check_rule(nodes: Nodes, rule: Rule, path: Path, group: str | None = None) -> Problems:
    """Find what keeps a rule from being computed.

    `group` is the group whose instances the rule is read for, if any.
    """
    match rule:
        case Requirement():
            return _check_levels(nodes, rule.root, path, group)
        case AllOf():
            return _check_all(nodes, rule.all_of, (*path, "all_of"), group)
        case AnyOf():
            return _check_all(nodes, rule.any_of, (*path, "any_of"), group)
        case AtLeast():
            return chain(
                _check_levels(nodes, rule.of, (*path, "of"), group), _check_quota(rule, path)
            )
        case InGroup():
            return _check_in_group(nodes, rule, path, group)
        case Majority():
            return _check_majority(nodes, rule, (*path, "majority"), group)
        case Should():
            return _check_levels(nodes, rule.should, (*path, "should"), group)
        case Answered():
            return _check_answered(nodes, rule, (*path, "answered"), group)
        case _:
            assert_never(rule)


def _check_all(nodes: Nodes, rules: tuple[Rule, ...], path: Path, group: str | None) -> Problems:
    for position, rule in enumerate(rules):
        yield from check_rule(nodes, rule, (*path, position), group)


def _check_levels(
    nodes: Nodes, wanted: Mapping[str, str], path: Path, group: str | None
) -> Problems:
    for name, level in wanted.items():
        here = (*path, name)
        found = list(check_node(nodes, name, here, group))
        yield from found or check_level(nodes, name, level, here)


def check_node(nodes: Nodes, name: str, path: Path, group: str | None) -> Problems:
    """Find what keeps a rule from reading a node."""
    if name not in nodes.known:
        yield problem("unknown-node", path, at_key=True, name=name, known=listed(nodes.names()))
        return
    own = nodes.group_of.get(name)
    per = getattr(nodes.measures.get(name), "per", None) or (own.id if own else None)
    if per is not None and per != group:
        yield problem("outside-group", path, at_key=True, name=name, group=per)
    typed = nodes.typed(name)
    if typed is None:
        yield problem("not-one-scale", path, at_key=True, name=name)
    elif not nodes.is_monotone(name) and nodes.rubric.headline != name:
        yield problem("not-monotone-in-rule", path, at_key=True, name=name)
    elif typed.form is Form.INDEX and nodes.rubric.index_in_rules is None:
        yield problem("index-in-rule", path, at_key=True, name=name)


def check_level(nodes: Nodes, name: str, level: str, path: Path) -> Problems:
    """Find whether a level is one that a node can have."""
    typed = nodes.typed(name)
    if typed is None:
        return
    if typed.scale is not None:
        yield from check_scale_level(typed.scale, level, path)
    elif not is_number(level):
        yield problem("not-number", path, got=level)


def check_scale_level(scale: Scale, level: str, path: Path, *, at_key: bool = False) -> Problems:
    """Find whether a scale has a level of that name."""
    if scale.rank_of(level) is None:
        known = listed(str(item.value) for item in scale.levels)
        yield problem(
            "unknown-level", path, at_key=at_key, level=level, scale=scale.id, known=known
        )


def _check_quota(rule: AtLeast, path: Path) -> Problems:
    if isinstance(rule.at_least, int) and rule.at_least > len(rule.of):
        yield problem("quota-too-large", (*path, "at_least"), got=rule.at_least, of=len(rule.of))


def _check_in_group(nodes: Nodes, rule: InGroup, path: Path, group: str | None) -> Problems:
    if rule.group not in nodes.groups:
        known = listed(nodes.groups)
        yield problem("unknown-group", (*path, "in"), name=rule.group, known=known)
        return
    if group is not None:
        yield problem("group-in-group", (*path, "in"), name=rule.group)
    yield from check_condition(nodes, rule.where, (*path, "where"), rule.group)
    yield from check_rule(nodes, rule.meet, (*path, "meet"), rule.group)


def _check_majority(nodes: Nodes, rule: Majority, path: Path, group: str | None) -> Problems:
    terms = rule.majority
    yield from _check_levels(nodes, terms.profile, (*path, "profile"), group)
    yield from _check_levels(nodes, terms.veto, (*path, "veto"), group)
    known = listed(terms.profile)
    for position, name in enumerate(terms.must):
        if name not in terms.profile:
            yield problem("not-in-profile", (*path, "must", position), name=name, known=known)
    if terms.weights is not None:
        yield from check_weights(terms.weights, tuple(terms.profile), path)
    yield from _check_veto(nodes, rule, path)


def check_weights(weights: Mapping[str, Fraction], names: tuple[str, ...], path: Path) -> Problems:
    """Find weights of nothing, nodes without a weight, and weights that are not positive."""
    for name, weight in weights.items():
        if name not in names:
            known = listed(names)
            here = (*path, "weights", name)
            yield problem("not-in-profile", here, at_key=True, name=name, known=known)
        if weight <= 0:
            yield problem("weight-not-positive", (*path, "weights", name), got=weight)
    for name in names:
        if name not in weights:
            yield problem("weight-missing", (*path, "weights"), at_key=True, name=name)


def _check_veto(nodes: Nodes, rule: Majority, path: Path) -> Problems:
    for name, level in rule.majority.veto.items():
        typed, wanted = nodes.typed(name), rule.majority.profile.get(name)
        if typed is None or typed.scale is None or wanted is None:
            continue
        veto, entry = typed.scale.rank_of(level), typed.scale.rank_of(wanted)
        if veto is not None and entry is not None and veto > entry:
            yield problem("veto-above-profile", (*path, "veto", name), veto=level, profile=wanted)


def _check_answered(nodes: Nodes, rule: Answered, path: Path, group: str | None) -> Problems:
    for position, name in enumerate(rule.answered):
        criterion = nodes.criteria.get(name)
        if criterion is None or criterion.computed is not None:
            known = listed(c.id for c in nodes.asked())
            yield problem("unknown-criterion", (*path, position), name=name, known=known)
            continue
        own = nodes.group_of.get(name)
        if own is not None and own.id != group:
            yield problem("outside-group", (*path, position), name=name, group=own.id)


def check_condition(
    nodes: Nodes, condition: Condition, path: Path, group: str | None = None
) -> Problems:
    """Find the attributes and values of a condition that nothing declares."""
    find = _attribute_finder(nodes, group)
    several = len(condition) > 1
    for position, case in enumerate(condition):
        for name, values in case.root.items():
            here = (*path, position, name) if several else (*path, name)
            found = find(name)
            if found is None:
                known = listed(_attribute_names(nodes, group))
                yield problem("unknown-attribute", here, at_key=True, name=name, known=known)
            elif isinstance(found, Attribute):
                for value in values:
                    yield from check_attribute_value(nodes, found, value, here)


def _attribute_names(nodes: Nodes, group: str | None) -> Iterator[str]:
    """The attributes that a condition may read."""
    if group is None:
        yield from (*nodes.attributes, *PROJECT_ATTRIBUTES)
        return
    yield from (attribute.id for attribute in nodes.groups[group].attributes)
    if nodes.groups[group].of == "settings":
        yield from SETTING_ATTRIBUTES


def _attribute_finder(nodes: Nodes, group: str | None) -> Callable[[str], Attribute | bool | None]:
    """Find an attribute: declared, built in (True), or unknown (None)."""
    if group is None:
        return lambda name: nodes.attributes.get(name) or (name in PROJECT_ATTRIBUTES or None)
    own = {a.id: a for a in nodes.groups[group].attributes}
    built_in = SETTING_ATTRIBUTES if nodes.groups[group].of == "settings" else ()
    return lambda name: own.get(name) or (name in built_in or None)


def check_attribute_value(nodes: Nodes, attribute: Attribute, value: str, path: Path) -> Problems:
    """Find whether an attribute may take a value."""
    if attribute.scale is not None and attribute.scale in nodes.scales:
        yield from check_scale_level(nodes.scales[attribute.scale], value, path)
    elif attribute.values and value not in {v.id for v in attribute.values}:
        known = listed(v.id for v in attribute.values)
        yield problem("unknown-value", path, value=value, name=attribute.id, known=known)
