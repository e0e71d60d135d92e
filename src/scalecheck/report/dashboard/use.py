"""How much adopter settings use an innovation: what a level is laid beside, where a rubric asks."""

from typing import NamedTuple

from scalecheck.model.portfolio import Member
from scalecheck.model.scale import Scale
from scalecheck.report.fund.pen import FundPen


class Use(NamedTuple):
    """The criterion that tells use: its id, its title, and the ranks of its scale in order."""

    id: str
    title: str
    scale: Scale
    pen: FundPen

    @property
    def order(self) -> tuple[str, ...]:
        """The ranks, as the options of a facet."""
        return tuple(map(str, range(len(self.scale.levels))))

    def values(self, member: Member) -> tuple[str, ...]:
        """The rank that is sure for a project; "" where none is known."""
        found = member.figures.get(self.id)
        return ("" if found is None else str(found.low),)

    def name(self, value: str) -> str:
        """Name a rank, or that there is none."""
        if not value:
            return self.pen.say("dashboard.no-use")
        return self.pen.words.rank(self.scale, int(value))


def find_use(pen: FundPen) -> Use | None:
    """Find the last criterion that is computed from answers given setting by setting alone.

    Rubrics go from interest to use. None where the rubric has no such criterion of ranks.
    """
    rubric, nodes = pen.portfolio.rubric, pen.words.nodes
    asked = {name for g in rubric.groups if g.of == "settings" for name in g.criteria}
    found = None
    for criterion in rubric.criteria:
        inside = nodes.cone(criterion.id) - {criterion.id}
        typed = nodes.typed(criterion.id) if criterion.computed is not None else None
        if typed is not None and typed.scale is not None and inside and inside <= asked:
            found = Use(criterion.id, pen.named(criterion.id), typed.scale, pen)
    return found
