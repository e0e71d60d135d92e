"""An answer kept as it is, to a question that is no longer put in the same words."""

from collections.abc import Iterator

from scalecheck.lint.life.draft import is_same_question
from scalecheck.lint.life.editions import UPGRADE, find_editions
from scalecheck.lint.rule import Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.names import Names


def find(subject: Subject) -> Iterator[Found]:
    old, new = find_editions(subject)
    if old is None or new is None:
        return
    before, after = Names(old).criteria, Names(new).criteria
    for position, name in enumerate(subject.value.carry):
        if name in before and name in after and not is_same_question(before[name], after[name]):
            yield found(("carry", position), id=name)


RULE = Rule("upgrade-carries-reworded", Topic.LIFE, Severity.WARNING, UPGRADE, find)
