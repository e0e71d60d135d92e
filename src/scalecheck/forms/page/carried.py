"""The data that a form page carries: put there safely, and found again in a page handed in."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser

from markupsafe import Markup

PLACE = "scalecheck-sheet"
NOT_ANSWERS = "form-page-not-answers"  # the code of a refusal: a form page is no file of answers
_SAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def carry_json(text: str) -> Markup:
    """Write a JSON text so that it can stand in a `<script>` that nothing runs.

    `<`, `>` and `&` stand in a JSON text only inside strings, where an escape says the same: no
    closing tag and no comment can come of them.
    """
    return Markup(text.translate(_SAFE))


def carry(data: Mapping[str, object]) -> Markup:
    """Write data as JSON that can stand in a page."""
    return carry_json(json.dumps(data, ensure_ascii=False, sort_keys=True))


def find_base(html: bytes) -> str | None:
    """Find the sheet that a form page was made with, as JSON; None for anything else.

    A page holds no answers of whoever filled it in, even when a browser saved it: finding this
    only tells that somebody handed in the page, and for which rubric and project.
    """
    finder = _Finder()
    finder.feed(html.decode("utf-8", "replace"))
    finder.close()
    return "".join(finder.found) if finder.found else None


class _Finder(HTMLParser):
    """Keeps what stands in the first data block of that name."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("id", PLACE) in attrs and not self.found

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.inside = False
