"""The first sheet: what the form is, how to fill it, and how far one is."""

from collections.abc import Iterator
from typing import Any

from scalecheck.forms.carry import shown
from scalecheck.forms.excel.plan import MARKER, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.excel.written import formulas, looks
from scalecheck.forms.excel.written.looks import Look, Looks
from scalecheck.forms.excel.written.places import Places
from scalecheck.forms.excel.written.sheets import PROTECTED, print_on_letter
from scalecheck.forms.excel.written.sizing import height
from scalecheck.forms.questionnaire import Questionnaire

_WIDE, _NARROW = 96, 44
HOW = "how"


class Guide:
    """The first sheet being written, from its first line to its last."""

    def __init__(self, out: Any, asked: Questionnaire, places: Places, made: Looks) -> None:
        self.out, self.asked, self.places, self.looks = out, asked, places, made
        self.line = 0

    def write(self, speech: Speech, levels: str) -> None:
        """Write it; `levels` is the name of the sheet of levels."""
        self.out.set_column(0, 0, _WIDE)
        self.out.set_column(1, 1, _NARROW)
        self.out.set_column(2, 2, 4, None, {"hidden": True})
        self.out.write_string(0, 2, f"{MARKER}{HOW}")
        self._heading(speech)
        for number, step in enumerate(_steps(self.asked, self.places, levels, speech), 1):
            self._text(f"{number}. {step}")
        self._text(speech.tell("how.privacy"), looks.STRONG)
        self._text("")
        self._progress(speech)
        self.out.hide_gridlines(2)
        self.out.freeze_panes(1, 0)
        self.out.protect("", PROTECTED)
        print_on_letter(self.out, speech)

    def _heading(self, speech: Speech) -> None:
        rubric, sheet = self.asked.rubric, self.asked.sheet
        self._text(speech.say("how.first"), looks.TITLE, tall=26)
        facts = {"version": rubric.version}
        for one in (Speech((language,)) for language in speech.languages):
            title = one.title(rubric.title, rubric.id)
            self._text(one.say("how.rubric", title=title, **facts), looks.BOLD)
        project = shown(sheet.title, speech.main) or sheet.project or ""
        if project:
            self._text(speech.tell("how.project", title=project), looks.BOLD)
        if sheet.answers:
            self._text(speech.tell("how.prefilled"))
        if self.asked.last_date is not None:
            day = self.asked.last_date
            self._text(speech.each(lambda one: one.say("how.last", date=one.date(day)), "\n"))
        self._text("")
        self.out.write_string(self.line, 1, speech.say("how.legend"), self.looks.get(looks.LEGEND))
        self._text(speech.say("how.steps"), looks.PART, tall=20)

    def _progress(self, speech: Speech) -> None:
        self._pair(speech.say("how.progress-sheet"), speech.say("how.progress-count"))
        for table in self.places.plan.tables:
            formula, text = formulas.progress(self.places, table, speech)
            place = self.places.tables[table.id]
            self._link(place.sheet, speech.say("how.open", sheet=place.sheet))
            if formula:
                self.out.write_formula(self.line, 1, formula, self.looks.get(looks.PLAIN), text)
            else:
                self.out.write_blank(self.line, 1, None, self.looks.get(looks.PLAIN))
            self.line += 1
        formula, text = formulas.total(self.places, speech)
        shape = self.looks.get(looks.NAME)
        self.out.write_string(self.line, 0, speech.say("how.total"), shape)
        self.out.write_formula(self.line, 1, formula, shape, text)
        self.line += 2

    def _link(self, sheet: str, text: str) -> None:
        quoted = sheet.replace("'", "''")
        shape = self.looks.get(looks.PLAIN, looks.LINK)
        self.out.write_url(self.line, 0, f"internal:'{quoted}'!A1", shape, string=text)

    def _pair(self, left: str, right: str) -> None:
        for at, text in enumerate((left, right)):
            self.out.write_string(self.line, at, text, self.looks.get(looks.HEAD))
        self.line += 1

    def _text(self, text: str, look: Look | None = None, tall: float = 0.0) -> None:
        if text:
            self.out.write_string(self.line, 0, text, self.looks.get(look or {}))
            self.out.set_row(self.line, tall or height([(text, _WIDE)]))
        self.line += 1


def _steps(asked: Questionnaire, places: Places, levels: str, speech: Speech) -> Iterator[str]:
    yield speech.tell("how.step-cells")
    yield from _step("project", places.plan.table("project"), places, speech)
    for group in asked.groups:
        listed = places.tables[f"instances:{group.id}"].sheet
        answers = places.tables.get(f"group:{group.id}")
        facts = {"sheet": listed, "answers": answers.sheet if answers else listed}
        yield speech.tell("how.step-group", **facts)
    yield from _step("answers", places.plan.table("answers"), places, speech)
    yield speech.tell("how.step-between")
    yield speech.tell("how.step-unknown")
    yield from _step("records", places.plan.table("evidence"), places, speech)
    if asked.sheet.evidence:
        yield speech.tell("how.step-valid")
    yield speech.tell("how.step-levels", sheet=levels)
    yield speech.tell("how.step-return")


def _step(key: str, table: Table | None, places: Places, speech: Speech) -> Iterator[str]:
    """Say a step that names a sheet; where questions all belong to groups, the first of those."""
    found = table or next((one for one in places.plan.tables if one.per), None)
    if found is not None:
        yield speech.tell(f"how.step-{key}", sheet=places.tables[found.id].sheet)
