"""Calls: ranges of versions, what is refused of a gate, what its rubric does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import companions
from scalecheck.model.check_call import find_call_misfits
from scalecheck.model.diagnostic import Severity
from scalecheck.model.version_range import is_in_range, read_range
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build, examine

HEAD = """\
format: scalecheck/call@1
id: appel
title: Un appel
languages: [fr]
rubric: petite-grille
"""
GATE = "gates: [{id: porte, severity: fail, require: {niveau: 1}, wording: Un texte.}]\n"


def found_in(text):
    return {finding.code for finding in examine(parse(text.encode(), "f"), kind_named("call"))[1]}


def call_of(text):
    return build(parse(text.encode(), "f"), kind_named("call")).value


def misfits(gate, more=""):
    text = f"{HEAD}{more}gates: [{{id: porte, severity: fail, wording: Un texte., {gate}}}]\n"
    return [problem.code for problem in find_call_misfits(companions()[0], call_of(text))]


@pytest.mark.parametrize(
    ("version", "text", "expected"),
    [
        ("0.1.0", ">=0.1, <0.2", True),
        ("0.1", "0.1.0", True),
        ("0.2.0", ">=0.1, <0.2", False),
        ("0.10.0", ">0.9", True),
        ("1", "<=1.0.0", True),
        ("1.0.1", "==1.0", False),
        ("draft", ">=0", False),
    ],
)
def test_a_version_is_within_a_range_or_not(version, text, expected):
    assert is_in_range(version, read_range(text)) is expected


@pytest.mark.parametrize("text", ["", ">=", "0.1 et plus", "~0.1", ">=0.1,", "1..2", ">= .1", "v1"])
def test_a_range_that_is_none_is_refused(text):
    assert read_range(text) is None


versions = st.lists(st.integers(0, 12), min_size=1, max_size=4).map(
    lambda parts: ".".join(map(str, parts))
)


@given(versions, versions)
def test_of_two_versions_one_is_before_the_other_or_they_are_the_same(one, other):
    signs = ("<", "==", ">")
    assert sum(is_in_range(one, read_range(f"{sign}{other}")) for sign in signs) == 1


@given(st.text(max_size=40))
def test_any_text_is_read_as_a_range_or_refused(text):
    bounds = read_range(text)
    assert bounds is None or is_in_range("1.0", bounds) in (True, False)


def test_a_call_without_gates_is_refused():
    assert found_in(f"{HEAD}gates: []\n") == {"too-few"}


def test_a_gate_may_ask_several_levels_at_once():
    assert misfits("require: {niveau: 1, ampleur: 2}") == []


def test_a_gate_asks_one_thing():
    gate = "{id: a, severity: fail, require: {niveau: 1}, gain: {niveau: 1}, wording: Oui}"
    assert found_in(f"{HEAD}gates: [{gate}]\n") == {"gate-asks-twice", "gain-without-plan"}


@pytest.mark.parametrize("name", ["niveau", "level"])
def test_the_headline_is_named_in_either_language(name):
    assert misfits(f"require: {{{name}: 2}}") == []
    assert misfits(f"at_most: {{{name}: 9}}") == ["unknown-maturity-level"]


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        ("require: {ampleur: 9}", "unknown-level"),
        ("require: {ampeur: 1}", "unknown-node"),
        ("require: {usage: 1}", "outside-group"),
        ("plan: fin, gain: {besoins: 1}", "unknown-node"),
        ("holds: {volet: c}", "unknown-value"),
        ("when: {inconnu: c}, require: {niveau: 1}", "unknown-attribute"),
        ("when: {inconnu: a}, holds: {sector: sante}", "unknown-attribute"),
    ],
)
def test_what_the_rubric_does_not_know_is_found(gate, code):
    assert misfits(gate) == [code]


def test_conditions_read_attributes_of_the_call_of_the_rubric_and_of_every_project():
    own = "attributes: [{id: phase, values: [essai, suite]}]\n"
    gate = "when: [{volet: a}, {phase: essai}], holds: {applicant: [osbl, cooperative]}"
    assert misfits(gate, own) == []


def test_another_version_of_the_rubric_is_a_warning():
    call = call_of(f"{HEAD}rubric_version: '>=2'\n{GATE}")
    (found,) = find_call_misfits(companions()[0], call)
    assert (found.code, found.severity) == ("rubric-out-of-range", Severity.WARNING)


def test_a_version_within_the_range_is_no_finding():
    call = call_of(f"{HEAD}rubric_version: '>=0.1, <0.2'\n{GATE}")
    assert find_call_misfits(companions()[0], call) == ()
