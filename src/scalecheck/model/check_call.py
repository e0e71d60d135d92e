"""Refuse the calls whose gates could not be read, alone or laid over their rubric."""

from collections.abc import Iterator, Mapping

from scalecheck.model.call import HEADLINE, Call, Gate, GateSeverity, rules_of
from scalecheck.model.check_names import RESERVED, check_unique
from scalecheck.model.check_rules import check_attribute_value, check_level, check_node
from scalecheck.model.criterion import Attribute
from scalecheck.model.diagnostic import Path, Problem, Severity, listed, problem
from scalecheck.model.names import PROJECT_ATTRIBUTES
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Condition
from scalecheck.model.version_range import is_in_range, read_range

Problems = Iterator[Problem]


def find_call_problems(call: Call) -> tuple[Problem, ...]:
    """Find what is wrong with a call by itself: gates that ask nothing, or two things at once."""
    return tuple(_check_alone(call))


def _check_alone(call: Call) -> Problems:
    for family in ("sources", "attributes", "gates"):
        yield from check_unique(getattr(call, family), (family,), "id")
    if call.rubric_version is not None and read_range(call.rubric_version) is None:
        yield problem("bad-version-range", ("rubric_version",), got=call.rubric_version)
    for position, attribute in enumerate(call.attributes):
        path: Path = ("attributes", position)
        if attribute.id in RESERVED:
            yield problem("reserved-id", (*path, "id"), name=attribute.id)
        if bool(attribute.values) == bool(attribute.scale):
            yield problem("values-or-scale", path, name=attribute.id)
    sources = [source.id for source in call.sources]
    for position, gate in enumerate(call.gates):
        path = ("gates", position)
        yield from _check_shape(gate, path)
        if gate.source is not None and gate.source.id not in sources:
            known = listed(sources)
            yield problem("unknown-source", (*path, "source"), name=gate.source.id, known=known)


def _check_shape(gate: Gate, path: Path) -> Problems:
    rules = rules_of(gate)
    is_reminder = gate.severity is GateSeverity.INFO
    if len(rules) > 1:
        yield problem("gate-asks-twice", path, name=gate.id, given=", ".join(rules))
    elif is_reminder and rules:
        yield problem("reminder-with-rule", (*path, rules[0]), at_key=True, name=gate.id)
    elif not is_reminder and not rules:
        yield problem("gate-asks-nothing", path, name=gate.id)
    if gate.gain is not None and gate.plan is None:
        yield problem("gain-without-plan", (*path, "gain"), at_key=True, name=gate.id)
    if gate.plan is not None and rules in ((), ("holds",)):
        yield problem("plan-without-levels", (*path, "plan"), at_key=True, name=gate.id)


def find_call_misfits(rubric: Rubric, call: Call) -> tuple[Problem, ...]:
    """Find what a call says that its rubric does not know."""
    nodes = nodes_of(rubric)
    return (
        *_check_version(rubric, call),
        *_check_attributes(nodes, call),
        *(
            found
            for n, gate in enumerate(call.gates)
            for found in _check_gate(nodes, call, gate, n)
        ),
    )


def _check_version(rubric: Rubric, call: Call) -> Problems:
    bounds = read_range(call.rubric_version or "")
    if bounds is not None and not is_in_range(rubric.version, bounds):
        asked, version = call.rubric_version, rubric.version
        where = ("rubric_version",)
        found = problem("rubric-out-of-range", where, name=rubric.id, version=version, asked=asked)
        yield found._replace(severity=Severity.WARNING)


def _check_attributes(nodes: Nodes, call: Call) -> Problems:
    for position, attribute in enumerate(call.attributes):
        path: Path = ("attributes", position)
        if attribute.id in nodes.attributes or attribute.id in nodes.known:
            yield problem("name-of-rubric", (*path, "id"), name=attribute.id)
        if attribute.scale and attribute.scale not in nodes.scales:
            known = listed(nodes.scales)
            yield problem("unknown-scale", (*path, "scale"), name=attribute.scale, known=known)


def _check_gate(nodes: Nodes, call: Call, gate: Gate, number: int) -> Problems:
    path: Path = ("gates", number)
    attributes = {**nodes.attributes, **{a.id: a for a in call.attributes}}
    yield from _check_condition(nodes, attributes, gate.when, (*path, "when"))
    yield from _check_condition(nodes, attributes, gate.holds or (), (*path, "holds"))
    for word in ("require", "at_most"):
        for name, level in (getattr(gate, word) or {}).items():
            yield from _check_asked(nodes, name, level, (*path, word, name))
    for name in gate.gain or ():
        yield from _check_asked(nodes, name, None, (*path, "gain", name))


def _check_asked(nodes: Nodes, name: str, level: str | None, path: Path) -> Problems:
    if name not in HEADLINE:
        refused = list(_check_known(nodes, name, path))
        yield from refused or (check_level(nodes, name, level, path) if level else ())
        return
    values = [known.value for known in nodes.rubric.levels]
    if not values:
        yield problem("no-headline", path, at_key=True, name=nodes.rubric.id)
    elif level is not None and level not in values:
        known = listed(values)
        yield problem("unknown-maturity-level", path, level=level, known=known)


def _check_known(nodes: Nodes, name: str, path: Path) -> Problems:
    """Find what keeps a gate from reading a node; among what is known stands the headline too."""
    if name in nodes.known:
        yield from check_node(nodes, name, path, None)
        return
    known = listed((*HEADLINE, *nodes.names()))
    yield problem("unknown-node", path, at_key=True, name=name, known=known)


def _check_condition(
    nodes: Nodes, attributes: Mapping[str, Attribute], condition: Condition, path: Path
) -> Problems:
    """Find the attributes of a condition that neither the call, the rubric nor a project has."""
    for position, case in enumerate(condition):
        for name, values in case.root.items():
            here = (*path, position, name) if len(condition) > 1 else (*path, name)
            if name in attributes:
                for value in values:
                    yield from check_attribute_value(nodes, attributes[name], value, here)
            elif name not in PROJECT_ATTRIBUTES:
                known = listed((*attributes, *PROJECT_ATTRIBUTES))
                yield problem("unknown-attribute", here, at_key=True, name=name, known=known)
