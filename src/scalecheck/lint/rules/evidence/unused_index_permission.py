"""Leave for an index to decide a level, in a rubric where none does."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.form import Form
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import Rule as Requirement
from scalecheck.model.rules import rule_names


def find(subject: RubricSubject) -> Iterator[Found]:
    if subject.value.index_in_rules is None:
        return
    read = {*_names_in_rules(subject.names), subject.value.headline}
    typed = (subject.names.typed(name) for name in sorted(read))
    if not any(node is not None and node.form is Form.INDEX for node in typed):
        yield found(("index_in_rules",), at_key=True)


def _names_in_rules(nodes: Nodes) -> Iterator[str]:
    for rule in _rules(nodes):
        yield from rule_names(rule)


def _rules(nodes: Nodes) -> Iterator[Requirement]:
    """Every rule of the rubric."""
    rubric = nodes.rubric
    yield from (level.requires for level in rubric.levels if level.requires)
    yield from (strategy.ready_when for strategy in rubric.strategies if strategy.ready_when)
    for criterion in rubric.criteria:
        yield from (criterion.computed or {}).values()
    for measure in rubric.measures:
        unless = getattr(measure, "unless", None)
        if unless is not None:
            yield unless


RULE = Rule("unused-index-permission", Topic.EVIDENCE, Severity.WARNING, RUBRIC, find, Reads.SOUND)
