"""What a rule asks of a profile of ranks, as a small monotone formula.

A formula has no `not`: a better rank never makes it false. So its truth on a whole box of
profiles is known from the two corners of the box, and "impossible" can be proved.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

Rank = int | Fraction
# What is known of each variable, by name: a rank, 0 the worst.
Profile = Mapping[str, Rank]
Holds = Callable[[Profile], bool]


class Known(NamedTuple):
    """True or false whatever the profile."""

    truth: bool
    size: int = 1


class Atom(NamedTuple):
    """A variable is at a rank, or better."""

    name: str
    rank: Rank
    size: int = 1


class All(NamedTuple):
    """Every part holds; made by `every`."""

    parts: "tuple[Formula, ...]"
    size: int


class Some(NamedTuple):
    """At least one part holds; made by `either`."""

    parts: "tuple[Formula, ...]"
    size: int


class Sum(NamedTuple):
    """The weights of the parts that hold reach `least`; whole numbers, made by `weigh`."""

    terms: "tuple[tuple[int, Formula], ...]"
    least: int
    size: int


class Test(NamedTuple):
    """Any monotone question: what answers it, the variables it reads, and its cuts.

    `cuts` gives, for each variable, the ranks at which the answer may change.
    """

    holds: Holds
    cuts: Mapping[str, tuple[Rank, ...]]
    size: int = 1


Formula = Known | Atom | All | Some | Sum | Test

TRUE, FALSE = Known(True), Known(False)


def every(parts: Iterable[Formula]) -> Formula:
    """Join parts that must all hold; of two atoms of one variable, the higher one is kept."""
    atoms: dict[str, Atom] = {}
    rest: list[Formula] = []
    for part in _flat(parts, All):
        if isinstance(part, Atom):
            known = atoms.get(part.name)
            atoms[part.name] = part if known is None or part.rank > known.rank else known
        elif not isinstance(part, Known):
            rest.append(part)
        elif not part.truth:
            return FALSE
    return _joined(All, (*atoms.values(), *rest), TRUE)


def either(parts: Iterable[Formula]) -> Formula:
    """Join parts of which one must hold; of two atoms of one variable, the lower one is kept."""
    atoms: dict[str, Atom] = {}
    rest: list[Formula] = []
    for part in _flat(parts, Some):
        if isinstance(part, Atom):
            known = atoms.get(part.name)
            atoms[part.name] = part if known is None or part.rank < known.rank else known
        elif not isinstance(part, Known):
            rest.append(part)
        elif part.truth:
            return TRUE
    return _joined(Some, (*atoms.values(), *rest), FALSE)


def _flat(parts: Iterable[Formula], kind: type[All] | type[Some]) -> Iterator[Formula]:
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        else:
            yield part


def _joined(kind: type[All] | type[Some], parts: tuple[Formula, ...], empty: Known) -> Formula:
    if len(parts) < 2:
        return parts[0] if parts else empty
    return kind(parts, 1 + sum(part.size for part in parts))


def weigh(terms: Iterable[tuple[Rank, Formula]], least: Rank) -> Formula:
    """Ask that the weights (> 0) of the parts that hold reach `least`.

    Only the ratios count: weights and threshold are brought to whole numbers.
    """
    known = tuple(terms)
    unit = lcm(*(weight.denominator for weight, _ in known))
    whole = [(int(weight * unit), part) for weight, part in known]
    needed = -int(-least * unit // 1)  # the next whole number: sums of whole weights are whole
    left = tuple(term for term in whole if not isinstance(term[1], Known))
    if len(left) < len(whole):
        needed -= sum(w for w, part in whole if isinstance(part, Known) and part.truth)
    return _reach(left, needed)


def _reach(terms: tuple[tuple[int, Formula], ...], least: int) -> Formula:
    weights = [weight for weight, _ in terms]
    total = sum(weights)
    if least <= 0:
        return TRUE
    if total < least:
        return FALSE
    if total - min(weights) < least:
        return every(part for _, part in terms)
    if min(weights) >= least:
        return either(part for _, part in terms)
    return Sum(terms, least, 1 + sum(part.size for _, part in terms))


def conjuncts(formula: Formula) -> tuple[Formula, ...]:
    """The parts of a formula that must all hold."""
    return formula.parts if isinstance(formula, All) else (formula,)


def cuts_of(formula: Formula) -> dict[str, set[Rank]]:
    """The variables that a formula reads, and the ranks of each at which it may change."""
    found: dict[str, set[Rank]] = {}
    waiting = [formula]
    seen: set[int] = set()
    while waiting:
        here = waiting.pop()
        if isinstance(here, Atom):
            found.setdefault(here.name, set()).add(here.rank)
        elif isinstance(here, Test):
            for name, ranks in here.cuts.items():
                found.setdefault(name, set()).update(ranks)
        elif not isinstance(here, Known) and id(here) not in seen:
            seen.add(id(here))
            waiting.extend(parts_of(here))
    return found


def parts_of(formula: All | Some | Sum) -> tuple[Formula, ...]:
    """The formulas that a formula is made of."""
    if isinstance(formula, Sum):
        return tuple(part for _, part in formula.terms)
    return formula.parts


def settled(formula: Formula, *, truth: bool) -> Formula:
    """Settle what is not followed (variables that begin with `?`): all of it true, or false."""
    match formula:
        case Atom(name=name) if name.startswith("?"):
            return TRUE if truth else FALSE
        case All(parts=parts):
            return every(settled(part, truth=truth) for part in parts)
        case Some(parts=parts):
            return either(settled(part, truth=truth) for part in parts)
        case Sum(terms=terms, least=least):
            return weigh([(w, settled(part, truth=truth)) for w, part in terms], least)
        case _:
            return formula
