"""A record dated after the assessment that leans on it: it does not count there."""

from collections.abc import Iterator

from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.check_project import each_answer
from scalecheck.model.diagnostic import Also, Path, Severity
from scalecheck.model.project import EvidenceStatus, Project
from scalecheck.model.snapshot import Snapshot
from scalecheck.scoring.calendar import last_day


def find(subject: Subject) -> Iterator[Found]:
    for position, snapshot in enumerate(subject.value.assessments):
        yield from _judge(subject.value, snapshot, ("assessments", position, "answers"))


def _judge(project: Project, snapshot: Snapshot, path: Path) -> Iterator[Found]:
    told: set[str] = set()
    for answer, here in each_answer(snapshot.answers, path):
        for place, name in enumerate(answer.cited):
            record = project.evidence.get(name)
            if record is None or record.date is None or name in told:
                continue
            is_counted = record.status is EvidenceStatus.ACCEPTED
            if is_counted and last_day(record.date) > snapshot.date:
                told.add(name)
                also = (Also(("evidence", name, "date"), "date-of-record"),)
                yield found(
                    (*here, "evidence", place),
                    also=also,
                    record=name,
                    date=record.date,
                    assessed=snapshot.date,
                )


RULE = Rule("future-date", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
