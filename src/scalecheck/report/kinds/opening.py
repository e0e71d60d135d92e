"""What every page begins and ends with: the title, the answer, what counts first, the footer."""

from collections.abc import Iterator

from scalecheck.model.project import Confidentiality
from scalecheck.report.blocks import Block, Card, Cards, Cell, Notice, Title, Tone, Verdict
from scalecheck.report.kinds.pen import Pen, brief, cell, composed, joined, move_cell, rung_words
from scalecheck.report.view.phrase import Words

_NAMES = 3
_NOTE = 160
_LINE = 260


def open_page(pen: Pen, kind: str, title: Words | None = None, about: str = "") -> Iterator[Block]:
    """Write the title, a notice where the page is restricted, the answer and four cards."""
    yield head(pen, kind, title, about)
    yield from notice(pen)
    yield from verdict(pen)
    yield Cards(tuple(_cards(pen, kind)))


def head(pen: Pen, kind: str, title: Words | None = None, about: str = "") -> Title:
    """Write the title."""
    header = pen.view.header
    said = header.title if title is None else title
    shown = cell(said)
    kicker = f"{pen.say(f'kind.{kind}')} · {header.date}"
    return Title(kicker, shown.text, about or _about(pen), shown.lang)


def _about(pen: Pen) -> str:
    header = pen.view.header
    words = [str(header.organization or "")]
    words += [", ".join(map(str, pair.values)) for pair in header.scope]
    return " · ".join(filter(None, words))


def notice(pen: Pen) -> Iterator[Block]:
    """Say who may read a restricted page."""
    if pen.teller.project.confidentiality is Confidentiality.RESTRICTED:
        yield Notice(
            pen.say("confidentiality.restricted.title"),
            (Cell(pen.say("confidentiality.restricted.meaning")),),
        )


def verdict(pen: Pen) -> Iterator[Block]:
    """Write the question and its answer."""
    answer = pen.view.answer
    lines = [cell(_short(answer.gate))] if answer.gate else []
    if answer.decided_by:
        label = pen.old("page.label", label=pen.old("answer.decided"))
        lines.append(composed(f"{label} ", _short(answer.decided_by), tone=Tone.QUIET))
    shown = cell(answer.label)
    yield Verdict(answer.question, shown.text, tuple(lines), shown.lang)


def _short(said: Words) -> Words:
    """Keep the whole sentences that fit on a few lines; where not even one does, all of it."""
    return brief(said, _LINE) or said


def _cards(pen: Pen, kind: str) -> Iterator[Card]:
    answer = pen.view.answer
    if answer.level:
        level = answer.level
        yield Card(
            pen.old("answer.stage" if level.stage else "answer.level"),
            cell(level.stage or rung_words(level), Tone.STRONG),
            pen.old("level.figure", value=rung_words(level)) if level.stage else "",
        )
    yield _next_card(pen)
    yield _bottleneck_card(pen)
    yield from _action_card(pen, is_brief=kind == "page")


def _next_card(pen: Pen) -> Card:
    following = pen.view.answer.next
    if following is None:
        return Card(pen.old("answer.next"), Cell(pen.say("next.none")))
    here = pen.view.answer.level
    same = here is not None and here.stage == following.stage
    label = pen.old("answer.next-stage" if following.stage and not same else "answer.next")
    note = pen.old("level.figure", value=rung_words(following)) if following.stage else ""
    return Card(label, cell(following.stage or rung_words(following)), note)


def _bottleneck_card(pen: Pen) -> Card:
    label = pen.old("profile.lowest" if pen.view.calm else "profile.bottlenecks")
    names = [name for profile in pen.view.profiles for name in profile.bottlenecks]
    if not names:
        return Card(label, Cell(pen.say("bottleneck.none")))
    more = len(names) - _NAMES
    note = pen.say("bottleneck.more", count=more) if more > 0 else ""
    return Card(label, joined(names[:_NAMES], tone=pen.alarm), note)


def _action_card(pen: Pen, *, is_brief: bool) -> Iterator[Card]:
    """The first action; on one sheet, what to do is told below only."""
    steps = pen.view.next_steps
    label = pen.say("action.first")
    if steps is None or not steps.first:
        yield Card(label, Cell(pen.say("action.none")))
        return
    first = steps.first[0]
    note = brief(first.deed.do, _NOTE) if first.deed and not is_brief else ""
    yield Card(label, move_cell(first.move), str(note))


def footer(pen: Pen) -> tuple[str, ...]:
    """Write what stands under every sheet: what it is, who may read it, what made it."""
    header, project = pen.view.header, pen.teller.project
    level = project.confidentiality.value
    rubric = f"{pen.teller.rubric.id} {pen.teller.rubric.version}"
    return (
        f"{header.title} · {header.date}",
        pen.say(f"confidentiality.{level}.footer"),
        pen.say("footer.made", version=pen.version, rubric=rubric).replace("  ", " "),
    )
