"""What is said of the next level: what it lacks, how far it is, and what would change the level."""

from collections.abc import Iterator

from scalecheck.portfolio.plan.blockers import Blockers
from scalecheck.portfolio.plan.columns import Columns, Output
from scalecheck.portfolio.plan.distance import find_distance, forced_ranks, is_reachable
from scalecheck.portfolio.plan.headline import Position
from scalecheck.portfolio.plan.node import Node
from scalecheck.portfolio.plan.scene import UNLISTED
from scalecheck.portfolio.plan.values import COMPUTED


class Following(Columns):
    """Writes the columns of one scene that speak of the next level."""

    def _following(self) -> tuple[Node, Node]:
        """Whether there is a level above the official one to reach, and its position."""
        graph, official = self.graph, self.position("low")
        computed = graph.same(official.why, COMPUTED)
        there, following = graph.false, graph.const(0)
        for position in range(len(self.rubric.levels) - 1, -1, -1):
            above = graph.no(graph.reaches(official.at, graph.const(position)))
            counts = graph.reaches(self.scene.ceiling, graph.const(position))
            passed = graph.no(self.headline.passed_over(position))
            fits = graph.every((above, counts, passed))
            there = graph.either((there, fits))
            following = graph.choose(fits, graph.const(position), following)
        return graph.every((computed, there)), following

    def blockers(self) -> Iterator[Output]:
        """What the next level lacks."""
        graph, (there, following) = self.graph, self._following()
        yield self.value("level.next", there, following)
        lacked: dict[str, list[Node]] = {}
        gather = Blockers(self.headline)
        for position in range(len(self.rubric.levels)):
            is_next = graph.every((there, graph.same(following, position)))
            if is_next is graph.false:
                continue
            for name, node in gather.under(is_next, gather.under(*gather.of_position(position))):
                lacked.setdefault(name, []).append(node)
        names = list(self.scene.nodes.names())
        ordered = sorted(lacked, key=lambda n: names.index(n) if n in names else len(names))
        flags = {name: graph.either(lacked[name]) for name in ordered}
        yield self.names("level.blockers", there, flags)
        missing = graph.add(graph.whole(flag) for flag in flags.values())
        yield self.whole("level.missing", there, missing)

    def decisive(self) -> Iterator[Output]:
        """The open answers that alone move the level."""
        graph = self.graph
        ends = [self.position(corner) for corner in ("low", "high")]
        there = graph.every(graph.same(end.why, COMPUTED) for end in ends)
        flags: dict[str, Node] = {}
        for criterion in self.scene.nodes.asked():
            for (name, instance), here in self.headline.questions_of(criterion.id):
                kept = graph.every((there, here))
                moves = (
                    kept if kept.is_const and not kept.value else self._moves(name, instance, ends)
                )
                flags[self._label(name, instance)] = graph.every((kept, moves))
        yield self.names("level.decisive", there, flags)

    def _label(self, name: str, instance: int) -> str:
        if instance == 0:
            return name
        number = "?" if instance == UNLISTED else str(instance)
        return f"{self.scene.nodes.group_of[name].id}/{number}/{name}"

    def _moves(self, name: str, instance: int, ends: list[Position]) -> Node:
        """Tell whether an open answer alone lifts the low end at its best, or drops the high."""
        graph, question = self.graph, self.scene.question(name, instance)
        low, high = question.ends[False, False], question.ends[False, True]
        is_open = graph.no(graph.reaches(low, high))
        moved = []
        for reading, rank, end in (
            (self.headline.declared.low, high, ends[0]),
            (self.headline.declared.high, low, ends[1]),
        ):
            found = self.headline.position(reading.tried(name, instance, rank))
            there = graph.same(found.why, COMPUTED)
            at = graph.choose(there, found.at, graph.const(-1))
            both = (graph.reaches(at, end.at), graph.reaches(end.at, at))
            moved.append(graph.no(graph.every(both)))
        return graph.every((is_open, graph.no(self.scene.out(name)), graph.either(moved)))

    def distance(self) -> Iterator[Output]:
        """The least effort to the next level."""
        graph, asked = self.graph, forced_ranks(self.headline)
        if asked is None:
            yield self.whole("level.distance", graph.false, graph.const(0))
            return
        there, following = self._following()
        reachable = graph.every((there, is_reachable(self.headline, following)))
        ratio = find_distance(self.headline, following, asked)
        yield self.number("level.distance", reachable, ratio)
