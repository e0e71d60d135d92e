"""Hold an interview about a project: open it, save every answer beside, write it in at the end."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.drafting import draft_of, open_draft, read_draft_text, write_draft
from scalecheck.api.loading import load_vocabularies, open_project, shelf, slug, write_whole
from scalecheck.errors import CannotWrite, UnknownName
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.interview.interview import Interview, begin
from scalecheck.forms.interview.lines import converse
from scalecheck.forms.interview.talk import Ending, Talk
from scalecheck.forms.interview.voice import Voice
from scalecheck.forms.interview.writing import in_order
from scalecheck.lint.life.fingerprint import meaning_fingerprint
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.base import is_day
from scalecheck.model.language import Language
from scalecheck.model.open_sheet import Opening, open_blank, open_for
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.snapshot import Kind
from scalecheck.model.text import Text


class InterviewOptions(NamedTuple):
    """What an interview opens with.

    `rubric` is an id or a path, by default that of the project's last assessment; `date` that of
    the answers, by default `today`, the day that it begins; `title` that of a project which has
    no file yet. `role` and `organization` are those of whoever answers. With `blank`, answers are
    left open and the last ones shown beside. What is left out stays as a draft says, where there
    is one.
    """

    rubric: str | None = None
    date: str | None = None
    kind: str | None = None
    role: str | None = None
    organization: str | None = None
    title: str | None = None
    blank: bool = False
    today: str | None = None


class Outcome(NamedTuple):
    """How an interview ended: `finished`, `left` or `cut`, and what is left to do.

    `draft` is the file that the answers are kept in, "" where they are in the project, or where
    there is none; `empty` counts the questions without an answer; `slipped` are the numbers of
    the lines that were not understood. `written` tells whether the project holds the answers, and
    `created` whether its file was not there before.
    """

    ending: str
    draft: str
    empty: int
    slipped: tuple[int, ...]
    written: bool
    created: bool


class Sitting:
    """An interview about a project file, with the draft beside it."""

    def __init__(self, path: Path, interview: Interview, project: Project | None) -> None:
        self.path, self.draft = path, draft_of(path)
        self.interview, self.project = interview, project
        self.resumed = self.draft.exists()
        self._kept = read_draft_text(self.draft)

    def hold_lines(
        self,
        hear: Callable[[], str | None],
        say: Callable[[str], None],
        language: Language | str = Language.FR,
        *,
        scripted: bool = False,
    ) -> Outcome:
        """Hold it line by line.

        Args:
            hear: gives the next line, or None where there is none any more.
            say: takes a line to show.
            language: of the words.
            scripted: the lines were written before it began: one that is not understood makes the
                rest doubtful, and nothing goes into the project.

        Raises:
            SourceError, CannotWrite: the answers cannot be kept, or not be written in.
        """
        talk = Talk(self.interview, Voice(Language(language)), self.preview, scripted=scripted)
        ended = converse(talk, hear, say, self.save)
        return self._close(ended.interview, ended.ended or Ending.CUT, ended.slipped)

    def hold_screen(self, language: Language | str = Language.FR) -> Outcome:
        """Hold it on a screen of a terminal.

        Raises:
            MissingExtra: the extra `tui` is not installed.
            SourceError, CannotWrite: the answers cannot be kept, or not be written in.
        """
        from scalecheck.forms.interview.screen.show import show

        ended, ending = show(self.interview, Language(language), self.preview, self.save)
        return self._close(ended, ending, ())

    def save(self, interview: Interview) -> None:
        """Keep the answers in the draft: whole, or as they were before.

        Raises:
            CannotWrite: the system refused, or somebody else has written the draft meanwhile.
        """
        if read_draft_text(self.draft) != self._kept:
            raise CannotWrite(str(self.draft), "changed")
        text = write_draft(in_order(interview.asked, interview.sheet), interview.here)
        write_whole(self.draft, text, force=True)
        self.interview, self._kept = interview, text

    def preview(self, sheet: AnswerSheet, language: Language) -> tuple[str, ...]:
        """Say what the answers so far give, and what would settle it."""
        from scalecheck.api.preview import preview

        return preview(self.interview.asked.rubric, sheet, self.project, language)

    def _close(self, interview: Interview, ending: Ending, slipped: tuple[int, ...]) -> Outcome:
        is_new, empty = not self.path.exists(), len(interview.empty)
        if ending is Ending.FINISHED and interview.sheet.answers:
            self._write_in(interview)
            return Outcome(ending, "", empty, slipped, True, is_new)
        if self.draft.exists() or interview.sheet != interview.asked.sheet:
            self.save(interview)
        kept = str(self.draft) if self.draft.exists() else ""
        return Outcome(ending, kept, empty, slipped, False, is_new)

    def _write_in(self, interview: Interview) -> None:
        from scalecheck.api.collecting import append_sheet
        from scalecheck.api.homes import hold

        sheet = in_order(interview.asked, interview.sheet)
        self.save(interview)  # refused where somebody else went on with the draft
        with hold(self.path.parent):
            text = append_sheet(self.path, sheet)
            write_whole(self.path, text, force=self.path.exists())
        self.draft.unlink(missing_ok=True)


def open_interview(
    path: str | Path,
    options: InterviewOptions | None = None,
    *,
    language: Language | str = Language.FR,
    folders: Sequence[str | Path] = (),
) -> Sitting:
    """Open an interview about a project file, or go on with the draft beside it.

    Args:
        path: the project; where there is none, the interview makes it.
        options: what it opens with.
        language: that of what will be typed.
        folders: where rubrics are looked for first.

    Raises:
        UnknownName: no such rubric, or no such day.
        SourceError: the project or the draft cannot be read, or is not valid.
    """
    file, chosen = Path(path), options or InterviewOptions()
    if chosen.date is not None and not is_day(chosen.date):
        raise UnknownName("date", chosen.date, ())
    project = open_project(file).project if file.exists() else None
    draft, at = open_draft(file, project, chosen.rubric, folders)
    wanted = chosen.rubric or (draft.rubric if draft else project.current.rubric if project else "")
    rubric = shelf(folders).find(wanted).rubric
    opening = _opening(project, rubric, Language(language), chosen)
    sheet = _signed(draft or _named(opening.sheet, file, chosen), chosen)
    asked = make_questionnaire(rubric, sheet, load_vocabularies(), opening.last)
    return Sitting(file, begin(asked, dict(_known(project)), at), project)


def _opening(
    project: Project | None, rubric: Rubric, language: Language, options: InterviewOptions
) -> Opening:
    """Open a blank sheet, or one with the last answers of a project in place."""
    fingerprint = meaning_fingerprint(rubric)
    if project is None:
        return open_blank(rubric, fingerprint, language)
    return open_for(project, rubric, fingerprint, language, blank=options.blank)


def _named(sheet: AnswerSheet, path: Path, options: InterviewOptions) -> AnswerSheet:
    """Name the project of a sheet that begins one."""
    if sheet.project is not None:
        return sheet
    title = (options.title or "").strip() or path.stem
    words = Text.model_construct(**{str(sheet.language): title})
    return sheet.model_copy(update={"project": slug(path.stem), "title": words})


def _signed(sheet: AnswerSheet, options: InterviewOptions) -> AnswerSheet:
    """Say who answers, when, and in whose voice; what is left out stays as it was."""
    before = sheet.assessor
    role, organization = options.role or before.role, options.organization or before.organization
    assessor = before.model_copy(update={"role": role, "organization": organization})
    kind = Kind(options.kind) if options.kind else sheet.kind
    date = options.date or sheet.date or options.today
    return sheet.model_copy(update={"assessor": assessor, "kind": kind, "date": date})


def _known(project: Project | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The facts of a project that conditions may read, and that stand on no sheet."""
    if project is None:
        return
    yield from project.attributes.items()
    applicant = (project.applicant.type,) if project.applicant else ()
    track = (project.ambition.track,) if project.ambition.track else ()
    told = {
        "sector": (project.sector,) if project.sector else (),
        "clientele": project.clientele,
        "territory": project.territory,
        "applicant": applicant,
        "track": track,
        "strategy": project.strategies,
    }
    yield from ((name, values) for name, values in told.items() if values)
