"""Pages for the office writers: one with every block, one of hostile texts, one very long."""

from scalecheck.model.language import Language
from scalecheck.report.blocks import (
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
from scalecheck.report.page import Page, PageKind
from scalecheck.report.view.levels import Box, BoxState, Stair, StepState
from scalecheck.report.view.mark import Row
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.plane import Axis, Plane

FR, EN = Language.FR, Language.EN
DAY = "2026-10-15"
RESULT = '{"project": "les-cuisines", "note": "é < & > \\u0000 ]]>", "level": {"low": 4}}'
HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "</w:t></w:r></w:p>",
    "]]> & &amp; &#0;",
    "a\x00b\x07c\x1bd",
    "half \ud800 of a character",
    "\u202eright to left\u202c and \u2066back\u2069",
    "_x0041_",
    "{{ page }} {% raise %}",
    "line\none\r\ntwo\ttab",
    "\ufffe\uffff\ufeff",
    "''quoted''",
    "🧭" * 40,
)
LONG_WORD = "anticonstitutionnellement-intergouvernementalement"


def stairs(count=5, here=2):
    """Stages with one level each."""
    states = [StepState.DONE] * here + [StepState.HERE, StepState.NEXT]
    states += [StepState.LATER] * count
    return tuple(
        Stair(n + 1, f"s{n}", Phrase(f"Étape {n + 1}"), states[n], states[n].value, _boxes(n))
        for n in range(count)
    )


def _boxes(number):
    return (
        Box(str(number), BoxState.REACHED, "démontré"),
        Box(f"{number}.5", BoxState.POSSIBLE, "possible"),
    )


def page(language=FR, *blocks, **fields):
    """A page of these blocks."""
    made = Page(PageKind.PROJECT, language, "essai", "Les Cuisines", "Rapport", DAY, blocks)
    return made._replace(footer=("scalecheck 0.1.0", "Diffusion interne"), **fields)


def every_block(language=FR):
    """A page with each kind of block, in an order that a report may have."""
    return page(language, *_essential(language), *_parts(language))


def _essential(language):
    return (
        Title("Rapport · 15 octobre 2026", "Les Cuisines", "Cuisine collective", "fr"),
        Notice("Diffusion restreinte", (Cell("Ne pas transmettre."),)),
        Verdict("Peut-on la mettre à l’échelle?", "Prêt à diffuser", (Cell("J3 ouvert."),)),
        Fields((("Niveau démontré", Cell("6 Modèle prêt", Tone.STRONG)),)),
        Ladder(stairs(), "Étapes et niveaux", ("Un petit projet peut le rester.",)),
        Cards((Card("Frein", Cell("Capacité", Tone.WARN), "note"), Card("Réponses", Cell("27")))),
        Heading("Trois actions", 2, "actions"),
        Deeds((
            Deed(Cell("Plan 2 → 3", Tone.STRONG), (Cell("Chiffrer le plan."),),
                 (("Qui", Cell("Porteur")), ("Durée", Cell("2 à 4 mois")))),
            Deed(Cell("Milieux 1 → 2"), (), (("Qui", Cell("Réseau")), ("Preuve", Cell("Entente")))),
        )),
    )  # fmt: skip


def _parts(language):
    other = "en" if language is FR else "fr"
    dots = Dots(Row(5, 1, 2, 3, 0, 4))
    return (
        Heading("Profil", 2, "profil"),
        Grid(
            ("Dimension", "0 1 2 3 4", "Niveau"),
            ((Cell("Besoin"), dots, Cell("2")), (Cell("Plan"), dots, Cell("1–2"))),
            "Profil par dimension",
        ),
        Heading("Critères : détail / suite", 2, "criteres"),
        Heading("Plus bas", 4),
        Grid(
            ("Critère", "Niveaux", "Preuve"),
            ((Cell("Besoin"), Strip(Row(4, 1, 2), Cell("1 à 2")), Cell("rapport", link=LINK)),),
            "Détail",
        ),
        Items((("1.", Cell("un")), ("2.", Cell("deux")), ("", Cell("suite de deux")))),
        Items((("•", Cell("point")), ("●", Cell("prête", Tone.GOOD)))),
        Paragraph(Cell("voir les actions", link="#actions")),
        Paragraph(Cell("nowhere", link="#nowhere", lang=other)),
        Paragraph(Cell("bad link", link="javascript:alert(1)")),
        Break(),
        Heading("Préparation et usage", 2),
        Plane(
            Axis("Préparation", ("0", "1", "2"), 1, 2),
            Axis("Usage", ("0", "1"), 1, 1),
            "Préparation et usage",
            "Préparation de 1 à 2, usage de 1.",
        ),
    )


LINK = "https://example.org/rapport?a=1&b=é#ici"


def hostile():
    """A page whose every text comes from someone who wishes us ill."""
    cells = tuple(Cell(text, link=text) for text in HOSTILE)
    names = tuple((text, cell) for text, cell in zip(HOSTILE, cells, strict=True))
    grid = Grid(HOSTILE[:3], tuple(cells[n : n + 3] for n in range(0, 15, 3)), HOSTILE[4])
    parts = [block for text in HOSTILE for block in (Heading(text, 2, text, text), grid)]
    deeds = Deeds(tuple(Deed(cell, (cell,), names[:2]) for cell in cells))
    cards = Cards(tuple(Card(text, cell, text) for text, cell in names))
    head = (Title(*HOSTILE[4:7], "xx<"), Verdict(HOSTILE[0], HOSTILE[1], cells), Items(names))
    made = page(FR, *head, Fields(names), deeds, cards, *parts)
    return made._replace(title=HOSTILE[4], about=HOSTILE[6], footer=HOSTILE, day="no day")


def long_texts():
    """A page with texts longer than a cell of Excel, and words longer than a column."""
    text = " ".join(f"mot{n}" for n in range(12_000))
    rows = ((Cell("Court"), Cell(text)), (Cell(LONG_WORD * 3), Cell("🧭" * 20_000)))
    columns = tuple(f"{LONG_WORD} {n}" for n in range(9))
    wide = Grid(columns, (tuple(Cell(LONG_WORD) for _ in columns),) * 3, named=False)
    return page(FR, Heading("Long"), Grid(("Nom", "Texte"), rows), Paragraph(Cell(text)), wide)
