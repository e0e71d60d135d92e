"""A level described by a judgement alone (“adequate”), with nothing that anyone could see."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_data import vague_words, words_beside
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity

_WORDS = re.compile(r"[^\W\d_]+")
_LONGEST = 60


def find(subject: Subject) -> Iterator[Found]:
    told: set[tuple[str | int, ...]] = set()
    for path, words, language, _ in sayings(subject).said:
        anchor = path[:-1] if language and path[-1] == language else path
        if len(words) > _LONGEST or "anchors" not in anchor[-2:-1] or anchor in told:
            continue
        if _is_vague(words):
            told.add(anchor)
            yield found(path, level=anchor[-1], got=words)


def _is_vague(text: str) -> bool:
    words = set(_WORDS.findall(text.lower())) - words_beside()
    return bool(words) and words <= vague_words()


RULE = Rule("vague-anchor", Topic.TEXTS, Severity.NOTE, RUBRIC, find, Reads.DOCUMENT)
