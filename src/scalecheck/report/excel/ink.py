"""How cells look, each look made once: the workbook keeps a list of them."""

from collections.abc import Mapping

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]

from scalecheck.report.blocks import Tone

LETTER = {"font_name": "Arial", "font_size": 10}
Look = Mapping[str, object]

TONES: Mapping[Tone, Look] = {
    Tone.PLAIN: {},
    Tone.STRONG: {"bold": True},
    Tone.QUIET: {"font_color": "#4c5a6a"},
    Tone.ACCENT: {"bold": True, "font_color": "#0a5296"},
    Tone.WARN: {"bold": True, "font_color": "#9a4a00"},
    Tone.GOOD: {"font_color": "#1b5e3a"},
}
LINK: Look = {"font_color": "#0a5296", "underline": 1}
CELL: Look = {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": "#c5cfda"}
HEAD: Look = {
    "bold": True, "font_color": "#ffffff", "bg_color": "#0a5296", "text_wrap": True,
    "valign": "vcenter",
}  # fmt: skip
NUMBERS: Look = {"align": "right"}
NUMBERS_HEAD: Look = {"align": "right", "indent": 2}  # the button of the filter is to the right
WORDS: Look = {"align": "left"}
TITLE: Look = {"bold": True, "font_size": 18, "font_color": "#0a5296"}
PART: Look = {"bold": True, "font_size": 14, "font_color": "#0a5296"}
SECTION: Look = {"bold": True, "font_size": 11}
ANSWER: Look = {"bold": True, "font_size": 16, "font_color": "#0a5296"}
CAPTION: Look = {"bold": True, "font_size": 9, "font_color": "#4c5a6a"}
SIGNS: Look = {"font_name": "Consolas", "text_wrap": False}


class Inks:
    """The looks of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, *looks: Look) -> Format:
        """Give the look that several make together; the later ones win."""
        whole: dict[str, object] = dict(LETTER)
        for look in looks:
            whole |= look
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(whole)
        return self._made[key]
