"""The page of the documentation on the rules, in Markdown, from the words of the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from scalecheck.language.catalogue import say
from scalecheck.model.findings import RuleInfo
from scalecheck.model.language import Language
from scalecheck.report.findings.markdown import escape_holes, fence
from scalecheck.report.findings.rule_words import (
    problem_codes,
    severity_name,
    title,
    topic_name,
    waiver,
    word_in_general,
)

PAGES = {Language.FR: "docs/fr/regles.md", Language.EN: "docs/en/rules.md"}
_SAMPLE = "identical-anchors"
Examples = Mapping[str, tuple[str, str]]


def catalogue_page(rules: Sequence[RuleInfo], language: Language, examples: Examples) -> str:
    """Write the page: tables by topic, every rule explained, then the problems of reading.

    Args:
        rules: the catalogue, topic after topic.
        language: of the page.
        examples: by code, a piece of a document that is bad, and the same cured.
    """
    topics = [(topic, list(same)) for topic, same in groupby(rules, key=lambda rule: rule.topic)]
    parts = [
        *_open(language),
        *(_list_topic(topic, same, language) for topic, same in topics),
        *(part for rule in rules for part in _explain(rule, language, examples[rule.code])),
        *_list_problems(language),
    ]
    return "\n\n".join(parts) + "\n"


def _open(language: Language) -> Iterator[str]:
    other = next(one for one in Language if one is not language)
    link = f"../{PAGES[other].removeprefix('docs/')}"
    yield f"# {say('check.page.title', language)}"
    yield f"*[{say('check.page.translation', language)}]({link})*"
    for part in ("intro", "severity", "problems", "waive"):
        yield say(f"check.page.{part}", language)
    yield fence(waiver(_SAMPLE, language), "yaml")
    yield say("check.catalogue.waive-how", language)
    yield say("check.page.examples", language)


def _list_topic(topic: str, rules: Sequence[RuleInfo], language: Language) -> str:
    rows = (
        (
            f"[`{rule.code}`](#{rule.code})",
            severity_name(rule.severity, language),
            title(rule.code, language),
        )
        for rule in rules
    )
    heads = [say(f"check.page.{name}", language) for name in ("code", "level", "about")]
    return f"## {topic_name(topic, language)}\n\n{_table(heads, rows)}"


def _explain(rule: RuleInfo, language: Language, examples: tuple[str, str]) -> Iterator[str]:
    yield f"### `{rule.code}`"
    yield f"**{title(rule.code, language)}** ({severity_name(rule.severity, language)})"
    for part in ("why", "what", "fix"):
        text = escape_holes(word_in_general(rule.code, part, language))
        yield f"*{say(f'check.catalogue.{part}', language)}.* {text}"
    if rule.is_fixable:
        yield say("check.page.fixable", language)
    for name, example in zip(("bad", "good"), examples, strict=True):
        yield f"*{say(f'check.catalogue.{name}', language)}*\n\n{fence(example, 'yaml')}"


def _list_problems(language: Language) -> Iterator[str]:
    rows = (
        (f"`{code}`", *(escape_holes(word_in_general(code, p, language)) for p in ("what", "fix")))
        for code in problem_codes()
    )
    heads = [
        say("check.page.problem", language),
        *(say(f"check.catalogue.{part}", language) for part in ("what", "fix")),
    ]
    yield f"## {say('check.layer.reading', language)}"
    yield say("check.page.refused", language)
    yield _table(heads, rows)


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (" | ".join(cell.replace("|", "\\|") for cell in row) for row in (heads, *rows))
    head, *rest = (f"| {line} |" for line in lines)
    return "\n".join((head, "|---" * len(heads) + "|", *rest))
