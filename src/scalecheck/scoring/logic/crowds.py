"""How many instances of a group there are, and of which sorts, where rules count them.

In the manner `ALIKE` every instance has the same answers; how many there are of each sort is a
variable. A sort is an instance with the attributes that one condition names, or with none.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.model.instance import Instance
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import AllOf, AnyOf, AtLeast, Condition, InGroup, Rule, rule_names
from scalecheck.model.walking import every_part, every_rule
from scalecheck.scoring.leaves import keeps

MOST = 12  # beyond this many instances asked for, their number is not told apart


class Sort(NamedTuple):
    """Instances with the same attributes: their variable, and how many there are at least."""

    variable: str
    instance: Instance
    least: int


class Crowd(NamedTuple):
    """The sorts of a group, and the most of each that a profile has."""

    sorts: tuple[Sort, ...]
    most: int

    def kept_by(self, where: Condition) -> Iterator[Sort]:
        """The sorts that a condition keeps."""
        return (sort for sort in self.sorts if keeps(where, sort.instance))


def find_crowds(nodes: Nodes) -> Mapping[str, Crowd]:
    """The crowd of every group whose instances are only counted, never measured together."""
    asked: dict[str, list[InGroup]] = {}
    for rule in every_in_group(nodes):
        asked.setdefault(rule.group, []).append(rule)
    measured = _measured(nodes) if asked else frozenset()
    found = {}
    for group, rules in asked.items():
        counts = [rule.at_least for rule in rules if isinstance(rule.at_least, int)]
        if group not in measured and max(counts, default=0) <= MOST:
            found[group] = Crowd(tuple(_sorts(group, rules)), max(counts, default=1))
    return found


def _sorts(group: str, rules: list[InGroup]) -> Iterator[Sort]:
    """One sort without attributes, and one for each condition; a share is never over nobody."""
    conditions: list[Condition] = [()]
    conditions += [rule.where for rule in rules if rule.where]
    shared = [rule.where for rule in rules if not isinstance(rule.at_least, int)]
    seen: list[Condition] = []
    for where in conditions:
        if where not in seen:
            seen.append(where)
            attributes = dict(where[0].root) if where else {}
            name = f"count:{group}:{len(seen)}"
            one = Instance.model_construct(id=f"sort-{len(seen)}", count=1, attributes=attributes)
            yield Sort(name, one, 1 if where in shared else 0)


def _measured(nodes: Nodes) -> frozenset[str]:
    """The groups over whose instances a rule reads a measure."""
    waiting = [name for _, rule in every_rule(nodes.rubric) for name in rule_names(rule)]
    waiting.append(nodes.rubric.headline)
    seen: set[str] = set()
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        parts = nodes.parts_of(name)
        waiting.extend(parts)
        measure = nodes.measures.get(name)
        if measure is not None:
            owners = (nodes.group_of.get(part) for part in parts)
            groups = {owner.id for owner in owners if owner}
            groups |= {m.per for part in parts if (m := nodes.measures.get(part)) and m.per}
            found |= groups - {measure.per}
    return frozenset(found)


def every_in_group(nodes: Nodes) -> Iterator[InGroup]:
    """Every rule over the instances of a group."""
    found = every_part(nodes.rubric) if nodes.groups else ()
    yield from (rule for _, rule in found if isinstance(rule, InGroup))


def most_instances(nodes: Nodes) -> int:
    """As many instances as any rule or count may ask for, ten at least."""
    return max([10, *(n for _, rule in every_rule(nodes.rubric) for n in _counts(rule))])


def _counts(rule: Rule) -> list[int]:
    match rule:
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            return [0, *(n for part in parts for n in _counts(part))]
        case InGroup(at_least=int(count)):
            return [count]
        case AtLeast(of=wanted):
            return [0, *map(_number, wanted.values())]
        case _:
            levels = getattr(rule, "root", None) or getattr(rule, "should", None) or {}
            return [0, *map(_number, levels.values())]


def _number(level: str) -> int:
    return int(level) if level.isdecimal() and len(level) < 6 else 0
