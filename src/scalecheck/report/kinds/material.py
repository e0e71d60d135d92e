"""What a kind of report is made from."""

from typing import NamedTuple

from scalecheck.model.assessment import Assessment
from scalecheck.model.language import Language
from scalecheck.report.provenance import Provenance


class Privacy(NamedTuple):
    """What is held back in print.

    `redact` replaces whatever names the project, its organisations, its settings and its records
    by neutral labels. `smallest` is the smallest count of people or places that is printed as it
    is (see `report.privacy`); 0 prints them all.
    """

    redact: bool = False
    smallest: int = 5


class Material(NamedTuple):
    """An assessment and how to tell it.

    `history` holds the earlier assessments of the project under the same rubric, oldest first.
    """

    assessment: Assessment
    language: Language
    history: tuple[Assessment, ...] = ()
    provenance: Provenance | None = None
    privacy: Privacy = Privacy()
