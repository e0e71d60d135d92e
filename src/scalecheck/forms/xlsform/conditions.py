"""Conditions on a form: in words beside the question, and as an XPath where all is asked here."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scalecheck.forms.questionnaire import FactField, GroupPart, Questionnaire
from scalecheck.forms.xlsform.names import code, fact_name
from scalecheck.forms.xlsform.rows import Labels, Speaker
from scalecheck.language.catalogue import has
from scalecheck.model.rules import Case, Condition


class Fact(NamedTuple):
    """A fact that a condition may read, and the field that asks for it."""

    field: FactField
    name: str


Facts = Mapping[str, Fact]


def facts_around(asked: Questionnaire, group: GroupPart | None = None, instance: str = "") -> Facts:
    """The facts that a condition reads in a place: those of the instance hide the project's."""
    known = {field.id: Fact(field, fact_name(field.id)) for field in asked.fields}
    for field in group.fields if group is not None else ():
        known[field.id] = Fact(field, fact_name(field.id, group.id if group else None, instance))
    return known


def relevance(condition: Condition, facts: Facts) -> str:
    """Write when a question is shown; "" for always.

    A fact that is not given leaves its question in, and so does one that the form does not ask.
    """
    cases = [" and ".join(_tests(case, facts)) for case in condition]
    return " or ".join(f"({case})" for case in cases) if all(cases) else ""


def _tests(case: Case, facts: Facts) -> Iterator[str]:
    for name, values in case.root.items():
        fact = facts.get(name)
        if fact is not None:
            said = " or ".join(_test(fact, value) for value in values)
            yield f"(${{{fact.name}}} = '' or {said})"


def _test(fact: Fact, value: str) -> str:
    if fact.field.options:
        return f"selected(${{{fact.name}}}, '{code(value)}')"
    return f"contains(concat(' ', ${{{fact.name}}}, ' '), ' {value} ')"


def condition_in_words(condition: Condition, facts: Facts, words: Speaker) -> Labels:
    """Say when a question is to be answered; nothing for always."""
    if not condition:
        return words.same("")
    cases = words.either(_case(case, facts, words) for case in condition)
    return words.say("question.when", condition=cases)


def _case(case: Case, facts: Facts, words: Speaker) -> Labels:
    said = [_needs(name, values, facts, words) for name, values in case.root.items()]
    return tuple("; ".join(parts) for parts in zip(*said, strict=True))


def _needs(name: str, values: tuple[str, ...], facts: Facts, words: Speaker) -> Labels:
    fact = facts.get(name)
    options = {one.id: one for one in fact.field.options} if fact else {}
    titles = (words.title(options[one]) if one in options else words.same(one) for one in values)
    title = fact_title(fact.field, words) if fact else words.same(name)
    return words.say("question.fact", name=title, values=words.either(titles))


def fact_title(field: FactField, words: Speaker) -> Labels:
    """Name a fact: by its title, by our words for a built-in one, or by its id."""
    if field.title is None and has(f"xlsform.fact.{field.id}", words.languages[0]):
        return words.say(f"fact.{field.id}")
    return words.title(field)
