"""Where the answer to each criterion of a new edition comes from: a table, or the same ids."""

from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.lint.life.canon import value_of
from scalecheck.model.check_upgrade import check_kept
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.upgrade import Upgrade

Targets = Mapping[str, tuple[str, str]]


class Way(NamedTuple):
    """How one criterion is read: from which older ones, and what each level becomes.

    `levels` maps values of the old scale to the two ends of what they become in the new one;
    None keeps every level under its value.
    """

    sources: tuple[str, ...]
    levels: Targets | None = None


Ways = Mapping[str, Way]


def ways_of(upgrade: Upgrade, old: Nodes, new: Nodes) -> Ways:
    """Read the ways that a table states; the table must fit both rubrics."""
    found = {name: Way((name,)) for name in upgrade.carry}
    for name, mapped in upgrade.map.items():
        before = old.scales[old.criteria[mapped.from_[0]].scale]
        after = new.scales[new.criteria[name].scale]
        levels = {
            value_of(before, level): (value_of(after, target[0]), value_of(after, target[-1]))
            for level, target in (mapped.levels or {}).items()
        }
        found[name] = Way(mapped.from_, levels or None)
    return found


def ways_by_name(old: Rubric, new: Rubric) -> Ways:
    """Read every criterion from the one of the same id, where its answers may be kept as they are.

    What is asked elsewhere, or on levels that the new scale lacks, is left to be asked again.
    """
    before, after = nodes_of(old), nodes_of(new)
    asked = {criterion.id for criterion in before.asked()}
    shared = (criterion.id for criterion in after.asked() if criterion.id in asked)
    return {n: Way((n,)) for n in shared if not any(check_kept(n, n, before, after, ()))}
