"""Lay out what a form asks, from a rubric and what the form opens with."""

from collections.abc import Iterator

from scalecheck.forms.questionnaire import (
    Choice,
    FactField,
    GroupPart,
    Lists,
    Option,
    Part,
    Question,
    Questionnaire,
)
from scalecheck.model.answer import Answers
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.criterion import Attribute, Criterion, Group, level_needs
from scalecheck.model.instance import Instance
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.model.vocabularies import Vocabularies, Word

_VOCABULARY_OF = {
    "role": "roles",
    "type": "setting_types",
    "status": "setting_statuses",
    "territory": "territories",
}


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
