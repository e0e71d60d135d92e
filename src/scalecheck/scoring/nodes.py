"""The result of every node: criteria, dimensions and measures, with their reasons."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scalecheck.model.facts import Key
from scalecheck.model.figures import Bottleneck, Node, Spread, Value
from scalecheck.model.form import Form
from scalecheck.model.item_measures import Highest, Ladder
from scalecheck.model.measures import Maximum, Measure, Minimum
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.arithmetic import lower_median
from scalecheck.scoring.corners import Corners
from scalecheck.scoring.items import passing
from scalecheck.scoring.ranges import is_exact
from scalecheck.scoring.reading import Reading
from scalecheck.scoring.results import NotComputed

Found = Mapping[tuple[str, str], Node]


def read_nodes(declared: Corners, bounds: Corners) -> dict[tuple[str, str], Node]:
    """Compute every node, each instance apart where there are instances."""
    nodes = declared.low.nodes
    found: dict[tuple[str, str], Node] = {}
    for name, instance in _names(nodes, declared.low):
        found[name, instance] = read_node(declared, bounds, name, instance)
    return found


def _names(nodes: Nodes, reading: Reading) -> Iterator[tuple[str, str]]:
    for criterion in nodes.rubric.criteria:
        if criterion.id not in nodes.group_of:
            yield criterion.id, ""
        else:
            for key in reading.facts:
                if key.criterion == criterion.id:
                    yield criterion.id, key.instance
    yield from ((name, "") for name in nodes.dimensions)
    for measure in nodes.rubric.measures:
        if measure.per is None:
            yield measure.id, ""
        else:
            listed = reading.instances(measure.per, measure.where) or ()
            yield from ((measure.id, instance.id) for instance in listed)


def read_node(declared: Corners, bounds: Corners, name: str, instance: str) -> Node:
    """Compute one node, for one instance where there are instances."""
    low = declared.low
    typed = low.nodes.typed(name)
    value = read_value(declared[0], declared[1], name, instance)
    free = read_value(bounds[0], bounds[1], name, instance)
    node = Node(
        name,
        _kind(low.nodes, name),
        instance,
        typed.form if typed else Form.ORDINAL,
        typed.scale.id if typed and typed.scale else None,
        value,
        read_value(declared[2], declared[3], name, instance),
        free if free != value else None,
        _inputs(low, name, instance),
        out=low.is_out(name),
    )
    measure = low.nodes.measures.get(name)
    if measure is None:
        return node
    return node._replace(
        ties=_ties(low, measure, instance), next_share=_next_share(declared, measure, instance)
    )


def _kind(nodes: Nodes, name: str) -> str:
    if name in nodes.criteria:
        return "criterion" if nodes.criteria[name].computed is None else "computed"
    return "dimension" if name in nodes.dimensions else "measure"


def read_value(low: Reading, high: Reading, name: str, instance: str) -> Value:
    """What a node gives between two readings, or why it gives nothing."""
    typed = low.nodes.typed(name)
    if typed is None:
        return Value(None, None, "not-one-scale")
    ends = [reading.node(name, instance) for reading in (low, high)]
    for end in ends:
        if isinstance(end, NotComputed):
            return Value(None, None, end.why)
    exact = is_exact(low, name)
    return Value(ends[0], ends[1], None, exact)  # type: ignore[arg-type]


def _inputs(reading: Reading, name: str, instance: str) -> tuple[Key, ...]:
    measure = reading.nodes.measures.get(name)
    if measure is None:
        dimension = reading.nodes.dimensions.get(name)
        members = reading.nodes.members(dimension) if dimension else ()
        return tuple(Key(member) for member in members)
    names = measure.of or tuple(i for some in getattr(measure, "items", {}).values() for i in some)
    return tuple(key for key, _ in reading.keys(measure, names, instance))


def _ties(reading: Reading, measure: Measure, instance: str) -> tuple[Key, ...]:
    """The inputs that attain a minimum or a maximum: all of them, at the official reading."""
    if not isinstance(measure, Minimum | Maximum):
        return ()
    inputs = reading.inputs(measure, measure.of, instance)
    value = reading.node(measure.id, instance)
    if isinstance(inputs, NotComputed):
        return ()
    return tuple(i.key for i in inputs if i.value == value)


def _next_share(
    declared: Corners, measure: Measure, instance: str
) -> tuple[Fraction, Fraction] | None:
    """The part of the next level's items that is met, at the low and at the high end."""
    if not isinstance(measure, Ladder | Highest):
        return None
    level = _next_items(declared.low, measure, instance)
    if level is None:
        return None
    shares = [_share_at(reading, measure, level, instance) for reading in declared[:2]]
    return (shares[0], shares[1]) if shares[0] is not None and shares[1] is not None else None


def _next_items(reading: Reading, measure: Ladder | Highest, instance: str) -> str | None:
    """The level after the official one that has items which apply."""
    value = reading.node(measure.id, instance)
    typed = reading.nodes.typed(measure.id)
    if isinstance(value, NotComputed) or typed is None or typed.scale is None:
        return None
    for level, names in measure.items.items():
        applies = not isinstance(reading.inputs(measure, names, instance), NotComputed)
        if applies and (typed.scale.rank_of(level) or 0) > value:
            return level
    return None


def _share_at(
    reading: Reading, measure: Ladder | Highest, level: str, instance: str
) -> Fraction | None:
    inputs = reading.inputs(measure, measure.items[level], instance)
    if isinstance(inputs, NotComputed):
        return None
    return Fraction(passing(measure.at, inputs), sum(i.alike for i in inputs))


def find_bottlenecks(nodes: Nodes, found: Found) -> tuple[Bottleneck, ...]:
    """The lowest dimensions of each scale, with all ties."""
    by_scale: dict[str, dict[str, int]] = {}
    for name in nodes.dimensions:
        node = found[name, ""]
        if node.scale is not None and node.value.low is not None:
            by_scale.setdefault(node.scale, {})[name] = int(node.value.low)
    return tuple(
        Bottleneck(scale, min(ranks.values()), tuple(n for n, r in ranks.items() if r == lowest))
        for scale, ranks in by_scale.items()
        for lowest in (min(ranks.values()),)
    )


def find_spreads(nodes: Nodes, found: Found) -> tuple[Spread, ...]:
    """How uneven the profile is, scale by scale: over the criteria outside groups."""
    by_scale: dict[str, list[int]] = {}
    for (name, _), node in found.items():
        plain = name in nodes.criteria and name not in nodes.group_of
        if plain and node.scale is not None and node.value.low is not None:
            by_scale.setdefault(node.scale, []).append(int(node.value.low))
    return tuple(
        Spread(scale, min(ranks), int(lower_median([(r, 1) for r in ranks])), max(ranks))
        for scale, ranks in by_scale.items()
    )
