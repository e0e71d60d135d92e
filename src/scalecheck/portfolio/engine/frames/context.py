"""The context of a row as expressions: attributes, what is out by rule, ceilings, instances."""

from collections.abc import Callable, Iterator, Sequence

from scalecheck.model.criterion import Attribute
from scalecheck.model.rules import Condition
from scalecheck.portfolio.engine.binding import ALIKE, Binding
from scalecheck.portfolio.engine.context import MOST_ALIKE
from scalecheck.portfolio.engine.frames.coding import Coding, code_column
from scalecheck.portfolio.engine.frames.dialect import WIDE, Expr
from scalecheck.portfolio.engine.spelling import spell_levels
from scalecheck.portfolio.layout import MOST_INSTANCES, Part
from scalecheck.portfolio.plan.node import Bundle
from scalecheck.portfolio.plan.results import Problem
from scalecheck.scoring.ladder import read_ladder

_SINGLE = ("sector", "applicant", "track")


class ContextFrames:
    """Reads the context of the rows of one dataframe."""

    def __init__(self, coding: Coding, binding: Binding) -> None:
        self.coding, self.binding, self.rubric = coding, binding, binding.rubric
        self.cells, self.say = coding.cells, coding.say

    def add(self, prefix: str) -> None:
        """Add the texts of attributes to what is coded."""
        nodes, names = self.binding.layout.nodes, self.binding.names
        for name, place in self.binding.context.items():
            self._add(names[place], f"{prefix}c{place}", self._values(self.rubric.attributes, name))
        for group in nodes.groups.values():
            for number in range(1, self.binding.room[group.id] + 1):
                bundle = Bundle("instance", group.id, number)
                for name, place in self.binding.places(bundle).items():
                    if name == ALIKE:
                        continue
                    values = self._values(group.attributes, name)
                    self._add(names[place], f"{prefix}c{place}", values)

    def _values(self, attributes: Sequence[Attribute], name: str) -> list[str]:
        """The texts that a cell of an attribute usually holds."""
        if name == "track":
            return [track.id for track in self.rubric.tracks]
        if name == "strategies":
            return [strategy.id for strategy in self.rubric.strategies]
        found = [a for a in attributes if a.id == name]
        scales = self.binding.layout.nodes.scales
        spelled = [t for a in found if a.scale for t in spell_levels(scales[a.scale])]
        return [*(value.id for a in found for value in a.values), *spelled]

    def _add(self, column: str, code: str, values: list[str]) -> None:
        if self.cells.is_number(column) or self.cells.is_day(column):
            return
        codes = {value: number for number, value in enumerate(values, 1)}
        ends = 0, len(codes) + 1
        coded = code_column(column, code, codes, list(codes), ends)
        self.coding.add(coded._replace(is_joined=True))

    def column(self, bundle: Bundle, part: str) -> str | None:
        """The column of a part of a bundle; None where there is none."""
        place = self.binding.places(bundle).get(part)
        return None if place is None else self.binding.names[place]

    def of_project(self, name: str) -> str | None:
        """The column of an attribute of the project."""
        return self.column(Bundle("context"), "strategies" if name == "strategy" else name)

    def unmet(self, where: Condition, columns: Callable[[str], str | None]) -> Expr:
        """Tell whether no case of a condition may hold; a missing attribute leaves it open."""
        failed = []
        for case in where:
            differs = []
            for name, values in case.root.items():
                column = columns(name)
                if column is not None:
                    single = name in _SINGLE and columns == self.of_project
                    held = self.coding.is_one_of(column, values, single=single)
                    differs.append(~self.coding.is_silent(column) & ~held)
            failed.append(self.say.either(differs))
        return self.say.every(failed) if failed else self.say.lit(value=False)

    # What is out -------------------------------------------------------------------------------

    def has_context(self) -> bool:
        """Tell whether rows differ in what is out by rule, or in where their ladders end."""
        return bool(self.binding.context)

    def out(self, criterion: str) -> Expr:
        """Tell whether a criterion is out by rule."""
        found = next(c for c in self.rubric.criteria if c.id == criterion)
        reasons = [self.unmet(found.applies_when, self.of_project)]
        track, strategies = self.of_project("track"), self.of_project("strategy")
        waiving = [t.id for t in self.rubric.tracks if criterion in t.waives]
        if track is not None and waiving:
            reasons.append(self.coding.is_one_of(track, waiving, single=True))
        if strategies is not None:
            every_id = [s.id for s in self.rubric.strategies]
            asking = [s.id for s in self.rubric.strategies if criterion not in s.waives]
            if len(asking) < len(every_id):
                some = self.coding.is_one_of(strategies, every_id)
                reasons.append(some & ~self.coding.is_one_of(strategies, asking))
        return self.say.either(reasons)

    def is_on(self, track: str) -> Expr:
        """Tell whether a project is on a track."""
        column = self.of_project("track")
        if column is None:
            return self.say.lit(value=False)
        return self.coding.is_one_of(column, [track], single=True)

    def ceiling(self) -> Expr:
        """The position of the last level that counts."""
        nodes = self.binding.layout.nodes
        found: Expr = self.say.code(len(self.rubric.levels) - 1)
        column = self.of_project("track")
        for track in self.rubric.tracks if column is not None else ():
            assert column is not None
            chosen = self.coding.is_one_of(column, [track.id], single=True)
            found = self.say.pick(chosen, read_ladder(nodes, track.id).ceiling, found)
        return found

    def problems(self) -> Iterator[tuple[Expr, Problem, str]]:
        """What may not be in the cells of the context: where it is, why, and the column."""
        track, strategies = self.of_project("track"), self.of_project("strategy")
        if track is not None:
            known = self.coding.is_one_of(track, [t.id for t in self.rubric.tracks], single=True)
            yield ~self.coding.is_silent(track) & ~known, Problem.TRACK, track
        if strategies is not None:
            ids = "|".join(s.id for s in self.rubric.strategies)
            shape = rf"^\|*(?:(?:{ids})(?:\|+(?:{ids}))*)?\|*$" if ids else r"^\|*$"
            yield self._is_odd(strategies, shape), Problem.STRATEGY, strategies
        for group in self.binding.layout.nodes.groups:
            column = self.column(Bundle("group", group), Part.INSTANCES)
            if column is not None:
                yield from self._problems_of_list(group, column)

    def _is_odd(self, column: str, shape: str) -> Expr:
        """Tell whether a cell is not of a shape; only the unusual ones are looked at."""
        coded = self.coding.columns.get(column)
        if coded is None or coded.is_whole:
            return ~self.coding.is_blank(column) if coded is None else self.say.lit(value=False)
        odd = ~self.say.col(coded.rest).str.contains(shape)
        is_other = self.say.col(coded.code) == coded.other
        return self.say.when(is_other).then(odd).otherwise(self.say.lit(value=False))

    def _problems_of_list(self, group: str, column: str) -> Iterator[tuple[Expr, Problem, str]]:
        given = ~self.coding.is_blank(column)
        sound, number = self.cells.whole(column, 0, MOST_INSTANCES)
        yield given & ~sound, Problem.COUNT, column
        yield given & sound & (number > self.binding.room[group]), Problem.INSTANCES, column

    # Attributes and instances ------------------------------------------------------------------

    def attribute(self, name: str, part: str) -> Expr:
        """One input of an attribute: its ranks on its scale, or its place among its values."""
        nodes, column = self.binding.layout.nodes, self.of_project(name)
        attribute = nodes.attributes[name]
        if attribute.scale is None:
            return self._place(column, [value.id for value in attribute.values], part)
        scale = nodes.scales[attribute.scale]
        found: Expr = self.say.code(scale.top if part == "high" else 0)
        if column is None:
            return found
        names: dict[int, list[str]] = {}
        for text, rank in spell_levels(scale).items():
            names.setdefault(rank, []).append(text)
        # The last choice written is the one that is made: the worst rank for the low end.
        for rank in sorted(names, reverse=part == "low"):
            found = self.say.pick(self.coding.is_one_of(column, names[rank]), rank, found)
        return found

    def _place(self, column: str | None, values: list[str], part: str) -> Expr:
        """Whether any value is known, or the place of the first of the cell among those known."""
        if column is None:
            return self.say.lit(value=False) if part == "given" else self.say.code(0)
        if part == "given":
            return self.coding.is_one_of(column, values)
        found: Expr = self.say.code(0)
        for single in (False, True):
            for place in range(len(values) - 1, -1, -1):
                here = self.coding.is_one_of(column, [values[place]], single=single)
                found = self.say.pick(here, place, found)
        return found

    def listed(self, group: str) -> Expr:
        """How many instances are listed; -1 where there is no list."""
        found = self.say.wide(-1)
        for number in range(1, self.binding.room[group] + 1):
            places = self.binding.of_instance(group, number)
            names = (self.binding.names[place] for place in places)
            blank = self.say.every([self.coding.is_blank(name) for name in names])
            found = self.say.pick(blank, found, self.say.wide(number))
        column = self.column(Bundle("group", group), Part.INSTANCES)
        if column is None:
            return found
        _, number_of = self.cells.whole(column, 0, MOST_INSTANCES)
        return self.say.pick(self.coding.is_blank(column), found, self.say.cast(number_of, WIDE))

    def alike(self, group: str, number: int) -> Expr:
        """How many an instance stands for."""
        column = self.column(Bundle("instance", group, number), ALIKE)
        if column is None:
            return self.say.wide(1)
        _, found = self.cells.whole(column, 1, MOST_ALIKE)
        one, some = self.say.wide(1), self.say.cast(found, WIDE)
        return self.say.pick(self.coding.is_blank(column), one, some)

    def kept(self, group: str, number: int, where: Condition) -> Expr:
        """Tell whether a condition keeps an instance."""
        bundle = Bundle("instance", group, number)
        return ~self.unmet(where, lambda name: self.column(bundle, name))

    def problems_of(self, bundle: Bundle) -> Iterator[tuple[Expr, Problem, str]]:
        """What may not be in the cells of an instance."""
        column = self.column(bundle, ALIKE)
        if column is not None:
            sound, _ = self.cells.whole(column, 1, MOST_ALIKE)
            yield ~self.coding.is_blank(column) & ~sound, Problem.COUNT, column
