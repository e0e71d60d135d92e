"""A source that nothing cites, and that does not say what was drawn from it."""

from collections.abc import Iterator
from typing import Any

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.uses import is_perhaps_meant
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rubric import Rubric

_FAMILIES = ("scales", "dimensions", "measures", "levels", "stages", "tracks", "strategies")


def find(subject: RubricSubject) -> Iterator[Found]:
    cited = frozenset(_cited(subject.value))
    if not cited:  # sources of the whole rubric, none of a part of it
        return
    unknown = sorted(cited.difference(source.id for source in subject.value.sources))
    for position, source in enumerate(subject.value.sources):
        says_why = source.notes is not None
        if not (source.id in cited or says_why or is_perhaps_meant(source.id, unknown)):
            yield found(("sources", position, "id"), source=source.id)


def _cited(rubric: Rubric) -> Iterator[str]:
    every: list[Any] = [rubric.index_in_rules, *rubric.criteria]
    every.extend(thing for family in _FAMILIES for thing in getattr(rubric, family))
    every.extend(phase for stage in rubric.stages for phase in stage.phases)
    for thing in every:
        use = getattr(thing, "source", None)
        if use is not None:
            yield use.id


RULE = Rule("unused-source", Topic.NAMES, Severity.NOTE, RUBRIC, find)
