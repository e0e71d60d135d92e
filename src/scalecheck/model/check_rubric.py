"""Refuse the rubrics that could not be computed: every problem at once, each with its path."""

from collections.abc import Iterable, Iterator

from scalecheck.model.check_chains import check_chains
from scalecheck.model.check_criteria import check_attributes, check_dimensions, check_groups
from scalecheck.model.check_levels import check_headline, check_levels, check_paths
from scalecheck.model.check_measures import check_measure
from scalecheck.model.check_names import check_ids, check_sources, named
from scalecheck.model.check_scales import check_scales
from scalecheck.model.diagnostic import Problem
from scalecheck.model.nodes import Nodes, nodes_of
from scalecheck.model.rubric import Rubric

Problems = Iterator[Problem]
MOST = 1000
_UNTYPED = ("not-one-scale", "item-not-ordinal", "bad-headline")
_UNTYPING = ("unknown-scale", "cycle", "bad-item-level")  # why a node has no type


def find_problems(rubric: Rubric) -> tuple[Problem, ...]:
    """Find everything that keeps a rubric from being computed, in the order of the file."""
    nodes = nodes_of(rubric)
    tangles = tuple(check_chains(nodes, dict(named(rubric))))
    if any(found.code == "chain-too-long" for found in tangles):
        return (*check_ids(rubric), *tangles)
    checks = (
        check_ids(rubric),
        tangles,
        check_scales(rubric),
        check_sources(rubric),
        check_groups(nodes),
        check_attributes(nodes),
        check_dimensions(nodes),
        _check_measures(nodes),
        check_headline(nodes),
        check_levels(nodes),
        check_paths(nodes),
    )
    every = dict.fromkeys(found for check in checks for found in check)
    return tuple(_without_echoes(every))[:MOST]


def _without_echoes(problems: Iterable[Problem]) -> Problems:
    """Leave out what a node without a type is said to lack: its scale, or its loop, is told."""
    found = tuple(problems)
    is_explained = any(p.code in _UNTYPING for p in found)
    return (p for p in found if not (is_explained and p.code in _UNTYPED))


def _check_measures(nodes: Nodes) -> Problems:
    for position, measure in enumerate(nodes.rubric.measures):
        yield from check_measure(nodes, measure, ("measures", position))
