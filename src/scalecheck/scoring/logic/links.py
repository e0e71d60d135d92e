"""Which rule over instances brings another with it: three settings at level 2, one at level 1."""

from fractions import Fraction

from scalecheck.model.rules import Case, Condition, InGroup, Rule
from scalecheck.scoring.logic.between import find_between
from scalecheck.scoring.logic.crowds import every_in_group
from scalecheck.scoring.logic.rules import RuleReader

FEW = 40  # beyond this many rules over instances, they are not compared


class Links:
    """The rules over instances of a rubric, and what each brings with it."""

    def __init__(self, alike: RuleReader) -> None:
        self.alike = alike
        found = list(every_in_group(alike.nodes))
        self.rules = found if len(found) <= FEW else []

    def that_bring(self, rule: InGroup) -> list[InGroup]:
        """The other rules that are never met without this one."""
        return [one for one in self.rules if one is not rule and self._brings(one, rule)]

    def _brings(self, one: InGroup, other: InGroup) -> bool:
        return (
            one.group == other.group
            and _enough(one, other)
            and _keeps_no_more(one.where, other.where)
            and self._implies(one.meet, other.meet)
        )

    def _implies(self, one: Rule, other: Rule) -> bool:
        """Tell whether an instance that meets one rule meets the other, whatever its answers."""
        met, unmet = self.alike.predicate(one), self.alike.predicate(other)
        if met is None or unmet is None:
            return False
        return find_between(self.alike.box, [met], unmet, budget=100).is_impossible


def _enough(one: InGroup, other: InGroup) -> bool:
    """Tell whether what one rule asks of the number of instances is enough for the other."""
    here, there = one.at_least, other.at_least
    if isinstance(here, int) and isinstance(there, int):
        return here >= there
    if isinstance(here, Fraction) and isinstance(there, Fraction):
        return here >= there and one.where == other.where
    return isinstance(here, Fraction) and here > 0 and there == 1


def _keeps_no_more(one: Condition, other: Condition) -> bool:
    """Tell whether each instance that one condition keeps is kept by the other."""
    if not other:
        return True
    return bool(one) and all(any(_is_within(case, wide) for wide in other) for case in one)


def _is_within(case: Case, wide: Case) -> bool:
    return all(
        name in case.root and set(case.root[name]) <= set(values)
        for name, values in wide.root.items()
    )
