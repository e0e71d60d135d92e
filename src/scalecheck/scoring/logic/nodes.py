"""What "this node is at that rank or better" asks of the answers, as a formula."""

from abc import ABC, abstractmethod
from collections.abc import Iterable

from scalecheck.model.base import is_number
from scalecheck.model.criterion import Criterion
from scalecheck.model.measures import Measure
from scalecheck.model.nodes import Nodes
from scalecheck.model.policies import EmptyLevel
from scalecheck.model.rules import Rule
from scalecheck.scoring.logic.formula import FALSE, TRUE, Atom, Formula, Rank, every
from scalecheck.scoring.logic.scope import Manner, Scope

LARGEST = 20_000  # a formula that repeats itself beyond this is not followed
DEEPEST = 60

Asked = Formula | None  # None: nothing applicable is left, the part drops out


class NodeReader(ABC):
    """Reads the nodes of a rubric as formulas over its questions.

    Variables are named by the id of a question or of an attribute with a scale; those that begin
    with `?` stand for what is not followed further: unknown names, loops, measures that are not
    monotone, and in the open manner what is asked of instances. They are free, so that what is
    impossible with them is impossible; a witness that leans on one proves nothing.
    """

    def __init__(self, nodes: Nodes, scope: Scope, manner: Manner) -> None:
        self.nodes, self.scope, self.manner = nodes, scope, manner
        self.box: dict[str, tuple[Rank, Rank]] = {}
        self._known: dict[tuple[str, Rank], Asked] = {}
        self._active: set[str] = set()

    @abstractmethod
    def rule(self, rule: Rule) -> Asked:
        """Read a rule."""

    @abstractmethod
    def measure_at_least(self, measure: Measure, rank: Rank) -> Asked:
        """Read a measure; a hole where it cannot be followed."""

    def wanted(self, name: str, level: str) -> Rank | None:
        """The rank or the number that a level names, or None where it names nothing."""
        typed = self.nodes.typed(name)
        if typed is None:
            return None
        if typed.scale is not None:
            return typed.scale.rank_of(level)
        return self.nodes.wanted(name, level) if is_number(level) else None

    def reaches(self, name: str, level: str) -> Asked:
        """Read "this node is at that level, or better"."""
        rank = self.wanted(name, level)
        if rank is None:
            return self.hole(f"{name}:{level}", 1)
        return self.at_least(name, rank)

    def at_least(self, name: str, rank: Rank) -> Asked:
        """Read "this node is at that rank, or better"; each such question once."""
        key = (name, rank)
        if key not in self._known:
            if name in self._active or len(self._active) > DEEPEST:
                return self.hole(name, rank)
            self._active.add(name)
            found = self._read(name, rank)
            self._active.discard(name)
            is_large = found is not None and found.size > LARGEST
            self._known[key] = self.hole(name, rank) if is_large else found
        return self._known[key]

    def _read(self, name: str, rank: Rank) -> Asked:
        nodes = self.nodes
        if name in nodes.criteria:
            return self._criterion(nodes.criteria[name], rank)
        if name in nodes.dimensions:
            return self._lowest(name, rank)
        if name in nodes.measures:
            return self.measure_at_least(nodes.measures[name], rank)
        attribute = nodes.attributes.get(name)
        scale = nodes.scales.get(attribute.scale or "") if attribute else None
        return self.hole(name, rank) if scale is None else self.variable(name, rank, scale.top)

    def _criterion(self, criterion: Criterion, rank: Rank) -> Asked:
        scale = self.nodes.scales.get(criterion.scale)
        if self.is_silent(criterion.id):
            return None
        if scale is None:
            return self.hole(criterion.id, rank)
        if criterion.computed is not None:
            return self._computed(criterion, criterion.computed.items(), rank)
        if self.manner is Manner.OPEN and criterion.id in self.nodes.group_of:
            return TRUE if rank <= scale.top else FALSE
        return self.variable(criterion.id, rank, scale.top)

    def _computed(
        self, criterion: Criterion, rules: Iterable[tuple[str, Rule]], rank: Rank
    ) -> Asked:
        """The highest level whose rule and those before it are met."""
        parts: list[Formula] = []
        reached: Formula | None = TRUE if rank <= 0 else None
        is_judged = False
        for level, rule in rules:
            asked = self.rule(rule)
            if asked is None and self.is_rule_out(rule):
                continue
            is_judged = is_judged or asked is not None
            if asked is None and not self.empty_passes:
                break
            parts.append(TRUE if asked is None else asked)
            at = self.nodes.scales[criterion.scale].rank_of(level)
            if reached is None and (at is None or at >= rank):
                reached = self.hole(criterion.id, rank) if at is None else every(parts)
        if not is_judged:
            return None
        return FALSE if reached is None else reached

    def _lowest(self, name: str, rank: Rank) -> Asked:
        if self.nodes.typed(name) is None:
            return self.hole(name, rank)
        members = self.nodes.members(self.nodes.dimensions[name])
        found = [part for m in members if (part := self.at_least(m, rank)) is not None]
        return every(found) if found else None

    @property
    def empty_passes(self) -> bool:
        """Tell whether a level with nothing applicable left passes."""
        return self.nodes.rubric.non_answers.empty_level is EmptyLevel.PASSES

    def is_silent(self, name: str) -> bool:
        """Tell whether a criterion is out by rule, or answered "not applicable"."""
        return name in self.scope.out or name in self.scope.not_applicable

    def is_out(self, name: str, seen: frozenset[str] = frozenset()) -> bool:
        """Tell whether all that a node is made of is out by rule."""
        if not self.scope.out or name in seen or len(seen) > DEEPEST:
            return False
        if name in self.scope.out:
            return True
        if name in self.nodes.criteria and self.nodes.criteria[name].computed is None:
            return False
        parts = self._parts(name)
        return bool(parts) and all(self.is_out(part, seen | {name}) for part in parts)

    def _parts(self, name: str) -> tuple[str, ...]:
        is_computed = name in self.nodes.criteria
        return self.nodes.parts_of(name) if is_computed else self.nodes.reads(name)

    @abstractmethod
    def is_rule_out(self, rule: Rule) -> bool:
        """Tell whether all that a rule reads is out by rule."""

    def corner(self, end: int) -> dict[str, Rank]:
        """The worst (0) or the best (1) profile, over the variables read so far."""
        return {name: bounds[end] for name, bounds in self.box.items()}

    def variable(self, name: str, rank: Rank, top: Rank) -> Formula:
        """Ask a rank of a variable that goes from 0 to `top`."""
        low, high = self.box.get(name, (0, top))
        self.box[name] = (low, max(high, top))
        if rank <= 0:
            return TRUE
        return FALSE if rank > top else Atom(name, rank)

    def hole(self, name: str, rank: Rank) -> Formula:
        """Ask something that is not followed further: a free variable."""
        name = f"?{name}"
        low, high = self.box.get(name, (rank - 1, rank))
        self.box[name] = (min(low, rank - 1), max(high, rank))
        return Atom(name, rank)
