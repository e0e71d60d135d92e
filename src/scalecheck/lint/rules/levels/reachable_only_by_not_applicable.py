"""A level met only when some questions are left out: those who answer everything never reach it."""

from collections.abc import Iterator

from scalecheck.lint.logic_subject import logic_of
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.blame import find_blame
from scalecheck.lint.rules.levels.dead_ends import dead_ends
from scalecheck.lint.rules.levels.limits import limit_of
from scalecheck.lint.rules.levels.parts import Part
from scalecheck.lint.rules.levels.witness import in_short
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Path, Severity


def find(subject: RubricSubject) -> Iterator[Found]:
    logic = logic_of(subject)
    if logic is None:
        return
    order = [criterion.id for criterion in subject.value.criteria]
    for position, part, way, is_settled in dead_ends(subject, logic):
        if way is None or not is_settled:
            continue
        blame = find_blame(logic, part)
        also = (Also(blame.path, "part", at_key=True), *limit_of(subject, blame.name))
        groups = _unshared(subject, part) if way.unshared else []
        also += tuple(Also(path, "nobody-listed") for path, _ in groups)
        names = [n for n in order if n in way.out or n in way.not_applicable]
        left = in_short((*names, *(name for _, name in groups)))
        level = subject.value.levels[position].value
        yield found(part.path, at_key=True, also=also, level=level, asked=blame.asked, left=left)


def _unshared(subject: RubricSubject, part: Part) -> list[tuple[Path, str]]:
    """The groups of which a level reads a share, that is over nobody where none is kept."""
    read = subject.names.cone_of_rule(part.rule)
    groups = list(enumerate(subject.value.groups))
    own = [(n, group) for n, group in groups if not read.isdisjoint(group.criteria)]
    return [(("groups", n, "id"), group.id) for n, group in own or groups]


RULE = Rule("reachable-only-by-not-applicable", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
