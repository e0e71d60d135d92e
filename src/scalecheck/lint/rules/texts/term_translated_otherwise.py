"""A term of the field that is said in English with a word that means something else."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_data import Term, terms
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Path, Severity


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    wanted = [t for t in terms() if _may_hold(text, t.fr) and _may_hold(text, t.astray)]
    if not wanted:
        return
    said = re.compile("|".join(re.escape(word) for term in wanted for word in term.fr))
    for pair in sayings(subject).pairs:
        if pair.fr and pair.en and said.search(french := _curl(pair.fr)):
            for term in wanted:
                if _has(french, term.fr):
                    yield from _find_astray(term, (*pair.path, "en"), french, pair.en)


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
    kept = "".join(c if c.isalnum() or c == "’" else " " for c in _curl(text))
    return f" {' '.join(kept.split())} "


RULE = Rule("term-translated-otherwise", Topic.TEXTS, Severity.NOTE, ANY, find, Reads.DOCUMENT)
