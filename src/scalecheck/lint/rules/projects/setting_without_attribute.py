"""A setting, or another instance, that lacks a fact by which rules choose: it stays in."""

from collections.abc import Iterator

from scalecheck.lint.current import Current, read_current
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.scoring.silences import find_silences


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    if current is None:
        return
    places = dict(_places(current))
    for remark in find_silences(current.nodes, current.situation):
        facts = dict(remark.facts)
        place = places.get((facts.get("group", ""), facts.get("instance", "")))
        if remark.code == "missing-attribute-of-instance" and place is not None:
            yield found(place, attribute=facts["name"], instance=facts["instance"])


def _places(current: Current) -> Iterator[tuple[tuple[str, str], Path]]:
    for group in current.nodes.rubric.groups:
        is_settings = group.of == "settings"
        path: Path = ("settings",) if is_settings else ("groups", group.id)
        for position, instance in enumerate(current.situation.instances[group.id] or ()):
            yield (group.id, instance.id), (*path, position, "id")


RULE = Rule("setting-without-attribute", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
