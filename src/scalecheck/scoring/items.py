"""What the measures over items mean: how many pass the test of a level, and the level reached."""

from collections.abc import Mapping
from fractions import Fraction

from scalecheck.model.item_measures import Additive, Highest, ItemTest, Ladder
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.arithmetic import weighted_mean
from scalecheck.scoring.results import NOTHING_APPLICABLE, Inputs, Result

Items = Mapping[str, Inputs]


def apply_items(
    nodes: Nodes, measure: Ladder | Highest | Additive, items: Items, *, empty_passes: bool
) -> Result:
    """Compute a measure from the items of its levels; a level may have none left that applies."""
    if not any(items.values()):
        return NOTHING_APPLICABLE
    if isinstance(measure, Additive):
        means = [
            weighted_mean(inputs, lambda i: Fraction(1)) for inputs in items.values() if inputs
        ]
        return sum(means, Fraction(0))
    if isinstance(measure, Highest):
        return _high_water(nodes, measure, items)
    return _contiguous(nodes, measure, items, empty_passes=empty_passes)


def _contiguous(nodes: Nodes, measure: Ladder, items: Items, *, empty_passes: bool) -> int:
    reached = 0
    for level, inputs in items.items():
        if not _passes(measure.at, inputs, empty_passes=empty_passes):
            break
        reached = item_rank(nodes, measure, level)
        if not _passes(measure.below or measure.at, inputs, empty_passes=empty_passes):
            break
    return reached


def _high_water(nodes: Nodes, measure: Highest, items: Items) -> int:
    reached = 0
    for level, inputs in items.items():
        if _passes(measure.at, inputs, empty_passes=False):
            reached = item_rank(nodes, measure, level)
    return reached


def item_rank(nodes: Nodes, measure: Ladder | Highest, level: str) -> int:
    """The rank of a level of items on the scale of the measure."""
    typed = nodes.typed(measure.id)
    return (typed.scale.rank_of(level) or 0) if typed and typed.scale else 0


def _passes(test: ItemTest, inputs: Inputs, *, empty_passes: bool) -> bool:
    total = sum(i.alike for i in inputs)
    if not total:
        return empty_passes
    quota = test.quota
    needed = quota if isinstance(quota, int) else quota * total
    return passing(test, inputs) >= needed


def passing(test: ItemTest, inputs: Inputs) -> int:
    """How many items are at the level asked, or better."""
    found = 0
    for i in inputs:
        wanted = 1 if test.item is None or i.scale is None else i.scale.rank_of(test.item)
        found += i.alike if wanted is not None and i.value >= wanted else 0
    return found
