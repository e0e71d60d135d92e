"""Find what only changed its id: a thing that went, and one that came with the same texts."""

from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.lint.life.texts import read_texts
from scalecheck.lint.wording import fold
from scalecheck.model.rubric import Rubric

_Texts = frozenset[tuple[tuple[str, ...], str, str]]


def find_renames(old: Rubric, new: Rubric) -> Mapping[str, str]:
    """Find the ids that look renamed: old id to new id.

    Two things are taken for one when all their texts are the same, but for case and accents,
    and no other thing of their family has those texts.
    """
    found: dict[str, str] = {}
    for before, after in zip(_families(old), _families(new), strict=True):
        gone = {name: thing for name, thing in before.items() if name not in after}
        come = {name: thing for name, thing in after.items() if name not in before}
        if gone and come:
            found.update(_match(gone, come))
    return found


def _families(rubric: Rubric) -> Iterator[Mapping[str, Any]]:
    families = (
        rubric.criteria,
        rubric.dimensions,
        rubric.measures,
        rubric.groups,
        rubric.scales,
        rubric.tracks,
        rubric.strategies,
        rubric.attributes,
    )
    for family in families:
        yield {thing.id: thing for thing in family}


def _match(gone: Mapping[str, Any], come: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    before, after = _by_texts(gone), _by_texts(come)
    for texts, names in before.items():
        others = after.get(texts, [])
        if texts and len(names) == len(others) == 1:
            yield names[0], others[0]


def _by_texts(things: Mapping[str, Any]) -> Mapping[_Texts, list[str]]:
    found: dict[_Texts, list[str]] = {}
    for name, thing in things.items():
        said = read_texts(thing).items()
        texts = frozenset((place, language, fold(text)) for (place, language), text in said)
        found.setdefault(texts, []).append(name)
    return found
