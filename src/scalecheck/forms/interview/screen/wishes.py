"""What a key asks for that takes more than a key: a box to open, and what becomes of its answer."""

from collections.abc import Callable
from typing import Any

from textual.screen import ModalScreen

from scalecheck.forms.carry import shown, tidy
from scalecheck.forms.comments import clean
from scalecheck.forms.interview.entry import Slip, read_line
from scalecheck.forms.interview.screen.boxes import Reading, Recording, Ticking, Writing
from scalecheck.forms.interview.screen.desk import Desk, Wish
from scalecheck.forms.interview.screen.items import group_here
from scalecheck.forms.interview.talk import Preview
from scalecheck.forms.interview.telling import tell_slip
from scalecheck.forms.interview.voice import amount_of
from scalecheck.forms.interview.writing import read_text, text_in
from scalecheck.model.answer import Answer
from scalecheck.model.project import Evidence

GUIDE = (
    *("answer", "choose", "move", "unknown", "not-applicable", "between", "amount", "evidence"),
    *("note", "reason", "add", "clear", "list", "functions", "leave", "signs", "privacy"),
)

Then = Callable[[Any], Desk]
Box = tuple[ModalScreen[Any], Then]


def grant(desk: Desk, wish: Wish, tell: Preview) -> Box:
    """Open the box of a wish.

    Returns:
        The box, and what makes the next desk of what it gives; None, given up, changes nothing.
    """
    quiet = desk._replace(wish=None)
    match wish:
        case Wish.NOTE | Wish.REASON:
            return _write_beside(quiet, str(wish))
        case Wish.WHY_NOT | Wish.AMOUNT | Wish.VALUE | Wish.NAME:
            return _write(quiet, wish)
        case Wish.EVIDENCE | Wish.RECORD:
            return _tick(quiet) if wish is Wish.EVIDENCE else _describe(quiet)
        case Wish.HELP | Wish.PREVIEW:
            return _read(quiet, wish, tell)


def _read(desk: Desk, wish: Wish, tell: Preview) -> Box:
    say = desk.voice.say
    if wish is Wish.HELP:
        lines = tuple(say(f"guide.{key}") for key in GUIDE)
        return Reading(say("guide.title"), lines, say("screen.close")), lambda _: desk
    lines = tell(desk.interview.sheet, desk.voice.language)
    return Reading(say("preview.title"), lines, say("screen.close")), lambda _: desk


def _write_beside(desk: Desk, word: str) -> Box:
    """Write the note, or the reason, of the answer given here."""
    say, language = desk.voice.say, desk.voice.language
    answer = desk.interview.answer
    before = getattr(answer, word) if answer else None

    def then(typed: str | None) -> Desk:
        text = before if typed is None else read_text(typed, before, language)
        if text is before:
            return desk
        return desk._replace(interview=desk.interview.remark(**{word: text}))

    hint = say("screen.accept-long")
    return Writing(say(f"input.{word}"), hint, shown(before, language), long=True), then


def _write(desk: Desk, wish: Wish) -> Box:
    say, answer = desk.voice.say, desk.interview.answer
    start = (answer.not_applicable if answer else None) or "" if wish is Wish.WHY_NOT else ""
    keep = {
        Wish.WHY_NOT: _keep_why_not,
        Wish.AMOUNT: _keep_amount,
        Wish.VALUE: _keep_value,
        Wish.NAME: _keep_name,
    }[wish]
    is_long = wish is Wish.WHY_NOT
    hint = say("screen.accept-long" if is_long else "screen.accept")
    box = Writing(say(f"input.{wish}"), hint, start, long=is_long)
    return box, lambda typed: desk if typed is None else keep(desk, tidy(typed).strip())


def _keep_why_not(desk: Desk, reason: str) -> Desk:
    asked = desk.interview.asked.rubric.non_answers.not_applicable.reason
    if not reason and asked == "required":
        return desk.say("screen.reason-missing")
    return desk.answer(Answer(not_applicable=reason))


def _keep_amount(desk: Desk, typed: str) -> Desk:
    amount = amount_of(typed)
    if amount is None:
        return desk.say("slip.not-an-amount", got=clean(typed))
    return desk.answer(Answer(amount=amount))


def _keep_value(desk: Desk, typed: str) -> Desk:
    read = read_line(typed, desk.interview)
    if isinstance(read, Slip):
        return desk._replace(word=tell_slip(read, desk.voice))
    return desk.at(desk.interview.state(read.names).forward())


def _keep_name(desk: Desk, typed: str) -> Desk:
    name, group = clean(typed), group_here(desk.interview)
    if not name:
        return desk.say("slip.name-missing")
    return desk.at(desk.interview.add(group, text_in(name, desk.voice.language)))


def _tick(desk: Desk) -> Box:
    answer = desk.interview.answer
    cited = answer.cited if answer else ()

    def then(ticked: tuple[str, ...] | None) -> Desk:
        if ticked == ("+",):
            return desk._replace(wish=Wish.RECORD)
        if ticked is None or set(ticked) == set(cited):
            return desk
        return desk._replace(interview=desk.interview.remark(evidence=ticked))

    return Ticking(desk.voice, dict(desk.interview.sheet.evidence), cited), then


def _describe(desk: Desk) -> Box:
    def then(record: Evidence | None) -> Desk:
        if record is None:
            return desk
        return desk._replace(interview=desk.interview.record(record))

    return Recording(desk.voice, desk.interview.asked.lists), then
