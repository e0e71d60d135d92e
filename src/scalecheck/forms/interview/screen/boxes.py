"""Boxes over the screen: a text to write, records to tick, words to read."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from scalecheck.forms.interview.entry import Slip
from scalecheck.forms.interview.record import STEPS, choices_of, make_record, read_part
from scalecheck.forms.interview.screen.board import Board
from scalecheck.forms.interview.screen.rows import Row, Tone, cut, row
from scalecheck.forms.interview.telling import tell_slip
from scalecheck.forms.interview.voice import Voice
from scalecheck.forms.questionnaire import Lists
from scalecheck.model.project import Evidence

_WIDEST = 90  # columns of a box


class _Box(Vertical):
    """The frame of a box: its title above, what its keys do below."""

    def __init__(self, title: str, hint: str, *children: Widget) -> None:
        super().__init__(
            Static(title, classes="title", markup=False),
            *children,
            Static(hint, classes="hint", markup=False),
            classes="box",
        )


class Reading(ModalScreen[None]):
    """Words to read; any key that does not scroll closes them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q,f1,f4", "dismiss", show=False)]

    def __init__(self, title: str, lines: Sequence[str], hint: str) -> None:
        super().__init__()
        self.words = (title, lines, hint)

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        title, lines, hint = self.words
        inside = (Static(line, markup=False, classes="line") for line in lines)
        yield _Box(title, hint, VerticalScroll(*inside))


class _Lines(TextArea):
    """A text of several lines: Enter keeps it, Ctrl+J goes to the next line."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "ctrl+j":
            self.insert("\n")
        elif event.key != "enter":
            await super()._on_key(event)
            return
        else:
            self.screen.dismiss(self.text)
        event.prevent_default()
        event.stop()


class Writing(ModalScreen[str | None]):
    """A text to write, on one line or several; None where it is given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False, priority=True)
    ]

    def __init__(self, title: str, hint: str, text: str = "", *, long: bool = False) -> None:
        super().__init__()
        self.words, self.long, self.start = (title, hint), long, text

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        title, hint = self.words
        field: Widget = _Lines(self.start, tab_behavior="focus") if self.long else Input(self.start)
        yield _Box(title, hint, field)

    def on_mount(self) -> None:
        """Put the cursor at the end of what is there."""
        if self.long:
            area = self.query_one(TextArea)
            area.move_cursor(area.document.end)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed."""
        self.dismiss(event.value)


class Ticking(ModalScreen[tuple[str, ...] | None]):
    """Records to tick; None where it is given up, `("+",)` where a new one is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("enter", "keep", show=False),
        Binding("space", "tick", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, voice: Voice, records: dict[str, Evidence], cited: Sequence[str]) -> None:
        super().__init__()
        self.voice, self.records, self.ticked = voice, records, set(cited)
        self.cursor = 0

    def compose(self) -> ComposeResult:
        """Lay out the box."""
        inside = VerticalScroll(Board(id="records"), can_focus=False)
        yield _Box(self.voice.say("input.evidence"), self.voice.say("screen.cite"), inside)

    def on_mount(self) -> None:
        """Draw the records."""
        self._draw()

    def _draw(self) -> None:
        rows = tuple(self._row(number, name) for number, name in enumerate(self.records))
        none = (row(self.voice.say("screen.no-record")),)
        self.query_one("#records", Board).show(rows or none)
        pane = self.query_one(VerticalScroll)
        pane.scroll_to(y=max(0, self.cursor - pane.size.height // 2), animate=False)

    def _row(self, number: int, name: str) -> Row:
        sign = "x" if name in self.ticked else " "
        title = self.voice.text(self.records[name].title)
        room = min(_WIDEST, self.app.size.width * 8 // 10) - 8
        words = f"[{sign}] {self.voice.say('records.named', id=name, title=title)}"
        here = number == self.cursor
        tone = Tone.HERE if here else Tone.PLAIN
        return row(cut(f"{'>' if here else ' '} {words}", room), tone, number)

    def on_board_pointed(self, message: Board.Pointed) -> None:
        """Tick the record that was pointed at."""
        if isinstance(message.target, int):
            message.stop()
            self.cursor = message.target
            self.action_tick()

    def on_key(self, event: events.Key) -> None:
        """Ask for a new record where `+` is typed, wherever it is on the keyboard."""
        if event.character == "+":
            event.stop()
            self.dismiss(("+",))

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(self.cursor + step, len(self.records) - 1))
        self._draw()

    def action_tick(self) -> None:
        """Tick the record that the cursor is on, or not any more."""
        self.ticked ^= set(list(self.records)[self.cursor : self.cursor + 1])
        self._draw()

    def action_keep(self) -> None:
        """Keep what is ticked."""
        self.dismiss(tuple(name for name in self.records if name in self.ticked))


class Recording(ModalScreen[Evidence | None]):
    """A new record of evidence; None where it is given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("ctrl+s", "keep", show=False, priority=True),
    ]

    def __init__(self, voice: Voice, lists: Lists) -> None:
        super().__init__()
        self.voice, self.lists = voice, lists

    def compose(self) -> ComposeResult:
        """Lay out the box: a field a part."""
        fields = [field for step in STEPS for field in self._field(step)]
        wrong = Static("", id="wrong", markup=False)
        inside = VerticalScroll(*fields, wrong, can_focus=False)
        yield _Box(self.voice.say("input.record"), self.voice.say("screen.accept-record"), inside)

    def _field(self, step: str) -> tuple[Static, Input | Select[str]]:
        label = Static(self.voice.say(f"input.record-{step}"), markup=False, classes="label")
        choices = choices_of(self.lists, step)
        if not choices:
            return label, Input(id=step, compact=True)
        options = [(self.voice.text(words) or name, name) for name, words in choices]
        skip = self.voice.say("input.skip")
        if step == "grade":
            return label, Select(options, id=step, allow_blank=False, compact=True)
        return label, Select(options, id=step, prompt=skip, compact=True)

    def on_input_submitted(self) -> None:
        """Go to the next field; from the last one, keep the record."""
        if self.focused is self.query_one(f"#{STEPS[-1]}"):
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Keep the record, or say what is wrong with it."""
        said = {step: self._said(step) for step in STEPS}
        read = {step: read_part(self.lists, step, words) for step, words in said.items()}
        wrong = next((step for step, value in read.items() if value is None), None)
        if wrong is None:
            sound = {step: value or "" for step, value in read.items()}
            self.dismiss(make_record(sound, self.voice.language))
            return
        slip = Slip(f"record-{wrong}", said[wrong])
        self.query_one("#wrong", Static).update(tell_slip(slip, self.voice))
        self.query_one(f"#{wrong}").focus()

    def _said(self, step: str) -> str:
        field = self.query_one(f"#{step}")
        if isinstance(field, Input):
            return field.value
        value = field.value if isinstance(field, Select) else None
        return value if isinstance(value, str) else ""
