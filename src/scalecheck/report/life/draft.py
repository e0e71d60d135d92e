"""A draft of an upgrade table, as YAML, in both languages."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.language import catalogue
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric
from scalecheck.model.upgrade import UpgradeDraft

_NAMES = ("fr", "en")


class TableEnd(NamedTuple):
    """One of the two editions, and its file where the table must name it."""

    rubric: Rubric
    file: str | None = None


def render_draft(old: TableEnd, new: TableEnd, draft: UpgradeDraft, language: Language) -> str:
    """Write a draft that validates; `language` is that of its comments."""
    return "\n".join(_lines(old, new, draft, language)) + "\n"


def _lines(old: TableEnd, new: TableEnd, draft: UpgradeDraft, language: Language) -> Iterator[str]:
    ends = {"old": old.rubric, "new": new.rubric}
    editions = {word: f"{rubric.id} {rubric.version}" for word, rubric in ends.items()}
    yield f"# {catalogue.say('life.draft.head', language)}"
    yield "format: scalecheck/upgrade@1"
    yield f"from: {_edition(old)}"
    yield f"to: {_edition(new)}"
    yield "languages: [fr, en]"
    yield f"title: {_said('title', **editions)}"
    yield from _carried(draft, language)
    if draft.renamed:
        yield "map:"
        yield from (
            f"  {after}: {{from: {before}, note: {_said('renamed')}}}"
            for before, after in draft.renamed
        )
    yield from _noted("ask", ((n, "rescaled") for n in draft.rescaled), draft.added)
    yield from _noted("drop", (), draft.dropped)


def _edition(end: TableEnd) -> str:
    file = "" if end.file is None else f", file: {_quote(end.file)}"
    return f"{{rubric: {end.rubric.id}, version: {_quote(end.rubric.version)}{file}}}"


def _carried(draft: UpgradeDraft, language: Language) -> Iterator[str]:
    if draft.carry or draft.reworded:
        yield "carry:"
        yield from (f"  - {name}" for name in draft.carry)
        why = catalogue.say("life.draft.reworded", language)
        yield from (f"  - {name}  # {why}" for name in draft.reworded)


def _noted(
    section: str, first: Iterator[tuple[str, str]] | tuple[()], names: tuple[str, ...]
) -> Iterator[str]:
    word = "added" if section == "ask" else "dropped"
    rows = [*first, *((name, word) for name in names)]
    if rows:
        yield f"{section}:"
        yield from (f"  {name}: {_said(key)}" for name, key in rows)


def _said(key: str, **facts: object) -> str:
    """Say words in both languages, as a mapping on one line."""
    said = (
        f"{name}: {_quote(catalogue.say(f'life.draft.{key}', Language(name), **facts))}"
        for name in _NAMES
    )
    return "{" + ", ".join(said) + "}"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
