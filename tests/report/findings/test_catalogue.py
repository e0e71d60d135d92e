"""The catalogue in words: a list by topic, a rule or a problem explained, a page of the docs."""

import os
import re
from pathlib import Path

import pytest
from tests.report.findings.samples import EN, FR, NB, RULES

from scalecheck.lint.examples import read_examples
from scalecheck.lint.rules import RULES as ALL_RULES
from scalecheck.model.findings import RuleInfo
from scalecheck.report.findings.catalogue import (
    catalogue_page,
    problem_codes,
    render_catalogue,
    render_rule,
)
from scalecheck.report.findings.catalogue_page import PAGES
from scalecheck.report.findings.markdown import escape_holes, fence
from scalecheck.report.findings.rule_words import word_in_general

ROOT = Path(__file__).parents[3]
INFOS = tuple(RuleInfo(r.code, r.severity, str(r.topic), r.is_fixable) for r in ALL_RULES)
LANGUAGES = pytest.mark.parametrize("language", [FR, EN])


def test_the_catalogue_lists_rules_by_topic():
    assert render_catalogue(RULES, EN) == (
        "Scales [scales]\n"
        "  identical-anchors  warning  Two levels described in the same words\n"
        "\n"
        "Reading [reading]\n"
        "  unused-waiver      warning  Waiver that no longer serves (repairable)\n"
        "\n"
        "2 rules. `scalecheck rules CODE` explains a rule. "
        "What is marked “repairable” is corrected\n"
        "by `scalecheck check --fix`.\n"
    )


@LANGUAGES
def test_every_rule_is_in_the_catalogue_and_can_be_explained(language):
    told = render_catalogue(INFOS, language)
    for info in INFOS:
        assert f"\n  {info.code} " in told
        assert render_rule(info.code, info, language, "a: 1\n", "a: 2\n").startswith(info.code)


def test_a_rule_is_explained_with_its_examples_and_how_to_set_it_aside():
    told = render_rule("identical-anchors", RULES[0], FR, "a: 1\n", "b:\n  c: 2\n")
    parts = [part.splitlines() for part in told.split("\n\n")]
    assert parts[0] == [
        "identical-anchors",
        "Deux niveaux décrits dans les mêmes mots",
        "avertissement · Échelles",
    ]
    assert [part[0] for part in parts[1:]] == [
        "Pourquoi",
        "Ce que dit le constat",
        "Quoi faire",
        "À corriger",
        "Corrigé",
        "Mettre de côté",
    ]
    assert parts[2][1:] == ["  Les niveaux <other> et <level> sont décrits dans les mêmes mots."]
    assert parts[5][1:] == ["    b:", "      c: 2"]
    assert parts[6][1] == "    # scalecheck: ignore[identical-anchors] la raison"
    assert all(len(line) <= 92 for line in told.splitlines())


def test_a_problem_of_reading_is_explained_too_and_cannot_be_set_aside():
    told = render_rule("unknown-key", None, FR, "", "")
    assert told.split("\n\n") == [
        "unknown-key\nlecture et structure",
        f"Ce que dit le constat\n  La clé «{NB}<name>{NB}» n’a pas sa place ici.",
        "Quoi faire\n  Corriger le nom. Une note personnelle peut rester si la clé commence par"
        " `x-`.",
        "Ce constat ne se met pas de côté.\n",
    ]


def test_the_problems_of_reading_are_known_by_their_codes():
    assert {"unknown-key", "too-large", "yaml-tab"} <= set(problem_codes())
    assert not {"title", "severity", "wanted", "rest"} & set(problem_codes())


@LANGUAGES
def test_every_problem_can_be_explained(language):
    for code in problem_codes():
        assert len(render_rule(code, None, language, "", "").split("\n\n")) == 4


@LANGUAGES
def test_every_part_of_every_rule_can_be_said_without_a_finding(language):
    for info in INFOS:
        for part in ("title", "why", "what", "fix"):
            assert word_in_general(info.code, part, language)


def test_a_code_without_words_has_nothing_to_say():
    assert word_in_general("made-up", "what", FR) == ""


def test_the_name_of_a_fact_is_not_read_as_html():
    assert escape_holes("« <a> » `<b>` <c>") == "« \\<a> » `<b>` \\<c>"


def test_a_fence_is_longer_than_any_in_what_it_holds():
    assert fence("a\n", "yaml") == "```yaml\na\n```"
    assert fence("````", "yaml").splitlines()[0] == "`````yaml"


@LANGUAGES
def test_the_page_on_the_rules_is_up_to_date(language):
    """Written anew with `SCALECHECK_WRITE_GOLDENS=1`; read the difference before keeping it."""
    examples = {info.code: tuple(read_examples(info.code)) for info in INFOS}
    page = catalogue_page(INFOS, language, examples)
    path = ROOT / PAGES[language]
    if os.environ.get("SCALECHECK_WRITE_GOLDENS"):
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page


@LANGUAGES
def test_the_page_has_a_heading_for_every_link_of_its_tables(language):
    page = catalogue_page(RULES, language, dict.fromkeys([r.code for r in RULES], ("a", "b")))
    links = re.findall(r"\]\(#([^)]+)\)", page)
    assert links == re.findall(r"^### `([^`]+)`$", page, re.M) == [rule.code for rule in RULES]
