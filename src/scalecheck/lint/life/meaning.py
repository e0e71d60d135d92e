"""What decides in a rubric, as a table: for each thing, its fields in one spelling.

Two rubrics with the same table give the same results for the same answers. Texts, sources and
the way figures are printed are not in it; nor is the order in which things are listed, where
nothing reads it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scalecheck.lint.life.canon import Canon, Renames, condition, need, value_of, write
from scalecheck.model.criterion import Attribute, Criterion
from scalecheck.model.levels import Level
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import Family
from scalecheck.model.scale import Scale

_NO_RENAMES: Renames = {}


class Thing(NamedTuple):
    """The name of a thing: its family, what it belongs to ("" for nothing), and its id."""

    family: Family
    owner: str
    name: str


Fields = Mapping[str, str]
Meaning = Mapping[Thing, Fields]
_Row = tuple[Thing, Fields]


def read_meaning(rubric: Rubric, renames: Renames = _NO_RENAMES) -> Meaning:
    """Read what decides in a rubric.

    Args:
        rubric: any rubric, even one that could not be computed.
        renames: the names of another edition for ids of this one.
    """
    return dict(_Reader(rubric, renames).read())


class _Reader:
    """Reads one rubric, family by family."""

    def __init__(self, rubric: Rubric, renames: Renames) -> None:
        self.rubric, self.canon = rubric, Canon(rubric, renames)

    def read(self) -> Iterator[_Row]:
        yield self._rubric()
        yield from self._attributes(self.rubric.attributes)
        yield from self._scales()
        yield from self._groups()
        yield from self._dimensions()
        for measure in self.rubric.measures:
            yield self._row(Family.MEASURE, measure.id, self.canon.measure(measure))
        for level in self.rubric.levels:
            yield from self._level(level)
        for stage in self.rubric.stages:
            yield self._row(Family.STAGE, stage.id, {})
        yield from self._paths()

    def _row(
        self, family: Family, name: str, fields: Mapping[str, object], owner: str = ""
    ) -> _Row:
        said = {word: v if isinstance(v, str) else write(v) for word, v in fields.items()}
        thing = Thing(family, self.canon.name(owner), self.canon.name(name))
        return thing, {word: value for word, value in said.items() if value}

    def _rubric(self) -> _Row:
        rubric, rest = self.rubric, self.rubric.non_answers
        fields = {
            "headline": self.canon.name(rubric.headline),
            "index_in_rules": "allowed" if rubric.index_in_rules else "",
            "unknown": str(rest.unknown),
            "not_assessed": str(rest.not_assessed),
            "reason": str(rest.not_applicable.reason),
            "min_applicable": str(rest.not_applicable.min_applicable),
            "empty_level": str(rest.empty_level),
            "grades": ", ".join(grade.id for grade in rubric.evidence.grades),
            "max_age": str(rubric.evidence.max_age or ""),
        }
        return Thing(Family.RUBRIC, "", ""), {word: v for word, v in fields.items() if v}

    def _attributes(self, attributes: Iterable[Attribute], group: str = "") -> Iterator[_Row]:
        family = Family.GROUP_ATTRIBUTE if group else Family.ATTRIBUTE
        for attribute in attributes:
            values = ", ".join(value.id for value in attribute.values)
            scale = self.canon.name(attribute.scale or "")
            yield self._row(family, attribute.id, {"values": values, "scale": scale}, group)

    def _scales(self) -> Iterator[_Row]:
        for scale in self.rubric.scales:
            yield self._row(Family.SCALE, scale.id, {"direction": str(scale.direction)})
            for level in scale.levels:
                fields = {
                    "id": level.id or "",
                    "score": "" if level.score is None else str(level.score),
                    "from": "" if level.from_ is None else str(level.from_),
                    "above": "" if level.above is None else str(level.above),
                    "evidence": need(level.evidence),
                }
                yield self._row(Family.SCALE_LEVEL, str(level.value), fields, scale.id)

    def _groups(self) -> Iterator[_Row]:
        for group in self.rubric.groups:
            members = ", ".join(self.canon.names(group.criteria))
            fields = {"of": group.of or "", "criteria": members}
            yield self._row(Family.GROUP, group.id, fields)
            yield from self._attributes(group.attributes, group.id)

    def _dimensions(self) -> Iterator[_Row]:
        for dimension in self.rubric.dimensions:
            members = ", ".join(self.canon.names(c.id for c in dimension.criteria))
            yield self._row(Family.DIMENSION, dimension.id, {"criteria": members})
            for criterion in dimension.criteria:
                yield self._row(Family.CRITERION, criterion.id, self._criterion(criterion))

    def _criterion(self, criterion: Criterion) -> Mapping[str, object]:
        scale = self.canon.nodes.scales.get(criterion.scale)
        least = criterion.evidence.least
        return {
            "scale": self.canon.name(criterion.scale),
            "weight": str(criterion.weight),
            "effort": str(criterion.effort),
            "not_applicable": criterion.not_applicable,
            "applies_when": condition(criterion.applies_when),
            "least": "none" if least is not None and not least else "",
            **{f"least.{_value(scale, v)}": need(n) for v, n in (least or {}).items()},
            **{
                f"computed.{_value(scale, v)}": self.canon.rule(rule)
                for v, rule in (criterion.computed or {}).items()
            },
        }

    def _level(self, level: Level) -> Iterator[_Row]:
        asked, others = self.canon.split(level.requires) if level.requires else ({}, [])
        fields = {"stage": level.stage or "", "rule": others}
        yield self._row(Family.LEVEL, level.value, fields)
        for name, wanted in asked.items():
            thing = Thing(Family.REQUIREMENT, level.value, name)
            yield thing, {"at": wanted}

    def _paths(self) -> Iterator[_Row]:
        for track in self.rubric.tracks:
            waives = ", ".join(self.canon.names(track.waives))
            fields = {"waives": waives, "ceiling": track.ceiling or ""}
            yield self._row(Family.TRACK, track.id, fields)
        for strategy in self.rubric.strategies:
            ready = strategy.ready_when
            yield self._row(
                Family.STRATEGY,
                strategy.id,
                {
                    "fits_when": condition(strategy.fits_when),
                    "ready_when": self.canon.rule(ready) if ready is not None else "",
                    "waives": ", ".join(self.canon.names(strategy.waives)),
                },
            )


def _value(scale: Scale | None, level: str) -> str:
    return level if scale is None else value_of(scale, level)
