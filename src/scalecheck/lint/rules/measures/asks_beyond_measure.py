"""A rule that asks more of a measure than it can ever give: the sum of its parts, their number.

Published metrics state a maximum that their own tests never reach; a level that asks for it is
out of everyone's reach.
"""

from collections.abc import Iterator, Mapping

from scalecheck.lint.reach import reaches
from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.measures.showing import show_end
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Path, Severity
from scalecheck.model.rules import AtLeast, Majority, Requirement, Should
from scalecheck.model.rules import Rule as Asks
from scalecheck.model.walking import every_part


def find(subject: RubricSubject) -> Iterator[Found]:
    known = reaches(subject)
    if known is None:
        return
    measures = subject.names.measures
    for path, rule in every_part(subject.value):
        if _is_told_elsewhere(path, rule):
            continue
        for here, levels in asked_levels(path, rule):
            for name, level in levels.items():
                if name in measures and not known.can_reach(name, level):
                    highest = show_end(known, name, 1)
                    yield found((*here, name), measure=name, wanted=level, highest=highest)


def _is_told_elsewhere(path: Path, rule: Asks) -> bool:
    """Tell whether it makes a whole level, branch, strategy or cap impossible: the worse fault."""
    return "unless" in path or (isinstance(rule, Requirement) and path[0] != "dimensions")


def asked_levels(path: Path, rule: Asks) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """The levels that a rule asks of nodes by itself, and where they are written."""
    match rule:
        case Requirement():
            yield path, rule.root
        case AtLeast():
            yield (*path, "of"), rule.of
        case Majority():
            yield (*path, "majority", "profile"), rule.majority.profile
        case Should():
            yield (*path, "should"), rule.should
        case _:
            return


RULE = Rule("asks-beyond-measure", Topic.MEASURES, Severity.WARNING, RUBRIC, find)
