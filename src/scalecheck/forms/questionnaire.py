"""What a form asks: one frozen view of a rubric, and of a project, that every channel lays out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.criterion import Attribute, Criterion, Group, level_needs
from scalecheck.model.instance import Instance
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.policies import EvidenceNeed, Grade
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Condition
from scalecheck.model.scale import Scale
from scalecheck.model.text import Text
from scalecheck.model.vocabularies import Vocabularies, Word

_VOCABULARY_OF = {
    "role": "roles",
    "type": "setting_types",
    "status": "setting_statuses",
    "territory": "territories",
}


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


def make_questionnaire(
    rubric: Rubric,
    sheet: AnswerSheet,
    vocabularies: Vocabularies | None = None,
    last: tuple[str, Answers] | None = None,
) -> Questionnaire:
    """Lay out what a form asks.

    Args:
        rubric: the instrument.
        sheet: what the form opens with; its instances are those asked about.
        vocabularies: the closed lists; without them, facts and kinds are typed freely.
        last: the date and the answers of the last assessment, to be shown beside the new ones.
    """
    maker = _Maker(rubric, vocabularies)
    parts = tuple(maker.parts())
    groups = tuple(maker.group(group, _instances(group, sheet)) for group in rubric.groups)
    fields = tuple(maker.field(attribute) for attribute in rubric.attributes)
    date, answers = last or (None, {})
    return Questionnaire(rubric, parts, groups, fields, maker.lists(), sheet, answers, date)


def _instances(group: Group, sheet: AnswerSheet) -> tuple[Instance, ...]:
    found = sheet.settings if group.of == "settings" else sheet.groups.get(group.id)
    return found or ()


class _Maker:
    """Makes questions, numbered as they come."""

    def __init__(self, rubric: Rubric, vocabularies: Vocabularies | None) -> None:
        self.rubric, self.vocabularies = rubric, vocabularies
        self.nodes: Nodes = nodes_of(rubric)
        self.number = 0

    def parts(self) -> Iterator[Part]:
        for dimension in self.rubric.dimensions:
            asked = [c for c in dimension.criteria if c.computed is None]
            alone = tuple(self.ask(c, None) for c in asked if c.id not in self.nodes.group_of)
            if alone:
                yield Part(dimension.id, dimension.title, dimension.description, alone)

    def group(self, group: Group, instances: tuple[Instance, ...]) -> GroupPart:
        members = (self.nodes.criteria[name] for name in group.criteria)
        questions = tuple(self.ask(one, group.id) for one in members if one.computed is None)
        is_settings = group.of == "settings"
        fields = tuple(self._group_fields(group))
        title, said = group.title, group.description
        return GroupPart(group.id, title, said, is_settings, fields, questions, instances)

    def _group_fields(self, group: Group) -> Iterator[FactField]:
        own = {attribute.id for attribute in group.attributes}
        yield from map(self.field, group.attributes)
        for name in SETTING_ATTRIBUTES if group.of == "settings" else ():
            if name not in own:
                yield FactField(name, None, None, self._words(_VOCABULARY_OF[name]))

    def _words(self, name: str) -> tuple[Option, ...]:
        words: tuple[Word, ...] = getattr(self.vocabularies, name, ())
        return tuple(Option(word.id, word.label) for word in words)

    def field(self, attribute: Attribute) -> FactField:
        if attribute.scale is None:
            options = tuple(Option(value.id, value.title) for value in attribute.values)
        else:
            levels = self.nodes.scales[attribute.scale].by_rank
            options = tuple(Option(level.id or str(level.value), level.label) for level in levels)
        return FactField(attribute.id, attribute.title, attribute.description, options)

    def ask(self, criterion: Criterion, group: str | None) -> Question:
        self.number += 1
        scale = self.nodes.scales[criterion.scale]
        return Question(
            criterion.id,
            self.number,
            group,
            criterion.title,
            criterion.question,
            criterion.description,
            criterion.notes,
            criterion.evidence.examples,
            tuple(self._choices(criterion, scale)),
            criterion.not_applicable == "allowed",
            any(level.from_ is not None or level.above is not None for level in scale.levels),
            criterion.applies_when,
        )

    def _choices(self, criterion: Criterion, scale: Scale) -> Iterator[Choice]:
        anchors = {scale.rank_of(name): text for name, text in criterion.anchors.items()}
        needs = level_needs(criterion, scale)
        for rank, level in enumerate(scale.by_rank):
            anchor = anchors.get(rank) or level.description
            need = self._need(needs[rank])
            yield Choice(rank, str(level.value), level.id, level.label, anchor, need)

    def _need(self, need: EvidenceNeed | None) -> EvidenceNeed | None:
        weakest = EvidenceNeed(grade=self.rubric.evidence.grades[0].id)
        return None if need == weakest else need

    def lists(self) -> Lists:
        grades, known = self.rubric.evidence.grades, self.vocabularies
        return Lists(
            grades,
            known.evidence_kinds if known else (),
            known.issuers if known else (),
        )
