"""The address of a source that is no address of the web: nobody can follow it."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import CALL, RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Severity

_ADDRESS = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@.]+(?:[/?#]\S*)?\Z", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Found]:
    for position, source in enumerate(subject.value.sources):
        if source.url is not None and not _ADDRESS.match(source.url):
            yield found(("sources", position, "url"), source=source.id, url=source.url)


RULE = Rule("bad-url", Topic.EVIDENCE, Severity.WARNING, (*RUBRIC, *CALL), find)
