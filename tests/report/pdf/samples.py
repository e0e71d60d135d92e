"""Pages made by hand: one with every kind of block, and ways to read the PDF that comes out."""

import io
import subprocess
from pathlib import Path

from pypdf import PdfReader
from tests.machine import needed

from scalecheck.model.language import Language
from scalecheck.report.blocks import (
    Block,
    Break,
    Card,
    Cards,
    Cell,
    Deed,
    Deeds,
    Dots,
    Fields,
    Grid,
    Heading,
    Items,
    Ladder,
    Notice,
    Paragraph,
    Strip,
    Title,
    Tone,
    Verdict,
)
from scalecheck.report.page import Page, PageKind, Printing
from scalecheck.report.view.levels import Box, BoxState, Stair, StepState
from scalecheck.report.view.mark import Row
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.plane import Axis, Plane
from scalecheck.report.writers.pdf import write

RESULT = '{"format": "scalecheck/result@1", "niveau": "é"}\n'

_ROW = Row(5, 1, 2, claimed=3, previous=0, required=4, bottleneck=True)
_BOXES = tuple(Box(str(rank), state, state.value) for rank, state in enumerate(BoxState))
_STAIRS = tuple(
    Stair(number, f"e{number}", Phrase(f"Étape {number}", "en-CA"), state, state.value, _BOXES)
    for number, state in enumerate(StepState, 1)
)

BLOCKS: tuple[Block, ...] = (
    Title("Rapport de maturité · 15 octobre 2026", "Les Cuisines partagées", "Coopérative"),
    Fields((("Secteur", Cell("Alimentation")), ("Territoire", Cell("Saguenay")))),
    Verdict("Peut-on?", "Prêt à diffuser", (Cell("Jalon ouvert", Tone.GOOD),)),
    Heading("Étapes", place="etapes"),
    Ladder(_STAIRS, "Étapes et niveaux", ("Un petit projet peut le rester.",)),
    Cards(tuple(Card(f"Libellé {tone}", Cell("4", tone), "Note") for tone in Tone)),
    Heading("Actions", 3, "actions"),
    Deeds((Deed(Cell("Plan : 2 → 3"), (Cell("Chiffrer."),), (("Qui", Cell("Porteur")),)),)),
    Items((("●", Cell("Premier")), ("✓", Cell("In English", lang="en-CA")), ("▶", Cell("a")))),
    Heading("Profil"),
    Grid(
        ("Critère", "0 1 2 3 4", "Niveaux", "Preuve"),
        ((Cell("Besoin"), Dots(_ROW), Strip(_ROW, Cell("1–2")), Cell("voir", link="#actions")),),
        "Détail par critère",
    ),
    Grid(("", ""), ((Cell("sans"), Cell("en-tête")),), named=False),
    Plane(
        Axis("Préparation", ("0", "1", "2"), 1, 2),
        Axis("Usage", ("Aucun", "Essai"), 1, 1),
        "Préparation et usage",
        "Préparation 1 à 2, usage 1.",
    ),
    Notice("Diffusion restreinte", (Cell("Ne pas transmettre.", Tone.STRONG),)),
    Paragraph(Cell("Le rapport", link="https://example.org/r?a=1&b=2")),
    Break(),
    Heading("Suite", 3),
    Fields(tuple((f"Libellé {n}", Cell("Une valeur " * 9, Tone.QUIET)) for n in range(3))),
)


def page(*blocks: Block, language: Language = Language.FR, single: bool = False) -> Page:
    """A page of those blocks, or of every kind of block."""
    return Page(
        PageKind.PROJECT,
        language,
        "cuisines",
        "Les Cuisines partagées",
        "Rapport de maturité",
        "2026-10-15",
        blocks or BLOCKS,
        ("Diffusion restreinte", "Produit par scalecheck"),
        single=single,
    )


def read(*pages: Page, printing: Printing | None = None) -> PdfReader:
    """Print pages, and open what comes out."""
    return PdfReader(io.BytesIO(write(pages, printing or Printing())))


def run_tool(name: str, *arguments: str, pdf: bytes, folder: Path) -> str:
    """What a tool of poppler says of a PDF."""
    file = folder / "report.pdf"
    file.write_bytes(pdf)
    command = [needed(name), *arguments, str(file), *(["-"] if name == "pdftotext" else [])]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def words_of(pdf: bytes, folder: Path) -> str:
    """All the text of a PDF, on one line."""
    return " ".join(run_tool("pdftotext", pdf=pdf, folder=folder).split())
