"""A level that asks for evidence more recent than the age at which it stops counting anyway."""

from collections.abc import Iterator

from scalecheck.lint.needs import each_ladder_of_needs
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    most = subject.value.evidence.max_age
    for stated in each_ladder_of_needs(subject) if most is not None else ():
        for _, level, need, path in stated:
            if most is not None and need.newest_within is not None and need.newest_within >= most:
                also = (Also(("evidence", "max_age"), "age-limit"),)
                months = need.newest_within
                yield found(
                    (*path, "newest_within"), also=also, level=level, months=months, most=most
                )


RULE = Rule("evidence-window-beyond-max-age", Topic.EVIDENCE, Severity.WARNING, RUBRIC, find)
