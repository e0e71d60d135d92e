"""The texts of a page that are in another language than the page, for whoever accepts none."""

from collections.abc import Iterator, Sequence

from scalecheck.report.blocks import Cell, Heading, Piece, Title, Verdict
from scalecheck.report.page import Page
from scalecheck.report.view.phrase import Phrase


def foreign_texts(pages: Sequence[Page]) -> tuple[str, ...]:
    """List what has no words in the language of its page, each text once, in reading order."""
    return tuple(dict.fromkeys(one for page in pages for one in _foreign(page.blocks)))


def _foreign(value: object) -> Iterator[str]:
    match value:
        case Cell(pieces=()) | Piece() | Phrase() | Heading():
            yield from _marked(value.text, value.lang)
        case Title():
            yield from _marked(value.title, value.lang)
        case Verdict():
            yield from _marked(value.label, value.lang)
            yield from _foreign(value.lines)
        case tuple():
            for part in value:
                yield from _foreign(part)
        case _:
            pass


def _marked(text: str, lang: str) -> Iterator[str]:
    if lang:
        yield text
