"""Two levels described in the same words: nobody can choose between them."""

from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import fold
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.text import Text


def find(subject: RubricSubject) -> Iterator[Found]:
    for d, dimension in enumerate(subject.value.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            path = ("dimensions", d, "criteria", c, "anchors")
            for (lower, said), (upper, again) in pairwise(criterion.anchors.items()):
                if _same(said, again):
                    also = (Also((*path, lower), "same-words", at_key=True),)
                    yield found((*path, upper), at_key=True, also=also, level=upper, other=lower)


def _same(one: Text, other: Text) -> bool:
    languages = ((one.fr, other.fr), (one.en, other.en))
    return any(a and b and fold(a) == fold(b) for a, b in languages)


RULE = Rule("identical-anchors", Topic.SCALES, Severity.WARNING, RUBRIC, find)
