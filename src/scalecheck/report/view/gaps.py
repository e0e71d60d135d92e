"""What the next level lacks, and what to do about it."""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from scalecheck.model.criterion import Advice, Criterion
from scalecheck.model.facts import Key
from scalecheck.model.proof import Gap
from scalecheck.model.steps import Step, StepSet
from scalecheck.report.view.answer import Standing, find_standing
from scalecheck.report.view.mark import mark
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Named, Teller

Entry = TypeVar("Entry")


class Deed(NamedTuple):
    """What to do, who does it, with whom, how long it takes, what it leaves."""

    do: Phrase
    who: Phrase
    with_: Phrase | None
    months: str
    proof: Phrase


class GapRow(NamedTuple):
    """One requirement of the next level that is not held.

    `anchor` is what the level asked for looks like, where the rubric advises nothing.
    """

    named: Named
    now: str
    now_words: Words
    wanted: str
    wanted_words: Words
    reason: str
    alternative: bool
    deed: Deed | None
    anchor: Phrase | None


class Move(NamedTuple):
    """A question and how far to raise it."""

    named: Named
    start: str
    target: str


class Action(NamedTuple):
    """One action: what to raise, why it is not held, what to do first.

    `anchor` is what the level aimed at looks like, where the rubric advises nothing; `through`
    are the settings that would bring it up.
    """

    move: Move
    reason: str | None
    deed: Deed | None
    anchor: Phrase | None
    through: tuple[Move, ...]
    needs: str | None


class NextSteps(NamedTuple):
    """The first three actions, the others, and the shortest list where it is another one."""

    title: str
    silence: str | None
    first: tuple[Action, ...]
    others: tuple[Action, ...]
    fewest: tuple[Move, ...]
    note: str | None


def build_gaps(teller: Teller) -> tuple[GapRow, ...]:
    """List the gaps of the next level, in the rubric's order."""
    return tuple(_gap(teller, gap) for gap in teller.found.gaps)


def _gap(teller: Teller, gap: Gap) -> GapRow:
    now, words = _now(teller, gap)
    scale = teller.scale(gap.name)
    label = teller.label(gap.name, int(gap.wanted)) if scale else None
    reached = gap.low if isinstance(gap.low, int) else -1
    advised = deed(teller, gap.name, max(reached, 0) + 1)
    return GapRow(
        teller.name(gap.name, gap.instance),
        now,
        words,
        teller.value(gap.name, gap.wanted, gap.wanted),
        label or "",
        teller.speaker.coded("reason", gap.reason.value),
        gap.alternative,
        advised,
        None if advised else anchor(teller, gap.name, int(gap.wanted)),
    )


def _now(teller: Teller, gap: Gap) -> tuple[str, Words]:
    if gap.name in teller.nodes.criteria:
        found = mark(teller, gap.name, gap.instance)
        return found.figure, found.words
    return teller.value(gap.name, gap.low, gap.high), ""


def by_rank(teller: Teller, criterion: Criterion, table: Mapping[str, Entry]) -> dict[int, Entry]:
    """Read a table keyed by names of levels as one keyed by ranks."""
    scale = teller.nodes.scales[criterion.scale]
    ranks = {name: scale.rank_of(name) for name in table}
    return {rank: table[name] for name, rank in ranks.items() if rank is not None}


def deed(teller: Teller, name: str, rank: int) -> Deed | None:
    """Say what the rubric advises to reach a rank of a criterion."""
    criterion = teller.nodes.criteria.get(name)
    advice = by_rank(teller, criterion, criterion.advice).get(rank) if criterion else None
    return _deed(teller, advice) if advice else None


def anchor(teller: Teller, name: str, rank: int) -> Phrase | None:
    """Say what a rank of a criterion looks like, in the rubric's words for it."""
    criterion = teller.nodes.criteria.get(name)
    if criterion is None:
        return None
    levels = teller.nodes.scales[criterion.scale].by_rank
    told = by_rank(teller, criterion, criterion.anchors).get(rank)
    return teller.speaker.maybe(told or levels[rank].description)


def _deed(teller: Teller, advice: Advice) -> Deed:
    speaker, (low, high) = teller.speaker, advice.months
    months = speaker.say("actions.months", count=high)
    if low != high:
        months = speaker.say("actions.months-range", low=low, high=high)
    return Deed(
        speaker.text(advice.do),
        speaker.text(advice.who),
        speaker.maybe(advice.with_),
        months,
        speaker.text(advice.proof),
    )


def build_next_steps(teller: Teller) -> NextSteps | None:
    """Say what to do next, or why nothing can be said; None where no level is left to reach."""
    found, say = teller.found.next_steps, teller.speaker.say
    standing = find_standing(teller)
    if teller.found.next_level is None:
        return None
    title = say(_title(teller, standing))
    if found is None or found.cheapest is None:
        key = "actions.not-monotone" if found is None else "actions.no-way"
        return NextSteps(title, say(key), (), (), (), None)
    actions = tuple(_action(teller, step) for step in found.cheapest.steps)
    fewest = found.fewest if found.fewest and _differ(found.cheapest, found.fewest) else None
    moves = tuple(_move(teller, step) for step in fewest.steps) if fewest else ()
    note = None if found.cheapest.proved else say("actions.not-proved")
    return NextSteps(title, None, actions[:3], actions[3:], moves, note)


def _title(teller: Teller, standing: Standing) -> str:
    found = teller.found.next_steps
    count = len(found.cheapest.steps) if found and found.cheapest else 0
    size = "many" if count >= 3 else "few"
    return f"actions.title.{'beyond' if standing is Standing.AMBITION else size}"


def _differ(one: StepSet, other: StepSet) -> bool:
    return {(s.key, s.target) for s in one.steps} != {(s.key, s.target) for s in other.steps}


def _move(teller: Teller, step: Step) -> Move:
    name, instance = step.key
    start = mark(teller, name, instance).figure
    return Move(teller.name(name, instance), start, teller.value(name, step.target, step.target))


def _action(teller: Teller, step: Step) -> Action:
    needs = teller.speaker.say("actions.needs-settings") if step.needs_instances else None
    name = step.key.criterion
    advised = deed(teller, name, step.start + 1)
    return Action(
        _move(teller, step),
        _reason(teller, step.key),
        advised,
        None if advised else anchor(teller, name, step.target),
        tuple(_move(teller, inside) for inside in step.instances),
        needs,
    )


def _reason(teller: Teller, key: Key) -> str | None:
    for gap in teller.found.gaps:
        if (gap.name, gap.instance) == (key.criterion, key.instance):
            return teller.speaker.coded("reason", gap.reason.value)
    return None
