"""Put a sheet of answers and its project together: what is new, and what stays as it was."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.base import Frozen
from scalecheck.model.fresh import fresh_id
from scalecheck.model.instance import ContextSetting, Instance
from scalecheck.model.project import Evidence, Project
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.text import Text


class Joined(NamedTuple):
    """A project with the answers of a sheet at the end of its history, and what that adds.

    `settings`, `groups` and `evidence` are what the project did not have; `kept` names what the
    sheet says otherwise of something that it had, and that stays as it was; `renamed` are new
    records whose name was taken.
    """

    project: Project
    snapshot: Snapshot
    settings: tuple[Instance, ...]
    groups: Mapping[str, tuple[Instance, ...]]
    evidence: Mapping[str, Evidence]
    kept: tuple[str, ...]
    renamed: Mapping[str, str]


def join_sheet(sheet: AnswerSheet, project: Project) -> Joined:
    """Add a sheet to a project that has a history: an assessment is added, none is changed.

    What a setting was on the day of the sheet, where it differs, goes into the context of the
    assessment. A record that no longer holds is cited no more. Nothing of the project is changed.

    Args:
        sheet: it states its date.
        project: the one that it is about.
    """
    names = _rename(sheet.evidence, project.evidence)
    evidence = {
        names.get(name, name): record
        for name, record in sheet.evidence.items()
        if name in names or name not in project.evidence
    }
    settings, told = _compare(sheet.settings or (), project.settings or ())
    groups = {
        name: _compare(ones, project.groups.get(name, ()), facts=True)
        for name, ones in sheet.groups.items()
    }
    snapshot = _snapshot(sheet, names, _context(sheet, project))
    new_groups = {name: new for name, (new, _) in groups.items() if new}
    kept = (
        *_kept_words(sheet, project),
        *told,
        *(one for _, others in groups.values() for one in others),
        *_kept_records(sheet, project, names),
    )
    grown = _grow(project, settings, new_groups, evidence, snapshot)
    return Joined(grown, snapshot, settings, new_groups, evidence, tuple(kept), names)


def _grow(
    project: Project,
    settings: tuple[Instance, ...],
    groups: Mapping[str, tuple[Instance, ...]],
    evidence: Mapping[str, Evidence],
    snapshot: Snapshot,
) -> Project:
    grown: dict[str, Any] = {"assessments": (*project.assessments, snapshot)}
    if settings:
        grown["settings"] = (*(project.settings or ()), *settings)
    if groups:
        added = {name: (*project.groups.get(name, ()), *new) for name, new in groups.items()}
        grown["groups"] = {**project.groups, **added}
    if evidence:
        grown["evidence"] = {**project.evidence, **evidence}
    return project.model_copy(update=grown)


def new_project(sheet: AnswerSheet, project_id: str) -> Project:
    """Make the project of a sheet that is the first one about it.

    Args:
        sheet: it states its date.
        project_id: an identifier.
    """
    said: dict[str, Any] = {
        "format": "scalecheck/project@1",
        "id": project_id,
        "title": sheet.title or Text(**{str(sheet.language): project_id}),
        "language": sheet.language,
        "organization": sheet.organization,
        "attributes": sheet.attributes,
        "settings": sheet.settings,
        "groups": sheet.groups,
        "evidence": sheet.evidence,
        "assessments": (_snapshot(sheet, {}, {}),),
    }
    told = {name: one for name, one in said.items() if one is not None}
    return Project.model_construct(**told)


def _snapshot(sheet: AnswerSheet, names: Mapping[str, str], context: Mapping[str, Any]) -> Snapshot:
    gone = {name for name, holds in sheet.still_valid.items() if not holds}
    return Snapshot.model_construct(
        date=sheet.date or "",
        kind=sheet.kind,
        rubric=sheet.rubric,
        rubric_version=sheet.rubric_version,
        assessor=sheet.assessor,
        context=sheet.context.model_copy(update=context),
        note=sheet.note,
        answers=cite_anew(sheet.answers, names, gone),
    )


def cite_anew(answers: Answers, names: Mapping[str, str], gone: set[str]) -> Answers:
    """Rename the records that answers cite, and leave out those that no longer hold."""

    def anew(answer: Answer) -> Answer:
        if answer.evidence is None:
            return answer
        cited = tuple(names.get(name, name) for name in answer.evidence if name not in gone)
        return answer.model_copy(update={"evidence": cited})

    return {
        name: anew(given)
        if isinstance(given, Answer)
        else {
            instance: {part: anew(one) for part, one in parts.items()}
            for instance, parts in given.items()
        }
        for name, given in answers.items()
    }


def _context(sheet: AnswerSheet, project: Project) -> dict[str, Any]:
    """What stood differently on the day of the sheet, beyond what its own context says."""
    differ = {k: v for k, v in sheet.attributes.items() if project.attributes.get(k) != v}
    known = {one.id: one for one in project.settings or ()}
    changed = {
        one.id: {k: v for k, v in one.attributes.items() if known[one.id].attributes.get(k) != v}
        for one in sheet.settings or ()
        if one.id in known
    }
    found: dict[str, Any] = {}
    if differ:
        found["attributes"] = {**sheet.context.attributes, **differ}
    if any(changed.values()):
        stated = {one.id: one.attributes for one in sheet.context.settings or ()}
        names = dict.fromkeys((*stated, *(name for name, facts in changed.items() if facts)))
        found["settings"] = tuple(
            ContextSetting(id=n, attributes={**stated.get(n, {}), **changed.get(n, {})})
            for n in names
        )
    return found


def _compare(
    told: tuple[Instance, ...], known: tuple[Instance, ...], *, facts: bool = False
) -> tuple[tuple[Instance, ...], tuple[str, ...]]:
    """Tell the new instances from those that the project has, said otherwise.

    Args:
        told: those of the sheet.
        known: those of the project.
        facts: whether their attributes count: those of settings go into the context instead.
    """
    before = {one.id: one for one in known}
    new = tuple(one for one in told if one.id not in before)
    pairs = [(one, before[one.id]) for one in told if one.id in before]
    kept = tuple(
        now.id
        for now, was in pairs
        if _differs(now, was, "attributes") or (facts and _facts_differ(now, was))
    )
    return new, kept


def _facts_differ(told: Instance, known: Instance) -> bool:
    return any(known.attributes.get(name) != values for name, values in told.attributes.items())


def _kept_words(sheet: AnswerSheet, project: Project) -> tuple[str, ...]:
    """The names of the project itself that the sheet says otherwise."""
    pairs = ((name, getattr(sheet, name)) for name in ("title", "organization"))
    return tuple(n for n, told in pairs if told is not None and told != getattr(project, n))


def _rename(told: Mapping[str, Evidence], known: Mapping[str, Evidence]) -> dict[str, str]:
    """Give another name to a new record whose name is that of an earlier one, of another title."""
    taken, names = {*told, *known}, {}
    for name, record in told.items():
        if name in known and record.title != known[name].title:
            names[name] = fresh_id(name, taken)
            taken.add(names[name])
    return names


def _kept_records(
    sheet: AnswerSheet, project: Project, names: Mapping[str, str]
) -> tuple[str, ...]:
    return tuple(
        name
        for name, record in sheet.evidence.items()
        if name not in names
        and name in project.evidence
        and _differs(record, project.evidence[name])
    )


def _differs(told: Frozen, known: Frozen, *beside: str) -> bool:
    """Tell whether what is told of a thing is not what was known; what is left out says nothing."""
    names = (name for name in type(told).model_fields if name not in beside)
    pairs = ((getattr(told, name), getattr(known, name)) for name in names)
    return any(now is not None and now != was for now, was in pairs)


def find_earlier(sheet: AnswerSheet, project: Project) -> int | None:
    """Find the assessment that a sheet would repeat: same day, kind, rubric and voice.

    Returns:
        Its position, or None.
    """
    for position, one in enumerate(project.assessments):
        same = (one.date, one.kind, one.rubric) == (sheet.date, sheet.kind, sheet.rubric)
        if same and one.assessor == sheet.assessor:
            return position
    return None
