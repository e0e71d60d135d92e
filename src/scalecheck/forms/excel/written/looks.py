"""How cells look, each look made once. A cell to fill is framed and pale: never by colour alone."""

from collections.abc import Mapping
from typing import Any

Look = Mapping[str, object]

LETTER: Look = {"font_name": "Arial", "font_size": 10, "text_wrap": True, "valign": "top"}
PLAIN: Look = {"align": "left", "indent": 1, "bottom": 1, "bottom_color": "#c5cfda"}
QUIET: Look = {**PLAIN, "font_color": "#41505f"}
NAME: Look = {**PLAIN, "bold": True}
OPEN: Look = {
    "align": "left", "indent": 1, "border": 1, "border_color": "#5b6b7c",
    "bg_color": "#fff9db", "locked": False, "num_format": "@",
}  # fmt: skip
LEGEND: Look = {**OPEN, "locked": True}
HEAD: Look = {
    "align": "left", "indent": 1, "bold": True, "font_color": "#ffffff",
    "bg_color": "#0a5296", "valign": "vcenter", "border": 1, "border_color": "#0a5296",
}  # fmt: skip
BAND: Look = {
    "align": "left",
    "indent": 1,
    "bold": True,
    "font_color": "#0a5296",
    "bg_color": "#e7eef7",
    "text_wrap": False,
}
TITLE: Look = {"bold": True, "font_size": 18, "font_color": "#0a5296", "text_wrap": False}
PART: Look = {"bold": True, "font_size": 12, "font_color": "#0a5296", "text_wrap": False}
LINE: Look = {"text_wrap": False}
BOLD: Look = {"bold": True, "text_wrap": False}
STRONG: Look = {"bold": True}
LINK: Look = {"font_color": "#0a5296", "underline": 1}
FIRST: Look = {"top": 2, "top_color": "#0a5296"}


class Looks:
    """The looks of one workbook: it keeps a list of them."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def get(self, *looks: Look) -> Any:
        """Give the look that several make together; the later ones win."""
        whole: dict[str, object] = dict(LETTER)
        for look in looks:
            whole |= look
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]
