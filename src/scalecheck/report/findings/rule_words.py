"""Rules and problems in words, without a finding: titles, reasons, messages with holes in them."""

import tomllib
from functools import cache

from scalecheck.language.catalogue import FOLDER, MissingFactError, has, say
from scalecheck.model.diagnostic import Severity
from scalecheck.model.language import Language
from scalecheck.report.findings.screen import neutralise
from scalecheck.report.findings.wording import find_key


@cache
def problem_codes() -> tuple[str, ...]:
    """The codes of the problems of reading, structure and reference, in the order of their words.

    They are no rules: what they speak of keeps a file from being used.
    """
    words = tomllib.loads((FOLDER / Language.FR / "problem.toml").read_text(encoding="utf-8"))
    return tuple(code for code, said in words.items() if isinstance(said, dict) and "what" in said)


def title(code: str, language: Language) -> str:
    """Say the title of a rule; what has none is called by its code."""
    key = f"rule.{code}.title"
    return say(key, language) if has(key, language) else neutralise(code)


def topic_name(topic: str, language: Language) -> str:
    """Name a topic; an empty one is that of problems of reading."""
    return say(f"check.topic.{topic or 'none'}", language)


def severity_name(severity: Severity, language: Language) -> str:
    """Name a severity."""
    return say(f"problem.severity.{severity}", language)


def waiver(code: str, language: Language) -> str:
    """Write the comment that sets a rule aside."""
    return f"# scalecheck: ignore[{code}] {say('check.catalogue.reason', language)}"


def word_in_general(code: str, part: str, language: Language) -> str:
    """Say a part of the words of a code, each fact as `<its-name>`; empty where there is none."""
    key = find_key(f"{code}.{part}", language)
    return _say_with_holes(key, language) if key else ""


def _say_with_holes(key: str, language: Language) -> str:
    facts: dict[str, object] = {}
    while True:
        try:
            return say(key, language, **facts)
        except MissingFactError as lacking:
            name = str(lacking.__cause__.args[0]) if lacking.__cause__ else ""
            facts[name] = f"<{name}>"
        except ValueError:  # a plural: its count must be a number
            facts["count"] = 2
