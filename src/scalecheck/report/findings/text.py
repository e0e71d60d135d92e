"""Findings as text: the line quoted with its caret, what is wrong, what to do, and a summary."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.diagnostic import Diagnostic, Severity, split_lines
from scalecheck.model.findings import FileFindings
from scalecheck.model.language import Language
from scalecheck.report.findings.screen import neutralise
from scalecheck.report.findings.showing import Look, Showing, count
from scalecheck.report.findings.view import FindingView, QuotedPlace, describe

MOST_PER_FILE = 50
MOST_PER_RUN = 500

_TINTS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_TINT_OF_PLACES = "1;34"


class _LaidOut(NamedTuple):
    blocks: tuple[str, ...]
    left_out: int


def render(showing: Showing) -> str:
    """Lay out findings file by file, fifty a file and five hundred a run at most, then count."""
    blocks, left_out = _lay_out(showing.files, showing.look)
    return "\n\n".join((*blocks, _summarise(showing, left_out))) + "\n"


def render_text(
    diagnostics: Sequence[Diagnostic],
    language: Language,
    texts: Mapping[str, str],
    *,
    colour: bool = False,
) -> str:
    """Lay out findings without a summary: those that keep a command from its work.

    Args:
        diagnostics: the findings, in the order of the files.
        language: in which to say them.
        texts: the text of each file, by the name that findings call it.
        colour: whether to colour for a terminal (ANSI).
    """
    files = (
        FileFindings(file, texts.get(file, ""), tuple(found))
        for file, found in groupby(diagnostics, key=lambda finding: finding.file)
    )
    return "\n\n".join(_lay_out(files, Look(language, colour)).blocks)


def render_some(file: FileFindings, diagnostics: Iterable[Diagnostic], look: Look) -> str:
    """Lay out some of the findings of a file, all of those that are given."""
    lines = split_lines(file.text)
    return "\n\n".join(_block(finding, lines, look) for finding in diagnostics)


def _lay_out(files: Iterable[FileFindings], look: Look) -> _LaidOut:
    blocks: list[str] = []
    room, left_out, unseen = MOST_PER_RUN, 0, 0
    for file in files:
        shown = file.diagnostics[: min(MOST_PER_FILE, room)]
        rest = len(file.diagnostics) - len(shown)
        room -= len(shown)
        left_out += rest
        blocks.extend(_blocks(file, shown, look))
        if shown and rest:
            words = say("problem.rest", look.language, count=rest)
            blocks.append(f"{neutralise(file.file)}: {words}")
        elif rest:
            unseen += rest
    if unseen:
        blocks.append(say("check.rest", look.language, count=unseen))
    return _LaidOut(tuple(blocks), left_out)


def _blocks(file: FileFindings, shown: Sequence[Diagnostic], look: Look) -> Iterator[str]:
    lines = split_lines(file.text) if shown else []
    return (_block(finding, lines, look) for finding in shown)


def _block(finding: Diagnostic, lines: list[str], look: Look) -> str:
    view = describe(finding, look.language, lines, width=look.width)
    word = _tint(view.severity, _TINTS[finding.severity], look)
    facts = {"severity": word, "what": view.what, "code": view.code}
    rows = [f"{view.where}: {say('problem.title', look.language, **facts)}"]
    rows.extend(_quote(view, _TINTS[finding.severity], look))
    if view.fix:
        rows.append(f"  {say('problem.hint', look.language, fix=view.fix)}")
    return "\n".join(rows)


def _quote(view: FindingView, tint: str, look: Look) -> Iterator[str]:
    """Quote the lines that a finding speaks of; a line stands there once, its marks under it."""
    margin = max((len(str(place.excerpt.number)) for place in view.places), default=0)
    before: QuotedPlace | None = None
    for place in view.places:
        if before is None or not place.is_under(before):
            yield f"  {place.excerpt.number:>{margin}} | {place.excerpt.text}"
        marks = _tint(place.marks, tint if place.is_meant else _TINT_OF_PLACES, look)
        yield f"  {'':>{margin}} | {marks} {place.label}".rstrip()
        before = place


def _summarise(showing: Showing, left_out: int) -> str:
    language, counts = showing.language, count(showing.files)._asdict()
    said = {
        name: say(f"check.summary.{name}", language, count=number)
        for name, number in {**counts, "left-out": left_out}.items()
        if number or name == "files"
    }
    found = [said[name] for name in ("error", "warning", "note", "unreadable") if name in said]
    aside = [said[n] for n in ("waived", "baselined", "fixable", "left-out") if n in said]
    facts = {
        "files": said["files"],
        "found": ", ".join(found) or say("check.summary.clean", language),
        "aside": ", ".join(aside),
    }
    return say(f"check.summary.{'aside' if aside else 'whole'}", language, **facts)


def _tint(text: str, tint: str, look: Look) -> str:
    return f"\x1b[{tint}m{text}\x1b[0m" if look.colour else text
