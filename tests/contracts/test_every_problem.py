"""Every problem that can be told has words in both languages, made of the facts it really gives."""

import ast
import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import scalecheck
from scalecheck.language.catalogue import FOLDER
from scalecheck.model.language import Language

SOURCE = Path(scalecheck.__file__).parent
FILES = sorted(
    file
    for room in ("model", "source", "lint", "api", "report/templating")
    for file in SOURCE.joinpath(room).glob("*.py")
)
# Forms and tables tell their problems through readers of their own: a code is known by its name.
READERS = sorted(
    file for room in ("forms", "portfolio", "api") for file in SOURCE.joinpath(room).rglob("*.py")
)
NAMED = re.compile(r"(form|table|mapping)(-[a-z0-9]+)+\Z")
# Codes of the engine of tables that are told by their name alone.
NOT_CODES = {"table-row"}  # how XLSForm lays out a question
SHARED = {
    "table-merged-cell",
    "project-other-rubric",
    "level-outside-scale",
    "not-a-number",
    "not-a-count",
    "not-a-date",
    "too-many-instances",
}
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")

# Where the code stands among the arguments of what tells a problem.
TELLERS = {
    "problem": 0,
    "refuse": 0,
    "note": 0,
    "stop": 0,
    "RefusedError": 0,
    "EncodingError": 0,
    "Explanation": 0,
    "_about": 1,
}
NOT_FACTS = {"at_key", "severity"}
# Codes that reach their teller through a variable, and the facts given there.
INDIRECT = {
    "above-most": {"most", "got"},
    "below-least": {"least", "got"},
    "newer-format": {"got", "wanted"},
    "no-permission": set(),
    "not-a-file": set(),
    "not-a-baseline": set(),
    "not-a-result": set(),
    "not-a-list": {"got"},
    "not-a-mapping-here": {"got"},
    "not-currency": {"got"},
    "not-level-name": {"got"},
    "not-number": {"got"},
    "not-one-of": {"got", "known"},
    "not-slug": {"got"},
    "not-text": {"got"},
    "not-whole": {"got"},
    "not-yes-no": {"got"},
    "too-few": {"least", "got"},
    "too-many": {"most", "got"},
    "unknown-setting": {"name", "known"},
    "unknown-strategy": {"name", "known"},
    "wrong-format": {"got", "wanted"},
    "yaml-apostrophe": set(),
    "yaml-quote-inside": set(),
}
# Facts built as pairs rather than keywords.
PAIRS = {
    "tag-refused": {"tag"},
    "yaml-bad-start": {"character"},
    "yaml-escape": {"got"},
    "yaml-indentation": {"spaces"},
    "yaml-unclosed-list": {"opener", "closer"},
    "yaml-wrong-closer": {"opener", "closer"},
    "encoding-windows": {"byte", "character"},
    "lookalike-in-key": {"key", "character"},
}


def called(node):
    return getattr(node.func, "id", None) or getattr(node.func, "attr", None)


def told():
    """Each code told in the source, with the facts given at each place that tells it."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in TELLERS:
                position = TELLERS[called(node)]
                first = node.args[position] if len(node.args) > position else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    names = {keyword.arg for keyword in node.keywords if keyword.arg}
                    code = first.value
                    yield code, (names - NOT_FACTS) | PAIRS.get(code, set())


def mentioned():
    """Each code that stands in a reader of forms or of tables, however it is told there."""
    for file in READERS:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and NAMED.match(str(node.value)):
                yield node.value


def facts_of_every_code():
    found = {}
    for code, names in (*told(), *INDIRECT.items()):
        found.setdefault(code, []).append(names)
    return {code: set.intersection(*places) for code, places in found.items()}


def words(language):
    file = FOLDER / language / "problem.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    of_tables = FOLDER / language / "portfolio_score.toml"
    tables = {**tomllib.loads(of_tables.read_text(encoding="utf-8"))["problem"], **tables}
    return {
        key: table for key, table in tables.items() if isinstance(table, dict) and "what" in table
    }


FACTS = facts_of_every_code()
MENTIONED = sorted(set(mentioned()) - NOT_CODES)
WORDS = {language: words(language) for language in Language}
EVERY = [(code, language) for code in sorted(FACTS) for language in Language]


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_codes_are_kebab_case_and_many():
    assert len(FACTS) > 100
    assert all(CODE.match(code) for code in FACTS)


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_every_code_says_what_is_wrong_and_how_to_fix_it(code, language):
    assert set(WORDS[language][code]) == {"what", "fix"}


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_words_hold_only_facts_that_are_given_wherever_the_code_is_told(code, language):
    said = WORDS[language][code]
    assert placeholders(said["what"]) | placeholders(said["fix"]) <= FACTS[code]


@pytest.mark.parametrize(("code", "language"), EVERY)
def test_words_are_sentences(code, language):
    for text in WORDS[language][code].values():
        assert text.endswith((".", "?"))
        assert not re.search(
            r"\b(YAML|pydantic|None|dict|tuple|float|NoneType)\b",
            text.replace("du YAML", "").replace("as YAML", ""),
        )


@pytest.mark.parametrize("code", MENTIONED)
def test_every_code_of_a_form_or_a_table_has_words_in_both_languages(code):
    said = [WORDS[language][code] for language in Language]
    assert all(set(one) == {"what", "fix"} for one in said)
    held = [placeholders(one["what"]) | placeholders(one["fix"]) for one in said]
    assert held[0] == held[1]


def test_no_words_are_left_without_a_code():
    for language in Language:
        assert set(WORDS[language]) <= set(FACTS) | set(MENTIONED) | SHARED
