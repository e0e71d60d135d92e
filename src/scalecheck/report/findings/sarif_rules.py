"""Rules as SARIF describes them: the words asked for, and the other language below."""

from collections.abc import Iterator

from scalecheck.language.catalogue import say
from scalecheck.model.diagnostic import Severity
from scalecheck.model.findings import RuleInfo
from scalecheck.model.language import Language
from scalecheck.report.findings.data import Json
from scalecheck.report.findings.markdown import escape_holes
from scalecheck.report.findings.rule_words import word_in_general

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_GITHUB_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}


def describe_rule(rule: RuleInfo, language: Language) -> Json:
    """Describe a rule; what is no rule has neither title nor reason, and is said by its message."""
    code = rule.code
    what = word_in_general(code, "what", language) or code
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in code.split("-")),
        "shortDescription": {"text": word_in_general(code, "title", language) or what},
        "fullDescription": {"text": word_in_general(code, "why", language) or what},
        "help": _help(code, language),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.topic or "problem"],
            "problem.severity": _GITHUB_LEVELS[rule.severity],
        },
    }


def _help(code: str, language: Language) -> Json:
    languages = sorted(Language, key=lambda one: one is not language)
    plain = ["\n".join(text for _, text in _explained(code, one)) for one in languages]
    marked = ["\n\n".join(_in_markdown(code, one)) for one in languages]
    return {"text": "\n\n".join(plain) or code, "markdown": "\n\n---\n\n".join(marked) or code}


def _in_markdown(code: str, language: Language) -> Iterator[str]:
    for part, text in _explained(code, language):
        heading = "" if part == "title" else f"**{say(f'check.catalogue.{part}', language)}.** "
        mark = "**" if part == "title" else ""
        yield f"{heading}{mark}{escape_holes(text)}{mark}"


def _explained(code: str, language: Language) -> Iterator[tuple[str, str]]:
    for part in ("title", "why", "what", "fix"):
        text = word_in_general(code, part, language)
        if text:
            yield part, text
