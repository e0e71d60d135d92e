"""What a form says of itself: enough to find its rubric, and to know what it was made with."""

from typing import NamedTuple

from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language


class FormMark(NamedTuple):
    """The hidden part of a form that came back.

    `sheet` is what the form opened with (rubric, version, fingerprint, project, instances,
    evidence, answers): what nobody touched comes back as it was there. `languages` are those the
    form was made in, the first one its own.
    """

    sheet: AnswerSheet
    languages: tuple[Language, ...]
