"""An assessment written below a later one: the history reads backwards."""

from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: Subject) -> Iterator[Found]:
    for position, (above, below) in enumerate(pairwise(subject.value.assessments)):
        if below.date < above.date:
            also = (Also(("assessments", position, "date"), "later-above"),)
            path = ("assessments", position + 1, "date")
            yield found(path, also=also, date=below.date, above=above.date)


RULE = Rule("assessments-out-of-order", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
