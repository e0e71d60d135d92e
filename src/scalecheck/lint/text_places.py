"""The texts of a document: those said in two languages, those said in one, and what is beside."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from scalecheck.lint.subject import Subject
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Path

# The keys that hold a text for people; a test holds them against the models.
TEXT_KEYS = frozenset(
    (
        "decided_by",
        "description",
        "do",
        "examples",
        "expertise",
        "gate",
        "label",
        "money",
        "name",
        "note",
        "notes",
        "organization",
        "proof",
        "question",
        "reason",
        "summary",
        "support",
        "title",
        "where",
        "who",
        "with",
        "wording",
    )
)
# Those whose values are texts, each under a name of the author.
TEXT_MAPS = frozenset(("anchors", "ask", "drop"))
# Those that hold words which are in no language in particular: a licence, a version, an address.
LINE_KEYS = frozenset(("licence", "rubric_version", "unit", "url", "version"))
# The same, under one parent only: elsewhere the key means something else.
_UNDER = frozenset((("source", "at"), ("assessor", "role"), ("assessor", "reader")))
_LANGUAGES = frozenset(("fr", "en"))
_WRITTEN = {2: _LANGUAGES}  # the usual case, made once


class Pair(NamedTuple):
    """A text written by language, and the languages that are written, well or badly."""

    path: Path
    fr: str | None
    en: str | None
    written: frozenset[str]


class Said(NamedTuple):
    """One text in one language; None where the document does not tell which."""

    path: Path
    words: str
    language: str | None
    is_plain: bool


class Sayings(NamedTuple):
    """All that a document says: texts by language, texts one by one, and other plain scalars."""

    pairs: tuple[Pair, ...]
    said: tuple[Said, ...]
    others: tuple[tuple[Path, str], ...]


def languages_of(data: Any) -> tuple[str, ...]:
    """The languages that a document declares; French where it declares none."""
    declared = data.get("languages", data.get("language", "fr"))
    listed = declared if isinstance(declared, tuple) else (declared,)
    return tuple(str(one) for one in listed if isinstance(one, str) and one in _LANGUAGES) or (
        "fr",
    )


@lru_cache(maxsize=1)  # a dozen rules ask the same of the same document
def sayings(subject: Subject) -> Sayings:
    """Gather what a document says, in the order of the file; keys of its own (`x-`) are left."""
    found = _Gatherer(languages_of(subject.data))
    found.enter(subject.data, ())
    return Sayings(tuple(found.pairs), tuple(found.said), tuple(found.others))


class _Gatherer:
    """The walk: what stands under which key."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.language = languages[0] if len(languages) == 1 else None
        self.pairs: list[Pair] = []
        self.said: list[Said] = []
        self.others: list[tuple[Path, str]] = []

    def enter(self, data: Any, path: Path) -> None:
        if isinstance(data, dict):
            if path and data and data.keys() <= _LANGUAGES:
                self._take_pair(data, path)
                return
            for key, below in data.items():
                if key[:2] != "x-":
                    self._take(below, path, key)
        elif isinstance(data, tuple):
            for position, below in enumerate(data):
                self._take(below, path, position)

    def _take(self, below: Any, path: Path, key: str | int) -> None:
        if not isinstance(below, str):
            self.enter(below, (*path, key))
        elif _is_text(path, key):
            known = self.language if path[:1] != ("sources",) else None
            self._say(below, (*path, key), known)
        elif _is_line(path, key):
            self._say(below, (*path, key), None)
        elif isinstance(below, Plain):
            self.others.append(((*path, key), below))

    def _take_pair(self, data: Mapping[str, Any], path: Path) -> None:
        said: dict[str, str] = {}
        for language, words in data.items():
            if isinstance(words, str):
                said[language] = self._say(words, (*path, language), language)
        written = _WRITTEN.get(len(data)) or frozenset(data)
        self.pairs.append(Pair(path, said.get("fr"), said.get("en"), written))

    def _say(self, words: str, path: Path, language: str | None) -> str:
        said = str(words)
        self.said.append(Said(path, said, language, isinstance(words, Plain)))
        return said


def _is_text(path: Path, key: str | int) -> bool:
    if key in TEXT_KEYS:
        return True
    last = path[-1] if path else ""
    return last in TEXT_MAPS or (key == "not_applicable" and "answers" in path)


def _is_line(path: Path, key: str | int) -> bool:
    return key in LINE_KEYS or ((path[-1], key) in _UNDER if path else False)
