"""What a rubric test compares of an assessment, each part found when it is asked for."""

from functools import cached_property

from scalecheck.model.figures import Bottleneck
from scalecheck.model.proof import Gap, Truth
from scalecheck.scoring.assess import Assessor
from scalecheck.scoring.gaps import find_gaps
from scalecheck.scoring.ladder import judge_level
from scalecheck.scoring.nodes import find_bottlenecks, read_node, read_value
from scalecheck.scoring.proofs import judge_rule
from scalecheck.scoring.results import Computed


class Outcome(Assessor):
    """An assessment of which no more is computed than is asked; the same figures as the whole."""

    @cached_property
    def next_level(self) -> int | None:
        """The first level above the official one that is not held; None at the top."""
        low = self.headline.low
        if low is None:
            return None
        above = range(low + 1, self.ladder.ceiling + 1)
        return next((p for p in above if not self._is_passed_over(p)), None)

    def _is_passed_over(self, position: int) -> bool:
        rule, gate = self.rubric.levels[position].requires, self.gates.low
        if rule is None or not gate.is_rule_out(rule):
            return False
        return judge_rule(self.gates, rule)[0] is Truth.NOT_ASSESSABLE

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What keeps the next level out of reach."""
        if self.next_level is None:
            return ()
        proof = judge_level(self.ladder, self.gates, self.next_level).proof
        return find_gaps(self.case, self.evidence, proof) if proof is not None else ()

    @cached_property
    def bottlenecks(self) -> tuple[Bottleneck, ...]:
        """The lowest dimensions of each scale, with all ties."""
        names = self.nodes.dimensions
        found = {(n, ""): read_node(self.corners, self.bounds, n, "") for n in names}
        return find_bottlenecks(self.nodes, found)

    def value_of(self, name: str) -> Computed | None:
        """The official value of a node outside groups; None where it has none of its own."""
        nodes, measure = self.nodes, self.nodes.measures.get(name)
        is_node = name in nodes.criteria or name in nodes.dimensions or measure is not None
        if not is_node or name in nodes.group_of or (measure is not None and measure.per):
            return None
        return read_value(self.corners.low, self.corners.high, name, "").low
