"""Find the answers to nothing, and the levels that their scale does not have."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.check_rules import check_scale_level
from scalecheck.model.criterion import Group
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.nodes import Nodes
from scalecheck.model.project import Project
from scalecheck.model.scale import Scale

Problems = Iterator[Problem]


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
