"""Fingerprints of a rubric: of what it decides, and of all that it says."""

from collections.abc import Iterable
from hashlib import sha256

from scalecheck.lint.life.meaning import Meaning, read_meaning
from scalecheck.lint.life.texts import read_texts
from scalecheck.model.rubric import Rubric


def meaning_fingerprint(rubric: Rubric) -> str:
    """Give the same text for two rubrics exactly when the same things decide in both.

    Ids, scales, evidence, policies, weights, rules, measures, tracks and strategies count; the
    version, texts, comments, quotes and the order of keys do not.
    """
    return _hash(_lines(read_meaning(rubric)))


def text_fingerprint(rubric: Rubric) -> str:
    """Give the same text for two rubrics exactly when they decide and say the same.

    Only the version is left out, which tells editions apart by itself.
    """
    texts = read_texts(rubric).items()
    said = (f"{'.'.join(place)}|{language}|{text}" for (place, language), text in texts)
    return _hash((*_lines(read_meaning(rubric)), *said))


def _lines(meaning: Meaning) -> Iterable[str]:
    for thing, fields in meaning.items():
        told = "|".join(f"{word}={value}" for word, value in sorted(fields.items()))
        yield f"{'|'.join(thing)}|{told}"


def _hash(lines: Iterable[str]) -> str:
    return sha256("\n".join(sorted(lines)).encode()).hexdigest()
