"""The rows that open the form: whose answers they are, of what day, given by whom."""

from collections.abc import Iterator

from scalecheck.forms.xlsform.names import (
    BODY,
    DATE,
    KIND,
    NOTE,
    ORGANIZATION,
    PROJECT,
    ROLE,
    TITLE,
)
from scalecheck.forms.xlsform.rows import Choice, Row
from scalecheck.forms.xlsform.telling import Telling
from scalecheck.model.snapshot import Kind


def opening_rows(telling: Telling) -> Iterator[Row]:
    """Ask who answers and when; a project that is not known yet says its name."""
    words, sheet = telling.words, telling.asked.sheet
    yield Row("begin_group", "p_start", words.say("part.start"), appearance="field-list")
    yield Row("note", "s_about", words.say("note.about", title=telling.asked.rubric.title))
    yield Row("note", "s_privacy", words.say("note.privacy"))
    yield from _project(telling)
    date = sheet.date or "today()"
    yield Row("date", DATE, words.say("start.date"), required=True, default=date)
    yield _kind(telling)
    opens = (sheet.assessor.role or "", sheet.assessor.organization or "")
    yield telling.line(ROLE, words.say("start.role"), opens[0], words.say("hint.role"))
    yield telling.line(BODY, words.say("start.body"), opens[1])
    yield telling.line(NOTE, words.say("start.note"), telling.shown(sheet.note))
    yield Row("end_group", "p_start", words.same(""))


def _project(telling: Telling) -> Iterator[Row]:
    words, sheet = telling.words, telling.asked.sheet
    if sheet.project is not None:
        title = words.text(sheet.title) if sheet.title else words.same(sheet.project)
        yield Row("note", "s_project_known", words.say("note.project", title=title))
        return
    yield telling.line(TITLE, words.say("start.title"), telling.shown(sheet.title))
    body = telling.shown(sheet.organization)
    yield telling.line(ORGANIZATION, words.say("start.organization"), body)
    yield Row("text", PROJECT, words.say("start.project"), words.say("hint.project"))


def _kind(telling: Telling) -> Row:
    words = telling.words
    choices = tuple(Choice(str(kind), words.say(f"kind.{kind}")) for kind in Kind)
    opens = str(telling.asked.sheet.kind)
    return Row(
        "select_one",
        KIND,
        words.say("start.kind"),
        list_name="kinds_of_assessment",
        choices=choices,
        default=opens,
    )
