"""An anchor of YAML (`&name`) given twice: which one an alias means depends on where it stands."""

from collections.abc import Iterator
from typing import Any

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_spans import anchors, is_alias, span_of_event
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    first: dict[str, Any] = {}
    for event in anchors(subject):
        if is_alias(event):
            continue
        if event.anchor in first:
            span, line = span_of_event(event), first[event.anchor].start_mark.line + 1
            yield found((), span=span, name=event.anchor, line=line)
        first.setdefault(event.anchor, event)


RULE = Rule("duplicate-anchor-name", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT)
