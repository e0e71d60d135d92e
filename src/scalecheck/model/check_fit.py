"""Find what a project says that its rubric, or the closed lists, do not know."""

from collections.abc import Iterator

from scalecheck.model.check_answers import check_answers
from scalecheck.model.check_project import check_known
from scalecheck.model.check_rules import check_attribute_value, check_scale_level
from scalecheck.model.check_words import check_words
from scalecheck.model.criterion import Group
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.instance import INSTANCE_KEYS, Instance
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.vocabularies import Vocabularies

Problems = Iterator[Problem]


def find_misfits(
    rubric: Rubric, project: Project, vocabularies: Vocabularies | None = None
) -> tuple[Problem, ...]:
    """Find what a project says that its rubric, or the closed lists, do not know.

    Only assessments that this edition of the rubric may read are looked at.
    """
    nodes = nodes_of(rubric)
    header = (
        *_check_attributes(nodes, project),
        *_check_instances(nodes, project),
        *_check_ambition(nodes, project),
        *_check_grades(rubric, project),
    )
    # A project read under another rubric than its own keeps a header written for its own.
    is_own = all(snapshot.rubric == rubric.id for snapshot in project.assessments)
    return (
        *check_words(project, vocabularies),
        *(header if is_own else ()),
        *(
            found
            for position in project.positions_under(rubric.id, rubric.version)
            for found in _check_snapshot(
                nodes, project, project.assessments[position], ("assessments", position)
            )
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
        yield from check_known(project.strategies, strategies, ("strategies",), "unknown-strategy")


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
