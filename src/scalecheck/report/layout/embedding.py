"""A report carries its own data: the machine result, in the page, and read back from it."""

from html.parser import HTMLParser

PLACE = "scalecheck-result"
_SAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def embed(result: str) -> str:
    """Write a JSON text so that it can stand in a `<script>` that nothing runs.

    `<`, `>` and `&` stand in a JSON text only inside strings, where an escape says the same: no
    closing tag and no comment can come of them.
    """
    return result.translate(_SAFE)


def read_embedded(page: str) -> str | None:
    """Give back the JSON text that a report carries, or None where it carries none.

    The text is equal as data to what was put in; its signs may be written as escapes.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.found) if reader.found else None


class _Reader(HTMLParser):
    """Keeps what stands in the first data block of that name."""

    def __init__(self) -> None:
        super().__init__()
        self.inside, self.done = False, False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_data = tag == "script" and given.get("type") == "application/json"
        self.inside = is_data and given.get("id") == PLACE and not self.done

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.done = self.done or self.inside
        self.inside = False
