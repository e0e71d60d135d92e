"""Find what a row need not compute: the flags that one question alone can put out."""

from collections import Counter
from typing import NamedTuple

from scalecheck.portfolio.engine.packing import Packing, is_of_one
from scalecheck.portfolio.plan.compile import Plan, roots_of
from scalecheck.portfolio.plan.node import Node, Op

_SHARED = -1  # computed for every row


class Guard(NamedTuple):
    """A flag of a column of names: computed where `ones`, each of one bundle, are all true.

    `behind` are the expressions that nothing else reads, the flag last.
    """

    output: int
    place: int
    ones: tuple[Node, ...]
    behind: tuple[Node, ...]


def find_guards(plan: Plan, packing: Packing) -> dict[int, Guard]:
    """Find the guarded flags of a plan, by their number."""
    used = Counter(n.number for output in plan.outputs for n in roots_of(output))
    used.update(arg.number for node in plan.nodes for arg in node.args)
    found: dict[int, Guard] = {}
    for number, output in enumerate(plan.outputs):
        for place, flag in enumerate(output.flags):
            ones = tuple(arg for arg in flag.args if is_of_one(arg))
            is_alone = used[flag.number] == 1 and flag.number not in packing.sums
            if flag.op is Op.EVERY and ones and is_alone and not is_of_one(flag):
                found[flag.number] = Guard(number, place, ones, ())
    behind = _behind(plan, found)
    return {flag: one._replace(behind=tuple(reversed(behind[flag]))) for flag, one in found.items()}


def _behind(plan: Plan, guards: dict[int, Guard]) -> dict[int, list[Node]]:
    """The expressions that only one guarded flag reads, itself included, the last first."""
    roots = (root.number for output in plan.outputs for root in roots_of(output))
    owners = {root: root if root in guards else _SHARED for root in roots}
    found: dict[int, list[Node]] = {flag: [] for flag in guards}
    for node in reversed(plan.nodes):  # what reads it was met before
        owner = owners[node.number]
        if owner in found and not is_of_one(node):
            found[owner].append(node)
        for arg in node.args:
            owners[arg.number] = owner if owners.get(arg.number, owner) == owner else _SHARED
    return found
