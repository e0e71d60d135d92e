"""Whole files with planted faults: what a newcomer writes, and what published models ship."""

from pathlib import Path

import pytest

from scalecheck.lint.check import Job, check_bytes
from scalecheck.lint.finder import Finder
from scalecheck.source.shelf import Shelf

FOLDER = Path(__file__).parent / "faults"

# The planted faults of the newcomer, each of another kind; nothing else is told but their echoes.
PLANTED = {
    "21:27 duplicate-labels",
    "22:9 unused-scale",
    "26:53 not-duration",
    "34:9 unknown-key",
    "36:69 figures-differ",
    "38:11 identical-anchors",
    "39:13 unused-criterion",
    "41:16 unknown-scale",
    "43:14 missing-translation",
    "44:19 placeholder-text",
    "51:19 ocr-debris",
    "56:17 weight-not-positive",
    "68:12 unknown-stage",
    "69:36 unknown-level",
    "72:16 unknown-node",
}
ECHOES = {
    "38:49 same-text-two-translations",
    "53:13 unused-criterion",
    "56:17 unread-weight",
}
# The classes of defects that published models of this field ship with.
PUBLISHED = {
    "answer-read-as-false": {"18:50 ambiguous-scalar"},
    "reference-that-loses-a-zero": {"25:94 ambiguous-scalar", "26:93 ambiguous-scalar"},
    "key-written-twice": {"29:9 duplicate-key"},
    "groups-that-do-not-exist": {"32:107 not-slug", "35:31 not-slug"},
    "scale-with-other-labels": {f"{line}:27 label-of-another-level" for line in range(18, 22)},
    "maximum-out-of-reach": {"35:9 band-unreachable"},
}


def told(file):
    job = Job(Finder(Shelf((), "test", False)))
    found = check_bytes(file, file.read_bytes(), job).diagnostics
    return {f"{d.span.line}:{d.span.column} {d.code}" for d in found}


def test_fifteen_faults_of_a_newcomer_are_told_in_one_run():
    assert len({fault.split()[1] for fault in PLANTED}) == 15
    assert told(FOLDER / "newcomer.yaml") == PLANTED | ECHOES


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_defect_is_found_on_its_place(name):
    assert told(FOLDER / "published" / f"{name}.yaml") >= PUBLISHED[name]


def test_every_published_defect_is_rebuilt():
    assert {file.stem for file in (FOLDER / "published").iterdir()} == set(PUBLISHED)
