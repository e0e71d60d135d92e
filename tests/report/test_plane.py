"""Readiness beside the settings: drawn where a rubric computes something from them, and said."""

import pytest
from tests.report.examples import NAMES, read_example
from tests.report.kinds.pages import pages_of
from tests.report.reading import letters, text_of

from scalecheck.model.language import Language
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.view.plane import Plane
from scalecheck.report.writers import WRITERS


def planes(name, language=Language.FR):
    (page,) = pages_of(name, PageKind.PROJECT, language)
    return [block for block in page.blocks if isinstance(block, Plane)]


def test_the_official_level_and_the_official_rank_are_where_the_dot_is():
    (plane,) = planes("cuisines-du-fjord")
    found, _ = read_example("cuisines-du-fjord")
    assert plane.across.low == found.headline.low + 1
    assert plane.across.levels[plane.across.low] == found.rubric.levels[found.headline.low].value
    node = found.nodes["adoption-effective", ""]
    assert (plane.up.low, plane.up.high) == (node.value.low, node.value.high)
    assert [c.id for c in found.rubric.criteria if c.computed][-1] == "adoption-effective"


def test_a_rubric_that_computes_nothing_from_settings_has_no_plane():
    assert planes("trl-capteur") == []


def test_a_project_that_stays_local_is_not_asked_how_far_it_spreads():
    assert planes("hangar-des-forges") == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_every_rank_is_one_of_its_side(name, language):
    for plane in planes(name, language):
        for axis in (plane.across, plane.up):
            assert 0 <= axis.low <= axis.high < len(axis.levels)
        assert plane.up.name in plane.words


@pytest.mark.parametrize("format", list(WRITERS))
def test_every_format_says_what_the_plane_shows(format):
    pages = pages_of("cuisines-du-fjord", PageKind.PROJECT, Language.FR)
    text = letters(text_of(format, WRITERS[format].write(pages, Printing())))
    (plane,) = planes("cuisines-du-fjord")
    assert letters(plane.caption) in text
    assert letters(plane.words) in text
