"""A phase of the plan that ends before the day of the assessment it starts from."""

from collections.abc import Iterator

from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.scoring.calendar import last_day


def find(subject: Subject) -> Iterator[Found]:
    for a, snapshot in enumerate(subject.value.assessments):
        for p, plan in enumerate(snapshot.plans):
            if plan.by is not None and last_day(plan.by) < snapshot.date:
                path = ("assessments", a, "plans", p, "by")
                yield found(path, phase=plan.id, by=plan.by, assessed=snapshot.date)


RULE = Rule("plan-before-assessment", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
