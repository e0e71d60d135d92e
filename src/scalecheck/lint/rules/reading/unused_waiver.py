"""A comment that sets a rule aside where the rule finds nothing: the reason for it is gone."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_lines import lines_of
from scalecheck.lint.waivers import Waiver, known_codes
from scalecheck.model.diagnostic import Rewrite, Severity, Span


def find(subject: Subject) -> Iterator[Found]:
    whole = {waiver.span: waiver for waiver in subject.waivers}
    for waiver in subject.unused:
        idle = tuple(code for code in waiver.codes if code in known_codes())
        if idle:
            kept = tuple(c for c in whole[waiver.span].codes if c not in idle)
            repair = _shorten(waiver, kept, subject) if kept else _remove(waiver, subject)
            yield found((), span=waiver.span, repair=repair, codes=", ".join(idle))


def _shorten(waiver: Waiver, kept: tuple[str, ...], subject: Subject) -> tuple[Rewrite, ...]:
    """Keep in the list the codes that still serve."""
    line = lines_of(subject.document.text)[waiver.span.line - 1]
    first = line.index("[", waiver.span.column - 1)
    listed = line[first : line.index("]", first) + 1]
    return (Rewrite((), f"[{', '.join(kept)}]", listed, span=waiver.span),)


def _remove(waiver: Waiver, subject: Subject) -> tuple[Rewrite, ...]:
    """Take the comment away, and its line with it where the line held nothing else."""
    number, column, _, end = waiver.span
    lines = lines_of(subject.document.text)
    before = lines[number - 1][: column - 1]
    if before.strip():
        span = Span(number, len(before.rstrip()) + 1, number, end)
    elif number < len(lines):
        span = Span(number, 1, number + 1, 1)
    elif number > 1:
        span = Span(number - 1, len(lines[number - 2]) + 1, number, end)
    else:
        span = waiver.span
    return (Rewrite((), "", span=span),)


RULE = Rule(
    "unused-waiver", Topic.READING, Severity.WARNING, ANY, find, Reads.DOCUMENT, is_fixable=True
)
