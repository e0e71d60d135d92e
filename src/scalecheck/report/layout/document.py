"""Pages as one document: a title, one sheet a page, each sheet in parts, each part with its id."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scalecheck.report.blocks import Block, Break, Cards, Heading, Title
from scalecheck.report.layout.settle import settle
from scalecheck.report.page import Page
from scalecheck.report.view.phrase import clean

LONGEST = 70  # characters of a title in the properties of a document
TAKEN = ("content", "contents", "document", "scalecheck-result")  # ids of the layout itself


class Part(NamedTuple):
    """A heading and what stands under it; `fresh` where it begins on a sheet of its own."""

    heading: Heading | None
    blocks: tuple[Block, ...]
    fresh: bool = False


class Sheet(NamedTuple):
    """One page of a document; its ids begin with `id` where there are several pages."""

    page: Page
    id: str
    title: Title
    parts: tuple[Part, ...]

    @property
    def lang(self) -> str:
        """The language of the page, as HTML says it."""
        return f"{self.page.language}-CA"

    @property
    def heads(self) -> tuple[Heading, ...]:
        """The headings of the parts."""
        return tuple(part.heading for part in self.parts if part.heading)


class Spoken(NamedTuple):
    """A text, and its language."""

    text: str
    lang: str


class Document(NamedTuple):
    """What a file holds: a title for its properties, the titles and the kinds of its pages."""

    short: str
    lang: str
    titles: tuple[Spoken, ...]
    kinds: tuple[Spoken, ...]
    sheets: tuple[Sheet, ...]

    @property
    def several(self) -> bool:
        """Tell whether the document holds several pages."""
        return len(self.sheets) > 1


def compose(pages: Sequence[Page]) -> Document:
    """Make one document of pages; headings go one level down where there are several.

    Ids are unique in the document, and links inside a page lead to its own parts.
    """
    several = len(pages) > 1
    sheets = tuple(_sheet(page, number, several) for number, page in enumerate(pages, 1))
    titles = _once(_title(sheet) for sheet in sheets)
    kinds = _once(Spoken(clean(one.about), f"{one.language}-CA") for one in pages)
    return Document(_short(titles, kinds), sheets[0].lang, titles, kinds, sheets)


def _once(named: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """Keep each text once, in the language it was first said in."""
    kept: dict[str, Spoken] = {}
    for one in named:
        kept.setdefault(one.text, one)
    return tuple(kept.values())


def _title(sheet: Sheet) -> Spoken:
    return Spoken(sheet.title.title, sheet.title.lang or sheet.lang)


def _short(titles: Sequence[Spoken], kinds: Sequence[Spoken]) -> str:
    """Join titles and kinds; the titles give way, for the kinds say in which languages."""
    what, named = (" · ".join(one.text for one in many) for many in (kinds, titles))
    room = max(LONGEST - len(what) - 3, 20)
    return f"{named if len(named) <= room else named[: room - 1].rstrip() + '…'} – {what}"


def _sheet(page: Page, number: int, several: bool) -> Sheet:
    id = f"{page.language}-{number}" if several else ""
    places = dict(_places(page.blocks, id))
    blocks = tuple(settle(block, places) for block in _placed(page.blocks, id, several))
    first = next((block for block in blocks if isinstance(block, Title)), None)
    title = first or Title("", clean(page.title), clean(page.about))
    rest = tuple(block for block in blocks if not isinstance(block, Title))
    return Sheet(page, id, title, tuple(_parts(rest, 3 if several else 2)))


def _ids(blocks: Sequence[Block], prefix: str) -> Iterator[tuple[Heading, str]]:
    """Give each heading an id that nothing else has."""
    taken = set(TAKEN)
    headings = (block for block in blocks if isinstance(block, Heading))
    for number, heading in enumerate(headings, 1):
        name = "".join(clean(heading.place).split()) or f"part-{number}"
        id = f"{prefix}-{name}" if prefix else name
        if id in taken:
            id = f"{id}-{number}"
        taken.add(id)
        yield heading, id


def _places(blocks: Sequence[Block], prefix: str) -> Iterator[tuple[str, str]]:
    found: dict[str, str] = {}
    for heading, id in _ids(blocks, prefix):
        if heading.place:
            found.setdefault(heading.place, id)
    yield from found.items()


def _placed(blocks: Sequence[Block], prefix: str, several: bool) -> Iterator[Block]:
    ids = _ids(blocks, prefix)
    for block in blocks:
        if isinstance(block, Heading):
            heading, id = next(ids)
            yield heading._replace(place=id, level=heading.level + several)
        else:
            yield block


def _parts(blocks: Sequence[Block], top: int) -> Iterator[Part]:
    """Group blocks under the headings of the first level; a break alone opens a part too."""
    heading: Heading | None = None
    held: list[Block] = []
    fresh = False
    for block in blocks:
        is_head = isinstance(block, Heading) and block.level == top
        if is_head or isinstance(block, Break):
            if heading or held:
                yield Part(heading, tuple(held), fresh)
                fresh = False
            held = []
            heading = block if isinstance(block, Heading) else None
            fresh = fresh or isinstance(block, Break)
        else:
            held.append(block)
    if heading or held:
        yield Part(heading, tuple(held), fresh)


def first_cards(page: Page) -> Cards | None:
    """Find what a page shows at once, for a layout that is made from its view."""
    found = (block for block in page.blocks if isinstance(block, Cards))
    return settle(next(found, None), {})
