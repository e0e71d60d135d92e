"""What the form says of its questions, in all its languages, and the texts it opens with."""

from typing import NamedTuple, Protocol

from scalecheck.forms.carry import shown
from scalecheck.forms.questionnaire import Choice as Level
from scalecheck.forms.questionnaire import Question, Questionnaire
from scalecheck.forms.xlsform.literals import fits, literal
from scalecheck.forms.xlsform.names import code
from scalecheck.forms.xlsform.reasons import names_with_reason
from scalecheck.forms.xlsform.rows import Choice, Labels, Row, Speaker
from scalecheck.model.answer import Answer
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text


class Asking(Protocol):
    """A question in its place."""

    @property
    def question(self) -> Question:
        """What is asked."""

    @property
    def place(self) -> Labels:
        """Of which instance; empty where it is asked once."""


class Telling(NamedTuple):
    """Everything that the rows of the questions share.

    `records` are the records of evidence that an answer may cite; `reasons` the questions whose
    answer may need a reason.
    """

    asked: Questionnaire
    words: Speaker
    records: tuple[Choice, ...]
    reasons: frozenset[str]

    @property
    def reason_required(self) -> bool:
        """Whether "not applicable" needs its reason."""
        return self.asked.rubric.non_answers.not_applicable.reason == "required"

    def shown(self, text: Text | None) -> str:
        """What the form opens with, of a text: in its first language."""
        return shown(text, self.words.languages[0])

    def heading(self, question: Question, place: Labels) -> Labels:
        """Head a question by its number and its title, unique on the form."""
        title = self.words.text(question.title)
        return self._placed(
            place, self.words.say("question.title", number=question.number, title=title)
        )

    def question(self, question: Question, place: Labels) -> Labels:
        """Ask a question; without one of its own, by its title."""
        asked = self.words.text(question.question or question.title)
        said = self.words.say("question.ask", number=question.number, question=asked)
        return self._placed(place, said)

    def field(self, question: Question, place: Labels, part: str) -> Labels:
        """Name what goes with an answer; the number keeps the headers of an export apart."""
        key = part.replace("_", "-")
        return self._placed(place, self.words.say(f"field.{key}", number=question.number))

    def _placed(self, place: Labels, said: Labels) -> Labels:
        return said if not any(place) else self.words.say("question.placed", place=place, said=said)

    def text(self, name: str, part: str, spot: Asking, opens: str, hint: Labels = ()) -> Row:
        """Ask for a text that goes with an answer."""
        label = self.field(spot.question, spot.place, part)
        return self.line(f"{name}__{part}", label, opens, hint)

    def line(self, name: str, label: Labels, opens: str, hint: Labels = ()) -> Row:
        """Ask for a text; one too long to stand there is kept, and the form says so."""
        if not opens:
            return Row("text", name, label, hint)
        if not fits(opens):
            return Row("text", name, label, self.words.say("hint.too-long"))
        return Row("text", name, label, hint, default=literal(opens))

    def level(self, level: Level) -> Labels:
        """Say a level: its value, its name, what it looks like here."""
        words = self.words
        if level.label is None and level.anchor is None:
            return words.same(level.value)
        if level.label is None or level.anchor is None:
            return words.say(
                "level.bare", value=level.value, label=words.text(level.label or level.anchor)
            )
        facts = {"label": words.text(level.label), "anchor": words.text(level.anchor)}
        return words.say("level.full", value=level.value, **facts)

    def hint(self, question: Question, condition: Labels, last: Answer | None) -> Labels:
        """Say what helps to answer: when, what is meant, examples of evidence, the last answer."""
        words = self.words
        examples = words.same("")
        if question.examples is not None:
            examples = words.say("question.examples", examples=words.text(question.examples))
        about = (words.text(question.description), words.text(question.notes))
        return words.lines(
            condition, *about, examples, self._needs(question), self._last(question, last)
        )

    def _needs(self, question: Question) -> Labels:
        said = [self._need(level) for level in question.choices if level.need is not None]
        if not said:
            return self.words.same("")
        listed = tuple("; ".join(parts) for parts in zip(*said, strict=True))
        return self.words.say("question.needs", needs=listed)

    def _need(self, level: Level) -> Labels:
        need = level.need or EvidenceNeed(grade="")
        titles = {grade.id: self.words.title(grade) for grade in self.asked.lists.grades}
        grade = titles.get(need.grade, self.words.same(need.grade))
        return self.words.say("level.need", value=level.value, grade=grade, count=need.count)

    def _last(self, question: Question, last: Answer | None) -> Labels:
        if last is None:
            return self.words.same("")
        facts = {"date": self.asked.last_date or "", "answer": self._answer(question, last)}
        return self.words.say("question.last", **facts)

    def _answer(self, question: Question, last: Answer) -> Labels:
        words = self.words
        if last.level is not None:
            level = question.choice(last.level)
            return words.same(last.level) if level is None else self._short(level)
        if last.between is not None:
            return words.say("last.between", low=last.between[0], high=last.between[1])
        if last.amount is not None:
            return words.same(str(last.amount))
        return words.say("answer.unknown" if last.unknown else "answer.not-applicable")

    def _short(self, level: Level) -> Labels:
        if level.label is None:
            return self.words.same(level.value)
        return self.words.say("last.level", value=level.value, label=level.label)


def make_telling(asked: Questionnaire, words: Speaker) -> Telling:
    """Gather what the rows of the questions share."""
    records = tuple(
        Choice(code(name), record_label(name, record, words))
        for name, record in asked.sheet.evidence.items()
    )
    return Telling(asked, words, records, names_with_reason(asked.rubric))


def record_label(name: str, record: Evidence, words: Speaker) -> Labels:
    """Name a record of evidence: its code, its title, its date where it has one."""
    if record.date is None:
        return words.say("record.title", code=name, title=record.title)
    return words.say("record.dated", code=name, title=record.title, date=record.date)
