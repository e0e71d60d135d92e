"""A text without quotes that a number sign cuts: `Projet #2` is read as “Projet”."""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_lines import lines_of
from scalecheck.lint.text_places import sayings
from scalecheck.model.diagnostic import Severity

# A comment is written `# like this`; a sign glued to a word was meant to be read.
_GLUED = re.compile(r"#(?=\w)(?<=[ \t]#)")
_CUT = re.compile(r"[ \t]+(#\w\S*)")


def find(subject: Subject) -> Iterator[Found]:
    document = subject.document
    if not _GLUED.search(document.text):
        return
    lines = lines_of(document.text)
    for path, words, _, is_plain in sayings(subject).said:
        span = document.locate(path) if is_plain else None
        if span is None:
            continue
        cut = _CUT.match(lines[span.end_line - 1], span.end_column - 1)
        if cut is not None and not cut[1].startswith("#scalecheck:"):
            yield found(path, got=words, lost=cut[1])


RULE = Rule("text-cut-by-hash", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT)
