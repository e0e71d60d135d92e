"""The sheet of levels: all that each question may be answered, to read or to print."""

from collections.abc import Iterator
from typing import Any

from scalecheck.forms.excel.laid import lists
from scalecheck.forms.excel.plan import MARKER
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.excel.written import looks
from scalecheck.forms.excel.written.looks import Look, Looks
from scalecheck.forms.excel.written.sheets import set_up
from scalecheck.forms.excel.written.sizing import height
from scalecheck.forms.questionnaire import Question, Questionnaire

LEVELS = "levels"
_COLUMNS = (("question", 36), ("level", 26), ("says", 70), ("more", 60))
_HEAD = 1


def write_levels(out: Any, asked: Questionnaire, made: Looks, speech: Speech) -> None:
    """Write one row a level, under a title for each question."""
    out.write_string(0, 0, speech.say("levels.about"), made.get(looks.BOLD))
    for at, (key, width) in enumerate(_COLUMNS):
        out.set_column(at, at, width)
        out.write_string(_HEAD, at, speech.say(f"levels.{key}"), made.get(looks.HEAD))
    at = len(_COLUMNS)
    out.set_column(at, at, 4, None, {"hidden": True})
    out.write_string(0, at, f"{MARKER}{LEVELS}")
    line = _HEAD
    for question in asked.questions():
        for number, texts in enumerate(_rows(question, asked, speech)):
            line += 1
            _write(out, line, texts, made, looks.FIRST if number == 0 else {})
    set_up(out, _HEAD, 1, speech)


def _rows(question: Question, asked: Questionnaire, speech: Speech) -> Iterator[tuple[str, ...]]:
    title = f"{question.number}. {speech.title(question.title)}"
    choices = lists.answers(question, asked.lists.grades, speech)
    for number, entry in enumerate(choices.entries[: choices.ranked]):
        more = _more(question, speech) if number == 0 else ""
        yield title, entry.short, entry.says, more


def _more(question: Question, speech: Speech) -> str:
    """Say what else the rubric says of a question: beside its first level, once."""
    said = [speech.text(question.question), speech.text(question.description)]
    said.append(speech.text(question.notes))
    if question.examples is not None:
        said.append(speech.tell("levels.examples", examples=speech.title(question.examples)))
    return "\n".join(dict.fromkeys(one for one in said if one))


def _write(out: Any, line: int, texts: tuple[str, ...], made: Looks, first: Look) -> None:
    for at, text in enumerate(texts):
        look = looks.NAME if at == 0 else looks.PLAIN
        out.write_string(line, at, text, made.get(look, first))
    out.set_row(line, height([(text, _COLUMNS[at][1]) for at, text in enumerate(texts)]))
