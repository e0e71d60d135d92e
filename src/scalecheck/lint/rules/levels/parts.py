"""The rules of a rubric, and their parts, with the places where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Path
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import AllOf, AnyOf, InGroup, Requirement, Rule


class Part(NamedTuple):
    """A rule, or a part of one, where it stands.

    `inside` tells whether it is read for one instance of a group.
    """

    path: Path
    rule: Rule
    inside: bool = False


def level_rules(rubric: Rubric) -> list[tuple[int, Part]]:
    """The rules of the levels, with the position of each; none where a measure is the headline."""
    if rubric.headline != "ladder":
        return []
    return [
        (position, Part(("levels", position, "requires"), level.requires))
        for position, level in enumerate(rubric.levels)
        if level.requires is not None
    ]


def every_rule(rubric: Rubric) -> Iterator[Part]:
    """Every rule of a rubric: of levels, computed criteria, caps and strategies."""
    yield from (part for _, part in level_rules(rubric))
    for d, dimension in enumerate(rubric.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            for level, rule in (criterion.computed or {}).items():
                yield Part(("dimensions", d, "criteria", c, "computed", level), rule)
    for m, measure in enumerate(rubric.measures):
        unless = getattr(measure, "unless", None)
        if unless is not None:
            yield Part(("measures", m, "unless"), unless, measure.per is not None)
    for s, strategy in enumerate(rubric.strategies):
        if strategy.ready_when is not None:
            yield Part(("strategies", s, "ready_when"), strategy.ready_when)


def joined(part: Part) -> list[Part]:
    """The rules that must all be met."""
    path, rule, inside = part
    if not isinstance(rule, AllOf):
        return [part]
    below = (Part((*path, "all_of", n), r, inside) for n, r in enumerate(rule.all_of))
    return [one for some in below for one in joined(some)]


def conjuncts(part: Part) -> list[Part]:
    """The parts that must all be met; a requirement is split by its names."""
    return [one for some in joined(part) for one in _split(some)]


def _split(part: Part) -> list[Part]:
    path, rule, inside = part
    if isinstance(rule, Requirement) and len(rule.root) > 1:
        return [Part((*path, name), one, inside) for name, one in _singles(rule)]
    if isinstance(rule, Requirement):
        return [Part((*path, *rule.root), rule, inside)]
    return [part]


def level_parts(subject: RubricSubject) -> list[tuple[int, Part, list[Part]]]:
    """The rules of the levels, each with its position and its parts; split once."""
    kept = subject.__dict__
    if "level_parts" not in kept:
        kept["level_parts"] = [(n, p, conjuncts(p)) for n, p in level_rules(subject.value)]
    found: list[tuple[int, Part, list[Part]]] = kept["level_parts"]
    return found


def _singles(rule: Requirement) -> Iterator[tuple[str, Requirement]]:
    for name, level in rule.root.items():
        yield name, Requirement.model_construct(root={name: level})


def requirement(name: str, level: str) -> Requirement:
    """A rule that asks one level of one node."""
    return Requirement.model_construct(root={name: level})


def choices(part: Part) -> Iterator[Part]:
    """Every `any_of` in a rule, those inside others included."""
    path, rule, inside = part
    if isinstance(rule, AnyOf):
        yield part
        below = [Part((*path, "any_of", n), r, inside) for n, r in enumerate(rule.any_of)]
    elif isinstance(rule, AllOf):
        below = [Part((*path, "all_of", n), r, inside) for n, r in enumerate(rule.all_of)]
    else:
        below = [Part((*path, "meet"), rule.meet, True)] if isinstance(rule, InGroup) else []
    for one in below:
        yield from choices(one)
