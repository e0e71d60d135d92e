"""Findings put in words: where, what is wrong, the line quoted, and what to do about it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import groupby
from typing import NamedTuple

from scalecheck.language.catalogue import has, say
from scalecheck.model.diagnostic import Diagnostic, Severity, Span, split_lines
from scalecheck.model.language import Language
from scalecheck.report.excerpt import Excerpt, cut_out, neutralise

MOST_PER_FILE = 50
MOST_KNOWN = 10
_LONGEST_FACT = 200

_NAMES = ("name", "level", "value", "key", "got")
_AMOUNTS = ("size", "limit")
_TINTS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


class DiagnosticView(NamedTuple):
    """A finding in the words of one language, ready to be laid out."""

    code: str
    severity: str
    file: str
    span: Span | None
    what: str
    fix: str
    excerpt: Excerpt | None

    @property
    def where(self) -> str:
        """The place as editors and terminals read it: `file:line:column`."""
        return f"{self.file}:{self.span.line}:{self.span.column}" if self.span else self.file


def describe(
    diagnostic: Diagnostic, language: Language, source_lines: list[str] | None = None
) -> DiagnosticView:
    """Put a finding in words.

    Args:
        diagnostic: the finding.
        language: in which to say it.
        source_lines: the lines of its file, to quote from; nothing is quoted without them.

    Returns:
        What is wrong and what to do; a code that has no words yet stands for itself.
    """
    code, span = diagnostic.code, diagnostic.span
    facts = _shown_facts(diagnostic, language)
    excerpt = None
    if span is not None and source_lines is not None:
        excerpt = cut_out(source_lines, span, reveal=code == "invisible-in-key")
    return DiagnosticView(
        code,
        say(f"problem.severity.{diagnostic.severity}", language),
        neutralise(diagnostic.file),
        span,
        _say(f"{code}.what", code, language, facts),
        " ".join(
            (*_suggest(diagnostic, language), _say(f"{code}.fix", "", language, facts))
        ).strip(),
        excerpt,
    )


def _say(key: str, otherwise: str, language: Language, facts: Mapping[str, object]) -> str:
    """Say the words of a problem, or of a rule; a code that has none stands for itself."""
    for full in (f"problem.{key}", f"rule.{key}"):
        if has(full, language):
            return say(full, language, **facts)
    return otherwise


def _shown_facts(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    return {name: _shown_fact(name, value, language) for name, value in diagnostic.facts}


def _shown_fact(name: str, value: str, language: Language) -> object:
    """A fact as a sentence holds it: a word of ours translated, a stranger's made harmless."""
    if has(f"problem.{name}.{value}", language):
        return say(f"problem.{name}.{value}", language)
    if name in _AMOUNTS and value.isdigit():
        return int(value)
    text = neutralise(value)
    return text if len(text) <= _LONGEST_FACT else f"{text[: _LONGEST_FACT - 1]}…"


def _suggest(diagnostic: Diagnostic, language: Language) -> Iterator[str]:
    """Say what was probably meant, or else what could have been written."""
    facts = dict(diagnostic.facts)
    known = [name for name in facts.get("known", "").split(", ") if name]
    given = next((facts[name] for name in _NAMES if name in facts), "")
    near = find_near(given, known)
    if near is not None:
        yield say("problem.near", language, near=neutralise(near))
    elif known:
        yield say("problem.known", language, known=_list_some(known, language))
    elif diagnostic.code == "not-slug" and (better := make_slug(given)):
        yield say("problem.better", language, better=better)


def _list_some(known: Sequence[str], language: Language) -> str:
    first = neutralise(", ".join(known[:MOST_KNOWN]))
    if len(known) <= MOST_KNOWN:
        return first
    return say("problem.more", language, known=first, count=len(known) - MOST_KNOWN)


def find_near(given: str, known: Sequence[str]) -> str | None:
    """Find the known name that was probably meant: case, accents and `_` do not count."""
    folded = {_fold(name): name for name in reversed(known)}
    found = get_close_matches(_fold(given), folded, n=1, cutoff=0.66)
    return folded[found[0]] if found and folded[found[0]] != given else None


def make_slug(text: str) -> str | None:
    """Make an identifier of a text, or None where nothing usable is left of it."""
    slug = re.sub(r"[^a-z0-9]+", "-", _fold(text)).strip("-")
    is_whole = not text.endswith("…") and len(slug) <= 80
    return slug if is_whole and _SLUG.match(slug) else None


def _fold(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).replace("_", "-")


def render_text(
    diagnostics: Sequence[Diagnostic],
    language: Language,
    texts: Mapping[str, str],
    *,
    colour: bool = False,
) -> str:
    """Lay out findings as plain text, file by file, at most fifty a file.

    Args:
        diagnostics: the findings, in the order of the files.
        language: in which to say them.
        texts: the text of each file, by the name that findings call it.
        colour: whether to colour for a terminal (ANSI).
    """
    blocks: list[str] = []
    for file, group in groupby(diagnostics, key=lambda d: d.file):
        found = list(group)
        lines = split_lines(texts[file]) if file in texts else None
        views = [(d.severity, describe(d, language, lines)) for d in found[:MOST_PER_FILE]]
        blocks.extend(_block(view, severity, language, colour) for severity, view in views)
        rest = len(found) - len(views)
        if rest:
            blocks.append(f"{neutralise(file)}: {say('problem.rest', language, count=rest)}")
    return "\n\n".join(blocks)


def _block(view: DiagnosticView, severity: Severity, language: Language, colour: bool) -> str:
    facts = {"what": view.what, "code": view.code}
    word = _tint(view.severity, _TINTS[severity], colour)
    lines = [f"{view.where}: {say('problem.title', language, severity=word, **facts)}"]
    if view.excerpt is not None:
        number = str(view.excerpt.number)
        margin = " " * len(number)
        carets = _tint(view.excerpt.carets, _TINTS[severity], colour)
        lines.append(f"  {number} | {view.excerpt.text}")
        lines.append(f"  {margin} | {carets}")
    if view.fix:
        lines.append(f"  {say('problem.hint', language, fix=view.fix)}")
    return "\n".join(lines)


def _tint(text: str, tint: str, colour: bool) -> str:
    return f"\x1b[{tint}m{text}\x1b[0m" if colour else text
