"""Two measures that compute the same thing under two names."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.measures import Measure

_SAID = frozenset(("id", "title", "description", "notes", "source", "display"))


def find(subject: RubricSubject) -> Iterator[Found]:
    first: dict[str, int] = {}
    for position, measure in enumerate(subject.value.measures):
        other = first.setdefault(_meaning(measure), position)
        if other != position:
            twin = subject.value.measures[other].id
            also = (Also(("measures", other, "id"), "same-measure"),)
            yield found(("measures", position, "id"), also=also, measure=measure.id, other=twin)


def _meaning(measure: Measure) -> str:
    """All that makes the figure, written out."""
    kept = ((k, getattr(measure, k)) for k in measure.model_fields if k not in _SAID)
    return repr(tuple(kept))


RULE = Rule("twin-measures", Topic.MEASURES, Severity.NOTE, RUBRIC, find)
