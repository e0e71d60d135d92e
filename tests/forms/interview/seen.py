"""The screen of an interview, in a terminal that nobody looks at."""

import asyncio
from collections.abc import Sequence

from tests.forms.interview.scripts import nothing

from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.screen.app import InterviewApp
from scalecheck.forms.interview.screen.board import Board
from scalecheck.model.language import Language

WIDE, NARROW = (120, 40), (80, 24)


class Seen:
    """What came of an interview: where it ended, what was saved on the way, what was shown."""

    def __init__(self, interview: Interview, language: Language = Language.FR) -> None:
        self.saved: list[Interview] = []
        self.app = InterviewApp(interview, language, nothing, self.saved.append)
        self.shown = ""
        self.box = ""

    @property
    def interview(self) -> Interview:
        return self.app.desk.interview

    def answers(self, name: str) -> object:
        return self.interview.sheet.answers.get(name)

    def press(self, keys: Sequence[str], size: tuple[int, int] = WIDE) -> "Seen":
        asyncio.run(self._press(keys, size))
        return self

    async def _press(self, keys: Sequence[str], size: tuple[int, int]) -> None:
        async with self.app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            self.shown = _texts(self.app, "#place Board", "#list Board", "#top", "#bottom")
            self.box = "\n".join(str(one.render()) for one in self.app.screen.query(".line"))


def _texts(app: InterviewApp, *names: str) -> str:
    base = app.screen_stack[0]
    return "\n".join(row.text for name in names for row in base.query_one(name, Board).rows)
