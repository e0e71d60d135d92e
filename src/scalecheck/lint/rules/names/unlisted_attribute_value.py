"""A value given to what every setting has (role, type…), that the closed list does not hold.

A rubric may have a list of its own; one made half or more of words of the closed list follows it.
"""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity, listed

_LISTS = {
    "role": "roles",
    "type": "setting_types",
    "status": "setting_statuses",
    "territory": "territories",
}


def find(subject: RubricSubject) -> Iterator[Found]:
    for g, group in enumerate(subject.value.groups):
        for a, attribute in enumerate(group.attributes):
            if group.of == "settings" and attribute.id in _LISTS:
                names = [value.id for value in attribute.values]
                for position, known in _strays(subject, attribute.id, names):
                    path = ("groups", g, "attributes", a, "values", position)
                    name = names[position]
                    yield found(path, attribute=attribute.id, name=name, known=known)


def _strays(subject: RubricSubject, attribute: str, names: list[str]) -> Iterator[tuple[int, str]]:
    known = [word.id for word in getattr(subject.vocabularies, _LISTS[attribute])]
    strays = [position for position, name in enumerate(names) if name not in known]
    if len(strays) * 2 <= len(names):
        for position in strays:
            yield position, listed(known)


RULE = Rule("unlisted-attribute-value", Topic.NAMES, Severity.WARNING, RUBRIC, find)
