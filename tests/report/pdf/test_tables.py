"""Tables in print: rows stay whole, names are not cut where they fit, no hyphen stands twice."""

import re
from pathlib import Path

from tests.report.pdf.samples import page, run_tool

from scalecheck.model.language import Language
from scalecheck.report.blocks import Cell, Grid
from scalecheck.report.page import Page, Printing
from scalecheck.report.typst.columns import ROOM, columns
from scalecheck.report.typst.letters import pieces
from scalecheck.report.writers.pdf import write

NAMES = (
    "Un passeport de compétences, Plateau-des-Semailles",
    "Pré-aux-Moulins-Gris : une buanderie d’insertion",
    "Côte-de-la-Source-Claire : un chantier-école en menuiserie",
    "Prairie-des-Herbes-Folles : une coopérative d’habitation étudiante",
    "Havre-de-la-Grande-Ourse : un groupement d’employeurs",
    "Vallon-aux-Noisettes : un atelier de couture industrielle, Pré-aux-Érables",
)
HEADS = ("Projet", "Niveau", "Milieux preneurs", "Ce qui le retient")
BROKEN = ("--", "-\n *-", "Sourc-", "Herb-", "Gran-", "Noise-", "recon-", "É-")


def table(count: int) -> Grid:
    """A table as a committee reads it: long names in four columns."""
    rows = tuple(
        (
            Cell(f"{number}. {NAMES[number % len(NAMES)]}"),
            Cell("1 Besoin reconnu"),
            Cell("; ".join(NAMES[: number % 5 + 1])),
            Cell("Lecture de l’environnement institutionnel et politique"),
        )
        for number in range(count)
    )
    return Grid(HEADS, rows)


def printed(count: int, folder: Path, language: Language = Language.FR) -> str:
    """The text of a table, sheet after sheet."""
    made: Page = page(table(count))._replace(language=language)
    return run_tool("pdftotext", "-layout", pdf=write([made], Printing()), folder=folder)


def test_names_are_parted_at_their_own_hyphens_only(tmp_path: Path) -> None:
    told = printed(24, tmp_path)
    assert not [one for one in BROKEN if re.search(one, told)]
    assert "\u00ad" not in told


def test_a_row_stands_whole_on_its_sheet(tmp_path: Path) -> None:
    sheets = printed(60, tmp_path).split("\f")
    assert len(sheets) > 4
    for sheet in filter(str.strip, sheets[1:-1]):
        lines = [line for line in sheet.split("\n") if line.strip()]
        head = next(at for at, line in enumerate(lines) if "Milieux preneurs" in line)
        assert re.match(r"\s*\d+\. ", lines[head + 1])


def test_a_row_longer_than_a_sheet_goes_on_overleaf(tmp_path: Path) -> None:
    long = Grid(("a", "b"), ((Cell("un"), Cell("mot " * 6000 + "fin")),))
    told = run_tool("pdftotext", pdf=write([page(long)], Printing()), folder=tmp_path)
    assert "fin" in told.split()
    assert told.count("\f") > 3


def test_no_word_is_cut_where_the_words_of_all_columns_fit() -> None:
    grid = table(6)
    widths = columns(grid)
    for row in grid.rows:
        for cell, width in zip(row, widths, strict=True):
            assert isinstance(cell, Cell)
            assert pieces(cell.text, width.letters, "fr") == [cell.text]


def test_the_room_that_is_left_is_not_given_to_numbers() -> None:
    rows = tuple((Cell(f"Secteur {n}"), Cell("12"), Cell("1\u00a0250\u00a0$")) for n in range(3))
    first, *others = columns(Grid(("Secteur", "Projets", "Montants"), rows))
    assert first.share == 1
    assert all(0 < one.em < ROOM / 4 and not one.share for one in others)


def test_an_address_is_cut_without_a_hyphen() -> None:
    address = "https://exemple.org/une/adresse/bien/longue"
    assert "".join(pieces(address, 8, "fr")) == address
    assert len(pieces(address, 8, "fr")) > 4
