"""An attribute that no condition, look-up or rule of the rubric reads.

What the engine knows of every setting (role, type, status) may be declared to give it words.
"""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.uses import attributes_read, left_unread
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.criterion import Attribute
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.names import PROJECT_ATTRIBUTES, SETTING_ATTRIBUTES
from scalecheck.model.rubric import Rubric

_BUILT_IN = frozenset((*PROJECT_ATTRIBUTES, *SETTING_ATTRIBUTES))


def find(subject: RubricSubject) -> Iterator[Found]:
    every = tuple(_declared(subject.value))
    if not every:
        return
    names = tuple(attribute.id for _, attribute in every)
    known = (*names, *_BUILT_IN, *subject.names.known)
    unread = left_unread(names, attributes_read(subject.value), known)
    for path, attribute in every:
        if attribute.id in unread and attribute.id not in _BUILT_IN:
            yield found((*path, "id"), attribute=attribute.id)


def _declared(rubric: Rubric) -> Iterator[tuple[Path, Attribute]]:
    for a, attribute in enumerate(rubric.attributes):
        yield ("attributes", a), attribute
    for g, group in enumerate(rubric.groups):
        for a, attribute in enumerate(group.attributes):
            yield ("groups", g, "attributes", a), attribute


RULE = Rule("unused-attribute", Topic.NAMES, Severity.NOTE, RUBRIC, find)
