"""The kinds of report, one visible list: each turns an assessment into pages of blocks."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric
from scalecheck.report.blocks import Block
from scalecheck.report.kinds.card import tell_card
from scalecheck.report.kinds.echoes import without_echoes
from scalecheck.report.kinds.evidence import tell_evidence_page
from scalecheck.report.kinds.material import Material, Privacy
from scalecheck.report.kinds.opening import footer
from scalecheck.report.kinds.page import tell_page
from scalecheck.report.kinds.pen import Pen
from scalecheck.report.kinds.progress import tell_progress_page
from scalecheck.report.kinds.project import tell_project
from scalecheck.report.kinds.setting import tell_settings
from scalecheck.report.page import Page, PageKind
from scalecheck.report.privacy import redact, redact_provenance
from scalecheck.report.provenance import Provenance
from scalecheck.report.rubric_words import RubricWords
from scalecheck.report.view.build import build_view
from scalecheck.report.view.teller import Teller

__all__ = ["KINDS", "Kind", "Material", "Privacy", "build_card", "build_pages"]

_TITLE = 70

Sheets = Iterator[tuple[str, tuple[Block, ...]]]


class Kind(NamedTuple):
    """A kind of report. `single` asks for one sheet; `rich` for a layout made from the view."""

    tell: Callable[[Pen], Sheets]
    single: bool = False
    rich: bool = False


def _one(tell: Callable[[Pen], Iterator[Block]]) -> Callable[[Pen], Sheets]:
    def sheets(pen: Pen) -> Sheets:
        yield "", tuple(tell(pen))

    return sheets


def _card(pen: Pen) -> Iterator[Block]:
    return tell_card(RubricWords(pen.teller.rubric, pen.language))


KINDS: Mapping[PageKind, Kind] = {
    PageKind.PROJECT: Kind(_one(tell_project), rich=True),
    PageKind.PAGE: Kind(_one(tell_page), single=True),
    PageKind.SETTING: Kind(tell_settings),
    PageKind.PROGRESS: Kind(_one(tell_progress_page)),
    PageKind.CARD: Kind(_one(_card)),
    PageKind.EVIDENCE: Kind(_one(tell_evidence_page)),
}


def build_pages(kind: PageKind, material: Material) -> tuple[Page, ...]:
    """Tell an assessment as one kind of report: one page, or one for each adopter setting.

    Total, and the same for the same inputs. What `material.privacy` holds back is taken out before
    anything is told: it is in no block, in no name, and not in the view.
    """
    if kind is PageKind.CARD:
        found = material.assessment
        return (build_card(found.rubric, material.language, material.provenance),)
    pen = _pen(material)
    told = KINDS[kind]
    return tuple(
        Page(
            kind,
            pen.language,
            f"{pen.teller.project.id}-{kind}{end}-{pen.language}",
            _short(str(pen.view.header.title)),
            pen.say(f"kind.{kind}"),
            pen.teller.found.snapshot.date,
            tuple(without_echoes(blocks)),
            footer(pen),
            pen.view if told.rich else None,
            told.single,
        )
        for end, blocks in told.tell(pen)
    )


def build_card(rubric: Rubric, language: Language, provenance: Provenance | None = None) -> Page:
    """Tell a rubric as a card for workshops; it needs no project and bears no date."""
    words = RubricWords(rubric, language)
    version = provenance.tool_version if provenance else ""
    edition = f"{rubric.id} {rubric.version}"
    made = say("pages.footer.made", language, version=version, rubric=edition)
    return Page(
        PageKind.CARD,
        language,
        f"{rubric.id}-{PageKind.CARD}-{language}",
        _short(words.text(rubric.title)),
        say("pages.kind.card", language),
        "",
        tuple(without_echoes(tell_card(words))),
        (made.replace("  ", " "),),
    )


def _pen(material: Material) -> Pen:
    every = (*material.history, material.assessment)
    provenance = material.provenance
    if material.privacy.redact:
        # The labels follow the assessment of today, so that one alone bears the same.
        now, *before = redact((material.assessment, *material.history))
        every, provenance = (*before, now), redact_provenance(provenance)
    smallest = material.privacy.smallest
    *history, found = every
    view = build_view(found, material.language, history, provenance, smallest)
    teller = Teller(found, material.language, smallest)
    return Pen(view, teller, tuple(history), provenance.tool_version if provenance else "")


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"
