"""The top and the bottom of the screen: how far it is, and which keys there are."""

from collections.abc import Iterator

from scalecheck.forms.interview.places import Kind
from scalecheck.forms.interview.screen.desk import Desk
from scalecheck.forms.interview.screen.items import group_here
from scalecheck.forms.interview.screen.rows import Row, Tone, row

_BAR = 16  # characters of the bar that shows how far it is


def paint_top(desk: Desk, width: int) -> tuple[Row, ...]:
    """Say what the interview is about, and how far it is."""
    interview, voice = desk.interview, desk.voice
    total = len(interview.questions)
    done = total - len(interview.empty)
    full = _BAR * done // total if total else _BAR
    progress = voice.say("screen.progress", done=done, total=total)
    right = f"{'█' * full}{'░' * (_BAR - full)} {progress} "
    title = voice.text(interview.sheet.title) or voice.text(interview.asked.rubric.title)
    left = f" {voice.say('screen.title')} · {title}"
    room = max(width - len(right) - 1, 10)
    cut = left if len(left) <= room else f"{left[: room - 1]}…"
    return (Row(((cut.ljust(room + 1), Tone.STRONG), (right, Tone.PLAIN))),)


def paint_bottom(desk: Desk, width: int) -> tuple[Row, ...]:
    """Name the keys that do something here; what was just said stands over the first of them."""
    first = row(f" {desk.word}", Tone.ACCENT) if desk.word else _line(desk, _answering(desk), width)
    return first, _line(desk, _moving(desk), width)


def _line(desk: Desk, keys: Iterator[tuple[str, str]], width: int) -> Row:
    """Write the keys that one line holds; the help names them all."""
    spans: list[tuple[str, Tone]] = []
    used = 0
    for key, name in keys:
        word = desk.voice.say(f"key.{name}")
        used += len(key) + len(word) + 3
        if used <= width:
            spans += [(f" {key}", Tone.STRONG), (f" {word} ", Tone.QUIET)]
    return Row(tuple(spans))


def _answering(desk: Desk) -> Iterator[tuple[str, str]]:
    question, kind = desk.interview.question, desk.interview.here.kind
    if kind in (Kind.END, Kind.ROSTER):
        enter = desk.voice.say("screen.enter")
        yield enter, "finish" if kind is Kind.END else "add"
    keys = sorted((item.key for item in desk.items if item.key), key=int)
    if keys:
        yield f"{keys[0]}-{keys[-1]}", "answer"
    elif desk.items:
        yield "↑↓", "choose"
    if question is not None:
        yield from (("u", "unknown"), ("i", "between"))
        if question.may_be_not_applicable:
            yield "n", "not-applicable"
        if question.takes_amounts:
            yield "=", "amount"
        yield from (("e", "evidence"), ("m", "note"), ("r", "reason"))
    if keys:
        yield "↑↓", "choose"


def _moving(desk: Desk) -> Iterator[tuple[str, str]]:
    yield from (("F1", "help"), ("F2", "empty"), ("F3", "language"), ("F4", "preview"))
    if desk.narrow:
        yield "l", "list"
    yield "q", "leave"
    if group_here(desk.interview):
        yield "a", "add"
    yield "←→", "move"
