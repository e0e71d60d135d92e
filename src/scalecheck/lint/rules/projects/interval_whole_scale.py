"""An interval from the worst level to the best: it says no more than "unknown" would."""

from collections.abc import Iterator

from scalecheck.lint.current import each_fact
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    for current, fact in each_fact(subject):
        scale = current.nodes.scales[current.nodes.criteria[fact.key.criterion].scale]
        if fact.claimed == (0, scale.top):
            yield found((*fact.path, "between"), criterion=fact.key.criterion)


RULE = Rule("interval-whole-scale", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
