"""Rules and conditions, said in words: what is asked, not what became of it."""

from fractions import Fraction
from typing import assert_never

from scalecheck.language.numbers import percent
from scalecheck.model.criterion import Attribute
from scalecheck.model.form import Form
from scalecheck.model.levels import Strategy, Track
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    Case,
    Condition,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)
from scalecheck.report.explanation.narrator import Narrator

_LISTS = {
    "sector": "sectors",
    "clientele": "clienteles",
    "territory": "territories",
    "applicant": "applicant_types",
    "role": "roles",
    "type": "setting_types",
    "status": "setting_statuses",
}


def say_rule(narrator: Narrator, rule: Rule) -> str:
    """Say what a rule asks."""
    match rule:
        case Requirement():
            return narrator.join(say_level(narrator, n, v) for n, v in rule.root.items())
        case AllOf():
            return narrator.say("phrase.all_of", list=_list(narrator, rule.all_of))
        case AnyOf():
            return narrator.say("phrase.any_of", list=_list(narrator, rule.any_of))
        case InGroup():
            return _say_in_group(narrator, rule)
        case _:
            return _say_rest(narrator, rule)


def _say_rest(narrator: Narrator, rule: AtLeast | Majority | Should | Answered) -> str:
    match rule:
        case AtLeast():
            asked = narrator.join(say_level(narrator, n, v) for n, v in rule.of.items())
            quota = say_quota(narrator, rule.at_least)
            return narrator.say("phrase.at_least", quota=quota, list=asked)
        case Majority():
            terms = rule.majority
            asked = narrator.join(say_level(narrator, n, v) for n, v in terms.profile.items())
            quota = say_quota(narrator, terms.threshold)
            return narrator.say("phrase.majority", quota=quota, list=asked)
        case Should():
            asked = narrator.join(say_level(narrator, n, v) for n, v in rule.should.items())
            return narrator.say("phrase.should", list=asked)
        case Answered():
            asked = narrator.join(narrator.title(name) for name in rule.answered)
            return narrator.say("phrase.answered", list=asked)
        case _:
            assert_never(rule)


def _list(narrator: Narrator, rules: tuple[Rule, ...]) -> str:
    return "; ".join(say_rule(narrator, rule) for rule in rules)


def say_level(narrator: Narrator, name: str, wanted: str) -> str:
    """Say that a node must be at a level or better."""
    typed = narrator.nodes.typed(name)
    ranked = typed is not None and (typed.form is Form.ORDINAL or typed.scale is not None)
    key = "phrase.level" if ranked else "phrase.number"
    level = narrator.wanted(name, wanted)
    return narrator.say(key, title=narrator.title(name), level=level)


def say_quota(narrator: Narrator, quota: int | Fraction) -> str:
    """Say how many: a count or a share."""
    if isinstance(quota, int):
        return narrator.number(quota)
    return percent(quota, narrator.language)


def _say_in_group(narrator: Narrator, rule: InGroup) -> str:
    group, meet = narrator.title(rule.group), say_rule(narrator, rule.meet)
    kept = say_condition(narrator, rule.where) if rule.where else narrator.say("phrase.everyone")
    if rule.at_least == 1 and isinstance(rule.at_least, Fraction):
        return narrator.say("phrase.in-all", group=group, kept=kept, meet=meet)
    quota = say_quota(narrator, rule.at_least)
    return narrator.say("phrase.in", group=group, kept=kept, quota=quota, meet=meet)


def say_condition(narrator: Narrator, condition: Condition) -> str:
    """Say what a condition asks of attributes: any of its cases, all of each."""
    return narrator.either(_say_case(narrator, case) for case in condition)


def _say_case(narrator: Narrator, case: Case) -> str:
    return "; ".join(
        narrator.say(
            "phrase.condition",
            attribute=say_attribute(narrator, name),
            values=narrator.either(say_value(narrator, name, value) for value in values),
        )
        for name, values in case.root.items()
    )


def _attribute(narrator: Narrator, name: str) -> Attribute | None:
    own = (*narrator.rubric.attributes, *(a for g in narrator.rubric.groups for a in g.attributes))
    return next((attribute for attribute in own if attribute.id == name), None)


def say_attribute(narrator: Narrator, name: str) -> str:
    """Name an attribute: by its title, or by the usual word for it."""
    found = _attribute(narrator, name)
    if found is not None:
        return narrator.words(found.title) if found.title else found.id
    usual = ("sector", "clientele", "territory", "applicant", "track", "strategy", "id", *_LISTS)
    return narrator.say(f"attribute.{name}") if name in usual else name


def say_value(narrator: Narrator, name: str, value: str) -> str:
    """Name one value of an attribute."""
    found = _attribute(narrator, name)
    titles = [v.title for v in found.values if v.id == value and v.title] if found else []
    if titles:
        return narrator.words(titles[0])
    chosen: tuple[Track | Strategy, ...]
    chosen = (*narrator.rubric.tracks, *narrator.rubric.strategies)
    known = [c for c in chosen if c.id == value] if name in ("track", "strategy") else []
    if known:
        return narrator.words(known[0].title)
    return str(narrator.teller.word(_LISTS[name], value)) if name in _LISTS else value


def say_instance(narrator: Narrator, name: str) -> str:
    """Name an instance of a group, with its attributes."""
    title, found = str(narrator.teller.instance(name)), narrator.teller.listed.get(name)
    said = [
        narrator.join(say_value(narrator, attribute, value) for value in values)
        for attribute, values in (found.attributes.items() if found else ())
    ]
    return f"{title} ({'; '.join(said)})" if said else title
