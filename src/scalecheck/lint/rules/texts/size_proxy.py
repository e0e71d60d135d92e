"""A level that asks for a number of people or an amount: a small project cannot reach it."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity

_SPACE = "[ \u00a0\u202f]"
_THOUSANDS = rf"(?:{_SPACE}\d{{3}}|,\d{{3}})"
_COUNT = rf"(?<!\d)(?:\d{{2,3}}{_THOUSANDS}{{0,4}}|\d{_THOUSANDS}{{1,4}}|\d{{2,12}})"
_PEOPLE = (
    "personnes|bénéficiaires|participantes|participants|membres|usagers|usagères|familles|ménages"
    "|employés|employées|salariés|salariées|clients|clientes|citoyens|citoyennes"
    "|people|persons|beneficiaries|participants|members|users|families|households|employees"
    "|clients|citizens|jobs|emplois"
)
_LARGE = re.compile(
    rf"(?:au moins|plus de|minimum(?: de)?|at least|more than|over|minimum(?: of)?|≥|>)"
    rf"{_SPACE}?(?P<some>{_COUNT}{_SPACE}(?:{_PEOPLE})|{_COUNT}{_SPACE}?\$|\${_COUNT})"
    rf"|(?P<others>{_COUNT}{_SPACE}(?:{_PEOPLE})|{_COUNT}{_SPACE}?\$|\${_COUNT})"
    rf"{_SPACE}(?:ou plus|et plus|or more|and over)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d\d")
_LONGEST = 2000


def find(subject: Subject) -> Iterator[Found]:
    told: set[tuple[str | int, ...]] = set()
    for path, words, language, _ in sayings(subject).said:
        anchor = path[:-1] if language and path[-1] == language else path
        if "anchors" not in anchor[-2:-1] or anchor in told or len(words) > _LONGEST:
            continue
        large = _LARGE.search(words) if _DIGIT.search(words) else None
        if large is not None:
            told.add(anchor)
            yield found(path, level=anchor[-1], got=large["some"] or large["others"])


RULE = Rule("size-proxy", Topic.TEXTS, Severity.NOTE, RUBRIC, find, Reads.DOCUMENT)
