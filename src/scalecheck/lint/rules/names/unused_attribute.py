"""An attribute that no condition, look-up or rule of the rubric reads.

What the engine knows of every setting (role, type, status) may be declared to give it words.
"""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.uses import attributes_read, declared_attributes, left_unread
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.names import PROJECT_ATTRIBUTES, SETTING_ATTRIBUTES

_BUILT_IN = frozenset((*PROJECT_ATTRIBUTES, *SETTING_ATTRIBUTES))


def find(subject: RubricSubject) -> Iterator[Found]:
    every = tuple(declared_attributes(subject.value))
    if not every:
        return
    names = tuple(attribute.id for _, attribute in every)
    known = (*names, *_BUILT_IN, *subject.names.known)
    unread = left_unread(names, attributes_read(subject.value), known)
    for path, attribute in every:
        if attribute.id in unread and attribute.id not in _BUILT_IN:
            yield found((*path, "id"), attribute=attribute.id)


RULE = Rule("unused-attribute", Topic.NAMES, Severity.NOTE, RUBRIC, find)
