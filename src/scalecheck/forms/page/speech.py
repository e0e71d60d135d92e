"""What the page says of a question: levels, evidence asked for, condition, last answer."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scalecheck.forms.page.said import Said, Sayer
from scalecheck.forms.questionnaire import Choice, FactField, Option, Question, Questionnaire
from scalecheck.language import catalogue, numbers
from scalecheck.model.answer import Answer
from scalecheck.model.language import Language
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.text import Text


class Speech:
    """Says what a questionnaire asks, in the languages of a page."""

    def __init__(self, asked: Questionnaire, languages: tuple[Language, ...]) -> None:
        self.asked, self.sayer = asked, Sayer(languages)
        self.say, self.text = self.sayer.say, self.sayer.text
        self.grades = {grade.id: grade for grade in asked.lists.grades}
        everywhere = (*asked.fields, *(field for group in asked.groups for field in group.fields))
        self.fields = {field.id: field for field in reversed(everywhere)}

    def title(self, name: str, text: Text | None) -> Said:
        """Name a thing by its title, or by its identifier."""
        return self.text(text) or self.sayer.each(lambda _: name)

    def field(self, field: FactField) -> Said:
        """Name a fact."""
        key = f"explain.attribute.{field.id}"
        if field.title is None and catalogue.has(key, Language.FR):
            return self.sayer.name(key)
        return self.title(field.id, field.title)

    def option(self, option: Option) -> Said:
        """Name a value of a fact; a bare yes or no is said in words."""
        if option.title is None and option.id in ("yes", "no"):
            return self.say(f"facts.{option.id}")
        return self.title(option.id, option.title)

    def value(self, choice: Choice) -> Said:
        """Write the figure of a level: `0,5` or `0.5`."""
        return self.sayer.each(lambda one: numbers.number(Fraction(choice.value), one))

    def label(self, choice: Choice) -> Said | None:
        """Say the name of a level, where it has one."""
        return self.text(choice.label) or (self.title(choice.id, None) if choice.id else None)

    def level(self, choice: Choice) -> Said:
        """Say a level in one go: `2 Structuré`."""
        value, label = self.value(choice), self.label(choice)
        said = (value,) if label is None else (value, label)
        return self.sayer.mix(lambda _, at: " ".join(one.spoken[at].words for one in said))

    def need(self, need: EvidenceNeed) -> Said:
        """Say the evidence that a level asks for."""
        grade = self.grades.get(need.grade)
        title = self.title(need.grade, grade.title if grade else None)
        key = "need.single" if need.count == 1 else "need.several"
        said = self.say(key, grade=title, number=need.count)
        if need.newest_within is None:
            return said
        return self.say("need.recent", need=said, months=need.newest_within)

    # Conditions -------------------------------------------------------------------------------

    def condition(self, question: Question) -> Said:
        """Say when a question is to be answered: any of the cases, all of each."""
        cases = [tuple(self._case(case.root)) for case in question.applies_when]

        def tell(language: Language, at: int) -> str:
            told = ["; ".join(part.spoken[at].words for part in case) for case in cases]
            return numbers.join(told, language, "or")

        return self.say("question.applies", condition=self.sayer.mix(tell))

    def _case(self, case: Mapping[str, tuple[str, ...]]) -> Iterator[Said]:
        for name, values in case.items():
            field = self.fields.get(name) or FactField(name, None, None, ())
            meant = [self._value(field, value) for value in values]
            either = self._either(meant)
            yield self.say("question.case", name=self.field(field), values=either)

    def _either(self, meant: list[Said]) -> Said:
        return self.sayer.mix(
            lambda language, at: numbers.join(
                [one.spoken[at].words for one in meant], language, "or"
            )
        )

    def _value(self, field: FactField, value: str) -> Said:
        found = next((option for option in field.options if option.id == value), None)
        return self.option(found or Option(value, None))

    # The last answer --------------------------------------------------------------------------

    def last(self, question: Question, instance: str | None) -> Said | None:
        """Say what was answered last time, with its date; None where nothing was."""
        answer = self.asked.last_given(question.id, instance)
        if answer is None:
            return None
        said, date = self._answer(question, answer), self.asked.last_date
        if date is None:
            return self.say("question.last-undated", answer=said)
        day = self.sayer.each(lambda language: numbers.date(date, language))
        return self.say("question.last", date=day, answer=said)

    def _answer(self, question: Question, answer: Answer) -> Said:
        if answer.level is not None:
            return self._named(question, answer.level)
        if answer.between is not None:
            low, high = (self._named(question, end) for end in answer.between)
            return self.say("last.between", low=low, high=high)
        if answer.amount is not None:
            amount = answer.amount
            return self.sayer.each(lambda language: numbers.number(amount, language))
        if answer.not_applicable:
            return self.say("last.not-applicable-why", reason=answer.not_applicable)
        return self.say("last.unknown" if answer.unknown else "last.not-applicable")

    def _named(self, question: Question, name: str) -> Said:
        found = question.choice(name)
        return self.level(found) if found is not None else self.title(name, None)
