"""What a form asks: one frozen view of a rubric, and of a project, that every channel lays out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.instance import Instance
from scalecheck.model.policies import EvidenceNeed, Grade
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Condition
from scalecheck.model.text import Text
from scalecheck.model.vocabularies import Word


class Choice(NamedTuple):
    """One level that may be answered: `value` is what the answer names, `need` its evidence.

    `need` is None where the weakest grade is enough.
    """

    rank: int
    value: str
    id: str | None
    label: Text | None
    anchor: Text | None
    need: EvidenceNeed | None


class Question(NamedTuple):
    """One criterion: `choices` go from the worst level to the best; numbers count from 1."""

    id: str
    number: int
    group: str | None
    title: Text
    question: Text | None
    description: Text | None
    notes: Text | None
    examples: Text | None
    choices: tuple[Choice, ...]
    may_be_not_applicable: bool
    takes_amounts: bool
    applies_when: Condition

    def choice(self, name: str) -> Choice | None:
        """Find a level by its value or its id, as an answer may name it."""
        return next((one for one in self.choices if name in (one.value, one.id)), None)


class Part(NamedTuple):
    """The questions of one dimension that are answered once."""

    id: str
    title: Text
    description: Text | None
    questions: tuple[Question, ...]


class Option(NamedTuple):
    """One value that a fact may take."""

    id: str
    title: Text | None


class FactField(NamedTuple):
    """A fact that is asked and never scored; without `options` it takes any identifier.

    A built-in fact of a setting (`role`, `type`, `status`, `territory`) has no title of its own:
    its words are those of the catalogue.
    """

    id: str
    title: Text | None
    description: Text | None
    options: tuple[Option, ...]


class GroupPart(NamedTuple):
    """The questions answered once per instance of a group; `instances` are those known."""

    id: str
    title: Text | None
    description: Text | None
    of_settings: bool
    fields: tuple[FactField, ...]
    questions: tuple[Question, ...]
    instances: tuple[Instance, ...]


class Lists(NamedTuple):
    """The closed lists that a record of evidence draws on; empty where none is known."""

    grades: tuple[Grade, ...]
    kinds: tuple[Word, ...]
    issuers: tuple[Word, ...]


class Questionnaire(NamedTuple):
    """Everything that a form lays out.

    `sheet` is what it opens with: empty, or filled from a project. `last` are the answers of the
    last assessment, to be shown beside, and `last_date` its date; both are empty without one.
    Texts are in the languages of the rubric; a channel says them in the one it is made for.
    """

    rubric: Rubric
    parts: tuple[Part, ...]
    groups: tuple[GroupPart, ...]
    fields: tuple[FactField, ...]
    lists: Lists
    sheet: AnswerSheet
    last: Answers
    last_date: str | None

    def questions(self) -> Iterator[Question]:
        """Every question in its order: those answered once, then those of the groups."""
        for part in self.parts:
            yield from part.questions
        for group in self.groups:
            yield from group.questions

    def question(self, name: str) -> Question | None:
        """Find a question by its criterion."""
        return next((one for one in self.questions() if one.id == name), None)

    def given(self, question: str, instance: str | None = None) -> Answer | None:
        """The answer that the form opens with, or None."""
        return self._find(self.sheet.answers, question, instance)

    def last_given(self, question: str, instance: str | None = None) -> Answer | None:
        """The answer of the last assessment, or None."""
        return self._find(self.last, question, instance)

    def _find(self, answers: Answers, question: str, instance: str | None) -> Answer | None:
        asked = self.question(question)
        if asked is None:
            return None
        found = answers.get(asked.group or question)
        if isinstance(found, Mapping):
            return found.get(instance or "", {}).get(question)
        return found if asked.group is None else None
