"""French quotation marks and decimals: what no report can set right when it prints.

Reports put the no-break spaces and the apostrophes themselves: a plain space before `:` and a
straight apostrophe are no fault in a file. They cannot know what straight quotation marks mean.
"""

import re
from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import sayings
from scalecheck.lint.text_spans import rewrite_each
from scalecheck.model.diagnostic import Rewrite, Severity
from scalecheck.source.document import Document

_QUOTED = re.compile(r'(?<![\w"=])"([^\W_](?:[^"`]*[^\s"`])?)"(?![\w"])')
# As YAML writes it: escaped inside its own quotation marks, bare inside others or none.
_WRITTEN = re.compile(
    r'(?<![\w=\\])\\"([^\W_](?:[^"`\\]*[^\s"`\\])?)\\"(?!\w)'
    r'|(?<![\w"=\\])"([^\W_](?:[^"`\\]*[^\s"`\\])?)"(?![\w"])'
)
_DECIMAL = re.compile(r"(?<![\d.,])(\d+)\.(\d+)(?=[ \u00a0\u202f]?(?:%|\$|[kMG]\$))")


def find(subject: Subject) -> Iterator[Found]:
    for path, words, language, _ in sayings(subject).said:
        if language != "fr":
            continue
        quoted = _QUOTED.search(words) if '"' in words and "`" not in words else None
        if quoted is not None:
            repair = _set_quotes(subject.document, path)
            yield found(path, repair=repair, got=quoted[0], better=f"«\u00a0{quoted[1]}\u00a0»")
        decimal = _DECIMAL.search(words) if "%" in words or "$" in words else None
        if decimal is not None:
            repair = rewrite_each(subject.document, path, _DECIMAL, r"\1,\2")
            yield found(path, repair=repair, got=decimal[0], better=f"{decimal[1]},{decimal[2]}")


def _set_quotes(document: Document, path: tuple[str | int, ...]) -> tuple[Rewrite, ...]:
    """Put « » where the whole text is not itself between the quotation marks of YAML."""
    repair = rewrite_each(document, path, _WRITTEN, "«\u00a0\\1\\2\u00a0»")
    whole = document.locate(path)
    return tuple(one for one in repair if one.span != whole)


RULE = Rule(
    "french-typography", Topic.TEXTS, Severity.NOTE, ANY, find, Reads.DOCUMENT, is_fixable=True
)
