"""Search for the least set of raises that reaches a goal.

What every way needs is forced first; the rest is a best-first search whose first answer is the
least one, so a result is proved smallest unless `LIMIT` states were tried. For a majority this is
the minimum knapsack cover over its criteria.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from heapq import heappop, heappush
from typing import NamedTuple

from scalecheck.model.facts import Key

LIMIT = 3_000
Raised = Mapping[Key, int]
Goal = Callable[[Raised], bool]


class Question(NamedTuple):
    """One thing that could be raised: where it stands, how far it goes, what a level costs."""

    key: Key
    start: int
    top: int
    cost: Fraction


def find_forced(questions: tuple[Question, ...], goal: Goal) -> dict[Key, int]:
    """The least rank that each question must have in every way to the goal.

    A computed criterion that is not raised itself still follows what is behind it.
    """
    best = {q.key: q.top for q in questions}
    forced: dict[Key, int] = {}
    for question in questions:
        if goal({key: top for key, top in best.items() if key != question.key}):
            continue
        rank = question.start + 1
        while rank < question.top and not goal({**best, question.key: rank}):
            rank += 1
        forced[question.key] = rank
    return forced


Order = Callable[[Fraction, int], tuple[Fraction, Fraction]]


def by_cost(cost: Fraction, count: int) -> tuple[Fraction, Fraction]:
    """Want the cheapest first; of one cost, the fewest."""
    return cost, Fraction(count)


def by_count(cost: Fraction, count: int) -> tuple[Fraction, Fraction]:
    """Want the fewest first; of one number, the cheapest."""
    return Fraction(count), cost


class _State(NamedTuple):
    """A choice of raises; states sort by what is wanted least of, then in the rubric's order."""

    rank: tuple[Fraction, Fraction]
    chosen: tuple[tuple[int, int], ...]
    cost: Fraction
    actions: int
    begin: int


def search(
    questions: tuple[Question, ...], goal: Goal, forced: dict[Key, int], order: Order
) -> tuple[dict[Key, int], bool]:
    """Find the least set of raises beyond the forced ones; False where it is not proved least."""
    more = tuple(q for q in questions if forced.get(q.key, 0) < q.top)
    heap = [_State(order(Fraction(0), 0), (), Fraction(0), 0, 0)]
    tried = 0
    while heap:
        state = heappop(heap)
        raised = {**forced, **{more[i].key: rank for i, rank in state.chosen}}
        tried += 1
        if goal(raised):
            return raised, True
        if tried >= LIMIT:
            return _greedy(more, goal, raised), False
        if goal({**raised, **{q.key: q.top for q in more[state.begin :]}}):
            for child in _children(more, forced, state, order):
                heappush(heap, child)
    return forced, True


def _children(
    questions: tuple[Question, ...], forced: Raised, state: _State, order: Order
) -> Iterator[_State]:
    for index in range(state.begin, len(questions)):
        question = questions[index]
        base = forced.get(question.key, question.start)
        count = state.actions + (0 if question.key in forced else 1)
        for rank in range(base + 1, question.top + 1):
            cost = state.cost + question.cost * (rank - base)
            chosen = (*state.chosen, (index, rank))
            yield _State(order(cost, count), chosen, cost, count, index + 1)


def _greedy(questions: tuple[Question, ...], goal: Goal, raised: dict[Key, int]) -> dict[Key, int]:
    """Raise all, then lower what is not needed, the dearest first: a way, not proved smallest."""
    found = {**{q.key: q.top for q in questions}, **raised}
    for question in sorted(questions, key=lambda q: -q.cost):
        floor = raised.get(question.key, question.start)
        while found[question.key] > floor and goal(
            {**found, question.key: found[question.key] - 1}
        ):
            found[question.key] -= 1
    return {key: rank for key, rank in found.items() if rank > _start(questions, key)}


def _start(questions: tuple[Question, ...], key: Key) -> int:
    return next((q.start for q in questions if q.key == key), -1)
