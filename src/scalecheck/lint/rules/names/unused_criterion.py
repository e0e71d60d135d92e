"""A criterion that no level, measure, strategy or computed criterion reads: it is only shown.

A rubric without a headline publishes the answers themselves: there, every criterion serves.
"""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.unused_group import find_unused_groups
from scalecheck.lint.rules.names.uses import left_unread, names_read
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    if subject.value.headline == "none":
        return
    names = subject.names
    read = names_read(names)
    unread = left_unread(names.criteria, read, (*names.known, *names.attributes, "ladder"))
    idle = find_unused_groups(names) if unread else frozenset()
    for d, dimension in enumerate(subject.value.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            group = names.group_of.get(criterion.id)
            if criterion.id in unread and (group is None or group.id not in idle):
                path = ("dimensions", d, "criteria", c, "id")
                yield found(path, criterion=criterion.id, dimension=dimension.id)


RULE = Rule("unused-criterion", Topic.NAMES, Severity.WARNING, RUBRIC, find)
