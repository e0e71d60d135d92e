"""A term of the field that is said in English with a word that means something else."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_data import Term, terms
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Path, Severity

_BETWEEN = re.compile(r"[^\w’]+|_")


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    near = [term for term in terms() if _may_hold(text, term.fr) and _may_hold(text, term.astray)]
    pairs = [pair for pair in sayings(subject).pairs if pair.fr and pair.en] if near else []
    french = [_curl(pair.fr or "") for pair in pairs]
    held = _terms_held(french, near)
    for number in sorted(held):
        path: Path = (*pairs[number].path, "en")
        for term in held[number]:
            yield from _find_astray(term, path, french[number], pairs[number].en or "")


def _terms_held(texts: list[str], wanted: list[Term]) -> dict[int, list[Term]]:
    """The terms that texts hold, by the number of the text: all are looked through at once."""
    whole = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found: dict[int, list[Term]] = {}
    for term in wanted:
        numbers = {n for word in term.fr for n in _texts_with(word, whole, starts)}
        for number in numbers:
            found.setdefault(number, []).append(term)
    return found


def _texts_with(word: str, whole: str, starts: list[int]) -> Iterator[int]:
    at = whole.find(word)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        yield number
        at = whole.find(word, starts[number + 1])


def _may_hold(text: str, words: tuple[str, ...]) -> bool:
    """Tell at little cost that a text holds none of some words, whatever their capitals."""
    return any(word[1:].partition("’")[0] in text for word in words)


def _curl(text: str) -> str:
    return text.lower().replace("'", "’")


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _find_astray(term: Term, path: Path, french: str, en: str) -> Iterator[Found]:
    english = _plain(en)
    astray = next((w for w in term.astray if f" {w} " in english or f" {w}s " in english), None)
    if astray is not None and not _has(english, term.en):
        said = next(word for word in term.fr if word in french)
        yield found(path, term=said, got=astray, better=term.en[0])


def _plain(text: str) -> str:
    """A text in small letters, a space around each word."""
    return f" {' '.join(_BETWEEN.sub(' ', _curl(text)).split())} "


RULE = Rule("term-translated-otherwise", Topic.TEXTS, Severity.NOTE, ANY, find, Reads.DOCUMENT)
