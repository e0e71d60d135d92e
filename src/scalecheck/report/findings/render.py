"""Findings in the format asked for; the formats are one visible list."""

from collections.abc import Callable, Mapping, Sequence

from scalecheck.errors import UnknownName
from scalecheck.model.findings import FileFindings, RuleInfo
from scalecheck.model.language import Language
from scalecheck.report.findings.showing import Look, Showing


def _text(showing: Showing) -> str:
    from scalecheck.report.findings.text import render

    return render(showing)


def _json(showing: Showing) -> str:
    from scalecheck.report.findings.record import render

    return render(showing)


def _sarif(showing: Showing) -> str:
    from scalecheck.report.findings.sarif import render

    return render(showing)


def _github(showing: Showing) -> str:
    from scalecheck.report.findings.github import render

    return render(showing)


def _gitlab(showing: Showing) -> str:
    from scalecheck.report.findings.gitlab import render

    return render(showing)


def _junit(showing: Showing) -> str:
    from scalecheck.report.findings.junit import render

    return render(showing)


FORMATS: Mapping[str, Callable[[Showing], str]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
}


def render_findings(  # noqa: PLR0913  # one argument a choice of the reader
    files: Sequence[FileFindings],
    format: str,
    *,
    language: Language | str,
    rules: Sequence[RuleInfo],
    tool_version: str,
    colour: bool,
    width: int,
) -> str:
    """Show findings; whatever names and texts hold, what is shown is harmless.

    Args:
        files: what was found, file after file.
        format: one of `FORMATS`. Only `text` leaves findings out, and says how many.
        language: of the words; `json` always has both.
        rules: the whole catalogue, which SARIF describes; any other code is a problem of reading.
        tool_version: that of scalecheck.
        colour: ANSI colours, in `text` only.
        width: how many columns a quoted line may take.

    Raises:
        UnknownName: no such format.
    """
    if format not in FORMATS:
        raise UnknownName("format", format, tuple(FORMATS))
    look = Look(Language(language), colour, width)
    return FORMATS[format](Showing(files, rules, tool_version, look))
