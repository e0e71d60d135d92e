"""The interview itself: a pure value that knows what is asked, where it is, what was answered."""

from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.forms.interview import writing
from scalecheck.forms.interview.places import (
    END,
    Kind,
    Place,
    field_at,
    find_out,
    find_places,
    given,
    group_of,
    instance_at,
    question_at,
)
from scalecheck.forms.questionnaire import FactField, Question, Questionnaire
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text
from scalecheck.scoring.situation import Attributes


class Interview(NamedTuple):
    """An interview under way. Every change gives another one; nothing is read or written here.

    `places` are all that is asked, in order, the end included; `at` counts from 0 among them.
    `out` are the questions passed over by rule. `known` are facts that stand on no sheet.
    """

    asked: Questionnaire
    sheet: AnswerSheet
    known: Attributes
    places: tuple[Place, ...]
    out: Mapping[str, str]
    at: int

    # Where it is --------------------------------------------------------------------------------

    @property
    def here(self) -> Place:
        """The place that it stands at."""
        return self.places[self.at]

    @property
    def question(self) -> Question | None:
        """The question asked here; None where something else is."""
        return question_at(self.asked, self.here)

    @property
    def field(self) -> FactField | None:
        """The fact asked here; None where something else is."""
        return field_at(self.asked, self.here)

    def forward(self) -> "Interview":
        """Go to the next place; the end is the last one."""
        return self._replace(at=min(self.at + 1, len(self.places) - 1))

    def back(self) -> "Interview":
        """Go to the place before; the first one has none."""
        return self._replace(at=max(self.at - 1, 0))

    def go(self, place: Place) -> "Interview":
        """Go to a place; to the end where it is asked no more."""
        return self._replace(at=self.places.index(place if place in self.places else END))

    def next_empty(self) -> "Interview":
        """Go to the next question without an answer, round to the first; else to the end."""
        turned = (*self.places[self.at + 1 :], *self.places[: self.at + 1])
        return self.go(next((one for one in turned if self.is_empty(one)), END))

    # What is answered ---------------------------------------------------------------------------

    @property
    def answer(self) -> Answer | None:
        """The answer given here, or None."""
        return given(self.sheet, self.here) if self.here.kind is Kind.QUESTION else None

    def is_empty(self, place: Place) -> bool:
        """Tell whether a place is a question that has no answer."""
        return place.kind is Kind.QUESTION and given(self.sheet, place) is None

    @property
    def questions(self) -> tuple[Place, ...]:
        """The questions asked, each at its instance."""
        return tuple(place for place in self.places if place.kind is Kind.QUESTION)

    @property
    def empty(self) -> tuple[Place, ...]:
        """The questions that have no answer."""
        return tuple(filter(self.is_empty, self.places))

    def values_at(self, place: Place) -> tuple[str, ...]:
        """What a fact is, or what is said of a record: `yes`, `no`; nothing where nothing is."""
        if place.kind is Kind.RECORD:
            holds = self.sheet.still_valid.get(place.name)
            return () if holds is None else ("yes" if holds else "no",)
        one = instance_at(self.asked, self.sheet, place)
        facts = one.attributes if one else {} if place.group else self.sheet.attributes
        return facts.get(place.name, ())

    @property
    def values(self) -> tuple[str, ...]:
        """What the fact or the record asked here is."""
        return self.values_at(self.here)

    @property
    def is_over(self) -> bool:
        """Tell whether no question is left: none at this place or after, or none to be filled.

        A sheet that opened full has none to be filled: it must be gone through.
        """
        later = any(place.kind is Kind.QUESTION for place in self.places[self.at :])
        return not later or (not self.empty and not self._opened_full())

    def _opened_full(self) -> bool:
        questions = (place for place in self.places if place.kind is Kind.QUESTION)
        return all(given(self.asked.sheet, place) is not None for place in questions)

    # What changes it ----------------------------------------------------------------------------

    def decide(self, answer: Answer) -> "Interview":
        """Answer here; the note and the evidence that stood there stay."""
        return self._with(writing.decide(self.sheet, self.here, answer))

    def remark(self, **beside: object) -> "Interview":
        """Change what stands beside the answer: `note`, `reason`, `evidence`."""
        return self._with(writing.remark(self.sheet, self.here, **beside))

    def clear(self) -> "Interview":
        """Take away what is said here: the answer and what stands beside it, or the fact."""
        if self.here.kind is Kind.QUESTION:
            return self._with(writing.put(self.sheet, self.here, None))
        return self.state(())

    def state(self, values: tuple[str, ...]) -> "Interview":
        """Say the fact asked here, or whether the record still holds; nothing takes it away."""
        place = self.here
        if place.kind is Kind.RECORD:
            holds = values == ("yes",) if values else None
            return self._with(writing.confirm(self.sheet, place.name, holds))
        part = group_of(self.asked, place.group) if place.group else None
        return self._with(writing.state(self.sheet, place, part, values))

    def add(self, group: str, title: Text) -> "Interview":
        """Add an instance to a group, and go to the first question asked of it."""
        part = group_of(self.asked, group)
        sheet, made = writing.add_member(self.sheet, part, title)
        grown = self._with(sheet)
        own = (p for p in grown.places if (p.group, p.instance) == (group, made.id))
        return grown.go(next(own, grown.here))

    def close(self, group: str) -> "Interview":
        """Say that a group has no instance at all."""
        return self._with(writing.list_members(self.sheet, group_of(self.asked, group), ()))

    def record(self, evidence: Evidence) -> "Interview":
        """Add a record, and cite it here."""
        sheet, name = writing.add_record(self.sheet, evidence)
        grown = self._with(sheet)
        before = self.answer.cited if self.answer else ()
        return grown.remark(evidence=(*before, name))

    def _with(self, sheet: AnswerSheet) -> "Interview":
        here = self.here
        out = find_out(self.asked, sheet, self.known)
        places = find_places(self.asked, sheet, out)
        at = places.index(here) if here in places else min(self.at, len(places) - 1)
        return self._replace(sheet=sheet, places=places, out=out, at=at)


def begin(asked: Questionnaire, known: Attributes, at: Place | None = None) -> Interview:
    """Begin, or go on with, what a questionnaire opens with.

    It stands at the first question without an answer; where there is none, at the place given, or
    at the first one.
    """
    out = find_out(asked, asked.sheet, known)
    places = find_places(asked, asked.sheet, out)
    started = Interview(asked, asked.sheet, known, places, out, 0)
    return started.go(_first_open(started) or (at if at in places and at else places[0]))


def _first_open(interview: Interview) -> Place | None:
    """The first question without an answer, or the first unknown fact that comes before."""
    for place in interview.places:
        is_fact = place.kind is Kind.FACT and not place.group and interview.empty
        if interview.is_empty(place) or (is_fact and not interview.values_at(place)):
            return place
    return None
