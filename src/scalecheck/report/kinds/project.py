"""R1, the whole assessment: ten numbered parts, the first of which is a page by itself."""

from collections.abc import Callable, Iterator, Mapping

from scalecheck.report.blocks import (
    Block,
    Break,
    Cell,
    Fields,
    Heading,
    Items,
    Ladder,
    Paragraph,
    Tone,
)
from scalecheck.report.kinds.actions import tell_actions, tell_rest
from scalecheck.report.kinds.opening import open_page
from scalecheck.report.kinds.parts_criteria import tell_criteria
from scalecheck.report.kinds.parts_evidence import tell_evidence
from scalecheck.report.kinds.parts_gaps import tell_gaps
from scalecheck.report.kinds.parts_means import tell_means
from scalecheck.report.kinds.parts_method import tell_method
from scalecheck.report.kinds.parts_profile import tell_gates, tell_profile, tell_profile_table
from scalecheck.report.kinds.parts_settings import tell_groups
from scalecheck.report.kinds.parts_strategies import tell_strategies
from scalecheck.report.kinds.pen import Pen, bullets, cell
from scalecheck.report.kinds.progress import tell_progress


def _profile(pen: Pen) -> Iterator[Block]:
    yield from tell_profile(pen)
    yield from tell_gates(pen)


PARTS: Mapping[str, Callable[[Pen], Iterator[Block]]] = {
    "profile": _profile,
    "criteria": tell_criteria,
    "gaps": tell_gaps,
    "strategies": tell_strategies,
    "settings": tell_groups,
    "means": tell_means,
    "evidence": tell_evidence,
    "progress": tell_progress,
    "method": tell_method,
}


def tell_project(pen: Pen) -> Iterator[Block]:
    """Write the whole report."""
    yield from open_page(pen, "project")
    yield _part(pen, 1, "essential")
    yield from _essential(pen)
    for number, (key, tell) in enumerate(PARTS.items(), 2):
        if number == 2:
            yield Break()
        yield _part(pen, number, key)
        yield from tell(pen)


def _part(pen: Pen, number: int, key: str) -> Heading:
    local = pen.view.calm and key in ("gaps", "strategies")
    title = pen.say(f"part.{key}-local" if local else f"part.{key}")
    return Heading(f"{number}. {title}", 2, key)


def _essential(pen: Pen) -> Iterator[Block]:
    view, answer = pen.view, pen.view.answer
    for words in (view.header.summary, answer.description):
        if words:
            yield Paragraph(cell(words))
    for aside in answer.asides:
        yield Paragraph(Cell(aside))
    if view.levels.stairs:
        yield Ladder(view.levels.stairs, pen.say("caption.ladder"), view.levels.notes)
    readings = [(one.label, Cell(f"{one.figure} ({one.meaning})")) for one in view.levels.readings]
    readings.append((pen.old("coverage.title"), Cell("; ".join(view.coverage), Tone.QUIET)))
    yield Fields(tuple(readings))
    yield from _holding(pen)
    yield from _steps(pen)
    yield from tell_profile_table(pen)
    yield from _support(pen)


def _holding(pen: Pen) -> Iterator[Block]:
    answer = pen.view.answer
    if answer.blockers:
        yield Heading(answer.holding, 3)
        yield from bullets([cell(one) for one in answer.blockers])
    if answer.alternatives:
        yield Heading(pen.old("answer.alternatives"), 3)
        yield from bullets([cell(one) for one in answer.alternatives])


def _steps(pen: Pen) -> Iterator[Block]:
    steps = pen.view.next_steps
    if steps is None:
        return
    yield Heading(steps.title, 3)
    if steps.silence:
        yield Paragraph(Cell(steps.silence))
    yield from tell_actions(pen, steps.first)
    yield from tell_rest(pen)


def _support(pen: Pen) -> Iterator[Block]:
    support = pen.view.support
    if support is None:
        return
    yield Heading(pen.old("support.title"), 3)
    if support.level:
        yield Paragraph(cell(support.level))
    told = {"who": support.who, "money": support.money, "expertise": support.expertise}
    rows = [(pen.old(f"support.{key}"), cell(words)) for key, words in told.items() if words]
    if rows:
        yield Fields(tuple(rows))
    if support.phases:
        label = pen.old("page.label", label=pen.old("support.phases"))
        yield Paragraph(Cell(label, Tone.QUIET))
        items = [
            ("•", Cell(f"{one.title} ({one.source})", Tone.QUIET, one.title.lang, one.url or ""))
            for one in support.phases
        ]
        yield Items(tuple(items))
