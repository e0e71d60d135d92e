"""The engine as an oracle: whether a rule holds at a profile, read as the product reads it."""

from random import Random

from scalecheck.model.facts import Fact, Interval, Key, Status
from scalecheck.model.instance import Instance
from scalecheck.model.nodes import Nodes
from scalecheck.scoring.ladder import read_ladder
from scalecheck.scoring.reading import Reading
from scalecheck.scoring.results import Case, Corner
from scalecheck.scoring.situation import Situation


class Engine:
    """Reads profiles of one rubric with the engine; every instance of a group answers alike."""

    def __init__(self, logic):
        self.nodes, self.scope = Nodes(logic.nodes.rubric), logic.scope
        self.instances, self.crowds = logic.alike.instances, logic.alike.crowds

    def reading(self, profile):
        """The official reading of a profile, as rules read it."""
        nodes = self.nodes
        attributes = {
            a.id: (str(nodes.scales[a.scale].by_rank[profile.get(a.id, 0)].value),)
            for a in nodes.rubric.attributes
            if a.scale
        }
        listed = {group.id: tuple(self.listed(group.id, profile)) for group in nodes.rubric.groups}
        out = dict.fromkeys(self.scope.out, "track")
        situation = Situation(None, (), attributes, listed, out, ())
        facts = {fact.key: fact for c in nodes.asked() for fact in self.facts(c, profile, listed)}
        return Reading(Case(nodes, situation, facts, {}), Corner(gate=True))

    def listed(self, group, profile):
        """The instances of a group: of each sort as many as the profile says."""
        crowd = self.crowds.get(group)
        if crowd is None:
            yield Instance.model_construct(id="i", count=self.instances, attributes={})
            return
        for name, one, least in crowd.sorts:
            count = profile.get(name, least)
            if count:
                yield one.model_copy(update={"count": count})

    def facts(self, criterion, profile, listed):
        """What is known of one question, of each instance where there are instances."""
        group = self.nodes.group_of.get(criterion.id)
        if group is None:
            yield self.fact(criterion, profile)
            return
        for one in listed[group.id]:
            fact = self.fact(criterion, profile)
            yield fact._replace(key=fact.key._replace(instance=one.id), alike=one.count)

    def fact(self, criterion, profile):
        """What is known of one question."""
        name = criterion.id
        key, rank = Key(name), profile.get(name, 0)
        has_reason = bool(profile.get(f"reason:{name}", 0))
        status = Status.ANSWERED
        if name in self.scope.out:
            status = Status.OUT
        elif name in self.scope.not_applicable:
            status = Status.NOT_APPLICABLE
        elif rank == 0 and not profile.get(f"answered:{name}", 1) and not has_reason:
            status = Status.UNKNOWN
        span = Interval(rank, rank) if status is Status.ANSWERED else None
        reason = "r" if has_reason else None
        return Fact(key, status, span, span, (), None, reason, None, 1, ())

    def holds(self, rule, profile):
        """Tell whether a rule is met; None where nothing applicable is left."""
        return self.reading(profile).holds(rule)

    def node(self, name, profile):
        """Read a node."""
        return self.reading(profile).node(name)

    def level(self, profile, track=None):
        """The position of the level reached, -1 below the first."""
        return read_ladder(self.nodes, track).position(self.reading(profile))


def some_profiles(box, count, seed=0):
    """The corners of a box of whole ranks, and profiles drawn from it."""
    random = Random(seed)
    yield {name: low for name, (low, _) in box.items()}
    yield {name: high for name, (_, high) in box.items()}
    for _ in range(count):
        yield {name: random.randint(low, high) for name, (low, high) in box.items()}


def rules_of(rubric):
    """Every rule that a level or a strategy states."""
    found = [level.requires for level in rubric.levels]
    found += [strategy.ready_when for strategy in rubric.strategies]
    return [rule for rule in found if rule is not None]
