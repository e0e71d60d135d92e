"""Findings put in words: what is wrong, and what to do about it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.language.catalogue import has, say
from scalecheck.model.diagnostic import Diagnostic
from scalecheck.model.language import Language
from scalecheck.report.findings.near import find_near, make_slug
from scalecheck.report.findings.screen import neutralise

MOST_KNOWN = 10
_LONGEST_FACT = 200
_LONGEST_NUMBER = 18

_NAMES = ("name", "level", "value", "key", "got")
_AMOUNTS = ("size", "limit", "count")
_OF_TABLES = "portfolio_score.problem."


class Words(NamedTuple):
    """What is wrong, and what to do: one sentence or more each; `fix` may be empty."""

    what: str
    fix: str

    @property
    def whole(self) -> str:
        """Both, one after the other."""
        return " ".join(filter(None, self))


def word(finding: Diagnostic, language: Language) -> Words:
    """Put a finding in words; a code that has none yet stands for itself."""
    code = finding.code
    facts = {name: _shown_fact(name, value, language) for name, value in finding.facts}
    what, fix = (_find_words(f"{code}.{part}", language) for part in ("what", "fix"))
    return Words(
        say(what, language, **facts) if what else neutralise(code),
        " ".join(
            (*_suggest(finding, what, language), *([say(fix, language, **facts)] if fix else ()))
        ),
    )


def word_place(code: str, label: str, language: Language) -> str:
    """Say what a second place of a finding is; a label without words stands for itself."""
    key = find_key(f"{code}.also.{label}", language)
    return say(key, language) if key else neutralise(label)


def find_key(end: str, language: Language) -> str | None:
    """Find the key of the words of a problem, or else of a rule."""
    keys = (f"problem.{end}", f"rule.{end}")
    return next((key for key in keys if has(key, language)), None)


def _find_words(end: str, language: Language) -> str | None:
    """Find the key of words; a problem of a table has its own where it stops everything."""
    of_table = f"{_OF_TABLES}{end}"
    return find_key(end, language) or (of_table if has(of_table, language) else None)


def _shown_fact(name: str, value: str, language: Language) -> object:
    """A fact as a sentence holds it: a word of ours translated, a stranger's made harmless."""
    if has(f"problem.{name}.{value}", language):
        return say(f"problem.{name}.{value}", language)
    if name in _AMOUNTS and value.isdecimal() and len(value) <= _LONGEST_NUMBER:
        return int(value)
    text = neutralise(value)
    return text if len(text) <= _LONGEST_FACT else f"{text[: _LONGEST_FACT - 1]}…"


def _suggest(finding: Diagnostic, what: str | None, language: Language) -> Iterator[str]:
    """Say what was probably meant, or else what could have been written; tables do it by cell."""
    if what is not None and what.startswith(_OF_TABLES):
        return
    facts: Mapping[str, str] = dict(finding.facts)
    known = [name for name in facts.get("known", "").split(", ") if name]
    given = next((facts[name] for name in _NAMES if name in facts), "")
    near = find_near(given, known)
    if near is not None:
        yield say("problem.near", language, near=neutralise(near))
    elif known:
        yield say("problem.known", language, known=_list_some(known, language))
    elif finding.code == "not-slug" and (better := make_slug(given)):
        yield say("problem.better", language, better=better)


def _list_some(known: Sequence[str], language: Language) -> str:
    first = neutralise(", ".join(known[:MOST_KNOWN]))
    if len(known) <= MOST_KNOWN:
        return first
    return say("problem.more", language, known=first, count=len(known) - MOST_KNOWN)
