"""A word about a setting or a partner that the closed lists do not hold."""

from collections.abc import Iterator

from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Path, Severity, listed

_SETTING = (
    ("role", "roles"),
    ("type", "setting_types"),
    ("status", "setting_statuses"),
    ("territory", "territories"),
)


def find(subject: Subject) -> Iterator[Found]:
    for position, partner in enumerate(subject.value.partners):
        if partner.role is not None:
            path: Path = ("partners", position, "role")
            yield from _look_up(subject, "partner_roles", partner.role, path)
    own = _attributes_of_settings(subject)
    for position, setting in enumerate(subject.value.settings or ()):
        for name, words in _SETTING:
            for number, value in enumerate(setting.attributes.get(name, ())):
                if own is not None and name not in own:
                    path = ("settings", position, name, number)
                    yield from _look_up(subject, words, value, path)


def _attributes_of_settings(subject: Subject) -> set[str] | None:
    """The attributes of settings that the rubric lists itself; None without a rubric."""
    if subject.rubric is None:
        return None
    groups = (group for group in subject.rubric.groups if group.of == "settings")
    return {attribute.id for group in groups for attribute in group.attributes}


def _look_up(subject: Subject, words: str, value: str, path: Path) -> Iterator[Found]:
    known = [word.id for word in getattr(subject.vocabularies, words)]
    if known and value not in known:
        yield found(path, name=value, known=listed(known))


RULE = Rule("unlisted-word", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
