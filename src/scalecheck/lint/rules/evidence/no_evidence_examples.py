"""A criterion whose levels ask for evidence, without an example of what would do."""

from collections.abc import Iterator

from scalecheck.lint.needs import each_criterion
from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.criterion import level_needs
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    weakest = subject.value.evidence.grades[0].id
    for criterion, path in each_criterion(subject):
        scale = subject.names.scales.get(criterion.scale)
        if scale is None or criterion.computed is not None or criterion.evidence.examples:
            continue
        needs = level_needs(criterion, scale)
        if any(need is not None and need.grade != weakest for need in needs):
            yield found((*path, "id"), criterion=criterion.id)


RULE = Rule("no-evidence-examples", Topic.EVIDENCE, Severity.NOTE, RUBRIC, find, Reads.SOUND)
