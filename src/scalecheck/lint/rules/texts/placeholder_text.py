"""A text that was put there to be replaced: “TODO”, “à compléter”, “lorem ipsum”."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_data import unfinished_phrases, unfinished_words
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Path, Severity

_ENDS = " \t\n\u00a0.,;:!?…-–—_*[](){}<>«»“”\"'"
_MARKS = ("TODO", "FIXME", "XXX", "À COMPLÉTER", "À TRADUIRE", "TO BE TRANSLATED")
_BEGINS = re.compile(rf"\s*\W?(?:{'|'.join(_MARKS)})\b")
_INSIDE = ("lorem ipsum", "[à compléter]", "[à traduire]", "[todo]", "[tbd]")
_LONGEST = 40


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    has_marks = any(mark in text for mark in _MARKS)
    # Small letters of a whole file are dear: only the tail of each mark is looked for in it.
    inside = [m for m in _INSIDE if m[-5:] in text or m[-5:].upper() in text]
    suspects = unfinished_words() | unfinished_phrases() | {""}
    for path, words, _, _ in sayings(subject).said:
        bare = words.strip(_ENDS).lower() if len(words) <= _LONGEST else None
        is_whole = bare in suspects and _is_unfinished(words, bare or "", path)
        begins = has_marks and _BEGINS.match(words) is not None
        if is_whole or begins or (inside and any(mark in words.lower() for mark in inside)):
            yield found(path, got=words.strip())


def _is_unfinished(words: str, bare: str, path: Path) -> bool:
    if not bare:
        return "…" in words or "..." in words or bool(words.strip() and not _names_a_choice(path))
    return bare in unfinished_words() or not _names_a_choice(path)


def _names_a_choice(path: Path) -> bool:
    """Tell whether a text names a level or a value: “to come” may well be one."""
    return bool({"label", "name"}.intersection(path[-2:])) or "values" in path


RULE = Rule("placeholder-text", Topic.TEXTS, Severity.WARNING, ANY, find, Reads.DOCUMENT)
