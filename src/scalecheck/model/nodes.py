"""What each name of a rubric gives: its type, what a rule asks of it, whether it is monotone."""

from fractions import Fraction
from typing import assert_never

from scalecheck.model.form import COUNT, INDEX, Form, Typed, band_scale, item_scale
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
from scalecheck.model.names import Names
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Direction, Scale


def nodes_of(rubric: Rubric) -> "Nodes":
    """Give the names of a rubric and what stands behind each; they are found once for a rubric."""
    kept: Nodes | None = vars(rubric).get("_nodes")
    if kept is None:
        kept = vars(rubric)["_nodes"] = Nodes(rubric)
    return kept


class Nodes(Names):
    """The names of a rubric, and what the node behind each gives."""

    def __init__(self, rubric: Rubric) -> None:
        super().__init__(rubric)
        self._typed: dict[str, Typed | None] = {}
        self._monotone: dict[str, bool] = {}
        self._by_itself: dict[int, tuple[Measure, bool]] = {}  # held: its place is its name here
        self._wanted: dict[tuple[str, str], int | Fraction] = {}

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
                scale = self._item_scale(measure)
                return None if scale is None else Typed(Form.ORDINAL, scale)
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

    def _item_scale(self, measure: Ladder | Highest) -> Scale | None:
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
        key = id(measure)
        if key not in self._by_itself:
            self._by_itself[key] = measure, self._judge_by_itself(measure)
        return self._by_itself[key][1]

    def _judge_by_itself(self, measure: Measure) -> bool:
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
