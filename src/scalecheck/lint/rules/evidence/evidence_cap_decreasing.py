"""A better level that asks for weaker evidence than one below it."""

from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.needs import each_ladder_of_needs
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.policies import EvidenceNeed


def find(subject: RubricSubject) -> Iterator[Found]:
    grades = {grade.id: n for n, grade in enumerate(subject.value.evidence.grades)}
    for stated in each_ladder_of_needs(subject):
        for lower, upper in pairwise(stated):
            if _is_weaker(upper.need, lower.need, grades):
                also = (Also(lower.path, "asks-more"),)
                yield found(upper.path, also=also, level=upper.level, other=lower.level)


def _is_weaker(one: EvidenceNeed, other: EvidenceNeed, grades: dict[str, int]) -> bool:
    """Tell whether a need asks for less; a stronger grade may ask for fewer, or older, records."""
    if one.grade not in grades or other.grade not in grades:
        return False
    if one.grade != other.grade:
        return grades[one.grade] < grades[other.grade]
    return one.count < other.count


RULE = Rule("evidence-cap-decreasing", Topic.EVIDENCE, Severity.WARNING, RUBRIC, find)
