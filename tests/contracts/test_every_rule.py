"""What every rule of the catalogue must have: words, a bad case found on its place, a good one."""

import re
from string import Formatter

import pytest
from tests.lint.cases import BASE, FOLDER, check_case, every_case

from scalecheck.language.catalogue import _read, has, say
from scalecheck.lint.rule import Topic
from scalecheck.lint.rules import RULES
from scalecheck.model.language import Language

CASES = tuple(every_case())
BY_CODE = {rule.code: rule for rule in RULES}
CODES = sorted(BY_CODE)
BAD = [case for case in CASES if case.file.stem.startswith("bad")]
GOOD = [case for case in CASES if case.file.stem.startswith("good")]


def name(case):
    return f"{case.code}/{case.file.name}"


def holes(text):
    return {field for _, field, _, _ in Formatter().parse(text) if field}


def test_codes_are_unique_and_readable():
    assert len(CODES) == len(RULES)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", code) for code in CODES)


def test_no_code_is_also_that_of_a_problem():
    assert not [code for code in CODES if has(f"problem.{code}.what", Language.FR)]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_stands_in_a_file_of_its_name(code):
    rule = BY_CODE[code]
    room = rule.find.__module__.split(".")
    assert room[-2:] == [str(rule.topic), code.replace("-", "_")]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_words(code, language):
    for key in ("title", "why", "what", "fix"):
        assert has(f"rule.{code}.{key}", language), key
    assert say(f"rule.{code}.why", language).endswith((".", "»", "”"))


@pytest.mark.parametrize("language", Language)
def test_no_words_are_left_without_a_rule(language):
    assert set(_read("rule", language)) == set(CODES)


@pytest.mark.parametrize("topic", Topic)
def test_the_words_of_a_rule_stand_in_the_table_of_its_topic(topic):
    import tomllib

    from scalecheck.language.catalogue import FOLDER as WORDS

    for language in Language:
        file = WORDS / language / "rule" / f"{topic}.toml"
        told = set(tomllib.loads(file.read_text(encoding="utf-8"))) if file.is_file() else set()
        assert told == {rule.code for rule in RULES if rule.topic is topic}


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_bad_case_and_a_good_one(code):
    assert any(case.code == code and case.places for case in BAD)
    assert any(case.code == code for case in GOOD)


def test_no_case_is_left_without_a_rule():
    folders = {folder.name for folder in FOLDER.iterdir() if folder != BASE}
    assert folders == set(CODES)


@pytest.mark.parametrize("case", BAD, ids=name)
def test_a_bad_case_is_found_on_its_place(case, tmp_path):
    told = check_case(case, tmp_path).diagnostics
    mine = [d for d in told if d.code == case.code]
    assert [f"{d.span.line}:{d.span.column}" for d in mine] == list(case.places)
    for finding in mine:
        facts = {fact for fact, _ in finding.facts}
        for language in Language:
            for key in ("what", "fix"):
                assert holes(_read("rule", language)[case.code][key]) <= facts
            for related in finding.related:
                assert has(f"rule.{case.code}.also.{related.label}", language)


@pytest.mark.parametrize("case", GOOD, ids=name)
def test_a_good_case_is_not_found(case, tmp_path):
    told = check_case(case, tmp_path).diagnostics
    assert not [str(d) for d in told if d.code == case.code or d.severity == "error"]


@pytest.mark.parametrize("kind", ["rubric", "project", "rubric-test"])
def test_the_base_is_sound_and_without_findings(kind, tmp_path):
    from tests.lint.cases import Case

    whole = Case("none", BASE / f"{kind}.yaml", kind, ())
    assert [str(d) for d in check_case(whole, tmp_path).diagnostics] == []
