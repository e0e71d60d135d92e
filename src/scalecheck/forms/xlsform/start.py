"""What opens a submission: whose answers, of what day, given by whom."""

from typing import Any

from scalecheck.forms.carry import as_plain, fold, tidy
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.forms.xlsform.answers import text_back
from scalecheck.forms.xlsform.literals import fits
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
from scalecheck.forms.xlsform.taken import Taken
from scalecheck.model.base import Plain, is_day
from scalecheck.model.diagnostic import Path
from scalecheck.model.language import Language

_SENT = ("_submission_time", "SubmissionDate", "__system/submissionDate", "submissionDate")
_NAMES: dict[Path, str] = {
    ("date",): DATE,
    ("kind",): KIND,
    ("note",): NOTE,
    ("title",): TITLE,
    ("organization",): ORGANIZATION,
    ("project",): PROJECT,
    ("assessor", "role"): ROLE,
    ("assessor", "organization"): BODY,
}


def read_start(
    taken: Taken, asked: Questionnaire, language: Language
) -> tuple[dict[str, Any], dict[Path, str]]:
    """Read what opens a submission, and where each part of it stands."""
    sheet = asked.sheet
    note = text_back(taken.text(NOTE), sheet.note, language)
    said: dict[str, Any] = {
        "date": _date(taken),
        "kind": Plain(taken.one(KIND) or str(sheet.kind)),
        "assessor": _assessor(taken, asked),
        "note": None if note is None else as_plain(note),
    }
    if sheet.project is None:
        said |= _project(taken, asked, language)
    return said, {path: taken.cell(name) for path, name in _NAMES.items()}


def _project(taken: Taken, asked: Questionnaire, language: Language) -> dict[str, Any]:
    sheet = asked.sheet
    title = text_back(taken.text(TITLE), sheet.title, language)
    body = text_back(taken.text(ORGANIZATION), sheet.organization, language)
    named = taken.text(PROJECT).strip().lower()
    said = {"title": title, "organization": body, "project": named or None}
    return {name: None if one is None else as_plain(one) for name, one in said.items()}


def _date(taken: Taken) -> Plain | None:
    """The day that was typed; without it, that on which the answers were sent."""
    typed = taken.text(DATE).strip()
    if typed and not is_day(typed[:10]):
        return Plain(typed)
    sent = (taken.line.get(name)[:10] for name in _SENT)
    found = typed[:10] or next((day for day in sent if is_day(day)), "")
    return Plain(found) if found else None


def _assessor(taken: Taken, asked: Questionnaire) -> dict[str, Any]:
    before = asked.sheet.assessor
    said: dict[str, Any] = {
        "role": _line(taken.text(ROLE), before.role),
        "organization": _line(taken.text(BODY), before.organization),
        "voices": tuple(map(Plain, before.voices)) or None,
        "reader": before.reader and Plain(before.reader),
    }
    return {name: one for name, one in said.items() if one}


def _line(typed: str, before: str | None) -> Plain | None:
    if before and (fold(typed) == fold(before) or not (typed.strip() or fits(before))):
        return Plain(before)
    said = tidy(typed).strip()
    return Plain(said) if said else None
