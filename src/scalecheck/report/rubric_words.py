"""Names, rules and conditions of a rubric, in words: what is asked, before anyone answers."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple, assert_never

from scalecheck.language import catalogue, numbers
from scalecheck.model.criterion import Attribute
from scalecheck.model.language import Language
from scalecheck.model.nodes import nodes_of
from scalecheck.model.policies import EvidenceNeed
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    Condition,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)
from scalecheck.model.scale import Scale
from scalecheck.model.text import Text
from scalecheck.report.view.speaker import Speaker


class Line(NamedTuple):
    """One line of a page; `depth` counts levels of the tree, from 0."""

    text: str
    depth: int = 0


class RubricWords:
    """Says what is in a rubric, in one language."""

    def __init__(self, rubric: Rubric, language: Language) -> None:
        self.rubric, self.language = rubric, language
        self.nodes, self.speaker = nodes_of(rubric), Speaker(language)

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `rubric.<key>`."""
        return catalogue.say(f"rubric.{key}", self.language, **facts)

    def text(self, text: Text) -> str:
        """Say a text of the rubric, on one line."""
        return str(self.speaker.text(text))

    def maybe(self, text: Text | None, depth: int) -> Iterator[Line]:
        """Say a text that may be absent, on a line of its own."""
        if text is not None:
            yield Line(self.text(text), depth)

    def title(self, name: str) -> str:
        """Name a node by its title, or by its id."""
        nodes = self.nodes
        shelves: tuple[Mapping[str, object], ...] = (
            nodes.criteria,
            nodes.dimensions,
            nodes.measures,
            nodes.groups,
            nodes.attributes,
        )
        titles = (getattr(shelf.get(name), "title", None) for shelf in shelves)
        found = next((title for title in titles if title is not None), None)
        return self.text(found) if found is not None else name

    def titles(self, names: Iterable[str]) -> str:
        """Name several nodes, in a sentence."""
        return self.join(map(self.title, names))

    def join(self, items: Iterable[str]) -> str:
        """List items in a sentence."""
        return numbers.join(list(items), self.language)

    def rank(self, scale: Scale, rank: int) -> str:
        """Name a rank of a scale: `2 Structuré`."""
        level = scale.by_rank[rank]
        value = numbers.number(level.value, self.language)
        name = self.text(level.label) if level.label is not None else level.id
        return value if name is None else f"{value} {name}"

    def wanted(self, name: str, level: str) -> str:
        """Say what is asked of a node: a level of its scale, or a number."""
        typed = self.nodes.typed(name)
        scale = typed.scale if typed else None
        rank = scale.rank_of(level) if scale else None
        return level if scale is None or rank is None else self.rank(scale, rank)

    def quota(self, quota: int | Fraction) -> str:
        """Say how many: a count, or a share."""
        if isinstance(quota, int):
            return numbers.number(quota, self.language)
        return numbers.percent(quota, self.language)

    def need(self, need: EvidenceNeed | None) -> str:
        """Say the evidence asked for from a level on; empty where none is stated there."""
        grades = {grade.id: grade for grade in self.rubric.evidence.grades}
        if need is None:
            return ""
        title = grades[need.grade].title
        grade = self.text(title) if title is not None else need.grade
        said = self.say("need.grade", count=need.count, grade=grade)
        if need.newest_within is None:
            return said
        return self.say("need.recent", need=said, months=need.newest_within)

    # Conditions -------------------------------------------------------------------------------

    def condition(self, condition: Condition) -> str:
        """Say what a condition asks of attributes: any of its cases, all of each."""
        cases = (self._say_case(case.root) for case in condition)
        return numbers.join(list(cases), self.language, "or")

    def _say_case(self, case: Mapping[str, tuple[str, ...]]) -> str:
        parts = []
        for name, values in case.items():
            attribute = self._attribute(name)
            meant = [self._value(attribute, value) for value in values]
            either = numbers.join(meant, self.language, "or")
            said = self._say_attribute(attribute, name)
            parts.append(self.say("rule.case", attribute=said, values=either))
        return "; ".join(parts)

    def _attribute(self, name: str) -> Attribute | None:
        own = (*self.rubric.attributes, *(a for g in self.rubric.groups for a in g.attributes))
        return next((attribute for attribute in own if attribute.id == name), None)

    def _say_attribute(self, attribute: Attribute | None, name: str) -> str:
        if attribute is not None:
            return self.text(attribute.title) if attribute.title is not None else name
        key = f"explain.attribute.{name}"
        known = catalogue.has(key, self.language)
        return catalogue.say(key, self.language) if known else name

    def _value(self, attribute: Attribute | None, value: str) -> str:
        values = attribute.values if attribute is not None else ()
        titles = (v.title for v in values if v.id == value)
        found = next((title for title in titles if title is not None), None)
        return self.text(found) if found is not None else value

    # Rules ------------------------------------------------------------------------------------

    def rule(self, rule: Rule, depth: int = 0) -> Iterator[Line]:
        """Say what a rule asks, one requirement a line, its parts one level deeper."""
        match rule:
            case Requirement():
                yield from self._say_levels(rule.root, depth)
            case AllOf():
                yield from self._say_parts("rule.all", rule.all_of, depth)
            case AnyOf():
                yield from self._say_parts("rule.any", rule.any_of, depth)
            case AtLeast():
                kind = "rule.at-least-all" if _is_all(rule.at_least) else "rule.at-least"
                yield Line(self.say(kind, quota=self.quota(rule.at_least)), depth)
                yield from self._say_levels(rule.of, depth + 1)
            case _:
                yield from self._say_rest(rule, depth)

    def _say_rest(self, rule: InGroup | Majority | Should | Answered, depth: int) -> Iterator[Line]:
        match rule:
            case InGroup():
                yield from self._say_in_group(rule, depth)
            case Majority():
                yield from self._say_majority(rule, depth)
            case Should():
                yield Line(self.say("rule.should"), depth)
                yield from self._say_levels(rule.should, depth + 1)
            case Answered():
                yield Line(self.say("rule.answered", list=self.titles(rule.answered)), depth)
            case _:
                assert_never(rule)

    def _say_parts(self, key: str, rules: tuple[Rule, ...], depth: int) -> Iterator[Line]:
        yield Line(self.say(key), depth)
        for rule in rules:
            yield from self.rule(rule, depth + 1)

    def _say_levels(self, levels: Mapping[str, str], depth: int) -> Iterator[Line]:
        for name, level in levels.items():
            yield Line(self._say_level(name, level), depth)

    def _say_level(self, name: str, level: str) -> str:
        typed = self.nodes.typed(name)
        key = "rule.level" if typed is not None and typed.scale is not None else "rule.number"
        return self.say(key, title=self.title(name), level=self.wanted(name, level))

    def _say_in_group(self, rule: InGroup, depth: int) -> Iterator[Line]:
        key = "rule.in-all" if _is_all(rule.at_least) else "rule.in"
        facts = {"quota": self.quota(rule.at_least), "group": self.title(rule.group)}
        if rule.where:
            key, facts["condition"] = f"{key}-where", self.condition(rule.where)
        yield Line(self.say(key, **facts), depth)
        yield from self.rule(rule.meet, depth + 1)

    def _say_majority(self, rule: Majority, depth: int) -> Iterator[Line]:
        terms = rule.majority
        threshold = numbers.percent(terms.threshold, self.language)
        yield Line(self.say("rule.majority", threshold=threshold), depth)
        own = {name: criterion.weight for name, criterion in self.nodes.criteria.items()}
        weights = own if terms.weights is None else terms.weights
        for name, level in terms.profile.items():
            weight = weights.get(name, Fraction(1))
            facts = {"requirement": self._say_level(name, level), "weight": weight}
            yield Line(self.say("rule.weighted", **facts), depth + 1)
        if terms.must:
            yield Line(self.say("rule.must", list=self.titles(terms.must)), depth + 1)
        if terms.veto:
            least = self.join(f"{self.title(n)} {self.wanted(n, v)}" for n, v in terms.veto.items())
            yield Line(self.say("rule.veto", list=least), depth + 1)


def _is_all(quota: int | Fraction) -> bool:
    return isinstance(quota, Fraction) and quota == 1
