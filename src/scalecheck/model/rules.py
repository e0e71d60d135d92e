"""What a level asks for: rules that read answers, and conditions that read attributes.

A rule is monotone: a better answer never makes it fail. There is no `not`, no code and no
expression. A condition never reads an answer.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from scalecheck.model.base import Frozen, LevelName, Number, Quota, Share, Slug, Slugs, as_tuple
from scalecheck.model.frozen import RootModel
from scalecheck.model.marks import BeforeValidator, Discriminator, Field, Tag

RULE_WORDS = frozenset(
    (
        "all_of",
        "any_of",
        "at_least",
        "of",
        "in",
        "where",
        "meet",
        "majority",
        "threshold",
        "profile",
        "weights",
        "must",
        "veto",
        "should",
        "answered",
    )
)


class Requirement(RootModel[Mapping[Slug, LevelName]]):
    """Every node named is at least as good as its level."""

    root: Annotated[Mapping[Slug, LevelName], Field(min_length=1)]


class AllOf(Frozen):
    """Every rule of the list is met."""

    all_of: Annotated[tuple["Rule", ...], Field(min_length=1)]


class AnyOf(Frozen):
    """At least one rule of the list is met."""

    any_of: Annotated[tuple["Rule", ...], Field(min_length=1)]


class AtLeast(Frozen):
    """That many of the requirements, or that share of the applicable ones, are met."""

    at_least: Quota
    of: Annotated[Mapping[Slug, LevelName], Field(min_length=1)]


class InGroup(Frozen):
    """That many instances of a group, or that share of those `where` keeps, meet a rule."""

    group: Annotated[Slug, Field(alias="in")]
    where: "Condition" = ()
    at_least: Quota
    meet: "Rule"


class MajorityTerms(Frozen):
    """A weighted majority over a profile, with compulsory nodes and vetoes (MR-Sort).

    `profile` is inclusive, `veto` is strict: a node below its veto blocks. `weights` default to
    those of the criteria. Only the ratios of the weights matter.
    """

    threshold: Share
    profile: Annotated[Mapping[Slug, LevelName], Field(min_length=1)]
    weights: Mapping[Slug, Number] | None = None
    must: Slugs = ()
    veto: Mapping[Slug, LevelName] = Field(default_factory=dict)


class Majority(Frozen):
    """A weighted majority. Source: Bouyssou & Marchant 2007; Leroy, Mousseau & Pirlot 2011."""

    majority: MajorityTerms


class Should(Frozen):
    """Each node is good enough, or was answered lower with a written reason."""

    should: Annotated[Mapping[Slug, LevelName], Field(min_length=1)]


class Answered(Frozen):
    """Each criterion has a level or an admissible not applicable; an unknown never counts."""

    answered: Annotated[Slugs, Field(min_length=1)]


FIRST_WORDS = ("all_of", "any_of", "in", "at_least", "majority", "should", "answered")


def _kind_of_rule(data: Any) -> str:
    if isinstance(data, Requirement):
        return "levels"
    if isinstance(data, InGroup):
        return "in"
    keys = data if isinstance(data, Mapping) else getattr(type(data), "model_fields", {})
    return next((word for word in FIRST_WORDS if word in keys), "levels")


Rule = Annotated[
    Annotated[Requirement, Tag("levels")]
    | Annotated[AllOf, Tag("all_of")]
    | Annotated[AnyOf, Tag("any_of")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[InGroup, Tag("in")]
    | Annotated[Majority, Tag("majority")]
    | Annotated[Should, Tag("should")]
    | Annotated[Answered, Tag("answered")],
    Discriminator(_kind_of_rule),
]

_Values = Annotated[tuple[Slug, ...], BeforeValidator(as_tuple), Field(min_length=1)]


class Case(RootModel[Mapping[Slug, _Values]]):
    """Attributes that must all hold; of the values listed for one, any will do."""

    root: Annotated[Mapping[Slug, _Values], Field(min_length=1)]


# A list: any of the cases. An empty one asks nothing.
Condition = Annotated[tuple[Case, ...], BeforeValidator(as_tuple)]


def rule_names(rule: Rule) -> Iterator[str]:
    """The names that a rule reads, in the order written, repeats included."""
    match rule:
        case Requirement():
            yield from rule.root
        case AllOf():
            for part in rule.all_of:
                yield from rule_names(part)
        case AnyOf():
            for part in rule.any_of:
                yield from rule_names(part)
        case InGroup():
            yield from rule_names(rule.meet)
        case Majority():
            yield from rule.majority.profile
            yield from rule.majority.veto
        case _:
            yield from getattr(rule, "of", getattr(rule, "should", getattr(rule, "answered", ())))
