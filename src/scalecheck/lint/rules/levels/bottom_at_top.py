"""A criterion that may stand at its worst level at the top of the ladder."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import full_logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.parts import level_rules
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.scoring.logic.formula import Rank
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.predicate import Predicate


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = full_logic_of(subject)
    rules = level_rules(subject.value)
    if logic is None or not rules:
        return
    asked = [p for _, part in rules if (p := logic.alike.predicate(part.rule)) is not None]
    best = _best(logic)
    if not all(predicate.holds(best) for predicate in asked):
        return
    top = subject.value.levels[rules[-1][0]].value
    for d, dimension in enumerate(subject.value.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            if _may_be_worst(criterion.id, asked, best):
                path = ("dimensions", d, "criteria", c, "id")
                yield found(path, criterion=criterion.id, level=top)


def _best(logic: Logic) -> dict[str, Rank]:
    """All at its best, without excuses; what is not followed is not counted on."""
    return {
        name: low if name.startswith(("?", "reason:", "answered:")) else high
        for name, (low, high) in logic.alike.box.items()
    }


def _may_be_worst(name: str, asked: list[Predicate], best: dict[str, Rank]) -> bool:
    readers = [predicate for predicate in asked if name in predicate.cuts]
    worst = {**best, name: 0} if readers else best
    return bool(readers) and all(predicate.holds(worst) for predicate in readers)


RULE = Rule("bottom-at-top", Topic.LEVELS, Severity.NOTE, RUBRIC, find)
