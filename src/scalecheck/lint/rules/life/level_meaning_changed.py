"""A level described in other words: the answers already given are read in the new ones."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path as FilePath

from scalecheck.lint.life.editions import find_table
from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import fold
from scalecheck.model.criterion import Criterion
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text

_ALIKE = 0.6  # under this share of common words, in order, a text says something else


def find(subject: RubricSubject) -> Iterator[Found]:
    before, now = subject.before, subject.value
    if not isinstance(before, Rubric):
        return
    known = {criterion.id: criterion for criterion in before.criteria}
    told: frozenset[str] | None = None
    for criterion, path in _criteria(now):
        for level in _rewritten(known.get(criterion.id), criterion):
            if told is None:
                told = _told(subject, before)
            if criterion.id not in told:
                here = (*path, "anchors", level)
                name, version = criterion.id, before.version
                yield found(here, at_key=True, level=level, id=name, version=version)


def _criteria(rubric: Rubric) -> Iterator[tuple[Criterion, Path]]:
    for d, dimension in enumerate(rubric.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            yield criterion, ("dimensions", d, "criteria", c)


def _told(subject: RubricSubject, before: Rubric) -> frozenset[str]:
    """The criteria that an upgrade table beside the rubric tells of."""
    table = find_table(FilePath(subject.document.name), before, subject.value)
    return frozenset(table.told()) if table is not None else frozenset()


def _rewritten(old: Criterion | None, new: Criterion) -> Iterator[str]:
    anchors: Mapping[str, Text] = old.anchors if old is not None else {}
    for level, said in new.anchors.items():
        if level in anchors and _says_otherwise(anchors[level], said):
            yield level


def _says_otherwise(old: Text, new: Text) -> bool:
    """Tell whether a text was rewritten in every language that both have."""
    pairs = [(a, b) for a, b in ((old.fr, new.fr), (old.en, new.en)) if a and b]
    return bool(pairs) and all(_differ(a, b) for a, b in pairs)


def _differ(old: str, new: str) -> bool:
    if old == new:
        return False
    one, other = fold(old).split()[:400], fold(new).split()[:400]
    return SequenceMatcher(None, one, other, autojunk=False).ratio() < _ALIKE


RULE = Rule("level-meaning-changed", Topic.LIFE, Severity.WARNING, RUBRIC, find, Reads.SOUND)
