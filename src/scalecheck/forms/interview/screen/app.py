"""The interview drawn by Textual: it shows a desk, hands it each key, and saves every answer."""

from collections.abc import Callable

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll

from scalecheck.errors import CannotWrite
from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.screen import wishes
from scalecheck.forms.interview.screen.asking import paint_place
from scalecheck.forms.interview.screen.board import Board
from scalecheck.forms.interview.screen.desk import Desk
from scalecheck.forms.interview.screen.edges import paint_bottom, paint_top
from scalecheck.forms.interview.screen.listing import paint_list
from scalecheck.forms.interview.screen.rows import Row, Tone
from scalecheck.forms.interview.talk import Ending, Preview
from scalecheck.forms.interview.voice import Voice
from scalecheck.language.catalogue import has, say
from scalecheck.model.language import Language

Save = Callable[[Interview], None]

NARROW = 100  # columns under which the list gives way to the question
LIST = 42  # columns of the list
_BESIDE = 5  # columns that borders, margins and bars take beside the words
_EDGES = 3  # lines at the top and the bottom


class InterviewApp(App[Ending]):
    """The screen of an interview."""

    CSS_PATH = "screen.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, interview: Interview, language: Language, tell: Preview, save: Save) -> None:
        super().__init__()
        self.desk = Desk(interview, Voice(language)).at(interview)
        self.tell, self.save = tell, save

    def compose(self) -> ComposeResult:
        """Lay out the boards."""
        yield Board(id="top")
        with Horizontal(id="body"):
            with VerticalScroll(id="list", can_focus=False):
                yield Board()
            with VerticalScroll(id="place", can_focus=False):
                yield Board()
        yield Board(id="bottom")

    def on_mount(self) -> None:
        """Draw for the first time."""
        self.draw()

    def on_resize(self) -> None:
        """Draw again in another size."""
        self.draw()

    def on_key(self, event: events.Key) -> None:
        """Hand a key to the desk; those that scroll are Textual's."""
        if len(self.screen_stack) > 1:
            return
        event.prevent_default()  # a box that opens must not hear the key that opened it
        if event.key in ("pageup", "pagedown"):
            place = self.query_one("#place", VerticalScroll)
            (place.scroll_page_up if event.key == "pageup" else place.scroll_page_down)()
            return
        key = event.character if event.character and event.character.isdigit() else event.key
        self.become(self.desk.press(key))

    async def action_quit(self) -> None:
        """Leave: Textual's own key asks for what `q` does."""
        self.become(self.desk.press("q"))

    def action_help_quit(self) -> None:
        """Leave where an interruption is asked for: every answer is kept already."""
        self.become(self.desk.press("q"))

    def on_board_pointed(self, message: Board.Pointed) -> None:
        """Go to the place, or choose the item, that was pointed at."""
        target = message.target
        self.become(self.desk.choose(target) if isinstance(target, int) else self.desk.go(target))

    def become(self, desk: Desk) -> None:
        """Show another desk; what changed in the answers is saved before anything else."""
        before, self.desk = self.desk, desk
        if desk.interview.sheet is not before.interview.sheet:
            self._save(desk.interview)
        if desk.ended is not None:
            self.exit(desk.ended)
            return
        self.draw()
        if desk.wish is not None:
            box, then = wishes.grant(desk, desk.wish, self.tell)
            self.push_screen(box, lambda told: self.become(then(told)))

    def _save(self, interview: Interview) -> None:
        try:
            self.save(interview)
        except CannotWrite as error:
            key, language = f"error.cause.{error.cause}", self.desk.voice.language
            cause = say(key, language) if has(key, language) else error.cause
            said = self.desk.voice.say("screen.not-saved", cause=cause)
            self.notify(said, severity="error", timeout=20, markup=False)

    # Drawing ------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Write every board anew."""
        width, desk = self.size.width, self.desk
        narrow = width < NARROW
        desk = self.desk = desk.resize(narrow=narrow)
        self.set_class(narrow, "narrow")
        self.set_class(desk.listing, "listing")
        self.query_one("#top", Board).show(paint_top(desk, width))
        self.query_one("#bottom", Board).show(paint_bottom(desk, width))
        beside = 0 if narrow else LIST
        height = self.size.height - _EDGES
        self._show("#place", paint_place(desk, width - beside - _BESIDE, height))
        self._show("#list", paint_list(desk, (width if narrow else LIST) - _BESIDE))

    def _show(self, name: str, rows: tuple[Row, ...]) -> None:
        """Write a board that scrolls, and keep in sight the row that the cursor is on."""
        pane = self.query_one(name, VerticalScroll)
        pane.query_one(Board).show(rows)
        here = [n for n, one in enumerate(rows) if any(t is Tone.HERE for _, t in one.spans)]
        if here:
            self.call_after_refresh(_keep_in_sight, pane, here[0], _end_of(rows, here[0]))
        else:
            pane.scroll_home(animate=False)


def _end_of(rows: tuple[Row, ...], start: int) -> int:
    target, end = rows[start].target, start
    while end + 1 < len(rows) and rows[end + 1].target == target:
        end += 1
    return end


def _keep_in_sight(pane: VerticalScroll, start: int, end: int) -> None:
    """Scroll as little as shows a choice whole, or from the top where all above it fits too."""
    height, top = pane.scrollable_content_region.height, pane.scroll_offset.y
    if end < height:
        pane.scroll_to(y=0, animate=False)
    elif end >= top + height:
        pane.scroll_to(y=min(end - height + 1, start), animate=False)
    elif start < top:
        pane.scroll_to(y=start, animate=False)
