"""A record that was rejected, still cited: it supports nothing."""

from collections.abc import Iterator

from scalecheck.lint.current import each_cited
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.facts import RecordState


def find(subject: Subject) -> Iterator[Found]:
    for _, _, record, path in each_cited(subject, RecordState.REJECTED):
        also = (Also(("evidence", record.id, "status"), "status-of-record"),)
        yield found(path, also=also, record=record.id)


RULE = Rule("rejected-evidence-cited", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
