"""Walk a rubric: every criterion, and every rule with its parts, each with its path."""

from collections.abc import Iterator

from scalecheck.model.criterion import Criterion
from scalecheck.model.diagnostic import Path
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import AllOf, AnyOf, InGroup, Rule

_RULES = (("measures", "unless"), ("levels", "requires"), ("strategies", "ready_when"))


def every_criterion(rubric: Rubric) -> Iterator[tuple[Path, Criterion]]:
    """Every criterion, in the order of the file."""
    for d, dimension in enumerate(rubric.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            yield ("dimensions", d, "criteria", c), criterion


def every_rule(rubric: Rubric) -> Iterator[tuple[Path, Rule]]:
    """Every rule written in its own right: of computed criteria, caps, levels and strategies."""
    for path, criterion in every_criterion(rubric):
        for level, rule in (criterion.computed or {}).items():
            yield (*path, "computed", level), rule
    for family, word in _RULES:
        for position, thing in enumerate(getattr(rubric, family)):
            asked: Rule | None = getattr(thing, word, None)
            if asked is not None:
                yield (family, position, word), asked


def every_part(rubric: Rubric) -> tuple[tuple[Path, Rule], ...]:
    """Every rule of a rubric and every rule inside it; they are walked once for a rubric."""
    found: tuple[tuple[Path, Rule], ...] | None = vars(rubric).get("_parts")
    if found is None:
        found = tuple(part for path, rule in every_rule(rubric) for part in parts(path, rule))
        vars(rubric)["_parts"] = found
    return found


def parts(path: Path, rule: Rule) -> Iterator[tuple[Path, Rule]]:
    """A rule and every rule inside it, outermost first."""
    waiting = [(path, rule)]
    while waiting:
        here, part = waiting.pop()
        yield here, part
        waiting.extend(reversed(list(_inside(here, part))))


def _inside(path: Path, rule: Rule) -> Iterator[tuple[Path, Rule]]:
    if isinstance(rule, InGroup):
        yield (*path, "meet"), rule.meet
        return
    word = "all_of" if isinstance(rule, AllOf) else "any_of"
    if isinstance(rule, AllOf | AnyOf):
        for position, part in enumerate(getattr(rule, word)):
            yield (*path, word, position), part
