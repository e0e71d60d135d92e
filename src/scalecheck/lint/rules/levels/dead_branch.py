"""A branch of an `any_of` that never helps: whoever meets it meets another branch."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.questions import branches
from scalecheck.lint.rules.levels.wording import describe
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    for question in branches(subject):
        if question.answer.is_impossible:
            wider = question.other
            also = (Also(wider.path, "wider"),) if wider is not None else ()
            yield found(question.part.path, also=also, branch=describe(question.part.rule))


RULE = Rule("dead-branch", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
