"""Phases of a plan whose dates go back: each takes from the one before what it omits."""

from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.scoring.calendar import last_day


def find(subject: Subject) -> Iterator[Found]:
    for a, snapshot in enumerate(subject.value.assessments):
        path = ("assessments", a, "plans")
        dated = [(n, plan.id, plan.by) for n, plan in enumerate(snapshot.plans) if plan.by]
        for (earlier, _, before), (position, phase, by) in pairwise(dated):
            if last_day(by) < last_day(before):
                also = (Also((*path, earlier, "by"), "phase-before"),)
                yield found((*path, position, "by"), also=also, phase=phase, by=by, before=before)


RULE = Rule("plans-out-of-order", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
