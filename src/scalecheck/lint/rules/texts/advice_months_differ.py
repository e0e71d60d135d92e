"""An advice whose words ask for more months than its `months` count."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.criterion import Advice
from scalecheck.model.diagnostic import Also, Severity

# A time that the action lasts; “a plan over 36 months” is not one.
_LASTS = {
    "fr": re.compile(r"\b(?:pendant|durant)(?: au moins)? (\d{1,3})[ \u00a0](mois|ans?\b)", re.I),
    "en": re.compile(r"\b(?:for|during)(?: at least)? (\d{1,3})[ \u00a0-](months?|years?)\b", re.I),
}


def find(subject: RubricSubject) -> Iterator[Found]:
    for d, dimension in enumerate(subject.value.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            for level, advice in criterion.advice.items():
                path = ("dimensions", d, "criteria", c, "advice", level)
                language, asked = _longest(advice)
                if asked > advice.months[1]:
                    also = (Also((*path, "months"), "months"),)
                    most = advice.months[1]
                    yield found((*path, "do", *language), also=also, asked=asked, most=most)


def _longest(advice: Advice) -> tuple[tuple[str, ...], int]:
    """The longest time that the action is said to last, in months, and in which language."""
    said = (("fr", advice.do.fr or ""), ("en", advice.do.en or ""))
    lasts = [
        (int(found[1]) * (12 if found[2][0] in "ay" else 1), language)
        for language, text in said
        for found in _LASTS[language].finditer(text)
    ]
    if not lasts:
        return (), 0
    months, language = max(lasts, key=lambda one: one[0])
    return (language,), months


RULE = Rule("advice-months-differ", Topic.TEXTS, Severity.NOTE, RUBRIC, find)
