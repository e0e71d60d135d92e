"""A cited record older than the rubric admits: it holds as a mere statement."""

from collections.abc import Iterator

from scalecheck.lint.current import each_weakened
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.facts import RecordState


def find(subject: Subject) -> Iterator[Found]:
    for name, citations in each_weakened(subject, RecordState.STALE):
        first = citations[0]
        also = tuple(Also(citation.path, "cited-here") for citation in citations[:3])
        yield found(
            ("evidence", name, "date"),
            also=also,
            record=name,
            age=first.record.age,
            most=first.current.nodes.rubric.evidence.max_age,
        )


RULE = Rule("stale-evidence", Topic.PROJECTS, Severity.WARNING, PROJECT, find)
