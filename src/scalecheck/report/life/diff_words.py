"""The difference between two editions of a rubric, on a page."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from scalecheck.language import numbers
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import (
    Edition,
    Held,
    LevelDiff,
    Listed,
    RubricDiff,
    TextChange,
    Verdict,
    VersionDiff,
    Witness,
)
from scalecheck.report.life.beyond import say_beyond
from scalecheck.report.life.change_words import ChangeWords
from scalecheck.report.life.page import LAYOUTS, Page, Part
from scalecheck.report.rubric_words import Line

MOST_TEXTS = 60
_WHOLE = (Verdict.ADDED, Verdict.REMOVED)


def render_diff(old: Rubric, new: Rubric, diff: RubricDiff, format: str, language: Language) -> str:
    """Lay out a difference: `terminal` or `markdown`.

    Args:
        old: the edition in use.
        new: the one that would replace it.
        diff: what was found between them.
        format: how to lay it out.
        language: in which to say it.
    """
    return LAYOUTS[format](build_page(ChangeWords(old, new, language), diff))


def build_page(words: ChangeWords, diff: RubricDiff) -> Page:
    """Say a difference, part by part."""
    title = words.say("diff.title", old=say_edition(diff.old), new=say_edition(diff.new))
    parts = (
        Part("", tuple(_summary(words, diff))),
        Part(words.say("diff.section.changes"), tuple(_changes(words, diff))),
        Part(words.say("diff.section.levels"), tuple(_levels(words, diff))),
        Part(words.say("diff.section.texts"), tuple(_texts(words, diff.texts))),
        Part(words.say("diff.section.version"), tuple(_version(words, diff))),
    )
    return Page(title, parts)


def say_edition(edition: Edition) -> str:
    """Name a rubric and its version."""
    return f"{edition.rubric} {edition.version}"


def _summary(words: ChangeWords, diff: RubricDiff) -> Iterator[Line]:
    if not diff.changes:
        yield Line(words.say("diff.same-meaning" if diff.texts else "diff.same"))


def _changes(words: ChangeWords, diff: RubricDiff) -> Iterator[Line]:
    for change in diff.changes:
        yield from (Line(text, 1) for text in words.lines(change))


# Levels -----------------------------------------------------------------------------------------


def _levels(words: ChangeWords, diff: RubricDiff) -> Iterator[Line]:
    moved = [level for level in diff.levels if level.verdict is not Verdict.SAME]
    if not diff.levels:
        return
    if not moved:
        yield Line(words.say("diff.level.none"))
    for level in moved:
        if level.is_own:
            yield Line(words.say(f"diff.level.{level.verdict}", level=level.value), 1)
            yield from _witnesses(words, level)
    yield from _followers(words, [level for level in moved if not level.is_own])
    same = [level.value for level in diff.levels if level.verdict is Verdict.SAME]
    if same and moved:
        yield Line(words.say("diff.level.unchanged", levels=_join(words, same)), 1)
    yield from (Line(text, 1) for text in say_beyond(words, diff))
    if any(level.verdict not in _WHOLE for level in diff.levels):
        yield Line(words.say("diff.level.scope"))


def _followers(words: ChangeWords, levels: Sequence[LevelDiff]) -> Iterator[Line]:
    ordered = sorted(levels, key=lambda level: list(Verdict).index(level.verdict))
    for verdict, group in groupby(ordered, key=lambda level: level.verdict):
        names = _join(words, [level.value for level in group])
        yield Line(words.say(f"diff.level.follows.{verdict}", levels=names), 1)


def _witnesses(words: ChangeWords, level: LevelDiff) -> Iterator[Line]:
    for witness, key in ((level.harder, "lacking-new"), (level.easier, "lacking-old")):
        if witness is not None:
            yield Line(" ".join(_witness(words, witness, key)), 2)


def _witness(words: ChangeWords, witness: Witness, key: str) -> Iterator[str]:
    ends = {"before": _level(words, witness.before), "after": _level(words, witness.after)}
    needed = [held for held in witness.answers if held.is_needed]
    if needed:
        said = _join(words, [_held(words, held) for held in needed])
        key_of_all = "witness" if len(needed) == len(witness.answers) else "witness-rest"
        yield words.say(f"diff.level.{key_of_all}", answers=said, **ends)
    else:
        yield words.say("diff.level.witness-alone", **ends)
    if witness.listed and any(held.group for held in needed):
        said = _join(words, [_listed(words, one) for one in witness.listed])
        yield words.say("diff.level.listed", listed=said)
    if witness.excused:
        yield words.say("diff.level.excused", names=_join(words, witness.excused))
    if witness.lacking:
        said = _join(words, [_held(words, held) for held in witness.lacking])
        yield words.say(f"diff.level.{key}", lacking=said)


def _level(words: ChangeWords, level: str | None) -> str:
    return words.say("below") if level is None else words.say("at-level", level=level)


def _held(words: ChangeWords, held: Held) -> str:
    facts = {"criterion": held.criterion, "level": held.level}
    if held.group:
        return words.say("diff.level.held-in", **facts, group=held.group)
    return words.say("diff.level.held", **facts)


def _listed(words: ChangeWords, one: Listed) -> str:
    facts = {"count": one.number, "group": one.group}
    if not one.attributes:
        return words.say("diff.level.counted", **facts)
    said = "; ".join(f"{name} {'/'.join(values)}" for name, values in one.attributes)
    return words.say("diff.level.counted-with", **facts, attributes=said)


def _join(words: ChangeWords, names: Sequence[str]) -> str:
    return numbers.join(names, words.language)


# Texts and version ------------------------------------------------------------------------------


def _texts(words: ChangeWords, texts: Sequence[TextChange]) -> Iterator[Line]:
    if not texts:
        return
    yield Line(words.say("diff.texts", count=len(texts)))
    yield from (Line(_text(words, change), 1) for change in texts[:MOST_TEXTS])
    if len(texts) > MOST_TEXTS:
        yield Line(words.say("diff.rest", count=len(texts) - MOST_TEXTS))


def _text(words: ChangeWords, change: TextChange) -> str:
    place = f"{change.place} [{change.language}]" if change.language else change.place
    if change.old and change.new:
        return place
    return words.say("diff.text.removed" if change.old else "diff.text.added", place=place)


def _version(words: ChangeWords, diff: RubricDiff) -> Iterator[Line]:
    if diff.is_empty and diff.version.is_enough:
        return
    numbers_ = {"old": diff.old.version, "new": diff.new.version}
    key = _version_key(diff, diff.version)
    yield Line(words.say(f"diff.version.{key}", **numbers_, least=diff.version.least or ""))


def _version_key(diff: RubricDiff, version: VersionDiff) -> str:
    if version.is_enough is None:
        return "not-semantic" if diff.old.rubric == diff.new.rubric else "other-rubric"
    if version.is_enough:
        return "enough"
    return "backwards" if version.is_backwards else "too-low"
