"""The measures over items, as nodes: how many pass the test of a level, and the level reached."""

from collections.abc import Mapping
from fractions import Fraction

from scalecheck.model.item_measures import Additive, Highest, ItemTest, Ladder
from scalecheck.model.nodes import Nodes
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.operators import Operators
from scalecheck.portfolio.plan.ratios import Ratio
from scalecheck.portfolio.plan.values import COMPUTED, Inputs, Value
from scalecheck.scoring.items import item_rank

Items = Mapping[str, tuple[Node, Inputs]]  # by level: whether it is asked at all, and its inputs


class ItemOperators(Operators):
    """The operators over items, over the nodes of one graph."""

    def apply_items(
        self, nodes: Nodes, measure: Ladder | Highest | Additive, items: Items, *, passes: bool
    ) -> Value:
        """Compute a measure from the items of its levels; some may have none left that applies."""
        graph = self.graph
        if isinstance(measure, Additive):
            means = [self._mean(asked, inputs) for asked, inputs in items.values()]
            found = self.add(tuple(means))
            return Value(found.number, found.over, graph.const(COMPUTED))
        if isinstance(measure, Highest):
            return self._plain(self._high_water(nodes, measure, items))
        return self._plain(self._contiguous(nodes, measure, items, passes=passes))

    def _mean(self, asked: Node, inputs: Inputs) -> Ratio:
        some = self.graph.every((asked, is_there(self, inputs)))
        mean = self.mean(inputs, lambda i: Fraction(1))
        return self.choose(some, mean, self.fixed(Fraction(0)))

    def _contiguous(self, nodes: Nodes, measure: Ladder, items: Items, *, passes: bool) -> Node:
        graph, going, reached = self.graph, self.graph.true, self.graph.const(0)
        for level, (asked, inputs) in items.items():
            held = self._passes(measure.at, inputs, passes=passes)
            under = self._passes(measure.below or measure.at, inputs, passes=passes)
            rank = graph.const(item_rank(nodes, measure, level))
            reached = graph.choose(graph.every((going, asked, held)), rank, reached)
            going = graph.every(
                (going, graph.either((graph.no(asked), graph.every((held, under)))))
            )
        return reached

    def _high_water(self, nodes: Nodes, measure: Highest, items: Items) -> Node:
        graph, reached = self.graph, self.graph.const(0)
        for level, (asked, inputs) in items.items():
            held = graph.every((asked, self._passes(measure.at, inputs, passes=False)))
            reached = graph.choose(held, graph.const(item_rank(nodes, measure, level)), reached)
        return reached

    def _passes(self, test: ItemTest, inputs: Inputs, *, passes: bool) -> Node:
        graph, quota = self.graph, test.quota
        some = is_there(self, inputs)
        total = self.counting(inputs, inputs.counted)
        share = Fraction(1) if isinstance(quota, int) else quota
        needed = graph.const(quota) if isinstance(quota, int) else total
        met = graph.times(self._passing(test, inputs), graph.const(share.denominator))
        enough = graph.reaches(met, graph.times(needed, graph.const(share.numerator)))
        return graph.choose(some, enough, graph.truth(passes))

    def _passing(self, test: ItemTest, inputs: Inputs) -> Node:
        """How many items are at the level asked, or better."""
        graph, held = self.graph, []
        for one, counts in zip(inputs.found, inputs.counted, strict=True):
            bare = test.item is None or one.scale is None
            wanted = 1 if bare or one.scale is None else one.scale.rank_of(test.item or "")
            reached = graph.false
            if wanted is not None:
                asked = graph.times(one.value.over, graph.const(wanted))
                reached = graph.reaches(one.value.number, asked)
            held.append(graph.every((counts, reached)))
        return self.counting(inputs, tuple(held))


def is_there(operators: Operators, inputs: Inputs) -> Node:
    """Tell whether any input counts, and none stops the rest."""
    return operators.graph.same(inputs.why, COMPUTED)
