"""Rules, conditions and measures brought to one spelling: what means the same reads the same."""

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from scalecheck.model.base import is_number
from scalecheck.model.marks import Declared
from scalecheck.model.measures import Difference, Lookup, Measure
from scalecheck.model.nodes import nodes_of
from scalecheck.model.operator import Operator
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
    MajorityTerms,
    Requirement,
    Rule,
    Should,
)
from scalecheck.model.scale import Scale
from scalecheck.scoring.rules import majority_weights

Renames = Mapping[str, str]
_COMMON = frozenset((*Operator.model_fields, "op", "of", "unless", "at", "level", "at_least"))


def write(data: Any) -> str:
    """Write plain data on one line, keys in order; nothing at all as an empty text."""
    if data in (None, "", [], {}):
        return ""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Canon:
    """One spelling for what a rubric asks; `renames` maps ids to those of another edition."""

    def __init__(self, rubric: Rubric, renames: Renames) -> None:
        self.nodes, self.renames = nodes_of(rubric), renames

    def name(self, name: str) -> str:
        """The name of a thing in the other edition."""
        return self.renames.get(name, name)

    def names(self, names: Iterable[str]) -> list[str]:
        """Names whose order does not matter."""
        return sorted(map(self.name, names))

    def level(self, node: str, level: str) -> str:
        """The value of a level of a node, however it was named."""
        typed = self.nodes.typed(node)
        if typed is not None and typed.scale is not None:
            return value_of(typed.scale, level)
        exact = is_number(level) and not level.endswith("%")
        return str(Fraction(level)) if exact else level

    def levels(self, wanted: Mapping[str, str]) -> dict[str, str]:
        """What is asked of several nodes."""
        return {self.name(name): self.level(name, level) for name, level in wanted.items()}

    # Rules ------------------------------------------------------------------------------------

    def split(self, rule: Rule) -> tuple[dict[str, str], list[str]]:
        """Split a rule into the levels that it asks of nodes outright, and its other parts."""
        levels: dict[str, str] = {}
        others: set[str] = set()
        for part in _conjuncts(rule):
            if isinstance(part, Requirement):
                for name, level in part.root.items():
                    self._keep_better(levels, name, level)
            else:
                others.add(write(self._part(part)))
        return levels, sorted(others)

    def _keep_better(self, levels: dict[str, str], name: str, level: str) -> None:
        own, asked = self.name(name), self.level(name, level)
        known = levels.get(own)
        if known is None or self._rank(name, known) < self._rank(name, asked):
            levels[own] = asked

    def _rank(self, name: str, level: str) -> Fraction:
        typed = self.nodes.typed(name)
        if typed is not None and typed.scale is not None:
            return Fraction(typed.scale.rank_of(level) or 0)
        return Fraction(level) if is_number(level) and not level.endswith("%") else Fraction(0)

    def rule(self, rule: Rule) -> Any:
        """Bring a rule to plain data."""
        levels, others = self.split(rule)
        parts: list[Any] = [{"levels": levels}] if levels else []
        parts += [json.loads(text) for text in others]
        return parts[0] if len(parts) == 1 else {"all_of": parts}

    def _part(self, rule: Rule) -> Any:
        match rule:
            case AnyOf():
                parts = {write(self.rule(part)) for part in rule.any_of}
                return {"any_of": [json.loads(part) for part in sorted(parts)]}
            case InGroup():
                return self._in_group(rule)
            case Majority():
                return {"majority": self._majority(rule.majority)}
            case _:
                return self._list(rule)

    def _list(self, rule: Rule) -> Any:
        match rule:
            case AtLeast():
                return {"at_least": quota(rule.at_least), "of": self.levels(rule.of)}
            case Should():
                return {"should": self.levels(rule.should)}
            case Answered():
                return {"answered": self.names(rule.answered)}
            case _:
                return {}

    def _in_group(self, rule: InGroup) -> Any:
        return {
            "in": self.name(rule.group),
            "where": condition(rule.where),
            "at_least": quota(rule.at_least),
            "meet": self.rule(rule.meet),
        }

    def _majority(self, terms: MajorityTerms) -> Any:
        given = terms.weights
        whole = given is None or set(terms.profile) <= set(given)
        weights = majority_weights(self.nodes, terms) if whole else dict(given or {})
        total = sum(weights.values()) or Fraction(1)
        return {
            "threshold": str(terms.threshold),
            "profile": self.levels(terms.profile),
            "weights": {self.name(n): str(w / total) for n, w in weights.items()},
            "must": self.names(terms.must),
            "veto": self.levels(terms.veto),
        }

    # Measures ---------------------------------------------------------------------------------

    def measure(self, measure: Measure) -> dict[str, str]:
        """Bring what decides a measure to texts, by field."""
        ordered = isinstance(measure, Difference | Lookup)
        of = [self.name(n) for n in measure.of] if ordered else self.names(measure.of)
        found: dict[str, Any] = {
            "op": measure.op,
            "of": of,
            "per": self.name(measure.per) if measure.per else None,
            "where": condition(measure.where),
            "unknown": measure.unknown,
            "not_assessed": measure.not_assessed,
        }
        if hasattr(measure, "unless"):
            found["unless"] = self.rule(measure.unless)
        for word in ("at", "level", "at_least"):
            found[word] = self._at(measure, getattr(measure, word, None))
        for word in type(measure).model_fields:
            if word not in _COMMON:
                found[word] = self._term(getattr(measure, word))
        return {word: write(value) for word, value in found.items() if write(value)}

    def _at(self, measure: Measure, value: Any) -> Any:
        is_level = isinstance(value, str) and bool(measure.of)
        return self.level(measure.of[0], value) if is_level else self._term(value)

    def _term(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {self.name(str(key)): self._term(part) for key, part in value.items()}
        if isinstance(value, tuple):
            return [self._term(part) for part in value]
        if isinstance(value, Declared):
            fields = (w for w in type(value).model_fields if w not in _TEXTS)
            return {word: self._term(getattr(value, word)) for word in fields}
        if isinstance(value, str):
            return self.name(str(value))
        return None if value is None else str(value)


_TEXTS = ("title", "label", "description", "notes")


def _conjuncts(rule: Rule) -> Iterable[Rule]:
    if not isinstance(rule, AllOf):
        return (rule,)
    return (part for inner in rule.all_of for part in _conjuncts(inner))


def value_of(scale: Scale, level: str) -> str:
    """The value of a level of a scale, however it was named; the name itself if it has none."""
    rank = scale.rank_of(level)
    return level if rank is None else str(scale.by_rank[rank].value)


def quota(quota: int | Fraction) -> str:
    """Write how many: `3`, or a share: `3/5 of all`."""
    return str(quota) if isinstance(quota, int) else f"{quota} of all"


def condition(condition: Condition) -> list[dict[str, list[str]]]:
    """Bring a condition to plain data: its cases and their values in one order."""
    cases = [{name: sorted(values) for name, values in case.root.items()} for case in condition]
    return sorted(cases, key=write)


def need(need: EvidenceNeed | None) -> str:
    """Write what is asked of evidence: `grade`, `grade|2`, `grade|2|24`."""
    if need is None:
        return ""
    months = "" if need.newest_within is None else str(need.newest_within)
    return f"{need.grade}|{need.count}|{months}".removesuffix("|").removesuffix("|1")
