"""Refuse the measures that could not be computed."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from scalecheck.model.check_rules import (
    check_condition,
    check_level,
    check_rule,
    check_scale_level,
    check_weights,
)
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.form import Form
from scalecheck.model.item_measures import Additive, Highest, ItemTest, Ladder
from scalecheck.model.measures import (
    Bands,
    Base,
    Cap,
    Count,
    Difference,
    Lookup,
    Maximum,
    Measure,
    Median,
    Minimum,
    Percent,
    Round,
    WeightedMean,
)
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale
from scalecheck.model.tables import LookupTable

Problems = Iterator[Problem]

_ONE_INPUT = (Cap, Bands, Round)
_PAIRED = (*_ONE_INPUT, Lookup, Difference)
_SAME_SCALE = (Minimum, Maximum, Median, Cap)


def check_measure(nodes: Nodes, measure: Measure, path: Path) -> Problems:
    """Find what keeps a measure from being computed."""
    found = list(_check_inputs(nodes, measure, path))
    yield from found
    yield from _check_number_of_inputs(nodes, measure, path)
    if isinstance(measure, _PAIRED):
        yield from _check_single(nodes, measure, path)
    if measure.per is not None and measure.per not in nodes.groups:
        yield problem("unknown-group", (*path, "per"), name=measure.per, known=listed(nodes.groups))
    else:
        group = measure.per or _group_read(nodes, measure)
        yield from check_condition(nodes, measure.where, (*path, "where"), group)
    if not found:
        yield from _check_kind(nodes, measure, path)


def _group_read(nodes: Nodes, measure: Measure) -> str | None:
    groups = {nodes.group_of[n].id for n in nodes.reads(measure.id) if n in nodes.group_of}
    per = {m.per for n in nodes.reads(measure.id) if (m := nodes.measures.get(n)) and m.per}
    return min(groups | per) if groups | per else None


def _check_inputs(nodes: Nodes, measure: Measure, path: Path) -> Problems:
    more = nodes.attributes if isinstance(measure, Lookup) else {}
    for position, name in enumerate(measure.of):
        if name not in nodes.known and name not in more:
            known = listed(nodes.names())
            yield problem("unknown-node", (*path, "of", position), name=name, known=known)
    for level, items in getattr(measure, "items", {}).items():
        for position, item in enumerate(items):
            if item not in nodes.known:
                here, known = (*path, "items", level, position), listed(nodes.names())
                yield problem("unknown-node", here, name=item, known=known)


def _check_single(nodes: Nodes, measure: Measure, path: Path) -> Problems:
    """Find inputs that stand for several, where the operator reads one figure of each."""
    for position, name in enumerate(measure.of):
        here = (*path, "of", position)
        if name in nodes.dimensions:
            count = len(nodes.expand((name,)))
            if count > 1:
                yield problem("wrong-number-of-inputs", here, op=measure.op, got=count)
            continue
        own = nodes.group_of.get(name)
        group = own.id if own else getattr(nodes.measures.get(name), "per", None)
        if group is not None and group != measure.per:
            yield problem("outside-group", here, name=name, group=group)


def _check_number_of_inputs(nodes: Nodes, measure: Measure, path: Path) -> Problems:
    count = len(measure.of)
    wanted = {Difference: (2, 2), Lookup: (1, 2)}.get(type(measure), (1, 1000))
    if isinstance(measure, _ONE_INPUT):
        wanted = (1, 1)
    if isinstance(measure, Ladder | Highest | Additive):
        wanted = (0, 0)
    if not wanted[0] <= count <= wanted[1]:
        yield problem("wrong-number-of-inputs", (*path, "of"), op=measure.op, got=count)


def _check_kind(nodes: Nodes, measure: Measure, path: Path) -> Problems:
    if isinstance(measure, _SAME_SCALE) and nodes.typed(measure.id) is None:
        yield problem("not-one-scale", (*path, "of"), name=measure.id)
        return
    match measure:
        case Ladder() | Highest() | Additive():
            yield from _check_items(nodes, measure, path)
        case Count():
            yield from _check_count(nodes, measure, path)
        case WeightedMean(weights=weights) if weights is not None:
            yield from check_weights(weights, nodes.expand(measure.of), path)
        case Cap():
            yield from check_level(nodes, measure.id, measure.at, (*path, "at"))
            yield from check_rule(nodes, measure.unless, (*path, "unless"), measure.per)
        case Bands():
            yield from _check_bands(measure, path)
        case Percent():
            yield from _check_percent(nodes, measure, path)
        case Lookup():
            yield from _check_lookup(nodes, measure, path)
        case _:
            return


def _check_items(nodes: Nodes, measure: Ladder | Highest | Additive, path: Path) -> Problems:
    scale = None if isinstance(measure, Additive) else measure.scale
    here = (*path, "items")
    if scale is not None and scale not in nodes.scales:
        yield problem("unknown-scale", (*path, "scale"), name=scale, known=listed(nodes.scales))
        return
    ranks = [_item_rank(nodes.scales[scale] if scale else None, key) for key in measure.items]
    for key, rank in zip(measure.items, ranks, strict=True):
        if rank is None:
            yield problem("bad-item-level", (*here, key), at_key=True, level=key)
    known = [rank for rank in ranks if rank is not None]
    if any(a >= b for a, b in pairwise(known)):
        yield problem("levels-not-increasing", here, at_key=True)
    yield from _check_item_tests(nodes, measure, path)


def _item_rank(scale: Scale | None, key: str) -> int | None:
    """Rank a level of items; on a named scale the worst level needs no items and may have none."""
    if scale is None:
        return int(key) if key.removeprefix("-").isdecimal() else None
    return scale.rank_of(key) or None


def _check_item_tests(nodes: Nodes, measure: Ladder | Highest | Additive, path: Path) -> Problems:
    names = dict.fromkeys(item for some in measure.items.values() for item in some)
    for word in ("at", "below"):
        test = getattr(measure, word, None) or ItemTest()
        if test.share is not None and test.count is not None:
            yield problem("share-and-count", (*path, word))
        for name in names if test.item is not None else ():
            yield from check_level(nodes, name, test.item or "", (*path, word, "item"))
    for level, items in measure.items.items():
        for position, item in enumerate(items):
            typed = nodes.typed(item)
            if typed is None or typed.form is not Form.ORDINAL:
                yield problem("item-not-ordinal", (*path, "items", level, position), name=item)


def _check_count(nodes: Nodes, measure: Count, path: Path) -> Problems:
    wanted = [w for w in ("level", "at_least") if getattr(measure, w) is not None]
    if len(wanted) != 1:
        yield problem("count-needs-one-level", path)
        return
    for name in nodes.expand(measure.of):
        typed = nodes.typed(name)
        if typed is None or typed.scale is None:
            yield problem("item-not-ordinal", (*path, "of"), name=name)
        else:
            level = getattr(measure, wanted[0])
            yield from check_scale_level(typed.scale, level, (*path, wanted[0]))


def _check_percent(nodes: Nodes, measure: Percent, path: Path) -> Problems:
    for name in nodes.expand(measure.of):
        typed = nodes.typed(name)
        if typed is None or typed.scale is None:
            yield problem("item-not-ordinal", (*path, "of"), name=name)
        elif measure.base is Base.ZERO and _least_score(typed.scale) < 0:
            yield problem("negative-score", (*path, "of"), name=name)


def _least_score(scale: Scale) -> Fraction:
    return min(scale.score_at(rank) for rank in (0, scale.top))


def _check_bands(measure: Bands, path: Path) -> Problems:
    bounds: list[tuple[Fraction, bool]] = []
    for position, band in enumerate(measure.bands):
        stated = [b for b in (band.from_, band.above) if b is not None]
        if len(stated) != (1 if position else 0):
            yield problem("band-bounds", (*path, "bands", position), name=band.id)
        bounds.extend((b, b is band.above) for b in stated)
    if any(a >= b for a, b in pairwise(bounds)):
        yield problem("levels-not-increasing", (*path, "bands"), at_key=True)


def _check_lookup(nodes: Nodes, measure: Lookup, path: Path) -> Problems:
    here = (*path, "table")
    if measure.scale is not None and measure.scale not in nodes.scales:
        known = listed(nodes.scales)
        yield problem("unknown-scale", (*path, "scale"), name=measure.scale, known=known)
        return
    table = LookupTable(nodes, measure)
    found = list(table.problems(here))
    yield from found
    if not found and not table.is_monotone() and measure.monotone:
        yield problem("lookup-not-monotone", here, at_key=True)
    if not measure.monotone and measure.source is None:
        here = (*path, "monotone")
        yield problem("not-monotone-needs-source", here, at_key=True)
