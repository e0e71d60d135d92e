"""The rules about evidence and sources: licences, addresses, and what levels ask for."""

import pytest

from scalecheck.lint.licences import IDENTIFIERS, has_term, is_known, is_reserved
from scalecheck.lint.rules.evidence.bad_url import _ADDRESS
from scalecheck.lint.rules.evidence.evidence_cap_decreasing import _is_weaker
from scalecheck.model.policies import EvidenceNeed

GRADES = {"declared": 0, "documented": 1, "verified": 2}


@pytest.mark.parametrize("licence", IDENTIFIERS)
def test_an_identifier_is_known_in_any_case(licence):
    assert is_known(licence)
    assert is_known(licence.lower())
    assert not is_reserved(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "Apache-2.0 AND CC-BY-4.0",
        "(MIT OR Apache-2.0)",
        "LicenseRef-Permission-2026",
        "all rights reserved or not stated",
        "Tous droits réservés",
        "US Government work",
        "Domaine public",
    ],
)
def test_several_identifiers_and_plain_phrases_are_known(licence):
    assert is_known(licence)


@pytest.mark.parametrize("licence", ["CC", "Creative Commons", "CC-BY-5.0", "libre", "AND", "oui"])
def test_what_nobody_can_look_up_is_unknown(licence):
    assert not is_known(licence)


def test_terms_are_those_of_creative_commons():
    assert has_term("CC-BY-NC-SA-4.0", "NC")
    assert has_term("cc by-nd 4.0", "ND")
    assert not has_term("CC-BY-4.0", "SA")
    assert not has_term("SA-NC", "NC")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://a.b.ca/c?d=e#f",
        "https://doi.org/10.1/x(1)",
        "HTTPS://a.org/é",
    ],
)
def test_an_address_of_the_web_is_one(url):
    assert _ADDRESS.match(url)


@pytest.mark.parametrize(
    "url",
    [
        "www.example.org",
        "https://",
        "https://exemple",
        "https://a.org/b c",
        "ftp://a.org",
        "htps://a.b",
    ],
)
def test_what_leads_nowhere_is_no_address(url):
    assert not _ADDRESS.match(url)


def need(grade, count=1, months=None):
    return EvidenceNeed(grade=grade, count=count, newest_within=months)


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (need("declared"), need("documented"), True),
        (need("documented"), need("documented", 2), True),
        (need("verified"), need("documented", 2), False),
        (need("verified"), need("documented", 1, 24), False),
        (need("documented"), need("documented"), False),
        (need("unknown"), need("verified"), False),
    ],
)
def test_a_need_is_weaker_by_its_grade_and_then_by_its_count(upper, lower, expected):
    assert _is_weaker(upper, lower, GRADES) is expected
