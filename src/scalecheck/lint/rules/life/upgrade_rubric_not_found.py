"""An upgrade table whose rubrics cannot be found: nobody can tell whether it holds."""

from collections.abc import Iterator

from scalecheck.lint.life.editions import UPGRADE, find_editions
from scalecheck.lint.rule import Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    table = subject.value
    sides = (("from", table.from_), ("to", table.to))
    for (side, edition), rubric in zip(sides, find_editions(subject), strict=True):
        if rubric is None:
            facts = {"id": edition.rubric, "version": edition.version}
            yield found((side,), at_key=True, **facts)


RULE = Rule("upgrade-rubric-not-found", Topic.LIFE, Severity.WARNING, UPGRADE, find)
