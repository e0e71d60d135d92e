"""An ambition whose date is behind the current assessment: reached, or to be set anew?"""

from collections.abc import Iterator

from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.scoring.calendar import last_day


def find(subject: Subject) -> Iterator[Found]:
    by, assessed = subject.value.ambition.by, subject.value.current.date
    if by is not None and last_day(by) < assessed:
        yield found(("ambition", "by"), by=by, assessed=assessed)


RULE = Rule("ambition-date-passed", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
