"""The rules of a rubric made ready for exact questions."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from scalecheck.model.levels import Level
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import Requirement, Rule
from scalecheck.scoring.logic.between import BUDGET, Answer, Verdict, find_between
from scalecheck.scoring.logic.crowds import find_crowds, most_instances
from scalecheck.scoring.logic.formula import TRUE, Profile, Rank, settled
from scalecheck.scoring.logic.links import Links
from scalecheck.scoring.logic.predicate import Predicate
from scalecheck.scoring.logic.purse import COMPARING, Purse
from scalecheck.scoring.logic.rules import RuleReader
from scalecheck.scoring.logic.scope import Manner, Scope

ALWAYS = Predicate(TRUE)
BELOW = -1  # the position below the first level


class Logic:
    """What the rules of a rubric ask of profiles in which every question is answered.

    A profile gives each question a rank (0 the worst), deemed supported by its evidence. `scope`
    tells what is left out; all else is asked and answered, and no share is over nobody. `alike`
    reads the profiles whose instances have the same answers: they exist. `open` reads more than
    can exist. Any rubric that the model admits can be read, sound or not: what cannot be followed
    is a variable whose name begins with `?`.
    """

    def __init__(
        self, nodes: Nodes, scope: Scope | None = None, purse: Purse | None = None
    ) -> None:
        self.nodes, self.scope, self.purse = nodes, scope or Scope(), purse or Purse()
        self._scoped: dict[Scope, Logic] = {self.scope: self}

    @cached_property
    def alike(self) -> RuleReader:
        """The rules over profiles whose instances are alike."""
        reader = self._reader(Manner.ALIKE)
        if self.nodes.groups:
            reader.instances = most_instances(self.nodes)
            reader.crowds = find_crowds(self.nodes) if self.scope == Scope() else {}
        return reader

    @cached_property
    def open(self) -> RuleReader:
        """The rules with what is asked of instances left open; the same where nothing is."""
        if not self.nodes.rubric.groups:
            return self.alike
        return self._reader(Manner.OPEN)

    @cached_property
    def linked(self) -> RuleReader:
        """The same, where a rule over instances brings those that it is never met without."""
        if self.open is self.alike:
            return self.alike
        reader = self._reader(Manner.OPEN)
        reader.that_bring = Links(self.alike).that_bring
        return reader

    def _reader(self, manner: Manner) -> RuleReader:
        reader = RuleReader(self.nodes, self.scope, manner)
        reader.purse = self.purse
        return reader

    @property
    def is_followed(self) -> bool:
        """Tell whether all that was asked so far was followed to the answers."""
        return self.open is self.alike and not any(name.startswith("?") for name in self.alike.box)

    def within(self, scope: Scope) -> "Logic":
        """The same rubric, with other things left out; read once for each scope."""
        if scope not in self._scoped:
            self._scoped[scope] = Logic(self.nodes, scope, self.purse)
        return self._scoped[scope]

    def level_at(self, profile: Profile, last: int | None = None) -> int:
        """Find the position of the level that a profile reaches, -1 below the first.

        Args:
            profile: a rank for every variable of `alike.box`, once the levels were read.
            last: the position of the ceiling of a track, where there is one.
        """
        reached = BELOW
        for position, level in enumerate(
            self.nodes.rubric.levels[: None if last is None else last + 1]
        ):
            passed = self._passes(self.level_rule(level), profile)
            if passed is False and self.nodes.rubric.headline == "ladder":
                break
            reached = position if passed else reached
        return reached

    def level_rule(self, level: Level) -> Rule:
        """What a level asks: its rule, or to be named by the headline measure."""
        if level.requires is not None:
            return level.requires
        if level.value not in self._named:
            headline = self.nodes.rubric.headline
            self._named[level.value] = Requirement.model_construct(root={headline: level.value})
        return self._named[level.value]

    @cached_property
    def _named(self) -> dict[str, Rule]:
        return {}

    def _passes(self, rule: Rule, profile: Profile) -> bool | None:
        """Tell whether a level is met at a profile; None where it is passed over."""
        asked = self.alike.predicate(rule)
        if asked is not None:
            return asked.holds(profile)
        return None if self.alike.is_rule_out(rule) else self.alike.empty_passes

    def is_dropped(self, rule: Rule) -> bool:
        """Tell whether nothing applicable is left for a rule."""
        return self.alike.predicate(rule) is None

    def can_be_met(self, *rules: Rule) -> bool:
        """Tell whether rules can be met together; False is proved, True may lean on a hole."""
        return _holds_at_end(self.alike, rules, 1) or _holds_at_end(self.open, rules, 1)

    def best_of(self, name: str, most: int = 10_000) -> Rank:
        """The best rank of a node, or its largest whole number up to `most`."""
        typed = self.nodes.typed(name)
        low, high = 0, typed.scale.top if typed and typed.scale else most
        while low < high:
            middle = (low + high + 1) // 2
            asked = self.open.at_least(name, middle)
            is_reached = asked is None or Predicate(asked).holds(self.open.corner(1))
            low, high = (middle, high) if is_reached else (low, middle - 1)
        return low

    def is_always_met(self, *rules: Rule) -> bool:
        """Tell whether even the worst answers meet rules; True is proved."""
        return _holds_at_end(self.alike, rules, 0) and _holds_at_end(self.open, rules, 0)

    def find(
        self, met: Sequence[Rule], unmet: Rule, budget: int = BUDGET, *, is_inside: bool = False
    ) -> Answer:
        """Find a profile that meets some rules and not another; see `find_between`.

        Undecided where the purse is empty.
        A rule with nothing applicable left asks nothing, and is never unmet. `is_inside`: the
        rules are those of one instance, whose answers are then variables as they stand.
        """
        if self.purse.is_empty:
            return Answer(Verdict.UNDECIDED)
        wide = Manner.ALIKE if is_inside else Manner.OPEN
        return settle([Asked(self, rule) for rule in met], Asked(self, unmet), budget, wide)

    def cuts_of(self, rule: Rule) -> Mapping[str, tuple[Rank, ...]]:
        """The questions behind a rule, and the ranks of each at which it may change."""
        found = self.alike.predicate(rule)
        return found.cuts if found is not None else {}


class Asked(NamedTuple):
    """A rule, read in the logic of its rubric."""

    logic: Logic
    rule: Rule


def settle(
    met: Sequence[Asked], unmet: Asked, budget: int = BUDGET, wide: Manner = Manner.OPEN
) -> Answer:
    """Find a profile that meets some rules and not another, all perhaps of several rubrics.

    First among the profiles that surely exist, then among more than can exist: the first gives
    witnesses, the second proofs that there is none. Between the two, undecided.
    """
    answer = _search(met, unmet, budget, Manner.ALIKE, is_sure=True)
    every = (*met, unmet)
    if answer.verdict is Verdict.FOUND or all(asked.logic.is_followed for asked in every):
        return answer
    proof = _search(met, unmet, budget, wide, is_sure=False)
    if proof.verdict is Verdict.IMPOSSIBLE:
        return proof
    return Answer(Verdict.UNDECIDED, None, answer.tried + proof.tried)


def _search(
    met: Sequence[Asked], unmet: Asked, budget: int, manner: Manner, *, is_sure: bool
) -> Answer:
    """Search in one manner; `is_sure`: a witness must not lean on what is not followed."""
    goals = [_predicate(asked, manner, truth=False if is_sure else None) for asked in met]
    goal = _predicate(unmet, manner, truth=True if is_sure else None)
    box = merge_boxes(*(_reader(asked, manner).box for asked in (*met, unmet)))
    price = COMPARING * (goal.formula.size + sum(one.formula.size for one in goals))
    purse = unmet.logic.purse
    found = find_between(box, goals, goal, purse.afford(budget, price))
    purse.spend(found.tried * price)
    return found


def _reader(asked: Asked, manner: Manner) -> RuleReader:
    return asked.logic.alike if manner is Manner.ALIKE else asked.logic.linked


def _predicate(asked: Asked, manner: Manner, truth: bool | None) -> Predicate:
    found = _reader(asked, manner).predicate(asked.rule)
    if found is None:
        return ALWAYS
    if truth is None or not any(name.startswith("?") for name in found.cuts):
        return found
    return Predicate(settled(found.formula, truth=truth))


def merge_boxes(*boxes: Mapping[str, tuple[Rank, Rank]]) -> dict[str, tuple[Rank, Rank]]:
    """Join the bounds of variables; of two that differ, what both allow.

    What is not followed is bounded by nothing: there the widest bounds are kept.
    """
    if all(box is boxes[0] for box in boxes):
        return dict(boxes[0])
    found: dict[str, tuple[Rank, Rank]] = {}
    for box in boxes:
        for name, (low, high) in box.items():
            a, b = found.get(name, (low, high))
            is_wide = name.startswith("?")
            found[name] = (min(a, low), max(b, high)) if is_wide else (max(a, low), min(b, high))
    return found


def _holds_at_end(reader: RuleReader, rules: Sequence[Rule], end: int) -> bool:
    asked = [p for rule in rules if (p := reader.predicate(rule)) is not None]
    profile = reader.corner(end)
    return all(predicate.holds(profile) for predicate in asked)
