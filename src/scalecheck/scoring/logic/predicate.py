"""Formulas made ready to be asked: a fast answer, the variables read, the parts."""

from collections.abc import Mapping
from functools import cached_property

from scalecheck.scoring.logic.formula import (
    All,
    Atom,
    Formula,
    Holds,
    Known,
    Profile,
    Rank,
    Some,
    Sum,
    Test,
    conjuncts,
    cuts_of,
)


class Predicate:
    """A monotone question about a profile.

    `holds(profile)` answers it; a profile gives a rank to every variable read. An answer costs
    some microseconds for a rule of twenty criteria.
    """

    def __init__(self, formula: Formula) -> None:
        self.formula = formula

    @classmethod
    def test(cls, holds: Holds, cuts: Mapping[str, tuple[Rank, ...]]) -> "Predicate":
        """Ask any monotone function: `cuts` gives its variables and where it may change."""
        return cls(Test(holds, cuts))

    @cached_property
    def holds(self) -> Holds:
        """Answer the question."""
        return make_test(self.formula)

    @cached_property
    def cuts(self) -> Mapping[str, tuple[Rank, ...]]:
        """The variables read, and the ranks of each at which the answer may change, ascending."""
        return {name: tuple(sorted(ranks)) for name, ranks in cuts_of(self.formula).items()}

    @cached_property
    def parts(self) -> "tuple[Predicate, ...]":
        """The parts that must all hold."""
        found = conjuncts(self.formula)
        return (self,) if len(found) == 1 else tuple(map(Predicate, found))


def make_test(formula: Formula) -> Holds:
    """Turn a formula into a function of a profile."""
    match formula:
        case Known(truth=truth):
            return lambda profile: truth
        case Atom(name=name, rank=rank):
            return lambda profile: profile[name] >= rank
        case Test(holds=holds):
            return holds
        case All(parts=parts):
            return _test_all(parts)
        case Some(parts=parts):
            return _test_some(parts)
        case Sum():
            return _test_sum(formula)


def _split(parts: tuple[Formula, ...]) -> tuple[tuple[tuple[str, Rank], ...], tuple[Holds, ...]]:
    atoms = tuple((part.name, part.rank) for part in parts if isinstance(part, Atom))
    return atoms, tuple(make_test(part) for part in parts if not isinstance(part, Atom))


def _test_all(parts: tuple[Formula, ...]) -> Holds:
    atoms, rest = _split(parts)

    def holds(profile: Profile) -> bool:
        for name, rank in atoms:
            if profile[name] < rank:
                return False
        return all(test(profile) for test in rest) if rest else True

    return holds


def _test_some(parts: tuple[Formula, ...]) -> Holds:
    atoms, rest = _split(parts)

    def holds(profile: Profile) -> bool:
        for name, rank in atoms:
            if profile[name] >= rank:
                return True
        return any(test(profile) for test in rest) if rest else False

    return holds


def _test_sum(formula: Sum) -> Holds:
    least = formula.least
    atoms = tuple((p.name, p.rank, w) for w, p in formula.terms if isinstance(p, Atom))
    rest = tuple((make_test(p), w) for w, p in formula.terms if not isinstance(p, Atom))

    def holds(profile: Profile) -> bool:
        total = 0
        for name, rank, weight in atoms:
            if profile[name] >= rank:
                total += weight
        for test, weight in rest:
            if test(profile):
                total += weight
        return total >= least

    return holds
