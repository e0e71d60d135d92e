"""A finding in the words of one language, with the lines that it speaks of."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.diagnostic import Diagnostic, Related, Span
from scalecheck.model.language import Language
from scalecheck.report.findings.excerpt import Excerpt, cut_out
from scalecheck.report.findings.screen import neutralise
from scalecheck.report.findings.wording import word, word_place

_GUTTER = len("  " + " | ")


class QuotedPlace(NamedTuple):
    """A place of a file, quoted: the one that is meant, or another, and then with a label."""

    excerpt: Excerpt
    label: str
    is_meant: bool

    @property
    def marks(self) -> str:
        """What stands under the line: carets, or dashes under a second place."""
        carets = self.excerpt.carets
        return carets if self.is_meant else carets.replace("^", "-")

    def is_under(self, other: "QuotedPlace") -> bool:
        """Tell whether the line is quoted already, in the same way."""
        return self.excerpt[:2] == other.excerpt[:2]


class FindingView(NamedTuple):
    """A finding in the words of one language, ready to be laid out."""

    code: str
    severity: str
    file: str
    span: Span | None
    what: str
    fix: str
    places: tuple[QuotedPlace, ...]
    cell: str = ""

    @property
    def where(self) -> str:
        """The place as editors and terminals read it: `file:line:column`, or `file:sheet!cell`."""
        place = f"{self.span.line}:{self.span.column}" if self.span else self.cell
        return f"{self.file}:{place}" if place else self.file


def describe(
    finding: Diagnostic,
    language: Language,
    source_lines: list[str] | None = None,
    *,
    width: int = 100,
) -> FindingView:
    """Put a finding in words.

    Args:
        finding: what was found.
        language: in which to say it.
        source_lines: the lines of its file, to quote from; nothing is quoted without them.
        width: how many columns a quoted line and its number may take.

    Returns:
        What is wrong and what to do; a code that has no words yet stands for itself.
    """
    what, fix = word(finding, language)
    return FindingView(
        neutralise(finding.code),
        say(f"problem.severity.{finding.severity}", language),
        neutralise(finding.file),
        finding.span,
        what,
        fix,
        tuple(_quote(finding, language, source_lines or [], width)),
        neutralise(finding.cell),
    )


def _quote(
    finding: Diagnostic, language: Language, lines: list[str], width: int
) -> Iterator[QuotedPlace]:
    if finding.span is None:
        return
    places = (Related(finding.span, ""), *finding.related)
    numbers = max(len(str(place.span.line)) for place in places)
    for position, place in enumerate(places):
        excerpt = cut_out(
            lines,
            place.span,
            width=width - _GUTTER - numbers,
            reveal=finding.code == "invisible-in-key",
        )
        if excerpt is not None:
            label = word_place(finding.code, place.label, language) if place.label else ""
            yield QuotedPlace(excerpt, label, position == 0)
