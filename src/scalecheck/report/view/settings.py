"""Adopter settings, and the instances of other groups: one by one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.criterion import Group
from scalecheck.model.instance import Instance
from scalecheck.model.text import Text
from scalecheck.report.view.header import Pair
from scalecheck.report.view.mark import Mark, mark
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.teller import Teller

_VOCABULARIES = {
    "role": "roles",
    "type": "setting_types",
    "status": "setting_statuses",
    "territory": "territories",
}


class InstanceRow(NamedTuple):
    """One setting: who it is, what it stands for, and a mark a criterion."""

    title: Phrase
    stands_for: str | None
    about: tuple[Pair, ...]
    note: Phrase | None
    marks: tuple[Mark, ...]


class GroupView(NamedTuple):
    """A group: its criteria as columns, its instances as rows; `silence` where none is listed."""

    title: Phrase
    is_settings: bool
    columns: tuple[Phrase, ...]
    rows: tuple[InstanceRow, ...]
    silence: str | None


def build_groups(teller: Teller) -> tuple[GroupView, ...]:
    """Tell the groups of the rubric; settings that it asks nothing of are listed all the same."""
    groups = tuple(_group(teller, group) for group in teller.rubric.groups)
    told = any(group.of == "settings" for group in teller.rubric.groups)
    if told or not teller.project.settings:
        return groups
    rows = tuple(_row(teller, None, one, ()) for one in teller.project.settings)
    title = teller.speaker.line(teller.speaker.say("settings.title"))
    return (*groups, GroupView(title, True, (), rows, None))


def _group(teller: Teller, group: Group) -> GroupView:
    listed = teller.found.instances.get(group.id)
    asked = [n for n in group.criteria if _is_asked(teller, n)]
    rows = tuple(_row(teller, group, _known(teller, name), asked) for name in listed or ())
    silence = None
    if not rows:
        silence = teller.speaker.say(f"settings.{'no-list' if listed is None else 'empty'}")
    return GroupView(
        teller.title(group.id),
        group.of == "settings",
        tuple(teller.title(name) for name in asked),
        rows,
        silence,
    )


def _is_asked(teller: Teller, name: str) -> bool:
    facts = [fact for key, fact in teller.found.facts.items() if key.criterion == name]
    return any(fact.out_by is None for fact in facts)


def _known(teller: Teller, name: str) -> Instance:
    return teller.listed.get(name) or Instance(id=name)


def _row(
    teller: Teller, group: Group | None, instance: Instance, criteria: Sequence[str]
) -> InstanceRow:
    count = instance.count
    return InstanceRow(
        teller.instance(instance.id),
        _alike(teller, count) if count > 1 else None,
        tuple(_about(teller, group, instance)),
        teller.speaker.maybe(instance.note),
        tuple(mark(teller, name, instance.id) for name in criteria),
    )


def _alike(teller: Teller, count: int) -> str:
    if not teller.is_masked(count):
        return teller.speaker.say("settings.count", count=count)
    return say("pages.privacy.fewer-settings", teller.speaker.language, smallest=teller.smallest)


def _about(teller: Teller, group: Group | None, instance: Instance) -> Iterator[Pair]:
    for name, values in instance.attributes.items():
        words = tuple(_word(teller, group, name, value) for value in values)
        if name in _VOCABULARIES:
            yield Pair(teller.speaker.say(f"settings.{name}"), words)
        else:
            yield Pair(str(_title(teller, group, name)), words)


def _title(teller: Teller, group: Group | None, name: str) -> Phrase:
    own = group.attributes if group else ()
    title = next((a.title for a in own if a.id == name), None)
    return teller.speaker.text(title) if title else Phrase(name)


def _word(teller: Teller, group: Group | None, name: str, value: str) -> Phrase:
    """Say a value: the short word of the closed list, else that of the rubric."""
    label: Text | None = None
    lists = teller.found.vocabularies
    if name in _VOCABULARIES and lists is not None:
        label = lists.label(_VOCABULARIES[name], value)
    if label is None and group is not None:
        known = [v for a in group.attributes if a.id == name for v in a.values]
        label = next((v.title for v in known if v.id == value), None)
    return teller.speaker.text(label) if label else Phrase(value)
