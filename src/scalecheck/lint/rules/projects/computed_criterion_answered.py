"""An answer to a criterion that is computed from others: it is set aside."""

from collections.abc import Iterator

from scalecheck.lint.current import read_current
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    if current is None:
        return
    for name in current.snapshot.answers:
        criterion = current.nodes.criteria.get(name)
        if criterion is not None and criterion.computed is not None:
            yield found((*current.path, "answers", name), at_key=True, criterion=name)


RULE = Rule("computed-criterion-answered", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
