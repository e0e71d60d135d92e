"""The answers of one sitting, wherever they were given: what every form brings back."""

from collections.abc import Mapping
from typing import Literal

from scalecheck.model.answer import Answers
from scalecheck.model.base import Day, Flag, Frozen, Line, Slug, Slugs
from scalecheck.model.check_project import each_answer
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.marks import Field
from scalecheck.model.project import Evidence
from scalecheck.model.snapshot import Assessor, Context, Kind
from scalecheck.model.text import Text


class AnswerSheet(Frozen):
    """What a form holds: the rubric it asks, whose project it is, and what was answered.

    `project` is the id of a project that exists, or will; a form for a new one may hold its
    `title` alone. `settings` and `groups` are the instances as they stand on the sheet, new ones
    included; `evidence` the records cited. `still_valid` says of earlier records whether they
    still hold: one that does not is cited no more. `fingerprint` is that of what the rubric
    decides, so that a form made from another edition is not read as if it were this one.
    """

    format: Literal["scalecheck/answers@1"]
    rubric: Slug
    rubric_version: Line | None = None
    fingerprint: Line | None = None
    project: Slug | None = None
    title: Text | None = None
    language: Language = Language.FR
    organization: Text | None = None
    date: Day | None = None
    kind: Kind = Kind.SELF
    assessor: Assessor = Field(default_factory=Assessor)
    context: Context = Field(default_factory=Context)
    note: Text | None = None
    attributes: Mapping[Slug, Slugs] = Field(default_factory=dict)
    settings: tuple[Instance, ...] | None = None
    groups: Mapping[Slug, tuple[Instance, ...]] = Field(default_factory=dict)
    evidence: Mapping[Slug, Evidence] = Field(default_factory=dict)
    still_valid: Mapping[Slug, Flag] = Field(default_factory=dict)
    answers: Answers = Field(default_factory=dict)


def cited_in(sheet: AnswerSheet) -> tuple[str, ...]:
    """The records that the answers of a sheet cite, each once, in their order on the sheet."""
    cited = {name for answer, _ in each_answer(sheet.answers, ()) for name in answer.cited}
    return tuple(name for name in sheet.evidence if name in cited)
