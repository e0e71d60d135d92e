"""The tables of questions: one row a question, or one a question and an instance."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.forms.excel.laid import lists
from scalecheck.forms.excel.laid.columns import KEYS, column, filled, written
from scalecheck.forms.excel.laid.conditions import applies
from scalecheck.forms.excel.laid.instances import Member, members
from scalecheck.forms.excel.plan import Cell, Choices, Column, Entry, Row, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import GroupPart, Question, Questionnaire
from scalecheck.model.answer import Answer
from scalecheck.model.text import Text

ANSWERS, GROUP = "answers", "group:"
ASKED, ANSWER, UP_TO, AMOUNT = "question", "answer", "up-to", "amount"
EVIDENCE, NOTE, REASON = "evidence", "note", "reason"


class _Asking(NamedTuple):
    """What every row of questions needs."""

    asked: Questionnaire
    speech: Speech

    def row(self, question: Question, member: Member | None = None) -> Row:
        instance = member.id if member is not None else None
        given = self.asked.given(question.id, instance)
        grades = self.asked.lists.grades
        choices = lists.answers(question, grades, self.speech)
        cells = {**self._asked(question), **_answer(given, question, choices)}
        cells |= _live(given, question, choices)
        cells |= self._beside(given)
        last = self.asked.last_given(question.id, instance)
        cells["last"] = Cell(answer_words(last, question, choices, self.speech))
        if member is None:
            return Row(question.id, cells)
        cells["instance"] = Cell(member.name, live="name")
        first = question is member.group.questions[0]
        return Row(f"{member.key}/{question.id}", cells, first=first)

    def _asked(self, question: Question) -> dict[str, Cell]:
        said = [self.speech.text(question.question or question.description)]
        said += [applies(question, self.asked, self.speech)]
        title = f"{question.number}. {self.speech.title(question.title)}"
        text = "\n".join(one for one in said if one)
        return {ASKED: Cell(text, title=title)}

    def _beside(self, given: Answer | None) -> dict[str, Cell]:
        cited = "; ".join(given.cited) if given is not None else ""
        reason = _reason(given)
        said = (
            filled(reason, self.speech) if isinstance(reason, str) else written(reason, self.speech)
        )
        note = written(given.note if given is not None else None, self.speech)
        return {EVIDENCE: filled(cited, self.speech), NOTE: note, REASON: said}


def _reason(given: Answer | None) -> str | Text | None:
    if given is None:
        return None
    return given.not_applicable if given.not_applicable is not None else given.reason


def _answer(given: Answer | None, question: Question, choices: Choices) -> dict[str, Cell]:
    low, high = stated(given, question, choices)
    amount = str(given.amount) if given is not None and given.amount is not None else ""
    return {
        ANSWER: Cell(low, open=True, choices=choices),
        UP_TO: Cell(high, open=True, choices=choices, only=True),
        AMOUNT: Cell(amount, open=question.takes_amounts),
    }


def stated(given: Answer | None, question: Question, choices: Choices) -> tuple[str, str]:
    """How an answer reads in its two cells: the level, and the other end of an interval."""
    if given is None or given.amount is not None:
        return "", ""
    if given.unknown:
        return _text(lists.UNKNOWN, choices), ""
    if given.not_applicable is not None:
        return _text(lists.NOT_APPLICABLE, choices), ""
    low, high = given.between or (given.level or "", "")
    return _level(low, question, choices).text, _level(high, question, choices).short


def _level(name: str, question: Question, choices: Choices) -> Entry:
    found = question.choice(name)
    entry = choices.entry(found.value) if found is not None else None
    return entry or Entry(name, name, name)


def _text(value: str, choices: Choices) -> str:
    entry = choices.entry(value)
    return entry.text if entry is not None else value


def _live(given: Answer | None, question: Question, choices: Choices) -> dict[str, Cell]:
    low, _ = stated(given, question, choices)
    entry = next((one for one in choices.entries if one.text == low), None)
    says, next_ = (entry.says, entry.next) if entry is not None else ("", "")
    tall = max((one.says for one in choices.entries), key=len, default="")
    taller = max((one.next for one in choices.entries), key=len, default="")
    return {
        "says": Cell(says, live="says", tallest=tall),
        "next": Cell(next_, live="next", tallest=taller),
    }


def answer_words(given: Answer | None, question: Question, choices: Choices, speech: Speech) -> str:
    """Say an answer in a few words, as it is shown beside the new one; "" for none."""
    if given is None:
        return ""
    if given.amount is not None:
        return str(given.amount)
    shorts = {one.text: one.short for one in choices.entries}
    low, high = (shorts.get(text, text) for text in stated(given, question, choices))
    return speech.say("answers.between", low=low, high=high) if high else low


def answers_table(asked: Questionnaire, speech: Speech) -> Table:
    """Plan the questions that are answered once, under the titles of their dimensions."""
    asking = _Asking(asked, speech)
    rows: list[Row] = []
    for part in asked.parts:
        rows.append(Row(f"part:{part.id}", {}, band=speech.title(part.title)))
        rows += [asking.row(question) for question in part.questions]
    alone = [question for part in asked.parts for question in part.questions]
    columns = (column(ASKED, 36, speech, read=False), *_columns(asked, alone, speech))
    about, name = speech.tell("answers.about"), speech.say("sheet.answers")
    return Table(ANSWERS, name, about, columns, tuple(rows), 1, ASKED, ANSWER)


def group_table(asked: Questionnaire, group: GroupPart, speech: Speech) -> Table:
    """Plan the questions of a group, once for each instance known and each that may be added."""
    asking = _Asking(asked, speech)
    rows = [
        asking.row(question, member)
        for member in members(group, speech) for question in group.questions
    ]  # fmt: skip
    beside = column("instance", 22, speech, read=False)
    first = (beside, column(ASKED, 32, speech, read=False))
    columns = (*first, *_columns(asked, list(group.questions), speech))
    own = Speech((speech.main,))
    name = own.say("sheet.group", title=own.title(group.title, group.id))
    about = speech.each(
        lambda one: one.say("group.about", title=one.title(group.title, group.id)), "\n"
    )
    key = f"{GROUP}{group.id}"
    return Table(key, name, about, columns, tuple(rows), 2, ASKED, ANSWER, f"instances:{group.id}")


def _columns(asked: Questionnaire, questions: list[Question], speech: Speech) -> Iterator[Column]:
    yield column(ANSWER, 24, speech)
    yield column("says", 32, speech, read=False)
    yield column("next", 32, speech, read=False)
    yield column(UP_TO, 15, speech)
    if any(question.takes_amounts for question in questions):
        yield column(AMOUNT, 11, speech)
    yield column(EVIDENCE, 15, speech)
    yield column(NOTE, 34, speech)
    yield column(REASON, 24, speech)
    if asked.last_date is not None:
        day = asked.last_date
        title = speech.each(lambda one: one.say("column.last", date=one.date(day)))
        yield Column("last", title, 15)
    yield KEYS
