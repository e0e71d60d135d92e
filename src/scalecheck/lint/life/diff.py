"""Compare two editions of a rubric: what changed in meaning, level by level, and in words."""

from collections.abc import Iterable, Iterator, Sequence

from scalecheck.lint.life.canon import Renames
from scalecheck.lint.life.ladders import compare_levels
from scalecheck.lint.life.meaning import Fields, Meaning, Thing, read_meaning
from scalecheck.lint.life.renames import find_renames
from scalecheck.lint.life.texts import Place, Said, read_texts
from scalecheck.lint.life.version import judge_version
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import (
    Change,
    ChangeKind,
    Edition,
    Family,
    RubricDiff,
    TextChange,
)

_WHOLE_KINDS = (ChangeKind.ADDED, ChangeKind.REMOVED)
_SECTIONS = {
    Family.ATTRIBUTE: "attributes",
    Family.SCALE: "scales",
    Family.GROUP: "groups",
    Family.DIMENSION: "dimensions",
    Family.CRITERION: "criteria",
    Family.MEASURE: "measures",
    Family.LEVEL: "levels",
    Family.STAGE: "stages",
    Family.TRACK: "tracks",
    Family.STRATEGY: "strategies",
}
_PARTS = {
    Family.SCALE_LEVEL: ("scales", "levels"),
    Family.GROUP_ATTRIBUTE: ("groups", "attributes"),
    Family.REQUIREMENT: ("levels", "requires"),
}
_TOLD_WHOLE = (*_SECTIONS, Family.SCALE_LEVEL)
_WHOLES = {
    Family.SCALE_LEVEL: Family.SCALE,
    Family.GROUP_ATTRIBUTE: Family.GROUP,
    Family.REQUIREMENT: Family.LEVEL,
}


def diff_rubrics(old: Rubric, new: Rubric) -> RubricDiff:
    """Compare two editions; a rubric and itself give an empty difference.

    Args:
        old: the edition in use.
        new: the one that would replace it; it may bear another id.

    Returns:
        The changes of meaning, the levels that are easier or harder with an example of each, and
        the texts that changed.
    """
    renames = find_renames(old, new)
    changes = compare_meanings(old, new, renames)
    texts = compare_texts(read_texts(old, renames), read_texts(new), frozenset(_moved(changes)))
    levels = compare_levels(old, new, renames, changes) if changes else ()
    before, after = Edition(old.id, old.version), Edition(new.id, new.version)
    version = judge_version(before, after, changes, levels, texts)
    return RubricDiff(before, after, changes, levels, texts, version)


def compare_meanings(old: Rubric, new: Rubric, renames: Renames) -> tuple[Change, ...]:
    """List the changes of meaning, family by family, in the order of the files."""
    before, after = read_meaning(old, renames), read_meaning(new)
    found = (
        *_lost(before, after, ChangeKind.REMOVED),
        *_renamed(old, new, renames),
        *_changed(before, after),
        *_lost(after, before, ChangeKind.ADDED),
    )
    order = list(Family)
    kept = (change for change in found if not _is_told_by_criteria(change, found))
    return tuple(sorted(kept, key=lambda change: order.index(change.family)))


def _is_told_by_criteria(change: Change, every: Sequence[Change]) -> bool:
    """Tell whether a dimension only gained and lost criteria that came or went themselves."""
    if (change.family, change.field) != (Family.DIMENSION, "criteria"):
        return False
    moved = set(change.old.split(", ")) ^ set(change.new.split(", "))
    told = {c.name for c in every if c.family is Family.CRITERION and c.kind in _WHOLE_KINDS}
    return moved <= told


def _lost(here: Meaning, there: Meaning, kind: ChangeKind) -> Iterator[Change]:
    """What one edition has and the other has not; a part goes untold where its whole goes."""
    for thing, fields in here.items():
        if thing not in there and not _goes_with_its_whole(thing, here, there):
            value = fields.get("at", "")
            old, new = (value, "") if kind is ChangeKind.REMOVED else ("", value)
            yield Change(kind, thing.family, thing.name, thing.owner, old=old, new=new)


def _goes_with_its_whole(thing: Thing, here: Meaning, there: Meaning) -> bool:
    family = _WHOLES.get(thing.family)
    if family is None:
        return False
    whole = Thing(family, "", thing.owner)
    return whole in here and whole not in there


def _renamed(old: Rubric, new: Rubric, renames: Renames) -> Iterator[Change]:
    families = {thing.name: thing.family for thing in read_meaning(new) if not thing.owner}
    for before, after in renames.items():
        yield Change(ChangeKind.RENAMED, families[after], after, old=before, new=after)


def _changed(before: Meaning, after: Meaning) -> Iterator[Change]:
    for thing, old in before.items():
        new = after.get(thing)
        if new is not None and new != old:
            yield from _fields_changed(thing, old, new)


def _fields_changed(thing: Thing, old: Fields, new: Fields) -> Iterator[Change]:
    for word in dict.fromkeys((*old, *new)):
        one, other = old.get(word, ""), new.get(word, "")
        if one != other:
            family, owner, name = thing
            yield Change(ChangeKind.CHANGED, family, name, owner, word, one, other)


_NOWHERE: frozenset[Place] = frozenset()


def compare_texts(
    old: Said, new: Said, moved: frozenset[Place] = _NOWHERE
) -> tuple[TextChange, ...]:
    """List the texts that changed, by place; those under a place that came or went left out."""
    every: Said = {**old, **new}
    return tuple(
        TextChange(".".join(place), language, old.get((place, language), ""), said)
        for place, language in every
        if old.get((place, language)) != new.get((place, language))
        and moved.isdisjoint(place[:end] for end in (2, 4))
        for said in [new.get((place, language), "")]
    )


def _moved(changes: Iterable[Change]) -> Iterator[Place]:
    """The places of the things that came or went."""
    for change in changes:
        if change.kind in _WHOLE_KINDS and change.family in _TOLD_WHOLE:
            yield place_of(change)


def place_of(change: Change) -> Place:
    """Where the thing that a change is about stands, by ids: `levels`, `3`."""
    if change.family in _PARTS:
        section, part = _PARTS[change.family]
        return (section, change.owner, part, change.name)
    if change.family is Family.RUBRIC:
        return (change.field,)
    return (_SECTIONS[change.family], change.name)
