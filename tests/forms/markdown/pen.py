"""A person with an editor: what they would write on a form for a sheet of answers to come back."""

import re

from scalecheck.forms.carry import shown
from scalecheck.forms.questionnaire import Question, Questionnaire
from scalecheck.forms.xlsform.asks import level_of
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet


class Pen:
    """Writes on the lines of a form, found by their marks."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.start, self.stop = 0, len(self.lines)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def within(self, *marks: str) -> "Pen":
        """Look only after these marks, up to the next part of the same kind."""
        self.start, self.stop = 0, len(self.lines)
        for mark in marks:
            self.start = self._line(mark) + 1
        ends = ("sc:part ", "sc:instance ", *(("sc:q ",) if marks[-1].startswith("q ") else ()))
        for number in range(self.start, len(self.lines)):
            if any(end in self.lines[number] for end in ends):
                self.stop = number
                break
        return self

    def _line(self, mark: str) -> int:
        found = (n for n in range(self.start, self.stop) if f"<!-- sc:{mark} -->" in self.lines[n])
        return next(found)

    def tick(self, mark: str) -> None:
        line = self._line(mark)
        self.lines[line] = self.lines[line].replace("[ ]", "[x]", 1)

    def cell(self, name: str, text: str) -> None:
        if text:
            line = self._line(f"field {name}")
            first, _, *rest = re.split(r"(?<!\\)\|", self.lines[line].strip("|"))
            typed = text.replace("|", "\\|").replace("\n", "<br>")
            self.lines[line] = f"|{first}| {typed} |{'|'.join(rest)}"

    def quote(self, name: str, text: str) -> None:
        if text:
            line = self._line(f"text {name}") + 2
            assert self.lines[line] == ">"
            self.lines[line] = "\n".join(f"> {one}" for one in text.split("\n"))
            self.lines = "\n".join(self.lines).split("\n")
            self.stop = len(self.lines)

    def row(self, cells: list[str]) -> None:
        line = next(n for n, one in enumerate(self.lines) if "sc:new-records" in one) + 4
        typed = (one.replace("|", "\\|").replace("\n", "<br>") for one in cells)
        while not re.fullmatch(r"[|\s]+", self.lines[line]) and self.lines[line].startswith("|"):
            line += 1
        self.lines.insert(line, f"| {' | '.join(typed)} |")

    def copy(self, mark: str) -> None:
        """Copy a part of the form under itself."""
        first = next(n for n, one in enumerate(self.lines) if f"sc:{mark} " in one)
        ends = ("sc:part ", "sc:instance ")
        last = next(
            n for n in range(first + 1, len(self.lines)) if any(e in self.lines[n] for e in ends)
        )
        self.lines[last:last] = self.lines[first:last]


def fill(text: str, asked: Questionnaire, wanted: AnswerSheet) -> str:
    """Write a whole sheet on a blank form."""
    language = wanted.language
    for group in asked.groups:
        found = wanted.settings if group.of_settings else wanted.groups.get(group.id)
        pen = Pen(text)
        for _ in (found or ())[1:]:
            pen.copy(f"instance {group.id} +")
        for number in range(len(found or ())):
            _rename(pen, f"sc:instance {group.id} + -->", f"sc:instance {group.id} @{number} -->")
        for number, one in enumerate(found or ()):
            here = f"instance {group.id} @{number}"
            pen.within(here).cell("instance-id", one.id)
            pen.cell("instance-title", shown(one.title, language))
            for name, values in one.attributes.items():
                pen.within(here).cell(f"fact-{name}", ", ".join(values))
            told = wanted.answers.get(group.id, {}).get(one.id, {})
            for question in group.questions:
                _answer(pen, (here, f"q {question.id}"), question, told.get(question.id), language)
        text = re.sub(r"sc:instance (\S+) @\d+ -->", r"sc:instance \1 + -->", pen.text)
    pen = Pen(text)
    for part in asked.parts:
        for question in part.questions:
            given = wanted.answers.get(question.id)
            _answer(pen, (f"q {question.id}",), question, given, language)
    _top(pen, wanted)
    return pen.text


def _rename(pen: Pen, before: str, after: str) -> None:
    pen.lines = pen.text.replace(before, after, 1).split("\n")


def _top(pen: Pen, wanted: AnswerSheet) -> None:
    language = wanted.language
    said = {
        "title": shown(wanted.title, language),
        "project": wanted.project or "",
        "organization": shown(wanted.organization, language),
        "date": wanted.date or "",
        "kind": str(wanted.kind),
        "role": wanted.assessor.role or "",
        "body": wanted.assessor.organization or "",
    }
    for name, text in said.items():
        pen.within("part start").cell(name, text)
    pen.within("part start").quote("general-note", shown(wanted.note, language))
    for name, values in wanted.attributes.items():
        pen.within("part facts").cell(f"fact-{name}", ", ".join(values))
    for name, one in wanted.evidence.items():
        told = (one.title, one.kind, one.date, one.issuer, one.grade, one.where, one.note)
        cells = [t if isinstance(t, str) or t is None else shown(t, language) for t in told]
        pen.row([name, *(t or "" for t in cells)])


def _answer(pen: Pen, marks, question: Question, given: Answer | None, language) -> None:
    if given is None:
        return
    if given.level is not None:
        level = level_of(question, given.level)
        pen.within(*marks).tick(f"level {level.value}")
    elif given.between is not None:
        pen.within(*marks).cell("between", f"{given.between[0]} à {given.between[1]}")
    elif given.amount is not None:
        pen.within(*marks).cell("amount", str(given.amount))
    elif given.unknown:
        pen.within(*marks).tick("unknown")
    else:
        pen.within(*marks).tick("not-applicable")
        pen.within(*marks).quote("why-not", given.not_applicable or "")
    pen.within(*marks).cell("evidence", ", ".join(given.cited))
    pen.within(*marks).quote("note", shown(given.note, language))
    if given.reason is not None:
        pen.within(*marks).quote("reason", shown(given.reason, language))
