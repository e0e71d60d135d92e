"""Pages made by hand: every block, long words, many levels, nothing at all, hostile texts."""

from scalecheck.model.language import Language
from scalecheck.report import blocks as b
from scalecheck.report.page import Page, PageKind
from scalecheck.report.view.levels import Box, BoxState, Stair, StepState
from scalecheck.report.view.mark import Row
from scalecheck.report.view.plane import Axis, Plane

LONG = "Anticonstitutionnellement" * 6
HOSTILE = "</script><script>alert(1)</script><!-- \"'> {{ 7*7 }} | `a` \u202egauche\x1b[31m"
STATES = {
    StepState.DONE: BoxState.REACHED,
    StepState.HERE: BoxState.REACHED,
    StepState.NEXT: BoxState.NEXT,
    StepState.LATER: BoxState.LATER,
}


def stairs(count, title="Étape {}", here=1):
    """Stages with one level each; the project stands on one of them."""

    def state(at):
        if at == here:
            return StepState.HERE
        if at < here:
            return StepState.DONE
        return StepState.NEXT if at == here + 1 else StepState.LATER

    return tuple(
        Stair(
            at + 1,
            f"s{at}",
            title.replace("{}", str(at + 1)),
            state(at),
            f"état {state(at)}",
            (Box(str(at + 1), STATES[state(at)], "niveau"),),
        )
        for at in range(count)
    )


def plane(across=4, up=3, low=(1, 1), high=(2, 1)):
    """A plane of so many levels."""
    sides = (
        Axis(name, tuple(str(n) for n in range(count)), low[n], high[n])
        for n, (name, count) in enumerate((("Préparation", across), ("Usage", up)))
    )
    return Plane(*sides, "Préparation et usage", "Préparation 1 à 2, usage 1.")


def blocks(levels=5, word="Besoin"):
    """One of each block, twice where order matters; every text holds the word given."""
    cell = b.Cell(f"{word} bien établi")
    row = Row(levels, 1, min(2, levels - 1), levels - 1, 0, levels - 1, target=levels - 1)
    warn = b.Cell(word, b.Tone.WARN)
    return (
        b.Title("Rapport · 15 octobre 2026", f"Les {word}", f"{word} · Gaspésie"),
        b.Notice("Diffusion restreinte", (b.Cell("Ne pas transmettre."),)),
        b.Verdict("Peut-on la mettre à l’échelle?", word, (cell, b.Cell("Qui", b.Tone.QUIET))),
        b.Cards((b.Card("Niveau", b.Cell("4"), word), b.Card("Frein", warn))),
        b.Heading("L’essentiel", 2, "essentiel"),
        b.Ladder(stairs(levels, f"{word} {{}}"), "Les étapes", ("Une note.",)),
        b.Deeds((b.Deed(b.Cell(f"{word} 2 → 3"), (cell,), (("Qui", cell), ("Durée", cell))),)),
        b.Break(),
        b.Heading("Profil", 2, "profil"),
        b.Grid(
            ("Critère", "Rang", "Niveau", "Preuve"),
            (
                (cell, b.Dots(row), b.Strip(row, b.Cell("1 à 2")), b.Cell("rapport")),
                (warn, b.Dots(Row(levels, open=True)), b.Strip(Row(0), b.Cell("–")), b.Cell("")),
            ),
            "Profil par dimension",
        ),
        b.Heading("Jalons", 3, "jalons"),
        b.Grid(("", *map(str, range(9))), ((cell, *[b.Cell("✓ franchi", b.Tone.GOOD)] * 9),)),
        b.Items((("•", cell), ("", b.Cell("suite")), ("–", cell), ("↑", cell))),
        b.Items((("1.", cell), ("2.", b.Cell("lien", link="#profil")))),
        b.Heading("Usage", 2),
        plane(levels, 3, (0, 0), (min(1, levels - 1), 2)),
        b.Fields((("Organisme", cell), ("", b.Cell("suite")), ("Web", web()))),
        b.Paragraph(b.Cell("Text in English", lang="en-CA")),
        b.Heading("Dernière partie", 2, "profil"),
        b.Heading("Fin", 2, "fin"),
        b.Paragraph(b.Cell("nulle part", link="javascript:alert(1)")),
        b.Paragraph(b.Cell("ni là", link="#inconnu")),
    )


def web():
    """A cell that leads to a site."""
    return b.Cell("site", link="https://example.org/a?b=1&c=2")


def page(language=Language.FR, kind=PageKind.CARD, **given):
    """A page with every block."""
    return Page(
        kind,
        language,
        f"essai-{kind}-{language}",
        "Essai",
        "Rapport d’essai" if language is Language.FR else "Trial report",
        "2026-10-15",
        blocks(**given),
        ("Essai", "Produit par scalecheck"),
    )


def empty():
    """A page that says nothing but its title."""
    return page()._replace(blocks=(b.Title("Rapport", "Rien", ""),), footer=())


PAGES = {
    "every-block": page(),
    "long-words": page(word=LONG),
    "forty-levels": page(levels=40),
    "one-level": page(levels=1),
    "hostile": page(word=HOSTILE),
    "empty": empty(),
}
