"""A level that asks less of a node than an earlier level did: the line adds nothing."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.floors import asked_again
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    levels = subject.value.levels
    for again in asked_again(subject):
        if again.asked.rank < again.earlier.rank:
            asked, earlier, _ = again
            yield found(
                asked.path,
                also=(Also(earlier.path, "asked-before"),),
                node=asked.name,
                asked=asked.level,
                level=levels[asked.position].value,
                before=earlier.level,
                earlier=levels[earlier.position].value,
            )


RULE = Rule("requirement-lowered", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
