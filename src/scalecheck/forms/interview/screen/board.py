"""Rows of words in the hands of Textual: drawn, and pointed at."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from scalecheck.forms.interview.places import Place
from scalecheck.forms.interview.screen.rows import Row, Tone

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.ACCENT: "bold $accent",
    Tone.HERE: "bold reverse",
}


class Board(Static):
    """Rows of words that may be pointed at."""

    class Pointed(Message):
        """A row was pointed at that means something."""

        def __init__(self, target: Place | int) -> None:
            super().__init__()
            self.target = target

    rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Write rows in the place of those there."""
        self.rows = rows
        lines = (Content.assemble(*((w, _STYLES[t]) for w, t in one.spans)) for one in rows)
        self.update(Content("\n").join(lines))

    def on_click(self, event: events.Click) -> None:
        """Tell which row was pointed at."""
        target = self.rows[event.y].target if 0 <= event.y < len(self.rows) else None
        if target is not None:
            self.post_message(self.Pointed(target))
