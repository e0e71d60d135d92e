"""Numbers with a decimal comma in a list: `[0,25, 0,75]` is four whole numbers."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_spans import lists_by_place
from scalecheck.model.diagnostic import Severity
from scalecheck.source.stretch import span_at

# Two numbers or more, each cut by a comma without a space, with a space between one and the next.
_NUMBER = r"[0-9]+,[0-9]+"
_NUMBERS = re.compile(_NUMBER)
_LIST = re.compile(rf"\[[ \t]*{_NUMBER}(?:[ \t]*,[ \t]+{_NUMBER})+[ \t]*\]")


def find(subject: Subject) -> Iterator[Found]:
    text = subject.document.text
    found_lists = tuple(_LIST.finditer(text))
    lists = lists_by_place(subject.document) if found_lists else {}
    for written in found_lists:
        path = lists.get(span_at(text, written.start(), written.start())[:2])
        if path is not None:
            numbers = _NUMBERS.findall(written[0])
            better = ", ".join(number.replace(",", ".") for number in numbers)
            yield found(path, got=written[0], count=2 * len(numbers), better=f"[{better}]")


RULE = Rule("decimal-comma-in-list", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT)
