"""Make the forms that people fill in: one view of a rubric and of a project, in every channel."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import OpenProject, load_vocabularies, open_project, shelf
from scalecheck.errors import UnknownName
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.makers import MAKERS
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.lint.life.fingerprint import meaning_fingerprint
from scalecheck.model.language import Language
from scalecheck.model.open_sheet import open_blank, open_for
from scalecheck.model.rubric import Rubric


class Form(NamedTuple):
    """A form ready to be written: the name of its file, and its bytes."""

    name: str
    content: bytes
    is_text: bool


class FormOptions(NamedTuple):
    """What a form opens with.

    `date` is that of the answers, left blank without one; `blank` leaves the answers of a known
    project open, its last ones shown beside.
    """

    date: str | None = None
    blank: bool = False


def make_form(
    channel: str,
    rubric: str | None = None,
    project: str | Path | None = None,
    *,
    languages: Sequence[Language | str] = (Language.FR,),
    options: FormOptions | None = None,
    folders: Sequence[str | Path] = (),
) -> Form:
    """Make a form of a rubric, filled from a project where one is given.

    Args:
        channel: `xlsx`, `html`, `xlsform` or `markdown`.
        rubric: an id or a path; by default that of the project's last assessment.
        project: a descriptor; its settings, evidence and last answers are on the form.
        languages: one, or both in one form; the first is the one it opens in.
        options: the date, and whether answers are left open.
        folders: where rubrics are looked for first.

    Raises:
        UnknownName: no such channel, rubric or day.
        SourceError: a file cannot be read, or is not valid.
        MissingExtra: the channel needs a part that is not installed.
    """
    if channel not in MAKERS:
        raise UnknownName("format", channel, tuple(MAKERS))
    maker, chosen = MAKERS[channel], tuple(Language(one) for one in languages)
    asked = lay_out(rubric, project, chosen[0], options or FormOptions(), folders)
    words = asked.sheet.project or asked.rubric.id
    name = f"{words}-{'-'.join(map(str, chosen))}{maker.suffix}"
    return Form(name, maker.write(asked, chosen), maker.is_text)


def lay_out(
    rubric: str | None,
    project: str | Path | None,
    language: Language,
    options: FormOptions,
    folders: Sequence[str | Path] = (),
) -> Questionnaire:
    """Lay out what is asked, whoever asks it: a form or an interview."""
    opened = open_project(project) if project is not None else None
    found = _find_rubric(rubric, opened, folders)
    fingerprint = meaning_fingerprint(found)
    if opened is None:
        opening = open_blank(found, fingerprint, language)
    else:
        opening = open_for(opened.project, found, fingerprint, language, blank=options.blank)
    sheet = opening.sheet.model_copy(update={"date": options.date})
    return make_questionnaire(found, sheet, load_vocabularies(), opening.last)


def _find_rubric(
    rubric: str | None, opened: OpenProject | None, folders: Sequence[str | Path]
) -> Rubric:
    wanted = rubric or (opened.project.current.rubric if opened else None)
    if wanted is None:
        raise UnknownName("rubric", "", ())
    return shelf(folders).find(wanted).rubric
