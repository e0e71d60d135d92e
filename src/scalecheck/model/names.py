"""What a rule or a measure may name, and what each name reads: the rubric's one namespace."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from scalecheck.model.criterion import Attribute, Criterion, Dimension, Group
from scalecheck.model.measures import Measure
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Rule, rule_names
from scalecheck.model.scale import Scale

PROJECT_ATTRIBUTES = ("sector", "clientele", "territory", "applicant", "track", "strategy")
SETTING_ATTRIBUTES = ("role", "type", "status", "territory")


class Names:
    """The names of a rubric and what stands behind each; in the order of the file."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.scales: Mapping[str, Scale] = {scale.id: scale for scale in rubric.scales}
        self.criteria: Mapping[str, Criterion] = {c.id: c for c in rubric.criteria}
        self.dimensions: Mapping[str, Dimension] = {d.id: d for d in rubric.dimensions}
        self.measures: Mapping[str, Measure] = {m.id: m for m in rubric.measures}
        self.groups: Mapping[str, Group] = {g.id: g for g in rubric.groups}
        self.attributes: Mapping[str, Attribute] = {a.id: a for a in rubric.attributes}
        self.group_of: Mapping[str, Group] = {c: g for g in rubric.groups for c in g.criteria}
        self._cones: dict[str, frozenset[str]] = {}
        self._rule_cones: dict[int, frozenset[str]] = {}

    def names(self) -> Iterator[str]:
        """Every name a rule or a measure may use."""
        yield from self.criteria
        yield from self.dimensions
        yield from self.measures
        yield from (a.id for a in self.rubric.attributes if a.scale)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every name a rule or a measure may use, to be looked up."""
        return frozenset(self.names())

    def asked(self) -> Iterator[Criterion]:
        """The criteria that are answered rather than computed."""
        return (c for c in self.rubric.criteria if c.computed is None)

    def members(self, dimension: Dimension) -> tuple[str, ...]:
        """The criteria that make the level of a dimension: those outside groups."""
        return tuple(c.id for c in dimension.criteria if c.id not in self.group_of)

    def expand(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Put the criteria of a dimension in its place, in the order of the file."""
        found: list[str] = []
        for name in names:
            dimension = self.dimensions.get(name)
            found.extend([name] if dimension is None else [c.id for c in dimension.criteria])
        return tuple(found)

    def reads(self, name: str) -> tuple[str, ...]:
        """The nodes that a measure or a dimension is made of, items included."""
        if name in self.dimensions:
            return self.members(self.dimensions[name])
        measure = self.measures.get(name)
        if measure is None:
            return ()
        items = getattr(measure, "items", {})
        return self.expand((*measure.of, *(i for some in items.values() for i in some)))

    def parts_of(self, name: str) -> tuple[str, ...]:
        """What a node reads directly, its rules included."""
        criterion = self.criteria.get(name)
        if criterion is not None:
            rules = (criterion.computed or {}).values()
            return tuple(part for rule in rules for part in rule_names(rule))
        unless = getattr(self.measures.get(name), "unless", None)
        lifted = tuple(rule_names(unless)) if unless is not None else ()
        return (*self.reads(name), *lifted)

    def cone(self, name: str) -> frozenset[str]:
        """The criteria behind a node, itself included when it is one, down to the answers."""
        if name not in self._cones:
            seen: set[str] = set()
            waiting = [name]
            while waiting:
                current = waiting.pop()
                if current not in seen:
                    seen.add(current)
                    waiting.extend(self.parts_of(current))
            self._cones[name] = frozenset(n for n in seen if n in self.criteria)
        return self._cones[name]

    def cone_of_rule(self, rule: Rule) -> frozenset[str]:
        """The criteria behind a rule of this rubric."""
        key = id(rule)  # the rule lives as long as the rubric
        if key not in self._rule_cones:
            self._rule_cones[key] = frozenset().union(*map(self.cone, rule_names(rule)))
        return self._rule_cones[key]
