"""An attribute that offers a single value: nobody can answer otherwise."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.rules.names.uses import declared_attributes
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.names import SETTING_ATTRIBUTES


def find(subject: RubricSubject) -> Iterator[Found]:
    for path, attribute in declared_attributes(subject.value):
        if len(attribute.values) == 1 and attribute.id not in SETTING_ATTRIBUTES:
            value = attribute.values[0].id
            yield found((*path, "values"), at_key=True, attribute=attribute.id, only=value)


RULE = Rule("only-one-value", Topic.NAMES, Severity.WARNING, RUBRIC, find, Reads.SOUND)
