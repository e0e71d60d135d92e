"""A group of instances that no rule and no measure reads, nor any of its criteria."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.uses import groups_read, left_unread, names_read
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.names import Names


def find(subject: RubricSubject) -> Iterator[Found]:
    if subject.value.headline != "none":
        idle = find_unused_groups(subject.names)
        for position, group in enumerate(subject.value.groups):
            if group.id in idle:
                listed = ", ".join(group.criteria)
                yield found(("groups", position, "id"), group=group.id, criteria=listed)


def find_unused_groups(names: Names) -> frozenset[str]:
    """The groups that nothing goes through and whose criteria nothing reads."""
    read = names_read(names)
    criteria = left_unread(names.criteria, read, (*names.known, *names.attributes, "ladder"))
    groups = left_unread(names.groups, groups_read(names.rubric), names.groups)
    return frozenset(g for g in groups if criteria.issuperset(names.groups[g].criteria))


RULE = Rule("unused-group", Topic.NAMES, Severity.WARNING, RUBRIC, find)
