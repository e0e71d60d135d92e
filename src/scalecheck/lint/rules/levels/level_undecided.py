"""A question about the levels that could not be settled: it is told, never passed over."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.dead_ends import dead_ends
from scalecheck.lint.rules.levels.headline import given
from scalecheck.lint.rules.levels.parts import Part
from scalecheck.lint.rules.levels.questions import branches, implied, nested, redundant
from scalecheck.lint.rules.levels.readiness import unready
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.scoring.logic.between import Verdict

_ASKED_BY = (
    ("level-implied", implied),
    ("levels-not-nested", nested),
    ("redundant-part", redundant),
    ("dead-branch", branches),
    ("unreachable-headline-value", given),
)


def find(subject: RubricSubject) -> Iterator[Found]:
    if not subject.is_sound:
        return
    for part, code in _given_up(subject):
        yield found(part.path, rule=code)
    for code, questions in _ASKED_BY:
        for question in questions(subject):
            if question.answer.verdict is Verdict.UNDECIDED:
                yield found(question.part.path, rule=code)


def _given_up(subject: RubricSubject) -> Iterator[tuple[Part, str]]:
    """The first level and the first strategy for which the search was given up."""
    logic = logic_of(subject)
    ends = dead_ends(subject, logic) if logic is not None else ()
    yield from [(end.part, "contradictory-level") for end in ends if not end.is_settled][:1]
    waiting = (one for one in unready(subject) if not one.is_settled)
    yield from [(one.part, "strategy-never-ready") for one in waiting][:1]


RULE = Rule("level-undecided", Topic.LEVELS, Severity.NOTE, RUBRIC, find)
