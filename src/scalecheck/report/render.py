"""Render an assessment: build the view, then lay it out."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from scalecheck.errors import UnknownName
from scalecheck.model.assessment import Assessment
from scalecheck.model.language import Language
from scalecheck.report.format import Look
from scalecheck.report.formats import FORMATS
from scalecheck.report.provenance import Provenance
from scalecheck.report.view.build import View, build_view


class LookOptions(TypedDict, total=False):
    """The fields of `Look`, by name."""

    width: int
    plain: bool
    colour: bool


def render(
    assessment: Assessment,
    format: str,  # the word that users know
    language: Language,
    history: Sequence[Assessment] = (),
    provenance: Provenance | None = None,
    **look: Unpack[LookOptions],
) -> str:
    """Render an assessment in a format and a language.

    Args:
        assessment: what the engine found.
        format: a name of `FORMATS`.
        language: of the report.
        history: earlier assessments under the same rubric, oldest first.
        provenance: the tool and the inputs, printed at the end.
        look: how a terminal is to be drawn on.

    Raises:
        UnknownName: no such format.
    """
    return render_view(build_view(assessment, language, history, provenance), format, Look(**look))


def render_view(view: View, format: str, look: Look | None = None) -> str:
    """Lay out a view that is already built.

    Raises:
        UnknownName: no such format.
    """
    if format not in FORMATS:
        raise UnknownName("format", format, tuple(FORMATS))
    return FORMATS[format].render(view, look or Look())
