"""Which sets of criteria are enough for a rule, and which sets block it: all of them, least ones.

A set is enough when the rule is met with its members at their best and all others at their
worst. A set blocks when the rule is unmet with its members at their worst and all others at their
best. Only the least sets are listed: without any one member they no longer do.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import MajorityTerms, Rule
from scalecheck.scoring.logic.formula import (
    All,
    Atom,
    Formula,
    Known,
    Some,
    Sum,
    Test,
    conjuncts,
    cuts_of,
    dual,
    every,
)
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.weighted import as_weighted, count_least, smallest_least

MOST_LISTED = 200
MOST_STEPS = 20_000


class Coalitions(NamedTuple):
    """The least sets, each in the rubric's order, the smallest sets first.

    `total` is how many there are, or None where that could not be told; `sets` holds the first of
    them, as many as were asked for at most, perhaps fewer where there are very many.
    """

    sets: tuple[tuple[str, ...], ...]
    total: int | None

    @property
    def is_decided(self) -> bool:
        """Tell whether the least sets are all known, listed or counted."""
        return self.total is not None


def sufficient_sets(formula: Formula, order: Sequence[str], most: int = MOST_LISTED) -> Coalitions:
    """List the least sets of variables that are enough for a formula.

    Args:
        formula: from `rule_terms` or `majority_terms`, or any other without `Test`.
        order: the names, in the order to list them; a variable that is not among them comes last.
        most: how many sets to list.

    Returns:
        One empty set where the formula always holds; no set where it never does; no `total`
        beyond the bound of the search.
    """
    names = _ordered(formula, order)
    bits = {name: 1 << place for place, name in enumerate(names)}
    try:
        found = _Covers(bits).of(formula)
    except _TooManyError:
        return _of_weights(formula, names, most)
    sets = sorted(tuple(i for i in range(len(names)) if cover >> i & 1) for cover in found)
    sets.sort(key=len)
    told = tuple(tuple(names[i] for i in places) for places in sets[:most])
    return Coalitions(told, len(sets))


def _of_weights(formula: Formula, names: tuple[str, ...], most: int) -> Coalitions:
    """Count the sets of a plain majority that are too many to be listed, and list the smallest."""
    plain = as_weighted(formula)
    if plain is None:
        return Coalitions((), None)
    free = [name for name in names if name in plain.weights]
    weights = [plain.weights[name] for name in free]
    chosen = [{free[at] for at in s} for s in smallest_least(weights, plain.least, most)]
    told = [tuple(n for n in names if n in plain.firm or n in some) for some in chosen]
    return Coalitions(tuple(told), count_least(weights, plain.least))


def blocking_sets(formula: Formula, order: Sequence[str], most: int = MOST_LISTED) -> Coalitions:
    """List the least sets of variables that block a formula; see `sufficient_sets`."""
    return sufficient_sets(dual(formula), order, most)


def rule_terms(nodes: Nodes, *rules: Rule) -> Formula:
    """Read rules in their own words, all together: each name they use is one variable."""
    reader = Logic(nodes).named
    return every(part for rule in rules if (part := reader.rule(rule)) is not None)


def majority_terms(nodes: Nodes, terms: MajorityTerms, *, vetoes: bool = True) -> Formula:
    """Read a majority in its own words.

    With `vetoes`, a criterion with a veto must be among those at their best; without, the others
    are thought of as below the profile but above their veto.
    """
    kept = terms if vetoes else terms.model_copy(update={"veto": {}})
    found = Logic(nodes).named.majority(kept)
    return every(() if found is None else conjuncts(found))


def _ordered(formula: Formula, order: Sequence[str]) -> tuple[str, ...]:
    read = cuts_of(formula)
    known = dict.fromkeys(name for name in order if name in read)
    return (*known, *sorted(read.keys() - known.keys()))


class _TooManyError(Exception):
    """The sets are too many to be listed."""


class _Covers:
    """The least sets of a formula as bits; `steps` bounds the work."""

    def __init__(self, bits: dict[str, int]) -> None:
        self.bits, self.steps = bits, 0

    def of(self, formula: Formula) -> list[int]:
        match formula:
            case Known(truth=truth):
                return [0] if truth else []
            case Atom(name=name):
                return [self.bits[name]]
            case Some(parts=parts):
                return self._least(cover for part in parts for cover in self.of(part))
            case All(parts=parts):
                found = [0]
                for part in parts:
                    found = self._both(found, self.of(part))
                return found
            case Sum():
                return self._reach(formula)
            case Test():
                raise _TooManyError

    def _both(self, some: list[int], others: list[int]) -> list[int]:
        return self._least(one | other for one in some for other in others)

    def _reach(self, formula: Sum) -> list[int]:
        """The least sets of terms that reach the threshold, each replaced by its own sets."""
        terms = sorted(formula.terms, key=lambda term: -term[0])
        weights = [weight for weight, _ in terms]
        inner = [self.of(part) for _, part in terms]
        found: list[int] = []
        for chosen in self._choices(weights, formula.least):
            covers = [0]
            for place in chosen:
                covers = self._both(covers, inner[place])
            found.extend(covers)
        is_plain = all(isinstance(part, Atom) for _, part in terms)
        names = {part.name for _, part in terms if isinstance(part, Atom)}
        return found if is_plain and len(names) == len(terms) else self._least(found)

    def _choices(self, weights: list[int], least: int) -> Iterator[tuple[int, ...]]:
        """Choose weights, heaviest first: a set is least when it is reached with its last one."""
        left = [sum(weights[place:]) for place in range(len(weights) + 1)]
        waiting: list[tuple[int, int, tuple[int, ...]]] = [(0, least, ())]
        while waiting:
            place, needed, chosen = waiting.pop()
            self._step()
            if left[place] < needed:
                continue
            waiting.append((place + 1, needed, chosen))
            if weights[place] >= needed:
                yield (*chosen, place)
            else:
                waiting.append((place + 1, needed - weights[place], (*chosen, place)))

    def _least(self, covers: Iterable[int]) -> list[int]:
        """Leave out the sets that hold another one."""
        found: list[int] = []
        for cover in sorted(set(covers), key=int.bit_count):
            self._step(1 + len(found) // 20)
            if not any(one & cover == one for one in found):
                found.append(cover)
        return found

    def _step(self, count: int = 1) -> None:
        self.steps += count
        if self.steps > MOST_STEPS:
            raise _TooManyError
