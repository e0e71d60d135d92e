"""Sheets of answers as somebody would type them: the lines that give each answer, and no other."""

from scalecheck.forms.interview.interview import Interview, begin
from scalecheck.forms.interview.lines import converse
from scalecheck.forms.interview.places import Kind, find_out, given
from scalecheck.forms.interview.talk import Talk
from scalecheck.forms.interview.voice import Voice
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language
from scalecheck.model.text import Text


def nothing(sheet: AnswerSheet, language: Language) -> tuple[str, ...]:
    """Preview nothing."""
    return ("rien",)


def in_one_language(sheet: AnswerSheet, language: Language) -> AnswerSheet:
    """The same answers, their notes in the language that they will be typed in."""

    def text(said: Text | None) -> Text | None:
        return None if said is None else Text(**{str(language): said.said_in(language)[0]})

    def answer(one: Answer) -> Answer:
        return one.model_copy(update={"note": text(one.note), "reason": text(one.reason)})

    found = {
        name: answer(told)
        if isinstance(told, Answer)
        else {i: {c: answer(a) for c, a in parts.items()} for i, parts in told.items()}
        for name, told in sheet.answers.items()
    }
    return sheet.model_copy(update={"answers": found})


def without_out(sheet: AnswerSheet, asked: Questionnaire) -> AnswerSheet:
    """Leave out the answers to what the facts put out: an interview does not ask it."""
    out = find_out(asked, sheet, {})
    kept = {name: one for name, one in sheet.answers.items() if name not in out}
    return sheet.model_copy(update={"answers": kept})


def lines_of(sheet: AnswerSheet, asked: Questionnaire) -> list[str]:
    """What is typed to give the answers of a sheet, from the first place to the end."""
    interview = begin(asked, {})
    interview = interview.go(interview.places[0])
    lines: list[str] = []
    while interview.here.kind is not Kind.END:
        here = interview.here
        answer = given(sheet, here) if here.kind is Kind.QUESTION else None
        if answer is None:
            lines.append(" ".join(_facts(sheet, interview)))
        else:
            lines += _answer_lines(answer)
        interview = _follow(interview, sheet).forward()
    return lines


def _follow(interview: Interview, sheet: AnswerSheet) -> Interview:
    """State the facts as they will be: they decide which questions come."""
    values = _facts(sheet, interview)
    return interview.state(values) if values else interview


def _facts(sheet: AnswerSheet, interview: Interview) -> tuple[str, ...]:
    here = interview.here
    if here.kind is Kind.FACT and not here.group:
        return tuple(sheet.attributes.get(here.name, ()))
    return ()


def _answer_lines(answer: Answer) -> list[str]:
    """What stands beside an answer comes first: it keeps the interview where it is."""
    lines: list[str] = []
    for sign, text in (("+", answer.note), ("!", answer.reason)):
        if text is not None:
            first, *more = (text.fr or text.en or "").split("\n")
            lines += [f"{sign} {first}", *(f"{sign * 2} {line}" for line in more)]
    if answer.evidence is not None:
        lines.append(f"e {' '.join(answer.evidence) or '-'}")
    if answer.not_applicable is not None:
        first, *more = answer.not_applicable.split("\n")
        back = ["<", *(f"xx {line}" for line in more), ""] if more else []
        return [*lines, f"x {first}", *back]
    return [*lines, _one_line(answer)]


def _one_line(answer: Answer) -> str:
    if answer.unknown:
        return "?"
    if answer.amount is not None:
        return f"= {answer.amount}"
    return answer.level if answer.level is not None else "-".join(answer.between or ())


def type_lines(
    interview: Interview, lines: list[str], language: Language = Language.FR
) -> tuple[Talk, list[str]]:
    """Type lines until there is none any more; give how it ended, and all that was said."""
    said: list[str] = []
    rest = iter(lines)
    talk = Talk(interview, Voice(language), nothing)
    return converse(talk, lambda: next(rest, None), said.append, lambda _: None), said
