"""The ways to the next level: the cheapest set of steps, and the one with the fewest actions."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from scalecheck.model.facts import Key, Status
from scalecheck.model.rules import Rule, rule_names
from scalecheck.model.steps import NextSteps, Step, StepSet
from scalecheck.scoring.facts import UNLISTED
from scalecheck.scoring.ladder import Ladder
from scalecheck.scoring.reading import Reading
from scalecheck.scoring.results import Case, Corner, NotComputed
from scalecheck.scoring.search import Question, Raised, by_cost, by_count, find_forced, search

GATE = Corner(gate=True)


def find_next_steps(case: Case, ladder: Ladder, level: int, rules: tuple[Rule, ...]) -> NextSteps:
    """Find how to reach a level that is not held yet.

    Args:
        case: what is assessed.
        ladder: the levels of the project.
        level: the position of the level aimed at.
        rules: the rules of that level and of those before it: they say what could be raised.
    """
    questions = tuple(_questions(case, rules))
    tried = _trials(case, questions)

    def goal(raised: Raised) -> bool:
        reached = ladder.position(tried(raised))
        return reached is not None and reached >= level

    if not goal({q.key: q.top for q in questions}):
        return NextSteps(level, None, None)
    forced = find_forced(questions, goal)
    cheapest = search(questions, goal, forced, by_cost)
    fewest = search(questions, goal, forced, by_count)
    return NextSteps(level, _as_set(case, cheapest, questions), _as_set(case, fewest, questions))


def _trials(case: Case, questions: tuple[Question, ...]) -> Callable[[Raised], Reading]:
    """Try raises from the nearer of two readings, nothing raised or all: they share the more."""
    base = Reading(case, GATE)
    top = base.tried({q.key: q.top for q in questions})
    return lambda raised: (top if 2 * len(raised) > len(questions) else base).tried(raised)


def _questions(case: Case, rules: tuple[Rule, ...]) -> Iterator[Question]:
    """What the rules depend on, in the rubric's order.

    A criterion computed over instances is raised as a whole: new instances may be needed.
    """
    reading = Reading(case, GATE)
    names = _raisable(case, rules)
    for criterion in case.nodes.rubric.criteria:
        if criterion.id not in names:
            continue
        top = case.nodes.scales[criterion.scale].top
        for key in _keys(case, criterion.id):
            start = reading.node(key.criterion, key.instance)
            if not isinstance(start, NotComputed) and start < top:
                yield Question(key, int(start), top, criterion.effort)


def _raisable(case: Case, rules: tuple[Rule, ...]) -> set[str]:
    waiting = [name for rule in rules for name in rule_names(rule)]
    found: set[str] = set()
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in case.nodes.criteria and not _is_derived(case, name):
            found.add(name)
        else:
            waiting.extend(case.nodes.parts_of(name))
    return found


def _is_derived(case: Case, name: str) -> bool:
    """Tell whether a computed criterion is raised through plain answers alone."""
    if case.nodes.criteria[name].computed is None or Key(name) in case.facts:
        return False
    return not any(part in case.nodes.group_of for part in case.nodes.cone(name))


def _keys(case: Case, name: str) -> list[Key]:
    if name not in case.nodes.group_of:
        fact = case.facts.get(Key(name))
        fixed = fact is not None and fact.status in (Status.OUT, Status.NOT_APPLICABLE)
        return [] if fixed else [Key(name)]
    found = [key for key in case.facts if key.criterion == name]
    settled = (Status.OUT, Status.NOT_APPLICABLE)
    return [key for key in found if case.facts[key].status not in settled]


def _as_set(
    case: Case, found: tuple[dict[Key, int], bool], questions: tuple[Question, ...]
) -> StepSet:
    raised, proved = found
    steps = tuple(
        _as_step(case, q, raised[q.key]) for q in questions if raised.get(q.key, -1) > q.start
    )
    return StepSet(steps, sum((s.cost for s in steps), Fraction(0)), proved)


def _as_step(case: Case, question: Question, target: int) -> Step:
    key, start, _, cost = question
    step = Step(key, start, target, cost * (target - start))
    criterion = case.nodes.criteria[key.criterion]
    if key.instance == UNLISTED:
        return step._replace(needs_instances=True)
    if criterion.computed is None or key in case.facts:
        return step
    instances = _through_instances(case, key.criterion, target)
    return step._replace(instances=instances or (), needs_instances=instances is None)


def _through_instances(case: Case, name: str, target: int) -> tuple[Step, ...] | None:
    """The raises of listed instances that bring a computed criterion up; None where none do."""
    base = Reading(case, GATE)
    parts = case.nodes.cone(name)
    questions = tuple(
        Question(key, int(start), case.nodes.scales[criterion.scale].top, criterion.effort)
        for criterion in case.nodes.rubric.criteria
        if criterion.id in parts and criterion.computed is None
        for key in _keys(case, criterion.id)
        if not isinstance(start := base.node(*key), NotComputed)
    )

    tried = _trials(case, questions)

    def goal(raised: Raised) -> bool:
        value = tried(raised).node(name)
        return not isinstance(value, NotComputed) and value >= target

    if not goal({q.key: q.top for q in questions}):
        return None
    raised, _ = search(questions, goal, find_forced(questions, goal), by_cost)
    return tuple(
        Step(q.key, q.start, raised[q.key], q.cost * (raised[q.key] - q.start))
        for q in questions
        if raised.get(q.key, -1) > q.start
    )
