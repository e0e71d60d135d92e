"""Tell of each level whether it became easier or harder, exactly, with answers that show it.

A level is reached when what it asks is met, and what every level under it asks. It is harder when
some answers reached it in the old edition and would not in the new one. All answers are taken to
be given, supported and applicable, on no track: what evidence and silences change is listed apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from scalecheck.lint.life.align import Alignment, Side, align, changed_names
from scalecheck.lint.life.canon import Renames
from scalecheck.lint.life.crowding import join_crowds
from scalecheck.lint.life.ladder import Ladder
from scalecheck.model.nodes import nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import Change, Held, LevelDiff, Listed, Verdict, Witness
from scalecheck.scoring.logic import between
from scalecheck.scoring.logic.between import Answer, find_between
from scalecheck.scoring.logic.formula import (
    Atom,
    Holds,
    Rank,
    conjuncts,
    cuts_of,
    settled,
)
from scalecheck.scoring.logic.logic import merge_boxes
from scalecheck.scoring.logic.predicate import Predicate

Profile = dict[str, Rank]
Cuts = Mapping[str, tuple[Rank, ...]]


def compare_levels(
    old: Rubric, new: Rubric, renames: Renames, changes: Sequence[Change]
) -> tuple[LevelDiff, ...]:
    """Compare the levels of two editions, in the order of the new one, then those that went.

    Args:
        old: the edition in use.
        new: the one that would replace it.
        renames: the new ids of what only changed its id.
        changes: what changed in meaning.
    """
    nodes = nodes_of(old), nodes_of(new)
    alignment = align(*nodes, renames)
    crowds = join_crowds(*nodes, renames)
    changed = [changed_names(one, changes) for one in nodes]
    before = Ladder(old, Side(alignment.old, changed[0], "old"), crowds.old)
    after = Ladder(new, Side(alignment.new, changed[1], "new"), crowds.new)
    return tuple(_Comparison(before, after, alignment).run())


class _Question(NamedTuple):
    """Whether some answers reach a level in one edition and not in the other."""

    one: Ladder
    other: Ladder
    value: str


class _Comparison:
    """Compares two ladders, level by level."""

    def __init__(self, before: Ladder, after: Ladder, alignment: Alignment) -> None:
        self.before, self.after, self.alignment = before, after, alignment

    def run(self) -> Iterator[LevelDiff]:
        for value in self.after.values:
            if value in self.before.values:
                yield self._compare(value)
            else:
                yield LevelDiff(value, Verdict.ADDED, True)
        for value in self.before.values:
            if value not in self.after.values:
                yield LevelDiff(value, Verdict.REMOVED, True)

    def _compare(self, value: str) -> LevelDiff:
        harder = _Question(self.before, self.after, value)
        easier = _Question(self.after, self.before, value)
        answers = [self._ask(question) for question in (harder, easier)]
        found = [
            self._show(question, answer.profile) if answer.profile is not None else None
            for question, answer in zip((harder, easier), answers, strict=True)
        ]
        verdict = _verdict(answers)
        is_own = verdict is not Verdict.SAME and self._is_own(value)
        return LevelDiff(value, verdict, is_own, found[0], found[1])

    def _is_own(self, value: str) -> bool:
        """Tell whether what the level itself asks reads otherwise in the two editions."""
        one, other = self.before.open[value], self.after.open[value]
        return set(conjuncts(one)) != set(conjuncts(other))

    def _ask(self, question: _Question) -> Answer:
        if self._is_unlike(question):
            return Answer(between.Verdict.UNDECIDED)
        answer = self._search(question, is_sure=True)
        if answer.verdict is between.Verdict.FOUND:
            return answer
        if question.one.logic.is_followed and question.other.logic.is_followed:
            return answer
        wide = self._search(question, is_sure=False)
        if wide.is_impossible:
            return wide
        return Answer(between.Verdict.UNDECIDED, None, answer.tried + wide.tried)

    def _is_unlike(self, question: _Question) -> bool:
        """Tell whether a level reads a question whose levels cannot be put side by side."""
        ends = (question.one, question.other)
        read = [cuts_of(end.reach(question.value, is_sure=True)) for end in ends]
        return not self.alignment.unlike.isdisjoint({*read[0], *read[1]})

    def _search(self, question: _Question, *, is_sure: bool) -> Answer:
        one, other, value = question
        met, unmet = one.reach(value, is_sure=is_sure), other.reach(value, is_sure=is_sure)
        if is_sure:
            met, unmet = settled(met, truth=False), settled(unmet, truth=True)
        box = merge_boxes(one.box(is_sure=is_sure), other.box(is_sure=is_sure))
        return find_between(box, [Predicate(met)], Predicate(unmet))

    def _show(self, question: _Question, profile: Mapping[str, Rank]) -> Witness:
        """Tell a witness in as few words as can be: answers no better than they need to be."""
        goal = settled(question.one.reach(question.value, is_sure=True), truth=False)
        met, other = Predicate(goal), question.other
        lean = _lower(profile, met.cuts, met.holds)
        short_of = other.level_of(lean, doubt=True)
        lean = _lower(
            lean,
            {name: self._cuts.get(name, ()) for name in profile},
            lambda p: met.holds(p) and other.level_of(p, doubt=True) == short_of,
        )
        reached = question.one.level_of(lean, doubt=False)
        levels = (reached, short_of) if question.one is self.before else (short_of, reached)
        lacking = self._lacking(other, short_of, lean)
        told = self._told(lean, frozenset(cuts_of(goal)))
        excused = (n.partition(":")[2] for n in lean if n.startswith("reason:") and lean[n] > 0)
        return Witness(told, *levels, lacking, tuple(excused), tuple(self._listed(lean)))

    def _listed(self, profile: Profile) -> Iterator[Listed]:
        """How many instances there are of each sort that the profile counts."""
        for group, crowd in self.after.crowds.items():
            for sort in crowd.sorts:
                count = max(int(profile.get(sort.variable, 0)), sort.least)
                if count:
                    yield Listed(group, tuple(sort.instance.attributes.items()), count)

    @cached_property
    def _cuts(self) -> Cuts:
        """Every variable of both editions, with the ranks at which a level may change."""
        found: dict[str, set[Rank]] = {}
        for ladder in (self.before, self.after):
            for formula in ladder.alike.values():
                for name, ranks in cuts_of(formula).items():
                    found.setdefault(name, set()).update(ranks)
        return {name: tuple(sorted(ranks)) for name, ranks in found.items()}

    def _told(self, profile: Profile, read: frozenset[str]) -> tuple[Held, ...]:
        """The answers above the worst level, in the order of the editions."""
        names = (n for n in self.alignment.levels if profile.get(n, 0) > 0)
        return tuple(self._held(n, profile[n])._replace(is_needed=n in read) for n in names)

    def _lacking(self, ladder: Ladder, reached: str | None, profile: Profile) -> tuple[Held, ...]:
        """What the next level asks outright, and these answers do not hold."""
        position = 0 if reached is None else ladder.values.index(reached) + 1
        if position >= len(ladder.values):
            return ()
        asked = ladder.alike[ladder.values[position]]
        atoms = [part for part in conjuncts(asked) if isinstance(part, Atom)]
        missing = [a for a in atoms if a.name in self.alignment.levels and profile[a.name] < a.rank]
        return tuple(self._held(atom.name, atom.rank) for atom in missing)

    def _held(self, name: str, rank: Rank) -> Held:
        group = self._group(name)
        return Held(name, group, self.alignment.levels[name][int(rank)], int(rank))

    def _group(self, name: str) -> str:
        found = self.after.logic.nodes.group_of.get(name)
        return found.id if found else ""


def _lower(profile: Mapping[str, Rank], cuts: Cuts, holds: Holds) -> Profile:
    """Lower every answer as far as something still holds; it need not be monotone."""
    found = dict(profile)
    for name, ranks in cuts.items():
        for rank in (0, *ranks):
            if rank < found[name] and holds({**found, name: rank}):
                found[name] = rank
                break
    return found


def _verdict(answers: Sequence[Answer]) -> Verdict:
    """Put two searches together; what was found stands, whatever the other left undecided."""
    harder, easier = (answer.verdict for answer in answers)
    found, none = between.Verdict.FOUND, between.Verdict.IMPOSSIBLE
    told = {
        (found, found): Verdict.BOTH,
        (found, none): Verdict.HARDER,
        (none, found): Verdict.EASIER,
        (none, none): Verdict.SAME,
        (found, between.Verdict.UNDECIDED): Verdict.HARDER_AT_LEAST,
        (between.Verdict.UNDECIDED, found): Verdict.EASIER_AT_LEAST,
    }
    return told.get((harder, easier), Verdict.UNDECIDED)
