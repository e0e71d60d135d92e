"""The words of the interview, in one language: its own, and those of the rubric."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from scalecheck.forms.comments import clean
from scalecheck.forms.interview.places import Kind, Place, group_of, instance_at
from scalecheck.forms.questionnaire import Choice, FactField, Option, Question, Questionnaire
from scalecheck.forms.wording import Titled
from scalecheck.language import catalogue, numbers
from scalecheck.language.typography import typeset
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.base import Plain, is_number, read_number
from scalecheck.model.language import Language
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rules import Condition
from scalecheck.model.text import Text


class Voice(NamedTuple):
    """Says things in one language; a stranger's text loses what cannot be seen."""

    language: Language

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `interview.<key>`."""
        return catalogue.say(f"interview.{key}", self.language, **facts)

    def text(self, text: Text | None) -> str:
        """Say a text on one line; nothing for none."""
        if text is None:
            return ""
        words, spoken = text.said_in(self.language)
        return typeset(clean(words), spoken)

    def title(self, thing: Titled) -> str:
        """Name a thing by its title, or by its id."""
        return self.text(thing.title) or thing.id

    def join(self, items: Iterable[str], link: str = "and") -> str:
        """List items in a sentence."""
        return numbers.join(list(items), self.language, "or" if link == "or" else "and")

    def value(self, choice: Choice) -> str:
        """Say the value of a level, as the language writes numbers."""
        return self.number(choice.value)

    def number(self, value: str) -> str:
        """Write an exact number as the language does; anything else as it is."""
        return numbers.number(Fraction(value), self.language) if is_number(value) else value

    def level(self, choice: Choice) -> str:
        """Name a level: `3 Structuré`."""
        name = self.text(choice.label) or choice.id or ""
        return f"{self.value(choice)} {name}".strip()

    def field(self, field: FactField) -> str:
        """Name a fact: by its title, or by the words for what every setting has."""
        key = f"interview.fact.{field.id}"
        if field.title is None and catalogue.has(key, self.language):
            return catalogue.say(key, self.language)
        return self.title(field)

    def options(self, options: Sequence[Option], values: Iterable[str]) -> str:
        """Say which values a fact has."""
        titles = {one.id: self.title(one) for one in options}
        return self.join(titles.get(value, clean(value)) for value in values)

    def place(self, asked: Questionnaire, sheet: AnswerSheet, place: Place) -> str:
        """Name what is asked at a place, without saying of which instance."""
        match place.kind:
            case Kind.QUESTION:
                question = asked.question(place.name)
                return self.title(question) if question else place.name
            case Kind.FACT:
                part = group_of(asked, place.group) if place.group else None
                fields = part.fields if part else asked.fields
                return self.field(next(one for one in fields if one.id == place.name))
            case Kind.ROSTER:
                return self.say("roster.title", group=self.title(group_of(asked, place.name)))
            case Kind.RECORD:
                record = asked.sheet.evidence.get(place.name)
                return self.text(record.title) if record else place.name
            case Kind.END:
                return self.say("end.title")

    def instance(self, asked: Questionnaire, sheet: AnswerSheet, place: Place) -> str:
        """Name the instance that a place is about; nothing where there is none."""
        found = instance_at(asked, sheet, place)
        return self.title(found) if found else ""

    def answer(self, question: Question, answer: Answer | None) -> str:
        """Say an answer in a few words, without what stands beside it."""
        if answer is None:
            return self.say("answer.none")
        if answer.unknown:
            return self.say("answer.unknown")
        if answer.not_applicable is not None:
            reason = typeset(clean(answer.not_applicable), self.language)
            key = "answer.not-applicable" if reason else "answer.not-applicable-bare"
            return self.say(key, reason=reason)
        if answer.amount is not None:
            return self.say("answer.amount", amount=answer.amount)
        names = answer.between or (answer.level or "",)
        found = [question.choice(name) for name in names]
        said = [self.level(one) if one else clean(n) for one, n in zip(found, names, strict=True)]
        return said[0] if len(said) == 1 else self.say("answer.between", low=said[0], high=said[1])

    def short(self, question: Question, answer: Answer | None) -> str:
        """Say an answer in a sign or a figure: `3`, `2-3`, `?`, `s. o.`."""
        if answer is None or answer.unknown:
            return "·" if answer is None else "?"
        if answer.not_applicable is not None:
            return self.say("answer.short")
        if answer.amount is not None:
            return self.number(str(answer.amount))
        names = answer.between or (answer.level or "",)
        return "-".join(self.number(one.value) if (one := question.choice(n)) else n for n in names)

    def condition(self, asked: Questionnaire, condition: Condition) -> str:
        """Say the facts that a question is asked under."""
        fields = {field.id: field for field in asked.fields}
        cases = []
        for case in condition:
            parts = []
            for name, values in case.root.items():
                field = fields.get(name)
                options = field.options if field else ()
                told = self.join((self._option(options, one) for one in values), "or")
                title = self.field(field) if field else name
                parts.append(self.say("condition.part", name=title, values=told))
            cases.append(self.join(parts))
        return self.join(cases, "or")

    def _option(self, options: Sequence[Option], value: str) -> str:
        return self.options(options, (value,))

    def need(self, asked: Questionnaire, need: EvidenceNeed | None) -> str:
        """Say the evidence that a level asks for; nothing where any will do."""
        if need is None:
            return ""
        grades = {grade.id: self.title(grade) for grade in asked.lists.grades}
        grade = grades.get(need.grade, need.grade)
        said = self.say("need.grade", count=need.count, grade=grade)
        if need.newest_within is None:
            return said
        return self.say("need.recent", need=said, count=need.newest_within)

    def date(self, day: str) -> str:
        """Write a date in full."""
        return numbers.date(day, self.language)


def amount_of(typed: str) -> Fraction | None:
    """Read an amount as people write it: `85 %`, `0,5`, `1/3`; None for what is none."""
    bare = "".join(typed.split()).replace("\u00a0", "").replace("\u202f", "").replace(",", ".")
    try:
        return read_number(Plain(bare)) if is_number(bare) else None
    except ValueError:
        return None
