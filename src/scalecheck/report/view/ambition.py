"""Where the project wants to be, and the phases it plans: never counted as reached."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.assessment import Planned, Target
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Rung, Teller


class TargetRow(NamedTuple):
    """One target: the level, or a node of the rubric."""

    title: Words
    wanted: str
    wanted_name: Phrase | None
    now: str
    reached: bool
    words: str


class PlanRow(NamedTuple):
    """A planned phase, and the level that its answers would give."""

    title: Words
    by: str
    level: str
    rung: Rung | None


class Ambition(NamedTuple):
    """The targets, their date, and the plans."""

    by: str | None
    targets: tuple[TargetRow, ...]
    plans: tuple[PlanRow, ...]


def build_ambition(teller: Teller) -> Ambition | None:
    """Say what is aimed at, or nothing where nothing is."""
    found, by = teller.found, teller.project.ambition.by
    if not found.targets and not found.plans:
        return None
    return Ambition(
        teller.speaker.date(by) if by else None,
        tuple(_target(teller, target) for target in found.targets),
        tuple(_plans(teller)),
    )


def _target(teller: Teller, target: Target) -> TargetRow:
    say = teller.speaker.say
    wanted, now, name = _figures(teller, target)
    title: Words = teller.title(target.name) if target.name else say("ambition.level")
    if target.reached:
        words = say("ambition.reached")
    elif target.gap is None:
        words = say("ambition.unknown")
    else:
        unit = "levels" if target.name == "" else "steps"
        words = say(f"ambition.{unit}", count=target.gap)
    return TargetRow(title, wanted, name, now, target.reached, words)


def _figures(teller: Teller, target: Target) -> tuple[str, str, Phrase | None]:
    low, high = target.low, target.high
    if target.name:
        wanted = teller.value(target.name, target.wanted, target.wanted)
        label = teller.label(target.name, target.wanted)
        return wanted, teller.value(target.name, low, high), label
    rung = teller.rung(target.wanted)
    now = "–" if low is None or high is None else teller.rungs(low, high)
    return rung.value, now, rung.name


def _plans(teller: Teller) -> Iterator[PlanRow]:
    titles = {plan.id: plan.title for plan in teller.found.snapshot.plans}
    for number, plan in enumerate(teller.found.plans, 1):
        title = titles.get(plan.id)
        untitled = teller.speaker.say("ambition.phase", number=number)
        yield _plan(teller, plan, teller.speaker.text(title) if title else untitled)


def _plan(teller: Teller, plan: Planned, title: Words) -> PlanRow:
    by = teller.speaker.date(plan.by) if plan.by else "–"
    known = plan.low is not None and plan.high is not None
    level = teller.rungs(plan.low or 0, plan.high or 0) if known else "–"
    return PlanRow(title, by, level, teller.rung(plan.low) if plan.low is not None else None)
