"""Two ids that a hurried reader takes for one another.

They differ by a hyphen, a plural or a feminine ending, a doubled letter, two letters swapped, or
a figure that looks like a letter. Series (`c1`, `c2`; `critere-a`, `critere-b`) never do.
"""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.check_names import named
from scalecheck.model.diagnostic import Also, Path, Severity

_ENDING = re.compile(r"(?<=[a-z]{4})(ees|es|ee|e|s|x)(?=-|\Z)")
_HYPHEN = re.compile(r"(?<![0-9])-|-(?![0-9])")
_DOUBLED = re.compile(r"([a-z])\1")
_SHAPES = str.maketrans({"0": "o", "1": "l", "5": "s"})
_LONG_WORD = re.compile(r"[a-z]{5,}")
_FAMILIES = ("scales", "stages", "tracks", "strategies", "sources")

Named = tuple[str, Path]


def find(subject: RubricSubject) -> Iterator[Found]:
    yield from _compare(named(subject.value))
    for family in _FAMILIES:
        things = enumerate(getattr(subject.value, family))
        yield from _compare((thing.id, (family, position)) for position, thing in things)


def _compare(every: Iterator[Named]) -> Iterator[Found]:
    first: dict[str, Path] = {}
    shapes: dict[str, str] = {}
    for name, path in every:
        if name in first:
            continue
        first[name] = path
        other = shapes.setdefault(_shape(name), name)
        if other == name:
            other = next((s for s in _swaps(name) if s in first), name)
        if other != name and not _is_series(name, other):
            also = (Also((*first[other], "id"), "looks-alike"),)
            yield found((*path, "id"), also=also, id=name, other=other)


def _shape(name: str) -> str:
    """What is left of an id once what the eye skips is gone; figures keep their hyphens."""
    words = _ENDING.sub("", name).split("-")
    plain = "-".join(w if w.isdecimal() else w.translate(_SHAPES) for w in words)
    return _DOUBLED.sub(r"\1", _HYPHEN.sub("", plain))


def _swaps(name: str) -> Iterator[str]:
    """The id with two neighbouring letters swapped, inside each of its long words."""
    for word in _LONG_WORD.finditer(name):
        for n in range(word.start() + 1, word.end() - 2):
            if name[n] != name[n + 1]:
                yield f"{name[:n]}{name[n + 1]}{name[n]}{name[n + 2 :]}"


def _is_series(one: str, other: str) -> bool:
    """Tell whether two ids differ by their figures, or by single letters between hyphens."""
    return _without_marks(one) == _without_marks(other)


def _without_marks(name: str) -> str:
    words = re.sub(r"[0-9]+", "#", name).split("-")
    return "-".join("#" if len(word) == 1 else word for word in words)


RULE = Rule("confusable-ids", Topic.NAMES, Severity.WARNING, RUBRIC, find)
