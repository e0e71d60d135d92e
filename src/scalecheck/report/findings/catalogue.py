"""The catalogue of rules in words, for a terminal: a list of them, or one of them explained."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import fill, indent

from scalecheck.language.catalogue import say
from scalecheck.model.diagnostic import Severity
from scalecheck.model.findings import RuleInfo
from scalecheck.model.language import Language
from scalecheck.report.findings.catalogue_page import catalogue_page
from scalecheck.report.findings.rule_words import (
    problem_codes,
    severity_name,
    title,
    topic_name,
    waiver,
    word_in_general,
)

__all__ = ["catalogue_page", "problem_codes", "render_catalogue", "render_rule"]

WIDTH = 92
_UNDER = " " * 6


def render_catalogue(rules: Sequence[RuleInfo], language: Language, width: int = WIDTH) -> str:
    """List the rules by topic: code, severity, title, and a mark on those repaired by the tool.

    Args:
        rules: by topic; the key of a topic, which `--select` takes, stands beside its name.
        language: of the words.
        width: in characters; a title that does not fit stands under its code.
    """
    columns = (
        max((len(rule.code) for rule in rules), default=0),
        max(len(severity_name(one, language)) for one in Severity),
    )
    blocks = [
        "\n".join((_topic(topic, language), *(_row(r, columns, language, width) for r in same)))
        for topic, same in groupby(rules, key=lambda rule: rule.topic)
    ]
    count = say("check.catalogue.count", language, count=len(rules))
    end = fill(f"{count} {say('check.catalogue.explain', language)}", width)
    return "\n\n".join((*blocks, end)) + "\n"


def _topic(topic: str, language: Language) -> str:
    return f"{topic_name(topic, language)} [{topic}]"


def _row(rule: RuleInfo, columns: tuple[int, int], language: Language, width: int) -> str:
    severity = severity_name(rule.severity, language)
    mark = f" ({say('check.catalogue.mark', language)})" if rule.is_fixable else ""
    words = f"{title(rule.code, language)}{mark}"
    head = f"  {rule.code:<{columns[0]}}  {severity:<{columns[1]}}"
    row = f"{head}  {words}"
    if len(row) <= width:
        return row
    return f"{head.rstrip()}\n{fill(words, width, initial_indent=_UNDER, subsequent_indent=_UNDER)}"


def render_rule(code: str, rule: RuleInfo | None, language: Language, bad: str, good: str) -> str:
    """Explain a rule, or a problem of reading: why, what it says, what to do, how to waive it.

    Args:
        code: that of the rule or of the problem.
        rule: None for a problem of reading, structure or reference, which cannot be waived.
        language: of the words.
        bad: a piece of a document in which the rule finds something; not shown when empty.
        good: the same piece, cured.
    """
    parts = [
        "\n".join(_head(code, rule, language)),
        *_sections(code, language),
        *(
            f"{say(f'check.catalogue.{name}', language)}\n{indent(example.rstrip(), ' ' * 4)}"
            for name, example in (("bad", bad), ("good", good))
            if example
        ),
        _waiving(code, language) if rule else say("check.catalogue.not-waived", language),
    ]
    return "\n\n".join(parts) + "\n"


def _head(code: str, rule: RuleInfo | None, language: Language) -> Iterator[str]:
    yield code
    if rule is None:
        yield topic_name("", language)
        return
    yield title(code, language)
    marks = [severity_name(rule.severity, language), topic_name(rule.topic, language)]
    if rule.is_fixable:
        marks.append(say("check.catalogue.mark", language))
    yield " · ".join(marks)


def _sections(code: str, language: Language) -> Iterator[str]:
    for part in ("why", "what", "fix"):
        text = word_in_general(code, part, language)
        if text:
            yield f"{say(f'check.catalogue.{part}', language)}\n{_wrap(text)}"


def _waiving(code: str, language: Language) -> str:
    return "\n".join(
        (
            say("check.catalogue.waive", language),
            f"    {waiver(code, language)}",
            _wrap(say("check.catalogue.waive-how", language)),
        )
    )


def _wrap(text: str) -> str:
    margin = "  "
    return fill(
        text,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
