"""Count what became of the questions, and tell whether enough of them apply."""

from scalecheck.model.assessment import Coverage
from scalecheck.model.facts import Fact, Status
from scalecheck.model.rubric import Rubric
from scalecheck.scoring.facts import Facts
from scalecheck.scoring.gaps import grade_is_declared


def is_assessable(rubric: Rubric, facts: Facts) -> bool:
    """Tell whether enough of what is asked applies for a level to be said.

    Criteria are counted, not answers: one asked per instance applies where any instance does.
    """
    asked = {f.key.criterion for f in facts.values() if f.status is not Status.OUT}
    settled = (Status.OUT, Status.NOT_APPLICABLE)
    applicable = {f.key.criterion for f in facts.values() if f.status not in settled}
    if not asked:
        return False
    return len(applicable) >= rubric.non_answers.not_applicable.min_applicable * len(asked)


def count_coverage(rubric: Rubric, facts: Facts) -> Coverage:
    """Count what became of the questions, each instance apart."""

    def having(status: Status) -> int:
        return sum(fact.status is status for fact in facts.values())

    declared: list[Fact] = [f for f in facts.values() if grade_is_declared(rubric, f)]
    return Coverage(
        len(facts) - having(Status.OUT),
        having(Status.ANSWERED),
        having(Status.UNKNOWN),
        having(Status.NOT_ASSESSED),
        having(Status.NOT_APPLICABLE),
        having(Status.OUT),
        len(declared),
    )
