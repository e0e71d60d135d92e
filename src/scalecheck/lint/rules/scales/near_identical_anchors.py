"""Neighbouring levels that differ by a word or two, and not by a figure or a quantity."""

from collections.abc import Iterator
from itertools import pairwise

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import are_alike, words_of
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.text import Text
from scalecheck.model.walking import every_criterion

_SHARE = 0.9


def find(subject: RubricSubject) -> Iterator[Found]:
    for path, criterion in every_criterion(subject.value):
        here = (*path, "anchors")
        for (lower, said), (upper, again) in pairwise(criterion.anchors.items()):
            if _nearly_same(said, again):
                also = (Also((*here, lower), "nearly-same", at_key=True),)
                yield found((*here, upper), at_key=True, also=also, level=upper, other=lower)


def _nearly_same(one: Text, other: Text) -> bool:
    """Alike in every language that both are written in, and identical in none."""
    pairs = [(a, b) for a, b in ((one.fr, other.fr), (one.en, other.en)) if a and b]
    return bool(pairs) and all(_are_near(a, b) for a, b in pairs)


def _are_near(one: str, other: str) -> bool:
    """Compare the words as they stand first: most neighbours share very few."""
    mine, theirs = set(one.split()), set(other.split())
    if 4 * len(mine & theirs) < len(mine) + len(theirs):
        return False
    words, again = words_of(one), words_of(other)
    return words != again and are_alike(words, again, _SHARE)


RULE = Rule("near-identical-anchors", Topic.SCALES, Severity.NOTE, RUBRIC, find)
