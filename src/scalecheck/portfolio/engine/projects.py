"""A row as the project that it is: what the engine of one project reads of it."""

from collections.abc import Mapping, Sequence

from scalecheck.model.answer import Answer
from scalecheck.model.criterion import Criterion
from scalecheck.model.instance import Instance
from scalecheck.model.project import Evidence, Project
from scalecheck.model.snapshot import Context, Kind, Snapshot
from scalecheck.model.text import Text
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.context import (
    count_instances,
    instance_of,
    project_of_context,
)
from scalecheck.portfolio.engine.questions import (
    NO_DAY,
    QuestionReader,
    Stated,
    cells_at,
    records_of,
)
from scalecheck.portfolio.engine.spelling import Cell
from scalecheck.portfolio.layout import Part
from scalecheck.portfolio.plan import scene
from scalecheck.portfolio.plan.node import Bundle

_REASON = Text(fr="…")


class _Maker:
    def __init__(self, binding: Binding, reader: QuestionReader, row: Sequence[Cell]) -> None:
        self.binding, self.reader, self.row = binding, reader, row
        self.records: dict[str, Evidence] = {}

    def answer(self, criterion: Criterion, instance: int) -> Answer | None:
        bundle = self.binding.question(criterion.id, instance)
        cells = cells_at(self.row, self.binding.places(bundle))
        stated = self.reader.state(criterion, cells)
        prefix = f"{criterion.id}-{instance}-"
        records = records_of(stated.support, self.reader.as_of or NO_DAY)
        cited = {prefix + name: record for name, record in records.items()}
        self.records.update(cited)
        evidence = None if self.reader.deemed else tuple(cited)
        found = self._answer(criterion, stated, cells.get(Part.LEVEL))
        return found.model_copy(update={"evidence": evidence}) if found else None

    def _answer(self, criterion: Criterion, stated: Stated, cell: Cell) -> Answer | None:
        reason = _REASON if stated.reason else None
        if stated.status == scene.UNKNOWN:
            return Answer(unknown=True, reason=reason)
        if stated.status == scene.NOT_APPLICABLE or cell == "n/a":
            return Answer(not_applicable="…" if stated.reason else "")
        if stated.status == scene.NOT_ASSESSED:
            return None
        ranks = self.reader.nodes.scales[criterion.scale].by_rank
        low, high = str(ranks[stated.low].value), str(ranks[stated.high].value)
        if low == high:
            return Answer(level=low, reason=reason)
        return Answer(between=(low, high), reason=reason)

    def answers(self) -> dict[str, Answer]:
        criteria = self.binding.layout.criteria
        found = ((c.id, self.answer(c, 0)) for c in criteria)
        return {name: answer for name, answer in found if answer is not None}

    def instances(self, group: str) -> dict[str, tuple[Instance, dict[str, Answer]]] | None:
        listed = count_instances(self.binding, group, self.row)
        if listed is None:
            return None
        found = {}
        for number in range(1, listed + 1):
            places = self.binding.places(Bundle("instance", group, number))
            instance = instance_of(number, cells_at(self.row, places))
            criteria = self.binding.layout.criteria_of(group)
            answers = ((c.id, self.answer(c, number)) for c in criteria)
            found[instance.id] = instance, {n: a for n, a in answers if a is not None}
        return found


def project_of(binding: Binding, reader: QuestionReader, row: Sequence[Cell]) -> Project:
    """Make the one project that a row is: its context, its instances, its answers, its evidence.

    Raises:
        Refused: a cell may not be there.
    """
    maker = _Maker(binding, reader, row)
    project = project_of_context(binding.rubric, cells_at(row, binding.context))
    answers: dict[str, object] = dict(maker.answers())
    settings: tuple[Instance, ...] | None = None
    groups: dict[str, tuple[Instance, ...]] = {}
    for group in binding.rubric.groups:
        listed = maker.instances(group.id)
        if listed is None:
            continue
        instances = tuple(instance for instance, _ in listed.values())
        given = {name: some for name, (_, some) in listed.items() if some}
        answers.update({group.id: given} if given else {})
        if group.of == "settings":
            settings = instances
        else:
            groups[group.id] = instances
    return project.model_copy(
        update={
            "settings": settings,
            "groups": groups,
            "evidence": maker.records,
            "assessments": (_snapshot(binding, reader, answers),),
        }
    )


def _snapshot(binding: Binding, reader: QuestionReader, answers: Mapping[str, object]) -> Snapshot:
    day = reader.as_of or NO_DAY
    return Snapshot.model_construct(
        date=day, kind=Kind.SELF, rubric=binding.rubric.id, answers=answers, context=Context()
    )
