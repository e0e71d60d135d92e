"""How many instances of a group there are, told alike for two editions.

Each edition counts instances by conditions of its own. Here the sorts of both are put together:
an instance with the attributes that one condition names is read by every condition of both.
"""

from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.lint.life.canon import Renames
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.crowds import Crowd, Sort, every_in_group, find_crowds

Crowds = Mapping[str, Crowd]


class JoinedCrowds(NamedTuple):
    """The crowds that each edition reads, under the names of its groups."""

    old: Crowds
    new: Crowds


def join_crowds(old: Nodes, new: Nodes, renames: Renames) -> JoinedCrowds:
    """Join the crowds of two editions.

    A group whose instances one edition does more with than count is told apart in neither: there
    are then as many instances as anything asks for.
    """
    before = {renames.get(group, group): crowd for group, crowd in find_crowds(old).items()}
    after = find_crowds(new)
    uncounted = _uncounted(old, before, renames) | _uncounted(new, after, {})
    joined = {
        group: _join(group, [crowds[group] for crowds in (before, after) if group in crowds])
        for group in dict.fromkeys((*before, *after))
        if group not in uncounted
    }
    names = {group: renames.get(group, group) for group in old.groups}
    mine = {group: joined[name] for group, name in names.items() if name in joined}
    return JoinedCrowds(mine, joined)


def _uncounted(nodes: Nodes, crowds: Crowds, renames: Renames) -> set[str]:
    asked = {renames.get(rule.group, rule.group) for rule in every_in_group(nodes)}
    return asked - set(crowds)


def _join(group: str, crowds: list[Crowd]) -> Crowd:
    sorts: dict[object, Sort] = {}
    for crowd in crowds:
        for sort in crowd.sorts:
            key = repr(sorted(sort.instance.attributes.items()))
            name = f"count:{group}:{len(sorts) + 1}"
            known = sorts.get(key, sort._replace(variable=name))
            sorts[key] = known._replace(least=max(known.least, sort.least))
    return Crowd(tuple(sorts.values()), max(crowd.most for crowd in crowds))
