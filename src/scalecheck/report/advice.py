"""What to do next: the ways to the next level, whom to ask first, how solid the level is."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Key
from scalecheck.model.language import Language
from scalecheck.model.steps import NextSteps, Sensitivity, Step, StepSet
from scalecheck.report.explanation.headline import tell_no_level, tell_top
from scalecheck.report.explanation.lines import Line, Mark, render_lines, under
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.path import (
    has_one_way,
    tell_action,
    tell_needs,
    tell_open,
    tell_proved,
)
from scalecheck.report.view import gaps

Words = tuple[str, ...]


class Deed(NamedTuple):
    """How to reach one level: what to do, who, how long, the proof it leaves.

    Where the rubric advises nothing, `lines` say what the level looks like.
    """

    level: str
    lines: Words


class Action(NamedTuple):
    """One thing to raise, with what the rubric advises for each level on the way.

    `parts` are the same for the instances that a computed criterion reads; `needs` says that
    more of them are needed.
    """

    text: str
    deeds: tuple[Deed, ...]
    parts: tuple["Action", ...]
    needs: str | None


class Way(NamedTuple):
    """A set of actions that reaches the next level."""

    title: str
    actions: tuple[Action, ...]
    proved: str


class NextView(NamedTuple):
    """What is left to do, in one language.

    `heading` names the level aimed at, or says that there is none; `notes` say why nothing can
    be proposed, or how to read the effort.
    """

    language: Language
    heading: str
    ways: tuple[Way, ...]
    notes: Words
    first_title: str
    first: Words
    solidity_title: str
    solidity: Words
    pivots_title: str
    pivots: Words


def next_view(assessment: Assessment, language: Language) -> NextView:
    """Word what is left to do for the next level, and what to ask first."""
    narrator = Narrator(assessment, language)
    steps, sensitivity = assessment.next_steps, assessment.sensitivity
    return NextView(
        language,
        _say_heading(narrator),
        tuple(_ways(narrator, steps)) if steps is not None else (),
        tuple(_notes(narrator)),
        narrator.say("next.first"),
        tuple(_first(narrator, sensitivity)) if sensitivity is not None else (),
        narrator.say("next.solidity"),
        tuple(_solidity(narrator, sensitivity)) if sensitivity is not None else (),
        narrator.say("next.pivots"),
        tuple(_pivots(narrator, sensitivity)) if sensitivity is not None else (),
    )


def _say_heading(narrator: Narrator) -> str:
    found = narrator.found
    if found.headline.low is None:
        return narrator.say("next.no-level")
    if found.next_level is None:
        return tell_top(narrator).text
    target = narrator.ambition()
    key = "beyond" if target is not None and target.reached else "to-level"
    return narrator.say(f"next.{key}", level=narrator.level(found.next_level))


def _notes(narrator: Narrator) -> Iterator[str]:
    """Why there is no way to show, or what the effort of those shown means."""
    found, steps = narrator.found, narrator.found.next_steps
    if found.headline.low is None:
        yield tell_no_level(narrator).text
    elif found.next_level is None:
        return
    elif steps is None:
        yield narrator.say("step.not-monotone")
    elif steps.cheapest is None:
        yield narrator.say("step.impossible")
    else:
        yield narrator.say("step.effort" if steps.cheapest.steps else "step.none")


# Ways -----------------------------------------------------------------------------------------


def _ways(narrator: Narrator, steps: NextSteps) -> Iterator[Way]:
    if steps.cheapest is None or steps.fewest is None or not steps.cheapest.steps:
        return
    same = has_one_way(steps)
    yield _way(narrator, "both" if same else "cheapest", steps.cheapest)
    if not same:
        yield _way(narrator, "fewest", steps.fewest)


def _way(narrator: Narrator, key: str, chosen: StepSet) -> Way:
    title = narrator.say(f"step.{key}", cost=chosen.cost)
    actions = tuple(_action(narrator, step) for step in chosen.steps)
    return Way(title, actions, tell_proved(narrator, chosen).text)


def _action(narrator: Narrator, step: Step) -> Action:
    needs = tell_needs(narrator, step).text if step.needs_instances else None
    parts = tuple(_action(narrator, part) for part in step.instances)
    deeds = tuple(_deeds(narrator, step))
    return Action(tell_action(narrator, step).text, deeds, parts, needs)


def _deeds(narrator: Narrator, step: Step) -> Iterator[Deed]:
    """The advice of every level between where the answer stands and where it must be."""
    criterion = narrator.nodes.criteria[step.key.criterion]
    scale = narrator.nodes.scales[criterion.scale]
    for rank in range(step.start + 1, step.target + 1):
        level = narrator.say("next.to-rank", level=narrator.named_rank(scale, rank))
        advised = gaps.deed(narrator.teller, criterion.id, rank)
        anchor = gaps.anchor(narrator.teller, criterion.id, rank)
        if advised is not None:
            yield Deed(level, tuple(_say_deed(narrator, advised)))
        elif anchor is not None:
            yield Deed(level, (narrator.say("next.anchor", words=anchor),))
        elif not step.instances:
            yield Deed(level, (narrator.say("next.no-advice"),))


def _say_deed(narrator: Narrator, advised: gaps.Deed) -> Iterator[str]:
    yield narrator.say("next.do", words=advised.do)
    terms = [narrator.say("next.who", words=advised.who)]
    if advised.with_ is not None:
        terms.append(narrator.say("next.with", words=advised.with_))
    yield " · ".join((*terms, narrator.say("next.months", months=advised.months)))
    yield narrator.say("next.proof", words=advised.proof)


# Solidity -------------------------------------------------------------------------------------


def _solidity(narrator: Narrator, found: Sensitivity) -> Iterator[str]:
    official = narrator.found.headline.low
    if official is not None and official >= 0:
        if found.margin is None:
            yield narrator.say("next.margin-large")
        else:
            yield narrator.say("next.margin", count=found.margin)
    if found.stress is None:
        yield narrator.say("next.stress-none")
        return
    ends = (found.stress.one_lower, found.stress.unknown)
    one_lower, unknown = (narrator.levels(end, end) for end in ends)
    yield narrator.say("next.stress", one_lower=one_lower, unknown=unknown)


def _first(narrator: Narrator, found: Sensitivity) -> Iterator[str]:
    return (line.text for line in tell_open(narrator, found))


def _pivots(narrator: Narrator, found: Sensitivity) -> Iterator[str]:
    """Each answer that changes the level by itself, with all the changes it makes."""
    changes: dict[Key, list[str]] = {}
    for pivot in found.pivots:
        rank = narrator.held(pivot.key.criterion, pivot.rank, pivot.rank)
        level = narrator.levels(pivot.level, pivot.level)
        key, said = ("pivot-to", {"level": level}) if pivot.level >= 0 else ("pivot-to-none", {})
        changes.setdefault(pivot.key, []).append(narrator.say(f"next.{key}", rank=rank, **said))
    for question, said_all in changes.items():
        title = narrator.question(question)
        yield narrator.say("next.pivot", title=title, changes="; ".join(said_all))


# As text --------------------------------------------------------------------------------------


def render_next(view: NextView, plain: bool = True) -> str:
    """Write what is left to do as indented text."""
    return render_lines(_lines(view), plain)


def _lines(view: NextView) -> Iterator[Line]:
    yield Line(view.heading, mark=Mark.HEADING)
    for way in view.ways:
        yield from under(_way_lines(way))
    yield from under(Line(note) for note in view.notes)
    sections = (
        (view.first_title, view.first),
        (view.solidity_title, view.solidity),
        (view.pivots_title, view.pivots),
    )
    for title, texts in sections:
        if texts:
            yield Line(title, mark=Mark.HEADING)
            yield from under(Line(text) for text in texts)


def _way_lines(way: Way) -> Iterator[Line]:
    yield Line(way.title)
    for action in way.actions:
        yield from under(_action_lines(action))
    yield Line(way.proved)


def _action_lines(action: Action) -> Iterator[Line]:
    yield Line(action.text, mark=Mark.ASIDE)
    for deed in action.deeds:
        yield from under([Line(deed.level)])
        yield from under((Line(text) for text in deed.lines), 2)
    for part in action.parts:
        yield from under(_action_lines(part))
    if action.needs is not None:
        yield from under([Line(action.needs)])
