"""Texts as data for the template: their pieces, tone, language, link. Never markup."""

from typing import NamedTuple

from scalecheck.model.language import Language
from scalecheck.report.blocks import Cell, Piece, Tone
from scalecheck.report.typst.letters import LONG_WORD, pieces
from scalecheck.report.view.address import web_address

Json = dict[str, object]


class Teller(NamedTuple):
    """What a text of a page needs to know: its language, its number, the parts that links name."""

    language: Language
    number: int
    places: tuple[str, ...]

    def cell(self, cell: Cell, most: float = LONG_WORD) -> Json:
        """Tell a text, cut where a word is longer than `most` letters."""
        told: Json = {"t": pieces(cell.text, most, cell.lang or self.language)}
        if cell.tone is not Tone.PLAIN:
            told["k"] = cell.tone.value
        if cell.pieces:
            told["s"] = [self._piece(one, most) for one in cell.pieces]
        return told | self.tongue(cell.lang) | self._link(cell.link)

    def _piece(self, piece: Piece, most: float) -> Json:
        words = pieces(piece.text, most, piece.lang or self.language)
        return {"t": words} | self.tongue(piece.lang)

    def text(self, text: str, lang: str = "") -> Json:
        """Tell a text that has no tone."""
        return self.cell(Cell(text, lang=lang))

    def place(self, place: str) -> str:
        """Name a part of the document; two pages may have parts of one name."""
        return f"place-{self.number}-{self.places.index(place)}"

    def tongue(self, lang: str) -> Json:
        """Tell a language, where it is another than that of the page."""
        short = lang.partition("-")[0].lower()
        is_other = short.isascii() and short.isalpha() and 2 <= len(short) <= 3
        return {"l": short} if is_other and short != self.language else {}

    def _link(self, link: str) -> Json:
        if kept := web_address(link):
            return {"u": kept}
        return {"p": self.place(link[1:])} if link[:1] == "#" and link[1:] in self.places else {}
