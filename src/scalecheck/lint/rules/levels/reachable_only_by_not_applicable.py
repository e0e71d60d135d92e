"""A level met only when some questions are left out: those who answer everything never reach it."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.blame import find_blame
from scalecheck.lint.rules.levels.dead_ends import dead_ends
from scalecheck.lint.rules.levels.limits import limit_of
from scalecheck.lint.rules.levels.witness import in_short
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = logic_of(subject)
    if logic is None:
        return
    order = [criterion.id for criterion in subject.value.criteria]
    for position, part, way, _ in dead_ends(subject, logic):
        if way is None:
            continue
        blame = find_blame(logic, part)
        also = (Also(blame.path, "part", at_key=True), *limit_of(subject, blame.name))
        left = in_short(n for n in order if n in way.out or n in way.not_applicable) or "—"
        level = subject.value.levels[position].value
        yield found(part.path, at_key=True, also=also, level=level, asked=blame.asked, left=left)


RULE = Rule("reachable-only-by-not-applicable", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
