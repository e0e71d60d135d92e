"""An anchor of YAML (`&name`) that no alias (`*name`) uses."""

import re
from collections.abc import Iterator
from typing import Any

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_spans import anchors, is_alias, span_of_event
from scalecheck.model.diagnostic import Rewrite, Severity
from scalecheck.source.document import Document
from scalecheck.source.stretch import offsets, span_at

_BLANKS = re.compile(r"[ \t]+(?=[^\s#])")


def find(subject: Subject) -> Iterator[Found]:
    document = subject.document
    events = anchors(subject)
    used = {event.anchor for event in events if is_alias(event)}
    for event in events:
        if event.anchor not in used:
            span, repair = span_of_event(event), _remove(document, event)
            yield found((), span=span, repair=repair, name=event.anchor)


def _remove(document: Document, event: Any) -> tuple[Rewrite, ...]:
    """Take the anchor away, and the blanks behind it where something follows on the line."""
    text, anchor = document.text, f"&{event.anchor}"
    first, _ = offsets(text, span_of_event(event))
    if not text.startswith(anchor, first):
        return ()
    behind = _BLANKS.match(text, first + len(anchor))
    last = behind.end() if behind else first + len(anchor)
    return (Rewrite((), "", span=span_at(text, first, last)),)


RULE = Rule(
    "unused-yaml-anchor", Topic.READING, Severity.NOTE, ANY, find, Reads.DOCUMENT, is_fixable=True
)
