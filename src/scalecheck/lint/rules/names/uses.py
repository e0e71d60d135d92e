"""What the names of a rubric are used for: which are read, and by nothing known."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from scalecheck.model.criterion import Attribute
from scalecheck.model.diagnostic import Path
from scalecheck.model.names import Names
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import AllOf, AnyOf, Condition, InGroup, rule_names
from scalecheck.model.walking import every_criterion, every_part, every_rule

_NEAR = 0.66
_MANY = 12


@lru_cache(maxsize=2)  # several rules ask it of one rubric
def names_read(names: Names) -> frozenset[str]:
    """The names that rules and measures read; a dimension read stands for its criteria too."""
    in_rules = frozenset(_names_in_rules(names.rubric))
    in_measures = frozenset(_names_in_measures(names.rubric))
    members = (names.members(names.dimensions[n]) for n in in_rules if n in names.dimensions)
    behind = names.expand(tuple(n for n in in_measures if n in names.dimensions))
    return in_rules.union(in_measures, behind, *members)


def _names_in_rules(rubric: Rubric) -> Iterator[str]:
    for _, rule in every_part(rubric):
        if not isinstance(rule, AllOf | AnyOf | InGroup):
            yield from rule_names(rule)


def _names_in_measures(rubric: Rubric) -> Iterator[str]:
    for measure in rubric.measures:
        yield from measure.of
        for items in getattr(measure, "items", {}).values():
            yield from items
    yield rubric.headline


def groups_read(rubric: Rubric) -> frozenset[str]:
    """The groups that rules and measures go through, one instance after another."""
    in_rules = (rule.group for _, rule in every_part(rubric) if isinstance(rule, InGroup))
    per = (measure.per for measure in rubric.measures if measure.per is not None)
    return frozenset((*in_rules, *per))


def attributes_read(rubric: Rubric) -> frozenset[str]:
    """The attributes that conditions, look-ups and rules read, wherever they are declared."""
    conditions = (
        name for condition in _conditions(rubric) for case in condition for name in case.root
    )
    in_rules = (name for _, rule in every_rule(rubric) for name in rule_names(rule))
    in_tables = (name for m in rubric.measures if m.op == "lookup" for name in m.of)
    return frozenset((*conditions, *in_rules, *in_tables))


def declared_attributes(rubric: Rubric) -> Iterator[tuple[Path, Attribute]]:
    """The attributes of projects and of instances, each where it is declared."""
    for a, attribute in enumerate(rubric.attributes):
        yield ("attributes", a), attribute
    for g, group in enumerate(rubric.groups):
        for a, attribute in enumerate(group.attributes):
            yield ("groups", g, "attributes", a), attribute


def _conditions(rubric: Rubric) -> Iterator[Condition]:
    yield from (criterion.applies_when for _, criterion in every_criterion(rubric))
    yield from (measure.where for measure in rubric.measures)
    yield from (strategy.fits_when for strategy in rubric.strategies)
    yield from (rule.where for _, rule in every_part(rubric) if isinstance(rule, InGroup))


def is_perhaps_meant(name: str, unknown: Sequence[str]) -> bool:
    """Tell whether a misspelt reference may mean this name, which is then not unused."""
    return bool(unknown) and (
        len(unknown) > _MANY or bool(get_close_matches(name, unknown, n=1, cutoff=_NEAR))
    )


def left_unread(
    declared: Iterable[str], read: frozenset[str], known: Iterable[str]
) -> frozenset[str]:
    """The names declared that nothing reads, less those that a misspelt reference may mean.

    Args:
        declared: the names to look at.
        read: every name that is read, spelt well or not.
        known: every name that could be read there.
    """
    unknown = sorted(read.difference(known))
    return frozenset(n for n in declared if n not in read and not is_perhaps_meant(n, unknown))
