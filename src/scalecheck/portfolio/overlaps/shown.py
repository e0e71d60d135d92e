"""What is shown of the words that two projects share: as the first of them wrote them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.overlaps.words import Term, split, stem

LONGEST = 8  # words that say something in one passage
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?…:;\n]")


class Spoken(NamedTuple):
    """A word as texts are compared, and where it stands in the text that was written."""

    word: str
    start: int
    end: int


def show_passages(texts: Iterable[str], shared: set[Term], most: int) -> tuple[str, ...]:
    """Show the longest passages made of shared terms, as they are written, in their order.

    A passage ends with its sentence, is of a few words at most, and is not shown where a longer one
    holds it.

    Args:
        texts: what the first project says of itself.
        shared: the terms of two words that the other has too.
        most: how many passages.
    """
    kept: dict[Term, str] = {}
    for text in texts:
        words = _visible(text)
        for run in _runs(words, list(_spoken(words)), shared):
            said = words[run[0].start : run[-1].end]
            kept.setdefault(tuple(one.word for one in run), " ".join(said.split()))
    whole = [run for run in kept if not any(_holds(other, run) for other in kept)]
    longest = sorted(whole, key=lambda run: -len(run))[:most]
    return tuple(kept[run] for run in whole if run in longest)


def _holds(other: Term, run: Term) -> bool:
    starts = range(len(other) - len(run) + 1) if other != run else ()
    return any(other[at : at + len(run)] == run for at in starts)


def show_words(texts: Iterable[str], shared: set[Term], most: int) -> tuple[str, ...]:
    """Show the first words whose stem is shared, one a stem, as they are written.

    A name whose parts are joined by hyphens is shown whole, once.
    """
    kept: dict[str, str] = {}
    for text in texts:
        for found in _NAME.finditer(_visible(text)):
            for word in split(found.group()):
                own = stem(word)
                if own is not None and (own,) in shared:
                    kept.setdefault(own, found.group())
    return tuple(dict.fromkeys(kept.values()))[:most]


def _visible(text: str) -> str:
    """A text with its accents joined to their letters, without what cannot be seen."""
    joined = unicodedata.normalize("NFC", text)
    return "".join(mark for mark in joined if unicodedata.category(mark) != "Cf")


def _spoken(text: str) -> Iterator[Spoken]:
    for found in _WORD.finditer(text):
        for word in split(fold(found.group())):
            yield Spoken(word, found.start(), found.end())


def _runs(text: str, words: list[Spoken], shared: set[Term]) -> Iterator[list[Spoken]]:
    """The words that follow one another in shared terms, within a sentence."""
    run: list[Spoken] = []
    for one in words:
        if run and not _follows(text, run[-1], one, shared):
            yield from [run] if len(run) > 1 else []
            run = []
        run.append(one)
        if len(run) == LONGEST:
            yield run
            run = []
    if len(run) > 1:
        yield run


def _follows(text: str, one: Spoken, other: Spoken, shared: set[Term]) -> bool:
    between = text[one.end : other.start]
    return (one.word, other.word) in shared and not _SENTENCE.search(between)
