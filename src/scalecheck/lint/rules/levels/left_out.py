"""What may be left out of a rubric: questions answered "not applicable", or not asked at all."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, combinations

from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.scope import Scope

MOST_SUBSETS = 8


def find_way(logic: Logic, names: Iterable[str], is_open: Callable[[Logic], bool]) -> Scope | None:
    """Find what to leave out so that something becomes possible.

    Args:
        logic: the rubric with everything asked.
        names: the criteria that matter.
        is_open: tells of the rubric with some left out whether the thing is possible.

    Returns:
        The first way: the fewest "not applicable", else what a track, a strategy or a condition
        leaves out; None where no way was found (beyond `MOST_SUBSETS` criteria that may be not
        applicable, only few and all of them are tried), or where the purse of the logic was
        emptied before.
    """
    for scope in scopes(logic.nodes, frozenset(names)):
        if logic.purse.is_empty:
            break
        if is_open(logic.within(scope)):
            return scope
    return None


def scopes(nodes: Nodes, names: frozenset[str]) -> Iterator[Scope]:
    """The ways to leave out some of the criteria named, the fewest first."""
    optional = [c.id for c in nodes.asked() if c.not_applicable == "allowed" and c.id in names]
    sizes = range(1, len(optional) + 1)
    if len(optional) > MOST_SUBSETS:
        sizes = range(1, 3)
    subsets = chain.from_iterable(combinations(optional, size) for size in sizes)
    every = [tuple(optional)] if len(optional) > MOST_SUBSETS else []
    for chosen in (*subsets, *every):
        if leaves_enough(nodes, chosen):
            yield Scope(frozenset(), frozenset(chosen))
    rubric = nodes.rubric
    if rubric.groups:
        yield Scope(unshared=True)
    conditional = [(c.id,) for c in rubric.criteria if c.applies_when and c.id in names]
    by_tracks = (track.waives for track in rubric.tracks)
    by_strategies = (strategy.waives for strategy in rubric.strategies)
    outs = (*conditional, tuple(name for (name,) in conditional), *by_tracks, *by_strategies)
    for out in dict.fromkeys(frozenset(out) & names for out in outs):
        if out:
            yield Scope(out)


def leaves_enough(nodes: Nodes, left_out: tuple[str, ...]) -> bool:
    """Tell whether enough of what is asked applies for a level to be said at all."""
    asked = sum(1 for _ in nodes.asked())
    least = nodes.rubric.non_answers.not_applicable.min_applicable
    return asked - len(left_out) >= least * asked
