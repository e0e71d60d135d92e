"""Findings are known again by what they say and where they stand by ids, never by their line."""

from hypothesis import given
from hypothesis import strategies as st
from tests.report.findings.samples import FEW, diagnostics, finding, same_words

from scalecheck.model.diagnostic import Severity, Span
from scalecheck.model.findings import fingerprints


def test_an_edit_above_or_a_new_name_leaves_the_mark_as_it_was():
    one = same_words()
    moved = one._replace(
        span=Span(80, 3, 80, 8), file="other.yaml", severity=Severity.NOTE, edits=(), related=()
    )
    assert fingerprints([one]) == fingerprints([moved])


def test_another_code_place_or_fact_makes_another_mark():
    one = same_words()
    others = [one, one._replace(code="x"), one._replace(anchor="y"), one._replace(facts=())]
    assert len({fingerprints([other]) for other in others}) == 4


def test_a_line_or_a_list_of_what_is_known_is_no_part_of_the_mark():
    one = finding("duplicate-key", key="a", line_="3")._replace(facts=(("key", "a"), ("line", "3")))
    again = one._replace(facts=(("key", "a"), ("line", "4"), ("known", "a, b")))
    assert fingerprints([one]) == fingerprints([again])


def test_equal_findings_are_told_apart_by_their_rank():
    first, second = fingerprints([same_words(), same_words()])
    assert first != second
    assert fingerprints([same_words()]) == (first,)


def test_a_mark_is_what_it_was_in_the_first_release():
    assert fingerprints([same_words()]) == (
        "6085be4609690c3b604425a0d6e63e9bff353cc57a5fbb78d932e7db94e5f5e4",
    )


@FEW
@given(st.lists(diagnostics("f"), max_size=8))
def test_marks_are_as_many_as_findings_and_all_different(found):
    marks = fingerprints([*found, *found])
    assert len(set(marks)) == len(marks) == 2 * len(found)
    assert all(len(mark) == 64 for mark in marks)
