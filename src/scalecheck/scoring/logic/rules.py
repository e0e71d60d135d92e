"""What rules ask of the answers, as formulas; a rule with nothing applicable left drops out."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import lcm

from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    MajorityTerms,
    Requirement,
    Rule,
    Should,
    rule_names,
)
from scalecheck.scoring.logic.crowds import Crowd
from scalecheck.scoring.logic.formula import TRUE, Atom, Formula, either, every, weigh
from scalecheck.scoring.logic.measures import MeasureReader
from scalecheck.scoring.logic.nodes import Asked
from scalecheck.scoring.logic.predicate import Predicate
from scalecheck.scoring.logic.purse import READING, Purse
from scalecheck.scoring.logic.scope import Manner


class RuleReader(MeasureReader):
    """Reads the rules of one rubric in one manner."""

    # In the manner `ALIKE`, the groups whose instances are told apart by their sort and number.
    crowds: Mapping[str, Crowd] = {}
    # What reading is paid from.
    purse = Purse()
    # In the manner `OPEN`, the rules over instances that are never met without another one.
    that_bring: Callable[[InGroup], list[InGroup]] | None = None

    def predicate(self, rule: Rule) -> Predicate | None:
        """Make a rule ready to be asked, once; None where nothing applicable is left."""
        found: dict[int, tuple[Rule, Predicate | None]] = self.__dict__.setdefault("_ready", {})
        if id(rule) not in found:
            asked = self.rule(rule)
            found[id(rule)] = rule, None if asked is None else Predicate(asked)
        kept = found[id(rule)][1]
        size = 1 if kept is None else kept.formula.size
        self.purse.pay_once((id(self), id(rule)), READING * size)
        return kept

    def rule(self, rule: Rule) -> Asked:
        """Read a rule."""
        found: Asked
        match rule:
            case Requirement():
                found = _joined(self.reaches(n, level) for n, level in rule.root.items())
            case AllOf():
                found = _joined(map(self.rule, rule.all_of))
            case AtLeast():
                found = self._at_least(rule)
            case Majority():
                found = self.majority(rule.majority)
            case InGroup():
                found = self._in_group(rule)
            case _:
                found = self._rest(rule)
        return found

    def _rest(self, rule: AnyOf | Should | Answered) -> Asked:
        match rule:
            case AnyOf():
                parts = [part for part in map(self.rule, rule.any_of) if part is not None]
                return either(parts) if parts else None
            case Should():
                return _joined(self._should(n, level) for n, level in rule.should.items())
            case Answered():
                return _joined(map(self._answered, rule.answered))

    def is_rule_out(self, rule: Rule) -> bool:
        """Tell whether all that a rule reads is out by rule."""
        return bool(self.scope.out) and all(self.is_out(name) for name in rule_names(rule))

    def _at_least(self, rule: AtLeast) -> Asked:
        found = [p for n, v in rule.of.items() if (p := self.reaches(n, v)) is not None]
        terms = [(1, part) for part in found]
        if isinstance(rule.at_least, int):
            return weigh(terms, rule.at_least) if len(found) >= rule.at_least else None
        return weigh(terms, rule.at_least * len(found)) if found else None

    def _in_group(self, rule: InGroup) -> Asked:
        is_share = not isinstance(rule.at_least, int)
        if self.is_rule_out(rule.meet) or (is_share and self.scope.unshared):
            return None
        met = self.rule(rule.meet)
        if met is None:
            return None
        if self.manner is Manner.ALIKE:
            return every((met, self._enough(rule)))
        bringing = self.that_bring(rule) if self.that_bring is not None else []
        own = either(self.hole(_written(one), 1) for one in (rule, *bringing))
        return every((own, met))

    def _enough(self, rule: InGroup) -> Formula:
        """Ask that a condition keep as many instances as a rule asks for."""
        crowd = self.crowds.get(rule.group)
        if crowd is None or not isinstance(rule.at_least, int):
            return TRUE
        terms: list[tuple[int, Formula]] = []
        for name, _, least in crowd.kept_by(rule.where):
            self.box[name] = (least, crowd.most)
            terms.extend((1, TRUE) for _ in range(least))
            terms.extend((1, Atom(name, n)) for n in range(least + 1, rule.at_least + 1))
        return weigh(terms, rule.at_least)

    def majority(self, terms: MajorityTerms) -> Asked:
        """Read a weighted majority; `must` and `veto` come first among its parts."""
        weights = _whole(self.weights(terms))
        asked = {name: self.reaches(name, level) for name, level in terms.profile.items()}
        left = [(weights[name], part) for name, part in asked.items() if part is not None]
        total = sum(weight for weight, _ in left)
        due = sum(w for n, w in weights.items() if asked[n] is not None or not self.is_out(n))
        least = self.nodes.rubric.non_answers.not_applicable.min_applicable
        if not total or total < least * due:
            return None
        musts = (asked.get(name) for name in terms.must)
        vetoes = (self.reaches(name, level) for name, level in terms.veto.items())
        firm = [part for part in (*musts, *vetoes) if part is not None]
        return every((*firm, weigh(left, terms.threshold * total)))

    def weights(self, terms: MajorityTerms) -> Mapping[str, Fraction]:
        """The weights of a majority: its own, or those of the criteria (1 for any other node)."""
        criteria, own = self.nodes.criteria, terms.weights
        if own is not None:
            return {name: own.get(name, Fraction(1)) for name in terms.profile}
        return {n: criteria[n].weight if n in criteria else Fraction(1) for n in terms.profile}

    def _should(self, name: str, level: str) -> Asked:
        reached = self.reaches(name, level)
        criterion = self.nodes.criteria.get(name)
        if reached is None or criterion is None or criterion.computed is not None:
            return reached
        return either((reached, self.variable(f"reason:{name}", 1, 1)))

    def _answered(self, name: str) -> Asked:
        """Silence reads as the worst: an answer above it, or with a reason, is there for sure."""
        criterion = self.nodes.criteria.get(name)
        if criterion is None:
            return self.hole(f"answered:{name}", 1)
        if name in self.scope.not_applicable and criterion.computed is None:
            return TRUE
        above = None if criterion.computed is not None else self.at_least(name, 1)
        if above is None:
            return None
        said = (self.variable(f"{word}:{name}", 1, 1) for word in ("answered", "reason"))
        return either((above, *said))


def _whole(weights: Mapping[str, Fraction]) -> dict[str, int]:
    """Bring weights to whole numbers in the same ratios."""
    unit = lcm(*(weight.denominator for weight in weights.values()))
    return {name: int(weight * unit) for name, weight in weights.items()}


def _written(rule: InGroup) -> str:
    # A count and a share may be written alike: `1` and `all` are not the same question.
    return f"{rule.group}:{rule.where!r}:{rule.at_least!r}:{rule.meet!r}"


def _joined(parts: Iterable[Asked]) -> Asked:
    found = [part for part in parts if part is not None]
    return every(found) if found else None
