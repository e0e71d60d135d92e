"""A record that no answer cites: it supports nothing."""

from collections.abc import Iterator

from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.check_project import each_answer
from scalecheck.model.diagnostic import Severity
from scalecheck.model.project import EvidenceStatus, Project


def find(subject: Subject) -> Iterator[Found]:
    cited = set(_cited(subject.value))
    for name, record in subject.value.evidence.items():
        if name not in cited and record.status is EvidenceStatus.ACCEPTED:
            yield found(("evidence", name), at_key=True, record=name)


def _cited(project: Project) -> Iterator[str]:
    for snapshot in project.assessments:
        for answers in (snapshot.answers, *(plan.answers for plan in snapshot.plans)):
            for answer, _ in each_answer(answers, ()):
                yield from answer.cited


RULE = Rule("unused-evidence", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
