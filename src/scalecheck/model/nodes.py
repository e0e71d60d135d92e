"""What a rule or a measure may name, and what each name gives: the rubric's one namespace."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, assert_never

from scalecheck.model.criterion import Attribute, Criterion, Dimension, Group
from scalecheck.model.item_measures import Additive, Highest, Ladder
from scalecheck.model.measures import (
    Bands,
    Cap,
    Count,
    Difference,
    Lookup,
    Maximum,
    Mean,
    Measure,
    Median,
    Minimum,
    Percent,
    Product,
    Round,
    Sum,
    WeightedMean,
)
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Rule, rule_names
from scalecheck.model.scale import Direction, Scale, ScaleLevel

PROJECT_ATTRIBUTES = ("sector", "clientele", "territory", "applicant", "track", "strategy")
SETTING_ATTRIBUTES = ("role", "type", "status", "territory")


class Form(StrEnum):
    """What a node gives: a rank of a scale, a whole count, or an index."""

    ORDINAL = "ordinal"
    COUNT = "count"
    INDEX = "index"


class Typed(NamedTuple):
    """The form of what a node gives, and its scale when it is a rank."""

    form: Form
    scale: Scale | None = None


INDEX = Typed(Form.INDEX)
COUNT = Typed(Form.COUNT)


class Nodes:
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
        self._typed: dict[str, Typed | None] = {}
        self._monotone: dict[str, bool] = {}
        self._cones: dict[str, frozenset[str]] = {}
        self._rule_cones: dict[int, frozenset[str]] = {}
        self._wanted: dict[tuple[str, str], int | Fraction] = {}

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

    def typed(self, name: str) -> Typed | None:
        """Tell what a node gives, or None where nothing computable stands behind the name."""
        if name not in self._typed:
            self._typed[name] = None  # a name that leads back to itself gives nothing
            self._typed[name] = self._type(name)
        return self._typed[name]

    def _type(self, name: str) -> Typed | None:
        if name in self.criteria:
            return self._ordinal(self.criteria[name].scale)
        if name in self.dimensions:
            return self._shared(self.members(self.dimensions[name]))
        if name in self.measures:
            return self._type_measure(self.measures[name])
        attribute = self.attributes.get(name)
        return self._ordinal(attribute.scale) if attribute and attribute.scale else None

    def _ordinal(self, scale: str) -> Typed | None:
        return Typed(Form.ORDINAL, self.scales[scale]) if scale in self.scales else None

    def _shared(self, names: tuple[str, ...]) -> Typed | None:
        """The one type of several nodes, or None where they differ."""
        found = [self.typed(name) for name in names]
        kinds = {(t.form, t.scale.id if t.scale else "") if t else None for t in found}
        return found[0] if len(kinds) == 1 else None

    def _type_measure(self, measure: Measure) -> Typed | None:
        inputs = self.expand(measure.of)
        match measure:
            case Minimum() | Maximum() | Median() | Cap():
                shared = self._shared(inputs)
                return shared if shared and shared.form is Form.ORDINAL else None
            case Ladder() | Highest():
                return Typed(Form.ORDINAL, self._item_scale(measure))
            case Count():
                return COUNT
            case Bands():
                return self._derived(inputs, band_scale(measure))
            case Lookup():
                return self._derived(inputs, self.scales.get(measure.scale or ""))
            case (
                Additive()
                | Sum()
                | Mean()
                | WeightedMean()
                | Product()
                | Difference()
                | Percent()
                | Round()
            ):
                return INDEX
            case _:
                assert_never(measure)

    def _derived(self, inputs: tuple[str, ...], scale: Scale | None) -> Typed:
        """Type a look-up or a band: from an index comes an index, whatever it is called."""
        from_index = any(self.typed(name) == INDEX for name in inputs)
        if scale is None:
            return INDEX
        return Typed(Form.INDEX if from_index else Form.ORDINAL, scale)

    def _item_scale(self, measure: Ladder | Highest) -> Scale:
        if measure.scale and measure.scale in self.scales:
            return self.scales[measure.scale]
        return item_scale(measure)

    def wanted(self, name: str, level: str) -> int | Fraction:
        """The rank or the number that a rule asks of a node, when it names a level of it."""
        key = (name, level)
        if key not in self._wanted:
            self._wanted[key] = self._read_wanted(name, level)
        return self._wanted[key]

    def _read_wanted(self, name: str, level: str) -> int | Fraction:
        scale = self._scale_of(name)
        if scale is not None:
            return scale.rank_of(level) or 0
        if level.endswith("%"):
            return Fraction(level[:-1]) / 100
        return Fraction(level)

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

    def is_monotone(self, name: str) -> bool:
        """Tell whether better answers never lower a node, all the way down."""
        if name not in self._monotone:
            self._monotone[name] = True  # a name that leads back to itself is refused elsewhere
            measure = self.measures.get(name)
            own = measure is None or self.is_monotone_by_itself(measure)
            self._monotone[name] = own and all(map(self.is_monotone, self.reads(name)))
        return self._monotone[name]

    def is_monotone_by_itself(self, measure: Measure) -> bool:
        """Tell whether better inputs never lower a measure, by its own operator."""
        match measure:
            case Difference():
                return False
            case Count():
                return measure.level is None
            case Lookup():
                return measure.monotone
            case Product() if self._has_negative_scores(measure):
                return False
            case _:
                return not (self.is_scored(measure) and self._reads_down(measure))

    def is_scored(self, measure: Measure) -> bool:
        """Tell whether a measure reads scores or values, rather than ranks."""
        if isinstance(measure, Lookup):  # a table is read by position, whatever its cells hold
            return False
        return isinstance(measure, Bands | Additive) or self._type_measure(measure) == INDEX

    def _reads_down(self, measure: Measure) -> bool:
        scales = (self._scale_of(name) for name in self.reads(measure.id))
        return any(scale is not None and scale.direction is Direction.DOWN for scale in scales)

    def _has_negative_scores(self, measure: Measure) -> bool:
        scales = (self._scale_of(name) for name in self.reads(measure.id))
        return any(scale is None or scale.score_at(r) < 0 for scale in scales for r in (0, -1))

    def _scale_of(self, name: str) -> Scale | None:
        typed = self.typed(name)
        return typed.scale if typed else None

    def reads(self, name: str) -> tuple[str, ...]:
        """The nodes that a measure or a dimension is made of, items included."""
        if name in self.dimensions:
            return self.members(self.dimensions[name])
        measure = self.measures.get(name)
        if measure is None:
            return ()
        items = getattr(measure, "items", {})
        return self.expand((*measure.of, *(i for some in items.values() for i in some)))


def band_scale(measure: Bands) -> Scale:
    """The scale that bands make: one level each, in their order."""
    levels = tuple(
        ScaleLevel.model_construct(value=Fraction(i), id=band.id, label=band.label)
        for i, band in enumerate(measure.bands)
    )
    return Scale.model_construct(id=measure.id, levels=levels)


def item_scale(measure: Ladder | Highest) -> Scale:
    """The scale of a ladder that names none: its levels, and a floor one below the first."""
    values = [Fraction(key) for key in measure.items]
    levels = tuple(ScaleLevel.model_construct(value=value) for value in (values[0] - 1, *values))
    return Scale.model_construct(id=measure.id, levels=levels)
