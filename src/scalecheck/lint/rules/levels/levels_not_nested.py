"""A majority that some meet without meeting the one before it: the order of levels is in doubt."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.levels.parts import Part
from scalecheck.lint.rules.levels.questions import nested
from scalecheck.lint.rules.levels.witness import tell
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Path, Severity
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import Majority, MajorityTerms


def find(subject: RubricSubject) -> Iterator[Found]:
    levels = subject.value.levels
    for part, answer, position, other in nested(subject):
        if answer.profile is None or other is None:
            continue
        earlier = other.path[1]
        names = subject.names.cone_of_rule(other.rule)
        also = (
            Also((*other.path, "majority"), "earlier", at_key=True),
            *_lower(subject, part, other),
        )
        yield found(
            (*part.path, "majority"),
            at_key=True,
            also=also,
            level=levels[position].value,
            earlier=levels[int(earlier)].value,
            profile=tell(subject.names, answer.profile, names),
        )


def _lower(subject: RubricSubject, later: Part, earlier: Part) -> Iterator[Also]:
    """The entries of the later profile that ask less than the earlier one did."""
    if not isinstance(later.rule, Majority) or not isinstance(earlier.rule, Majority):
        return
    before, after = earlier.rule.majority, later.rule.majority
    for name in after.profile:
        if name in before.profile and _asks_less(subject.names, name, before, after):
            path: Path = (*later.path, "majority", "profile", name)
            yield Also(path, "asks-less")


def _asks_less(nodes: Nodes, name: str, before: MajorityTerms, after: MajorityTerms) -> bool:
    typed = nodes.typed(name)
    if typed is None or typed.scale is None:
        return False
    ranks = [typed.scale.rank_of(terms.profile[name]) for terms in (before, after)]
    return ranks[0] is not None and ranks[1] is not None and ranks[1] < ranks[0]


RULE = Rule("levels-not-nested", Topic.LEVELS, Severity.WARNING, RUBRIC, find)
