"""A criterion, or a level, of which an upgrade table says nothing: its answers would be lost."""

from collections.abc import Iterator

from scalecheck.lint.life.canon import value_of
from scalecheck.lint.life.editions import UPGRADE, find_editions
from scalecheck.lint.rule import Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity, listed
from scalecheck.model.names import Names
from scalecheck.model.upgrade import Upgrade


def find(subject: Subject) -> Iterator[Found]:
    table: Upgrade = subject.value
    old, new = find_editions(subject)
    if new is not None:
        told = frozenset(table.told())
        untold = [c.id for c in Names(new).asked() if c.id not in told]
        if untold:
            yield found(("to",), at_key=True, names=listed(untold))
    if old is not None:
        used = frozenset(table.used())
        unused = [c.id for c in Names(old).asked() if c.id not in used]
        if unused:
            severity = Severity.WARNING
            yield found(("from",), at_key=True, severity=severity, names=listed(unused))
        yield from _levels(table, Names(old))


def _levels(table: Upgrade, old: Names) -> Iterator[Found]:
    for name, mapped in table.map.items():
        criterion = old.criteria.get(mapped.from_[0])
        scale = old.scales.get(criterion.scale) if criterion else None
        if mapped.levels is None or scale is None:
            continue
        said = {value_of(scale, level) for level in mapped.levels}
        missing = [str(v.value) for v in scale.levels if str(v.value) not in said]
        if missing:
            path = ("map", name, "levels")
            yield found(path, at_key=True, names=listed(missing))


RULE = Rule("upgrade-incomplete", Topic.LIFE, Severity.ERROR, UPGRADE, find)
