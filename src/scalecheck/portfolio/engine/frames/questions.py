"""The cells of one question as expressions: the code of its level, and what evidence supports."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.model.criterion import Criterion
from scalecheck.model.scale import Scale
from scalecheck.portfolio.engine.binding import Places
from scalecheck.portfolio.engine.frames.codes import (
    BAD,
    BLANK,
    INAPPLICABLE,
    UNKNOWN_CODE,
    code_of,
    spell_codes,
)
from scalecheck.portfolio.engine.frames.coding import Coding, code_column
from scalecheck.portfolio.engine.frames.dialect import Expr
from scalecheck.portfolio.engine.frames.evidence import EvidenceFrames
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.engine.spelling import MOST_RECORDS
from scalecheck.portfolio.layout import UNKNOWN, Part
from scalecheck.portfolio.plan import scene
from scalecheck.portfolio.plan.results import Problem
from scalecheck.portfolio.plan.scene import part_of_end

Expressions = Mapping[str, Expr]


class Named(NamedTuple):
    """The columns that hold the code of a question, its low end and its cap; None where none."""

    code: str | None
    low: str = ""
    cap: str | None = None


class QuestionFrames:
    """Reads questions of one dataframe.

    Args:
        coding: the columns of the dataframe, and the codes of those that hold text.
        names: the names of those columns, by their place.
        reader: how questions are read.
    """

    def __init__(self, coding: Coding, names: tuple[str, ...], reader: QuestionReader) -> None:
        self.coding, self.names, self.reader = coding, names, reader
        self.cells, self.say = coding.cells, coding.say
        self.evidence = EvidenceFrames(coding, names, reader)

    def scale_of(self, criterion: str) -> Scale:
        """The scale of a criterion."""
        return self.reader.nodes.scales[self.reader.nodes.criteria[criterion].scale]

    def add(self, criterion: str, places: Places, prefix: str) -> None:
        """Add the texts of a question to what is coded."""
        if Part.LEVEL in places:
            name, scale = self.names[places[Part.LEVEL]], self.scale_of(criterion)
            if not (self.cells.is_number(name) or self.cells.is_day(name)):
                usual = [*(str(level.value) for level in scale.levels), UNKNOWN[0]]
                ends = BLANK, BAD[Problem.LEVEL]
                code = f"{prefix}c{places[Part.LEVEL]}"
                self.coding.add(code_column(name, code, spell_codes(scale), usual, ends))
        if Part.GRADE in places:
            known = {grade: number for number, grade in enumerate(self.reader.grades, 1)}
            name, code = self.names[places[Part.GRADE]], f"{prefix}c{places[Part.GRADE]}"
            ends = 0, len(known) + 1
            self.coding.add(code_column(name, code, known, list(known), ends))

    def code(self, criterion: str, places: Places) -> Expr | None:
        """The code of a level that is no text, to be named before it is read; None for the rest."""
        if Part.LEVEL not in places:
            return None
        name, scale = self.names[places[Part.LEVEL]], self.scale_of(criterion)
        if name in self.coding.columns:
            return None
        found: Expr | int = BAD[Problem.LEVEL]
        if self.cells.is_number(name):
            found = self._number(name, scale)
        return self.say.pick(self.say.col(name).is_null(), BLANK, found)

    def _number(self, name: str, scale: Scale) -> Expr:
        number = self.cells.number(name)
        found: Expr = self.say.code(BAD[Problem.LEVEL])
        if self.cells.is_float(name):
            found = self.say.pick(number.is_nan(), BAD[Problem.NUMBER], found)
        for rank, level in enumerate(scale.by_rank):
            if level.value.denominator == 1 or self.cells.is_float(name):
                value = level.value.numerator / level.value.denominator
                code = code_of(rank, rank, len(scale.levels))
                found = self.say.pick(number == self.say.lit(value), code, found)
        return found

    def low(self, criterion: str, code: str) -> Expr:
        """The low end of what is stated: its rank; 0 where nothing is stated."""
        scale = self.scale_of(criterion)
        found: Expr = self.say.code(0)
        for rank in range(1, scale.top + 1):
            reached = self.say.col(code) >= code_of(rank, 0, scale.top + 1)
            found = self.say.pick(reached, rank, found)
        return found

    def parts(self, criterion: str, places: Places, names: Named) -> Expressions:
        """The inputs of a question, from the columns that hold its code, its low end, its cap."""
        found, top = self.reader.nodes.criteria[criterion], self.scale_of(criterion).top
        reason = self._reason(places)
        if names.code is None:
            return self._silent(top, reason)
        at, low = self.say.col(names.code), self.say.col(names.low)
        is_level = at >= 0
        high = self.say.pick(is_level, at - low * self.say.code(top + 1), top)
        admitted = self._admitted(found, reason)
        status = self.say.pick(at == UNKNOWN_CODE, scene.UNKNOWN, scene.NOT_ASSESSED)
        if admitted is not None:
            out = (at == INAPPLICABLE) & admitted
            status = self.say.pick(out, scene.NOT_APPLICABLE, status)
            high = self.say.pick(out, 0, high)
        counted = [self.evidence.counted(found, places, end, names.cap) for end in (low, high)]
        return {
            "status": self.say.pick(is_level, scene.ANSWERED, status),
            "reason": self.say.lit(value=False) if reason is None else reason,
            part_of_end(claimed=True, high=False): low,
            part_of_end(claimed=True, high=True): high,
            part_of_end(claimed=False, high=False): counted[0],
            part_of_end(claimed=False, high=True): self.say.pick(is_level, counted[1], high),
        }

    def _reason(self, places: Places) -> Expr | None:
        if Part.REASON not in places:
            return None
        return ~self.coding.is_blank(self.names[places[Part.REASON]])

    def _admitted(self, criterion: Criterion, reason: Expr | None) -> Expr | None:
        """Tell whether "not applicable" is admitted; None where it never is."""
        if criterion.not_applicable == "refused":
            return None
        if self.reader.rubric.non_answers.not_applicable.reason == "required":
            return reason
        return self.say.lit(value=True)

    def problems(
        self, criterion: str, places: Places, code: str | None
    ) -> Iterator[tuple[Expr, Problem, str]]:
        """What may not be in the cells of a question: where it is, why, and the column."""
        if code is not None:
            for problem, number in BAD.items():
                yield self.say.col(code) == number, problem, self.names[places[Part.LEVEL]]
        if Part.GRADE in places:
            name = self.names[places[Part.GRADE]]
            coded = self.coding.columns[name]
            yield self.say.col(coded.code) == coded.other, Problem.GRADE, name
        if Part.COUNT in places:
            name = self.names[places[Part.COUNT]]
            sound, _ = self.cells.whole(name, 0, MOST_RECORDS)
            yield ~self.cells.is_blank(name) & ~sound, Problem.COUNT, name
        if Part.DATED in places:
            name = self.names[places[Part.DATED]]
            yield (
                ~self.cells.is_blank(name) & ~self.evidence.days.is_sound(name),
                Problem.DATE,
                name,
            )

    def _silent(self, top: int, reason: Expr | None) -> Expressions:
        found = {
            part_of_end(claimed=claimed, high=high): self.say.code(top if high else 0)
            for claimed in (False, True)
            for high in (False, True)
        }
        found["status"] = self.say.code(scene.NOT_ASSESSED)
        found["reason"] = self.say.lit(value=False) if reason is None else reason
        return found
