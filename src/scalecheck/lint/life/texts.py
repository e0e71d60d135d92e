"""Every text of a rubric by the ids that lead to it, and what else is said but decides nothing."""

from collections.abc import Iterator, Mapping

from scalecheck.lint.life.canon import Renames
from scalecheck.model.base import Frozen
from scalecheck.model.criterion import Advice
from scalecheck.model.operator import Display
from scalecheck.model.rubric import Rubric
from scalecheck.model.source import Source, SourceUse
from scalecheck.model.text import Text

Place = tuple[str, ...]
Said = Mapping[tuple[Place, str], str]

_NO_RENAMES: Renames = {}
_SAID: Mapping[type[Frozen], frozenset[str]] = {
    Rubric: frozenset(("licence", "languages")),
    Advice: frozenset(("months",)),
    Source: frozenset(Source.model_fields),
    SourceUse: frozenset(SourceUse.model_fields),
    Display: frozenset(Display.model_fields),
}
_FAMILIES = frozenset(("dimensions",))  # a criterion is the same in another dimension


def read_texts(thing: object, renames: Renames = _NO_RENAMES) -> Said:
    """Read the texts of a rubric, or of a part of it, each under its place and its language."""
    return dict(_walk(thing, (), renames))


def _walk(value: object, place: Place, renames: Renames) -> Iterator[tuple[tuple[Place, str], str]]:
    match value:
        case Text():
            yield from (((place, w), t) for w in ("fr", "en") if (t := getattr(value, w)))
        case Frozen():
            yield from _walk_fields(value, place, renames)
        case Mapping():
            for key, part in value.items():
                yield from _walk(part, (*place, renames.get(str(key), str(key))), renames)
        case tuple():
            for position, part in enumerate(value):
                yield from _walk(part, _enter(place, part, position, renames), renames)
        case _:
            return


def _walk_fields(
    value: Frozen, place: Place, renames: Renames
) -> Iterator[tuple[tuple[Place, str], str]]:
    said = _SAID.get(type(value), frozenset())
    for name, field in type(value).model_fields.items():
        part = getattr(value, name)
        here = (*place, field.alias or name)
        if name not in said or isinstance(part, Text):
            yield from _walk(part, here, renames)
        elif part is not None:
            yield (here, ""), _show(part)


def _enter(place: Place, part: object, position: int, renames: Renames) -> Place:
    """The place of one thing of a list: named by its id or its value, else counted from 1."""
    name = getattr(part, "id", None) or getattr(part, "value", None)
    if name is None:
        return (*place, str(position + 1))
    own = renames.get(str(name), str(name))
    if place and place[0] in _FAMILIES and place[-1] == "criteria":
        return ("criteria", own)
    return (*place, own)


def _show(value: object) -> str:
    return ", ".join(map(_show, value)) if isinstance(value, tuple) else str(value)
