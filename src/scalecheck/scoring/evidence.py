"""What evidence holds: which records count for an answer, and the level they support."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from scalecheck.model.criterion import Criterion, level_needs
from scalecheck.model.facts import Record, RecordState
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.project import Evidence, EvidenceStatus
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.scoring.calendar import full_months, is_within, last_day

_SET_ASIDE = {
    EvidenceStatus.REJECTED: RecordState.REJECTED,
    EvidenceStatus.PLANNED: RecordState.PLANNED,
}
_HOLDING = (RecordState.COUNTED, RecordState.STALE, RecordState.UNDATED)


class EvidenceReader(NamedTuple):
    """The records of a project, read at two dates: the assessment's, and the one of ages."""

    rubric: Rubric
    records: Mapping[str, Evidence]
    ageless: Collection[str]
    assessed: str
    as_of: str

    def read(self, names: tuple[str, ...]) -> tuple[Record, ...]:
        """Read the records that an answer cites."""
        return tuple(self._read(name) for name in names)

    def _read(self, name: str) -> Record:
        weakest = self.rubric.evidence.grades[0].id
        evidence = self.records.get(name)
        if evidence is None:
            return Record(name, RecordState.UNKNOWN, weakest)
        if evidence.status in _SET_ASIDE:
            return Record(name, _SET_ASIDE[evidence.status], weakest)
        state = self._state(evidence)
        held = evidence.grade if state is RecordState.COUNTED else weakest
        return Record(name, state, held, full_months(evidence.date, self.as_of))

    def _state(self, evidence: Evidence) -> RecordState:
        max_age = self.rubric.evidence.max_age
        if evidence.date is not None and last_day(evidence.date) > self.assessed:
            return RecordState.FUTURE
        if max_age is None or evidence.kind in self.ageless:
            return RecordState.COUNTED
        if evidence.date is None:
            return RecordState.UNDATED
        fresh = is_within(evidence.date, max_age, self.as_of)
        return RecordState.COUNTED if fresh else RecordState.STALE

    def holds(self, need: EvidenceNeed | None, records: tuple[Record, ...]) -> bool:
        """Tell whether records meet what a level asks for; a declaration needs none."""
        grades = [grade.id for grade in self.rubric.evidence.grades]
        if need is None:
            return True
        floor = _rank(grades, need.grade)
        if floor == 0 and need.count == 1 and need.newest_within is None:
            return True
        strong = [r for r in records if r.state in _HOLDING and _rank(grades, r.held) >= floor]
        if floor == 0 or need.count > 1 or need.newest_within is not None:
            strong = [r for r in strong if r.state is RecordState.COUNTED]
        if len({r.id for r in strong}) < need.count:
            return False
        return need.newest_within is None or any(
            self._is_recent(r.id, need.newest_within) for r in strong
        )

    def _is_recent(self, name: str, months: int) -> bool:
        date = self.records[name].date
        return date is not None and is_within(date, months, self.as_of)

    def supported(
        self, criterion: Criterion, scale: Scale, rank: int, records: tuple[Record, ...]
    ) -> int:
        """Lower a claimed rank to the best one whose evidence is held; rank 0 asks for none."""
        needs = level_needs(criterion, scale)
        while rank > 0 and not self.holds(needs[rank], records):
            rank -= 1
        return rank

    def best_grade(self, records: tuple[Record, ...]) -> str:
        """The best grade that the records hold; the weakest where there is none."""
        grades = [grade.id for grade in self.rubric.evidence.grades]
        held = [_rank(grades, r.held) for r in records if r.state in _HOLDING]
        return grades[max(held, default=0)]


def _rank(grades: list[str], grade: str) -> int:
    return grades.index(grade) if grade in grades else 0
