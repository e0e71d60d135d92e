"""Waivers: read where they are comments, told where they serve for nothing or are not read."""

import pytest

from scalecheck.lint.rules import RULES
from scalecheck.lint.waivers import find_malformed, known_codes, read_waivers, sift
from scalecheck.model.diagnostic import Diagnostic, Severity, Span
from scalecheck.source.document import parse

CODE = "identical-anchors"


def read(text):
    return parse(text.encode(), "f.yaml")


def waivers(text):
    return read_waivers(read(text))


def finding(line, code=CODE):
    return Diagnostic(code, Severity.WARNING, "f.yaml", (), Span(line, 1, line, 2))


def test_the_known_codes_are_those_of_the_rules():
    assert set(known_codes()) == {rule.code for rule in RULES}


def test_a_waiver_on_a_line_is_for_that_line():
    (one,) = waivers("a: 1\nb: 2 # scalecheck: ignore[x-y] raison\nc: 3\n")
    assert (one.codes, one.reason, one.first, one.last) == (("x-y",), "raison", 2, 2)


def test_a_waiver_alone_is_for_the_thing_below():
    (one,) = waivers("# scalecheck: ignore[x-y, z-t] raison\na:\n  b: 1\n  c: 2\nd: 3\n")
    assert (one.codes, one.first, one.last) == (("x-y", "z-t"), 1, 4)


def test_a_waiver_of_the_file_is_for_every_line():
    (one,) = waivers("a: 1\n# scalecheck: ignore-file[x-y] raison\nb: 2\n")
    assert (one.first, one.last) == (1, 4)


@pytest.mark.parametrize(
    "text",
    [
        'a: "# scalecheck: ignore[x-y] raison"\n',
        "a: |\n  # scalecheck: ignore[x-y] raison\n",
        "a: b#scalecheck:ignore\n",
        "# scalecheck: une grille d’essai\na: 1\n",
        "# format: scalecheck/rubric@1\na: 1\n",
    ],
)
def test_what_is_no_waiver_is_neither_read_nor_told(text):
    assert waivers(text) == ()
    assert find_malformed(read(text)) == ()


@pytest.mark.parametrize(
    "comment",
    [
        "ignore x-y raison",
        "ignore x-y",
        "ignore[]",
        "ignore[ ] raison",
        "ignored[x-y] raison",
        "disable=x-y",
        "noqa x-y",
        "[x-y] raison",
        "skip[x-y] raison",
        "Ignore[x-y] raison",
        "dérogation [x-y] raison",
    ],
)
def test_what_is_meant_as_a_waiver_and_is_none_is_told(comment):
    document = read(f"a: 1 # scalecheck: {comment}\n")
    assert read_waivers(document) == ()
    assert [span[:2] for span in find_malformed(document)] == [(1, 6)]


def test_a_waiver_without_a_reason_sets_nothing_aside():
    (one,) = waivers(f"a: 1 # scalecheck: ignore[{CODE}]\n")
    sifted = sift([finding(1)], (one,))
    assert len(sifted.kept) == 1
    assert sifted.unused == ()


def test_a_code_that_served_is_not_unused_and_the_other_one_is():
    (one,) = waivers(f"a: 1 # scalecheck: ignore[{CODE}, tab-in-text] raison\n")
    sifted = sift([finding(1)], (one,))
    assert sifted.waived == (finding(1),)
    assert [w.codes for w in sifted.unused] == [("tab-in-text",)]


def test_a_code_whose_rule_was_not_run_is_not_held_unused():
    (one,) = waivers(f"a: 1 # scalecheck: ignore[{CODE}, tab-in-text] raison\n")
    assert sift([], (one,), applied=()).unused == ()
    assert [w.codes for w in sift([], (one,), applied=[CODE]).unused] == [(CODE,)]


def test_two_waivers_of_one_finding_both_serve():
    text = f"# scalecheck: ignore-file[{CODE}] un\na: 1 # scalecheck: ignore[{CODE}] deux\n"
    assert sift([finding(2)], waivers(text)).unused == ()
