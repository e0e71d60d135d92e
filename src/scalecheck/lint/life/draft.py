"""What an upgrade table would say, as far as two rubrics tell: the rest is for people to decide."""

from scalecheck.lint.life.renames import find_renames
from scalecheck.lint.life.texts import read_texts
from scalecheck.lint.life.ways import ways_by_name
from scalecheck.lint.wording import fold
from scalecheck.model.criterion import Criterion
from scalecheck.model.names import Names
from scalecheck.model.rubric import Rubric
from scalecheck.model.upgrade import UpgradeDraft


def draft_upgrade(old: Rubric, new: Rubric) -> UpgradeDraft:
    """Sort the criteria of two editions by what seems to become of their answers."""
    before, after = Names(old), Names(new)
    sources = {after_id: before_id for before_id, after_id in find_renames(old, new).items()}
    asked = [c.id for c in before.asked()]
    mine = [c.id for c in after.asked()]
    ways = ways_by_name(old, new)
    kept = [name for name in mine if name in ways]
    same = [n for n in kept if is_same_question(before.criteria[n], after.criteria[n])]
    renamed = [(sources[n], n) for n in mine if sources.get(n) in asked]
    moved = {name for pair in renamed for name in pair}
    rescaled = tuple(n for n in mine if n in asked and n not in ways)
    return UpgradeDraft(
        carry=tuple(same),
        reworded=tuple(n for n in kept if n not in same),
        renamed=tuple(renamed),
        rescaled=rescaled,
        added=tuple(n for n in mine if n not in asked and n not in moved),
        dropped=tuple(n for n in asked if n not in {*kept, *moved, *rescaled}),
    )


def is_same_question(one: Criterion, other: Criterion) -> bool:
    """Tell whether two criteria ask in the same words: title, question and levels described."""
    return _words(one) == _words(other)


def _words(criterion: Criterion) -> dict[tuple[tuple[str, ...], str], str]:
    asked = (criterion.question or criterion.title, criterion.anchors)
    return {
        (("anchors",) * position + place, language): fold(text)
        for position, part in enumerate(asked)
        for (place, language), text in read_texts(part).items()
    }
