"""A cited record without a date, where records age: its age cannot be shown."""

from collections.abc import Iterator

from scalecheck.lint.current import each_weakened
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.facts import RecordState


def find(subject: Subject) -> Iterator[Found]:
    for name, citations in each_weakened(subject, RecordState.UNDATED):
        also = tuple(Also(citation.path, "cited-here") for citation in citations[:3])
        most = citations[0].current.nodes.rubric.evidence.max_age
        yield found(("evidence", name), at_key=True, also=also, record=name, most=most)


RULE = Rule("undated-evidence", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.SOUND)
