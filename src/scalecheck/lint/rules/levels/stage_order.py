"""A level whose stage comes before that of the level under it: a project that rises goes back."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    order = {stage.id: place for place, stage in enumerate(subject.value.stages)}
    last: tuple[int, str] | None = None
    for position, level in enumerate(subject.value.levels):
        if level.stage is None or level.stage not in order:
            continue
        if last is not None and order[level.stage] < order[last[1]]:
            also = (Also(("levels", last[0], "stage"), "stage-before"),)
            earlier = subject.value.levels[last[0]].value
            yield found(
                ("levels", position, "stage"),
                also=also,
                stage=level.stage,
                level=level.value,
                before=last[1],
                earlier=earlier,
            )
        last = (position, level.stage)


RULE = Rule("stage-order", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
