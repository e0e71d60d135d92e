"""The ways to the next level, and the open answers that would move it."""

from collections.abc import Iterator

from scalecheck.model.criterion import level_needs
from scalecheck.model.facts import Fact, Status
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.steps import Decisive, NextSteps, Sensitivity, Step, StepSet
from scalecheck.report.explanation.evidence import say_need
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.links import find_group_criteria
from scalecheck.report.explanation.narrator import Narrator


def tell_path(narrator: Narrator) -> Iterator[Line]:
    """Say the cheapest set of steps, and the one with the fewest actions where it differs."""
    steps = narrator.found.next_steps
    if steps is None:
        yield narrator.line("step.not-monotone", Mark.ASIDE)
    elif steps.cheapest is None or steps.fewest is None:
        yield narrator.line("step.impossible", Mark.ASIDE)
    elif not steps.cheapest.steps:
        yield narrator.line("step.none", Mark.UNKNOWN)
    else:
        yield from _tell_sets(narrator, steps, steps.cheapest, steps.fewest)


def _tell_sets(
    narrator: Narrator, steps: NextSteps, cheapest: StepSet, fewest: StepSet
) -> Iterator[Line]:
    same = has_one_way(steps)
    yield from _tell_set(narrator, "both" if same else "cheapest", cheapest)
    if not same:
        yield from _tell_set(narrator, "fewest", fewest)
    yield narrator.line("step.effort")


def has_one_way(steps: NextSteps) -> bool:
    """Tell whether the cheapest set is also the one with the fewest actions."""
    one, other = steps.cheapest, steps.fewest
    return one is not None and other is not None and one.steps == other.steps


def _tell_set(narrator: Narrator, key: str, chosen: StepSet) -> Iterator[Line]:
    yield narrator.line(f"step.{key}", cost=chosen.cost)
    for step in chosen.steps:
        yield from under(_tell_step(narrator, step))
    yield from under([tell_proved(narrator, chosen)])


def tell_proved(narrator: Narrator, chosen: StepSet) -> Line:
    """Say whether a set of steps is proved the smallest."""
    return narrator.line("step.proved" if chosen.proved else "step.unproved")


def _tell_step(narrator: Narrator, step: Step) -> Iterator[Line]:
    yield tell_action(narrator, step)
    for part in step.instances:
        yield from under([tell_action(narrator, part)])
    if step.needs_instances:
        yield from under([tell_needs(narrator, step)])


def tell_action(narrator: Narrator, step: Step) -> Line:
    """Say one thing to do: raise an answer, prove what it claims, or settle what is open."""
    name = step.key.criterion
    facts: dict[str, object] = {
        "title": narrator.question(step.key),
        "target": narrator.held(name, step.target, step.target),
        "cost": step.cost,
    }
    fact = narrator.found.facts.get(step.key)
    if fact is not None and is_open(fact, step.target):
        return narrator.line("step.settle", **facts)
    need = _find_need(narrator, step)
    if fact is not None and fact.claimed and fact.claimed.low >= step.target and need:
        return narrator.line("step.prove", **facts, need=say_need(narrator, need))
    start = narrator.held(name, step.start, step.start)
    return narrator.line("step.raise", **facts, start=start)


def is_open(fact: Fact, rank: int) -> bool:
    """Tell whether an answer may turn out to be at a rank already, once settled."""
    if fact.status in (Status.UNKNOWN, Status.NOT_ASSESSED):
        return True
    return fact.counted is not None and fact.counted.low < rank <= fact.counted.high


def _find_need(narrator: Narrator, step: Step) -> EvidenceNeed | None:
    criterion = narrator.nodes.criteria[step.key.criterion]
    return level_needs(criterion, narrator.nodes.scales[criterion.scale])[step.target]


def tell_needs(narrator: Narrator, step: Step) -> Line:
    """Say that the instances listed are not enough."""
    behind = find_group_criteria(narrator.nodes, step.key.criterion)
    groups = dict.fromkeys(narrator.nodes.group_of[name].id for name in behind)
    listed = narrator.join(narrator.title(group) for group in groups)
    return narrator.line("step.needs-instances", Mark.ASIDE, group=listed)


def tell_open(narrator: Narrator, sensitivity: Sensitivity) -> Iterator[Line]:
    """Say which open answers would move the level by themselves."""
    headline = narrator.found.headline
    for found in sensitivity.decisive:
        yield _tell_decisive(narrator, found)
    if not sensitivity.decisive:
        key = "none" if headline.low == headline.high else "together"
        yield narrator.line(f"open.{key}", Mark.TEXT if key == "none" else Mark.UNKNOWN)


def _tell_decisive(narrator: Narrator, found: Decisive) -> Line:
    headline, title = narrator.found.headline, narrator.question(found.key)
    low = narrator.levels(found.low_at_best, found.low_at_best)
    high = narrator.levels(found.high_at_worst, found.high_at_worst)
    if found.high_at_worst == headline.high:
        return narrator.line("open.low", Mark.UNKNOWN, title=title, low=low)
    if found.low_at_best == headline.low:
        return narrator.line("open.high", Mark.UNKNOWN, title=title, high=high)
    return narrator.line("open.both", Mark.UNKNOWN, title=title, low=low, high=high)
