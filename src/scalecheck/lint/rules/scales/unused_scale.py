"""A scale on which nothing is answered and nothing is read."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.names.uses import is_perhaps_meant
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rubric import Rubric


def find(subject: RubricSubject) -> Iterator[Found]:
    used = _scales_used(subject.value)
    unknown = sorted(used.difference(scale.id for scale in subject.value.scales))
    for position, scale in enumerate(subject.value.scales):
        if scale.id not in used and not is_perhaps_meant(scale.id, unknown):
            yield found(("scales", position, "id"), scale=scale.id)


def _scales_used(rubric: Rubric) -> frozenset[str]:
    own = (*rubric.attributes, *(a for group in rubric.groups for a in group.attributes))
    named = (
        *(criterion.scale for criterion in rubric.criteria),
        *(attribute.scale for attribute in own),
        *(getattr(measure, "scale", None) for measure in rubric.measures),
    )
    return frozenset(name for name in named if name)


RULE = Rule("unused-scale", Topic.SCALES, Severity.WARNING, RUBRIC, find)
