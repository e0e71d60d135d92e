"""Refuse the projects whose references lead nowhere, alone or against a rubric."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.check_rules import check_attribute_value, check_scale_level
from scalecheck.model.criterion import Group
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.instance import INSTANCE_KEYS, Instance
from scalecheck.model.nodes import SETTING_ATTRIBUTES, Nodes
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.vocabularies import Vocabularies

Problems = Iterator[Problem]


def find_project_problems(project: Project) -> tuple[Problem, ...]:
    """Find the references of a project that lead nowhere in the project itself."""
    return tuple(_check_alone(project))


def _check_alone(project: Project) -> Problems:
    settings = {instance.id for instance in project.settings or ()}
    yield from _check_unique(project.settings or (), ("settings",))
    for group, instances in project.groups.items():
        yield from _check_unique(instances, ("groups", group))
    yield from _check_unique(project.indicators, ("indicators",))
    for s, supporter in enumerate(project.supporters):
        here: Path = ("supporters", s, "rooted_in")
        yield from _check_known(supporter.rooted_in, settings, here, "unknown-setting")
    for a, snapshot in enumerate(project.assessments):
        path: Path = ("assessments", a)
        yield from _check_evidence(snapshot.answers, project, (*path, "answers"))
        for p, plan in enumerate(snapshot.plans):
            yield from _check_evidence(plan.answers, project, (*path, "plans", p, "answers"))
        yield from _check_known(
            snapshot.assessor.voices, settings, (*path, "assessor", "voices"), "unknown-setting"
        )
        yield from _check_context(snapshot, settings, (*path, "context", "settings"))


def _check_unique(things: Any, path: Path) -> Problems:
    seen: set[str] = set()
    for position, thing in enumerate(things):
        if thing.id in seen:
            yield problem("duplicate-in-list", (*path, position, "id"), name=thing.id)
        seen.add(thing.id)


def _check_known(names: tuple[str, ...], known: set[str], path: Path, code: str) -> Problems:
    for position, name in enumerate(names):
        if name not in known:
            yield problem(code, (*path, position), name=name, known=listed(sorted(known)))


def _check_context(snapshot: Snapshot, settings: set[str], path: Path) -> Problems:
    for position, entry in enumerate(snapshot.context.settings or ()):
        if entry.id not in settings:
            known = listed(sorted(settings))
            yield problem("unknown-setting", (*path, position, "id"), name=entry.id, known=known)


def _check_evidence(answers: Answers, project: Project, path: Path) -> Problems:
    for answer, here in each_answer(answers, path):
        for position, name in enumerate(answer.cited):
            if name not in project.evidence:
                known = listed(project.evidence)
                yield problem(
                    "unknown-evidence", (*here, "evidence", position), name=name, known=known
                )


def each_answer(answers: Answers, path: Path) -> Iterator[tuple[Answer, Path]]:
    """Walk every answer, those given per instance included, with its path."""
    for name, given in answers.items():
        if isinstance(given, Answer):
            yield given, (*path, name)
        else:
            for instance, parts in given.items():
                for criterion, answer in parts.items():
                    yield answer, (*path, name, instance, criterion)


def find_misfits(
    rubric: Rubric, project: Project, vocabularies: Vocabularies | None = None
) -> tuple[Problem, ...]:
    """Find what a project says that its rubric, or the closed lists, do not know.

    Only assessments made under this rubric are looked at.
    """
    nodes = Nodes(rubric)
    header = (
        *_check_attributes(nodes, project),
        *_check_instances(nodes, project),
        *_check_ambition(nodes, project),
        *_check_grades(rubric, project),
    )
    # A project read under another rubric than its own keeps a header written for its own.
    is_own = all(snapshot.rubric == rubric.id for snapshot in project.assessments)
    return (
        *_check_words(project, vocabularies),
        *(header if is_own else ()),
        *(
            found
            for position, snapshot in enumerate(project.assessments)
            if snapshot.rubric == rubric.id
            for found in _check_snapshot(nodes, project, snapshot, ("assessments", position))
        ),
    )


def _check_attributes(nodes: Nodes, project: Project) -> Problems:
    for name, values in project.attributes.items():
        attribute = nodes.attributes.get(name)
        path: Path = ("attributes", name)
        if attribute is None:
            known = listed(nodes.attributes)
            yield problem("unknown-attribute", path, at_key=True, name=name, known=known)
            continue
        for value in values:
            yield from check_attribute_value(nodes, attribute, value, path)


def _check_instances(nodes: Nodes, project: Project) -> Problems:
    for group in nodes.rubric.groups:
        if group.of == "settings":
            yield from _check_group(nodes, group, project.settings or (), ("settings",))
        else:
            instances = project.groups.get(group.id, ())
            yield from _check_group(nodes, group, instances, ("groups", group.id))
    for name in project.groups:
        if name not in nodes.groups or nodes.groups[name].of == "settings":
            known = listed(g.id for g in nodes.rubric.groups if g.of is None)
            yield problem("unknown-group", ("groups", name), at_key=True, name=name, known=known)


def _check_group(
    nodes: Nodes, group: Group, instances: tuple[Instance, ...], path: Path
) -> Problems:
    declared = {attribute.id: attribute for attribute in group.attributes}
    built_in = SETTING_ATTRIBUTES if group.of == "settings" else ()
    for position, instance in enumerate(instances):
        for name, values in instance.attributes.items():
            here = (*path, position, name)
            if name in declared:
                for value in values:
                    yield from check_attribute_value(nodes, declared[name], value, here)
            elif name not in built_in:
                known = listed(dict.fromkeys((*INSTANCE_KEYS, *declared, *built_in)))
                yield problem("unknown-key", here, at_key=True, name=name, known=known)


def _check_ambition(nodes: Nodes, project: Project) -> Problems:
    ambition, path = project.ambition, ("ambition",)
    tracks = [track.id for track in nodes.rubric.tracks]
    if ambition.track is not None and tracks and ambition.track not in tracks:
        known = listed(tracks)
        yield problem("unknown-track", (*path, "track"), name=ambition.track, known=known)
    values = [level.value for level in nodes.rubric.levels]
    if ambition.level is not None and ambition.level not in values:
        known = listed(values)
        where = (*path, "level")
        yield problem("unknown-maturity-level", where, level=ambition.level, known=known)
    for name, level in ambition.at.items():
        typed = nodes.typed(name)
        if typed is None:
            known = listed(nodes.names())
            yield problem("unknown-node", (*path, "at", name), at_key=True, name=name, known=known)
        elif typed.scale is not None:
            yield from check_scale_level(typed.scale, level, (*path, "at", name))
    strategies = {strategy.id for strategy in nodes.rubric.strategies}
    if strategies:
        yield from _check_known(project.strategies, strategies, ("strategies",), "unknown-strategy")


def _check_grades(rubric: Rubric, project: Project) -> Problems:
    grades = [grade.id for grade in rubric.evidence.grades]
    for name, record in project.evidence.items():
        if record.grade not in grades:
            path: Path = ("evidence", name, "grade")
            yield problem("unknown-grade", path, name=record.grade, known=listed(grades))


def _check_snapshot(nodes: Nodes, project: Project, snapshot: Snapshot, path: Path) -> Problems:
    yield from check_answers(nodes, snapshot.answers, project, (*path, "answers"))
    for position, plan in enumerate(snapshot.plans):
        here = (*path, "plans", position, "answers")
        yield from check_answers(nodes, plan.answers, project, here)


def check_answers(nodes: Nodes, answers: Answers, project: Project, path: Path) -> Problems:
    """Find the answers to nothing, and the levels that their scale does not have."""
    for name, given in answers.items():
        here = (*path, name)
        if isinstance(given, Answer):
            yield from _check_answer(nodes, name, given, here)
        elif name not in nodes.groups:
            known = listed(nodes.groups)
            yield problem("unknown-group", here, at_key=True, name=name, known=known)
        else:
            yield from _check_group_answers(nodes, nodes.groups[name], given, project, here)


def _check_group_answers(
    nodes: Nodes, group: Group, given: Mapping[str, Any], project: Project, path: Path
) -> Problems:
    instances = project.settings if group.of == "settings" else project.groups.get(group.id)
    present = {instance.id for instance in instances or ()}
    for instance, answers in given.items():
        if instance not in present:
            known = listed(sorted(present))
            here = (*path, instance)
            yield problem("unknown-instance", here, at_key=True, name=instance, known=known)
        for name, answer in answers.items():
            if name not in group.criteria:
                known = listed(group.criteria)
                here = (*path, instance, name)
                yield problem("unknown-criterion", here, at_key=True, name=name, known=known)
            else:
                yield from _check_level(nodes, name, answer, (*path, instance, name))


def _check_answer(nodes: Nodes, name: str, answer: Answer, path: Path) -> Problems:
    if name not in nodes.criteria:
        known = listed(c.id for c in nodes.asked() if c.id not in nodes.group_of)
        yield problem("unknown-criterion", path, at_key=True, name=name, known=known)
    elif name in nodes.group_of:
        group = nodes.group_of[name].id
        yield problem("answer-per-instance", path, at_key=True, name=name, group=group)
    else:
        yield from _check_level(nodes, name, answer, path)


def _check_level(nodes: Nodes, name: str, answer: Answer, path: Path) -> Problems:
    scale: Scale = nodes.scales[nodes.criteria[name].scale]
    if answer.level is not None:
        yield from check_scale_level(scale, answer.level, path)
    if answer.amount is not None and all(v.from_ is v.above is None for v in scale.levels):
        yield problem("no-amounts", (*path, "amount"), scale=scale.id)
    for position, level in enumerate(answer.between or ()):
        yield from check_scale_level(scale, level, (*path, "between", position))
    ranks = [scale.rank_of(level) for level in answer.between or ()]
    if len(ranks) == 2 and None not in ranks and ranks[0] > ranks[1]:  # type: ignore[operator]
        yield problem("between-reversed", (*path, "between"))


_LISTS = (
    ("sector", "sectors"),
    ("clientele", "clienteles"),
    ("territory", "territories"),
    ("confidentiality", "confidentialities"),
)


def _check_words(project: Project, vocabularies: Vocabularies | None) -> Problems:
    if vocabularies is None:
        return
    for field, words in _LISTS:
        value = getattr(project, field)
        names = value if isinstance(value, tuple) else (value,) if value else ()
        for position, name in enumerate(names):
            path: Path = (field, position) if isinstance(value, tuple) else (field,)
            yield from _check_word(vocabularies, words, name, path)
    yield from _check_records(project, vocabularies)


def _check_records(project: Project, vocabularies: Vocabularies) -> Problems:
    for name, record in project.evidence.items():
        for field, words in (("kind", "evidence_kinds"), ("issuer", "issuers")):
            path: Path = ("evidence", name, field)
            yield from _check_word(vocabularies, words, getattr(record, field), path)
    for position, funding in enumerate(project.funding):
        for field, key, words in _FUNDING:
            path = ("funding", position, key)
            yield from _check_word(vocabularies, words, getattr(funding, field), path)
    for position, supporter in enumerate(project.supporters):
        path = ("supporters", position, "kind")
        yield from _check_word(vocabularies, "supporter_kinds", supporter.kind, path)
        for number, function in enumerate(supporter.functions):
            path = ("supporters", position, "functions", number)
            yield from _check_word(vocabularies, "supporter_functions", function, path)
    if project.applicant is not None:
        path = ("applicant", "type")
        yield from _check_word(vocabularies, "applicant_types", project.applicant.type, path)


_FUNDING = (
    ("for_", "for", "funding_purposes"),
    ("to", "to", "funding_recipients"),
    ("status", "status", "funding_statuses"),
)


def _check_word(vocabularies: Vocabularies, words: str, name: str | None, path: Path) -> Problems:
    known = [word.id for word in getattr(vocabularies, words)]
    if name is not None and known and name not in known:
        yield problem("unknown-word", path, name=name, known=listed(known), list=words)
