"""A fact that the conditions of the rubric read and the project leaves out."""

from collections.abc import Iterator

from scalecheck.lint.current import read_current
from scalecheck.lint.rule import PROJECT, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity
from scalecheck.scoring.silences import find_silences


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    if current is None:
        return
    situation = current.situation
    remarks = (*situation.remarks, *find_silences(current.nodes, situation))
    told = [(remark.code, dict(remark.facts)) for remark in remarks]
    asked = [facts["name"] for code, facts in told if code == "missing-attribute"]
    # A strategy that nobody chose may stay undecided.
    fits = (facts for code, facts in told if code == "missing-attribute-of-fit")
    asked += [facts["name"] for facts in fits if facts["strategy"] in situation.strategies]
    for name in dict.fromkeys(asked):
        yield found(("attributes",), at_key=True, attribute=name)


RULE = Rule("missing-attribute", Topic.PROJECTS, Severity.NOTE, PROJECT, find)
