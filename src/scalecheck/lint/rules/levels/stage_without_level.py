"""A stage that no level belongs to: no project is ever told to be there."""

from collections.abc import Iterator, Mapping

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    written = subject.data.get("levels") if isinstance(subject.data, Mapping) else None
    levels = written if isinstance(written, tuple) else ()
    named = {str(level.get("stage")) for level in levels if isinstance(level, Mapping)}
    for position, stage in enumerate(subject.value.stages if levels else ()):
        if stage.id not in named:
            yield found(("stages", position, "id"), stage=stage.id)


RULE = Rule("stage-without-level", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
