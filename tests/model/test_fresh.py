"""Identifiers that are made of titles, and names that nothing has yet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scalecheck.model.base import SLUG
from scalecheck.model.fresh import fresh_id, next_record, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Cuisines du fjord", "cuisines-du-fjord"),
        ("  L’Œuvre d’été — Québec  ", "l-oeuvre-d-ete-quebec"),
        ("Nº 12, rue « A »", "no-12-rue-a"),
        ("Straße", "strasse"),
        ("日本", ""),
        ("", ""),
        (f"{'a' * 59} b", "a" * 59),
    ],
)
def test_a_title_gives_an_identifier(title, slug):
    assert slug_of(title) == slug


@given(st.text(max_size=80), st.sampled_from([None, 1, 7, 60]))
def test_it_is_an_identifier_or_nothing(title, longest):
    slug = slug_of(title, longest)
    assert slug == "" or SLUG.match(slug)
    assert longest is None or len(slug) <= longest
    assert slug_of(slug, longest) == slug


@given(st.sampled_from(["a", "lieu"]), st.sets(st.sampled_from(["a", "a-2", "a-3", "lieu", "b"])))
def test_a_fresh_name_is_nobody_s(wanted, taken):
    found = fresh_id(wanted, taken)
    assert found not in taken
    assert (found == wanted) == (wanted not in taken)


def test_records_are_numbered_from_one():
    assert next_record([]) == "p1"
    assert next_record(["p1", "p3", "enquete"]) == "p2"
