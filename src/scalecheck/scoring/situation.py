"""The context of an assessment: track, strategies, attributes and instances as they stood."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.model.criterion import Criterion, Group
from scalecheck.model.diagnostic import Path
from scalecheck.model.facts import Remark
from scalecheck.model.instance import Instance
from scalecheck.model.nodes import Nodes
from scalecheck.model.project import Project
from scalecheck.model.proof import Truth
from scalecheck.model.rules import Condition
from scalecheck.model.snapshot import Snapshot

Attributes = Mapping[str, tuple[str, ...]]


class Situation(NamedTuple):
    """What conditions read, and which criteria are asked.

    `instances` maps a group to its closed list, or to None where the project gives no list.
    `out` maps a criterion that is out by rule to what put it out: `track:…`, `strategy`,
    `condition`.
    """

    track: str | None
    strategies: tuple[str, ...]
    attributes: Attributes
    instances: Mapping[str, tuple[Instance, ...] | None]
    out: Mapping[str, str]
    remarks: tuple[Remark, ...]


def read_situation(nodes: Nodes, project: Project, snapshot: Snapshot) -> Situation:
    """Read the context first: it decides what is asked."""
    context = snapshot.context
    track = context.track or project.ambition.track
    strategies = project.strategies if context.strategies is None else context.strategies
    attributes = _attributes(project, snapshot, track, strategies)
    out, remarks = _what_is_out(nodes, track, strategies, attributes)
    instances = {g.id: _instances(g, project, snapshot) for g in nodes.rubric.groups}
    return Situation(track, strategies, attributes, instances, out, tuple(remarks))


def _attributes(
    project: Project, snapshot: Snapshot, track: str | None, strategies: tuple[str, ...]
) -> Attributes:
    found: dict[str, tuple[str, ...]] = {}
    built_in = {
        "sector": (project.sector,) if project.sector else (),
        "clientele": project.clientele,
        "territory": project.territory,
        "applicant": (project.applicant.type,) if project.applicant else (),
        "track": (track,) if track else (),
        "strategy": strategies,
    }
    found.update({name: values for name, values in built_in.items() if values})
    found.update(project.attributes)
    found.update(snapshot.context.attributes)
    return found


def _instances(group: Group, project: Project, snapshot: Snapshot) -> tuple[Instance, ...] | None:
    if group.of != "settings":
        return project.groups.get(group.id)
    listed = snapshot.context.settings
    if listed is None:
        return project.settings
    stated = {entry.id: entry.attributes for entry in listed}
    return tuple(
        instance.model_copy(
            update={"attributes": {**instance.attributes, **stated.get(instance.id, {})}}
        )
        for instance in project.settings or ()
    )


def _what_is_out(
    nodes: Nodes, track: str | None, strategies: tuple[str, ...], attributes: Attributes
) -> tuple[dict[str, str], list[Remark]]:
    out: dict[str, str] = {}
    remarks: list[Remark] = []
    for criterion in nodes.rubric.criteria:
        truth, missing = judge(criterion.applies_when, attributes)
        if truth is Truth.UNMET:
            out[criterion.id] = "condition"
        remarks.extend(_missing(criterion, missing))
    waived = [set(s.waives) for s in nodes.rubric.strategies if s.id in strategies]
    # Several strategies: a criterion stays asked as soon as one of them needs it.
    for name in set.intersection(*waived) if waived else ():
        out.setdefault(name, "strategy")
    for chosen in nodes.rubric.tracks:
        if chosen.id == track:
            out.update(dict.fromkeys(chosen.waives, "track"))
    return out, remarks


def _missing(criterion: Criterion, names: tuple[str, ...]) -> Iterator[Remark]:
    path: Path = ("attributes",)
    for name in names:
        yield Remark("missing-attribute", path, (("name", name), ("criterion", criterion.id)))


def judge(condition: Condition, attributes: Attributes) -> tuple[Truth, tuple[str, ...]]:
    """Judge a condition on attributes.

    Returns:
        `met` (also for an empty condition), `unmet`, or `unknown` with the missing attributes.
    """
    if not condition:
        return Truth.MET, ()
    missing: dict[str, None] = {}
    truths = []
    for case in condition:
        absent = [name for name in case.root if name not in attributes]
        differs = any(
            not set(values) & set(attributes[name])
            for name, values in case.root.items()
            if name in attributes
        )
        if not differs:
            missing.update(dict.fromkeys(absent))
        truths.append(Truth.UNMET if differs else Truth.UNKNOWN if absent else Truth.MET)
    if Truth.MET in truths:
        return Truth.MET, ()
    return (Truth.UNKNOWN, tuple(missing)) if Truth.UNKNOWN in truths else (Truth.UNMET, ())
