"""The sheet that a form opens with: a project as it stands, its last answers in place."""

from typing import Any, NamedTuple

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.nodes import nodes_of
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.snapshot import Context, Snapshot


class Opening(NamedTuple):
    """What a form opens with, and the last answers with their date, to be shown beside."""

    sheet: AnswerSheet
    last: tuple[str, Answers] | None


def open_blank(rubric: Rubric, fingerprint: str, language: Language) -> Opening:
    """Open a form that asks a rubric of a project nobody knows yet."""
    return Opening(_start(rubric, fingerprint, language), None)


def open_for(
    project: Project, rubric: Rubric, fingerprint: str, language: Language, *, blank: bool = False
) -> Opening:
    """Open a form on a project: to assess it again, or for the first time under a rubric.

    Args:
        project: its settings, facts and evidence are on the form as they stood last.
        rubric: the instrument; answers given to its other editions are last answers too, as far
            as it still asks them.
        fingerprint: that of what the rubric decides.
        language: that of the form.
        blank: leave the answers open; the last ones are shown beside all the same.
    """
    snapshot = _last(project, rubric)
    answers = _asked_still(rubric, snapshot.answers) if snapshot else {}
    opened = _start(rubric, fingerprint, language).model_copy(
        update={
            "project": project.id,
            "title": project.title,
            "organization": project.organization,
            "attributes": _facts(project, snapshot, rubric),
            "context": _context(snapshot),
            "settings": _settings(project, snapshot),
            "groups": {name: ones for name, ones in project.groups.items() if _has(rubric, name)},
            "evidence": project.evidence,
            "answers": {} if blank else answers,
        }
    )
    return Opening(opened, (snapshot.date, answers) if snapshot else None)


def _start(rubric: Rubric, fingerprint: str, language: Language) -> AnswerSheet:
    return AnswerSheet(
        format="scalecheck/answers@1",
        rubric=rubric.id,
        rubric_version=rubric.version,
        fingerprint=fingerprint,
        language=language,
    )


def _last(project: Project, rubric: Rubric) -> Snapshot | None:
    """The newest assessment under a rubric that is no panel voice, or the newest of those."""
    own = project.positions_under(rubric.id, rubric.version)
    found = tuple(project.assessments[position] for position in own)
    return project.model_copy(update={"assessments": found}).current if found else None


def _context(snapshot: Snapshot | None) -> Context:
    """What holds on from the last day: the track and the strategies; facts stand on the form."""
    if snapshot is None:
        return Context()
    return Context(track=snapshot.context.track, strategies=snapshot.context.strategies)


def _facts(
    project: Project, snapshot: Snapshot | None, rubric: Rubric
) -> dict[str, tuple[str, ...]]:
    """The facts that the rubric asks, as they stood last."""
    asked = {attribute.id for attribute in rubric.attributes}
    stood = {**project.attributes, **(snapshot.context.attributes if snapshot else {})}
    return {name: values for name, values in stood.items() if name in asked}


def _settings(project: Project, snapshot: Snapshot | None) -> tuple[Instance, ...] | None:
    listed = (snapshot.context.settings if snapshot else None) or ()
    stated = {entry.id: entry.attributes for entry in listed}
    if project.settings is None:
        return None
    return tuple(
        one.model_copy(update={"attributes": {**one.attributes, **stated.get(one.id, {})}})
        for one in project.settings
    )


def _has(rubric: Rubric, name: str) -> bool:
    return any(group.id == name and group.of is None for group in rubric.groups)


def _asked_still(rubric: Rubric, answers: Answers) -> Answers:
    """The answers to questions that the rubric still asks, on levels that it still has."""
    nodes = nodes_of(rubric)
    kept: dict[str, Any] = {}
    asked = {criterion.id for criterion in nodes.asked()}

    def holds(name: str, answer: Answer) -> bool:
        scale = nodes.scales[nodes.criteria[name].scale]
        named = (answer.level, *(answer.between or ()))
        return all(scale.rank_of(level) is not None for level in named if level is not None)

    for name, given in answers.items():
        if isinstance(given, Answer):
            if name in asked and name not in nodes.group_of and holds(name, given):
                kept[name] = given
        elif name in nodes.groups:
            within = nodes.groups[name].criteria
            parts = {
                one: {c: a for c, a in told.items() if c in within and holds(c, a)}
                for one, told in given.items()
            }
            kept[name] = {one: told for one, told in parts.items() if told}
    return {name: given for name, given in kept.items() if given != {}}
