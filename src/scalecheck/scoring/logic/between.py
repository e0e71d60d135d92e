"""Find a profile that meets some questions and not another one, or prove that there is none."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from scalecheck.scoring.logic.formula import Atom, Rank
from scalecheck.scoring.logic.predicate import Predicate
from scalecheck.scoring.logic.relaxation import Relaxation

Box = Mapping[str, tuple[Rank, Rank]]
Ranks = dict[str, Rank]

BUDGET = 4_000


class Verdict(StrEnum):
    """What a search came to."""

    FOUND = "found"
    IMPOSSIBLE = "impossible"
    UNDECIDED = "undecided"


class Answer(NamedTuple):
    """The verdict of a search, a witness where one was found, and how many boxes were tried."""

    verdict: Verdict
    profile: Mapping[str, Rank] | None = None
    tried: int = 0

    @property
    def is_impossible(self) -> bool:
        """Tell whether it is proved that no profile answers."""
        return self.verdict is Verdict.IMPOSSIBLE


def find_between(
    box: Box, met: Sequence[Predicate], unmet: Predicate, budget: int = BUDGET
) -> Answer:
    """Find a profile of a box where every `met` holds and `unmet` does not.

    Exact, since a monotone question that fails at the top of a box fails everywhere in it, and
    one that holds at its bottom holds everywhere. Predicates may come from several rubrics:
    variables of one name are one variable.

    Args:
        box: the lowest and the highest rank of every variable that a predicate reads.
        met: what must hold; none is allowed (then: where does `unmet` fail?).
        unmet: what must not hold.
        budget: how many boxes are looked into before giving up.

    Returns:
        A witness that gives every variable of the box a rank (those that `unmet` does not read
        are at their best), or that there is none, or that the budget did not suffice.
    """
    best = {name: high for name, (_, high) in box.items()}
    if not _all_hold(met, best):
        return Answer(Verdict.IMPOSSIBLE, None, 1)
    tried, is_open = 1, False
    for part in unmet.parts:
        found = _Search(box, best, met, part).run(budget - tried)
        tried += found.tried
        if found.verdict is Verdict.FOUND:
            return found._replace(tried=tried)
        is_open = is_open or found.verdict is Verdict.UNDECIDED
    return Answer(Verdict.UNDECIDED if is_open else Verdict.IMPOSSIBLE, None, tried)


def _all_hold(met: Sequence[Predicate], profile: Mapping[str, Rank]) -> bool:
    return all(predicate.holds(profile) for predicate in met)


class _Search:
    """The search for one part of what must not hold."""

    def __init__(self, box: Box, best: Ranks, met: Sequence[Predicate], unmet: Predicate) -> None:
        self.box, self.best, self.met, self.unmet = box, best, met, unmet

    def run(self, budget: int) -> Answer:
        formula = self.unmet.formula
        if isinstance(formula, Atom):
            return self._lower(formula)
        low, high = self._start()
        if any(low[name] > high[name] for name in low):
            return Answer(Verdict.IMPOSSIBLE, None, 1)
        return self._branch(low, high, budget)

    def _lower(self, atom: Atom) -> Answer:
        """One variable must be below a rank: just below it is the best that can be tried."""
        below = _rank_below(atom.rank)
        profile = {**self.best, atom.name: below}
        if below < self.box[atom.name][0] or not _all_hold(self.met, profile):
            return Answer(Verdict.IMPOSSIBLE, None, 1)
        return Answer(Verdict.FOUND, profile, 1)

    def _start(self) -> tuple[Ranks, Ranks]:
        """The box of the variables that matter: those that both sides read.

        The others are put where they help: at the bottom if only `unmet` reads them.
        """
        self.cuts: dict[str, set[Rank]] = {}
        for predicate in self.met:
            for name, ranks in predicate.cuts.items():
                self.cuts.setdefault(name, set()).update(ranks)
        mine = self.unmet.cuts
        low = {name: self.box[name][0] for name in mine}
        high = {n: self.best[n] if n in self.cuts else low[n] for n in mine}
        for predicate in self.met:
            for part in predicate.parts:
                atom = part.formula
                if isinstance(atom, Atom) and atom.name in low:
                    low[atom.name] = max(low[atom.name], atom.rank)
        for name, ranks in mine.items():
            self.cuts.setdefault(name, set()).update(ranks)
        return low, high

    def _branch(self, low: Ranks, high: Ranks, budget: int) -> Answer:
        relaxation = Relaxation(self.unmet.formula, self.met)
        order = relaxation.order(low)
        boxes, tried = [(low, high)], 0
        while boxes:
            low, high = boxes.pop()
            tried += 1
            if tried > budget:
                return Answer(Verdict.UNDECIDED, None, tried)
            top = {**self.best, **high}
            if not _all_hold(self.met, top):
                continue
            if not self.unmet.holds(top):
                return Answer(Verdict.FOUND, top, tried)
            bottom = {**self.best, **low}
            if self.unmet.holds(bottom) or relaxation.refutes(bottom, top):
                continue
            if _all_hold(self.met, bottom):
                return Answer(Verdict.FOUND, self._raise(bottom, high), tried)
            boxes.extend(self._halves(low, high, order))
        return Answer(Verdict.IMPOSSIBLE, None, tried)

    def _raise(self, bottom: Ranks, high: Ranks) -> Ranks:
        """Bring a witness as high as it remains one: the shortest to tell."""
        for name, rank in high.items():
            raised = {**bottom, name: rank}
            if not self.unmet.holds(raised):
                bottom = raised
        return bottom

    def _halves(self, low: Ranks, high: Ranks, order: Sequence[str]) -> list[tuple[Ranks, Ranks]]:
        """Cut the box in two at a rank where an answer may change; the high half comes last."""
        for name in order:
            inside = [c for c in self.cuts[name] if low[name] < c <= high[name]]
            if inside:
                cut = max(inside)
                return [
                    (low, {**high, name: _rank_below(cut)}),
                    ({**low, name: cut}, high),
                ]
        return []


def _rank_below(rank: Rank) -> Rank:
    """The best whole rank under a rank."""
    return -(-rank // 1) - 1
