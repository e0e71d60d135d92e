"""Drawings for any number of levels: well formed, on their sheet, in order, always the same."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.writers.samples import HOSTILE, plane, stairs

from scalecheck.report.blocks import Cell, Dots, Ladder, Strip
from scalecheck.report.charts import EDGE, STEP, dot_row, draw, level_strip
from scalecheck.report.charts.ladder import step_height
from scalecheck.report.charts.plane import spot
from scalecheck.report.view.mark import Row


@st.composite
def rows(draw_):
    levels = draw_(st.integers(0, 40))
    rank = st.none() if levels == 0 else st.none() | st.integers(0, levels - 1)
    low = draw_(rank)
    high = None if low is None else draw_(st.integers(low, levels - 1))
    claimed, previous, required, target = (draw_(rank) for _ in range(4))
    is_open, is_low = draw_(st.booleans()), draw_(st.booleans())
    return Row(levels, low, high, claimed, previous, required, is_open, is_low, target)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
ladders = st.builds(
    lambda count, here, title: Ladder(stairs(count, "{}" if "{" in title else title, here), title),
    st.integers(1, 40),
    st.integers(-1, 40),
    texts,
)


@st.composite
def planes(draw_):
    across, up = draw_(st.integers(1, 40)), draw_(st.integers(1, 40))
    low = draw_(st.integers(0, across - 1)), draw_(st.integers(0, up - 1))
    high = draw_(st.integers(low[0], across - 1)), draw_(st.integers(low[1], up - 1))
    return plane(across, up, low, high)


blocks = rows().map(Dots) | rows().map(lambda row: Strip(row, Cell("2"))) | ladders | planes()


def numbers(node, *names):
    return [float(node.attrib[name]) for name in names]


def ends(node):
    """The corners of what a node draws; words are measured by where they are put."""
    match node.tag.split("}")[1]:
        case "circle":
            x, y, r = numbers(node, "cx", "cy", "r")
            return (x - r, y - r), (x + r, y + r)
        case "rect":
            x, y, width, height = numbers(node, "x", "y", "width", "height")
            return (x, y), (x + width, y + height)
        case "line":
            x1, y1, x2, y2 = numbers(node, "x1", "y1", "x2", "y2")
            return (x1, y1), (x2, y2)
        case "text":
            x, y = numbers(node, "x", "y")
            return ((x, y),)
        case "path":
            x, y = map(float, re.match(r"M([\d.-]+) ([\d.-]+)", node.attrib["d"]).groups())
            return ((x, y),)
    return ()


@given(blocks)
def test_a_drawing_is_well_formed_and_stays_on_its_sheet(block):
    root = ET.fromstring(draw(block))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for node in root.iter():
        for x, y in ends(node):
            assert -0.1 <= x <= width + 0.1
            assert -0.1 <= y <= height + 0.1


@given(blocks)
def test_a_drawing_is_the_same_twice(block):
    assert draw(block) == draw(block)


@given(st.integers(1, 40), st.integers(0, 39))
def test_a_higher_rank_is_further_to_the_right(levels, rank):
    rank = rank % levels

    def dot(at):
        (node,) = [n for n in ET.fromstring(dot_row(Row(levels, at, at))).iter() if radius(n) == 7]
        return float(node.attrib["cx"])

    assert dot(rank) == EDGE + STEP * rank


def radius(node):
    return float(node.attrib.get("r", 0))


@given(st.integers(2, 40))
def test_each_step_is_higher_than_the_one_before(count):
    heights = [step_height(at, count) for at in range(count)]
    assert heights == sorted(set(heights))


def test_a_plane_goes_right_and_up():
    spots = [spot(plane(9, 9, (rank, rank), (rank, rank))) for rank in range(9)]
    assert [x for x, _ in spots] == sorted(x for x, _ in spots)
    assert [y for _, y in spots] == sorted((y for _, y in spots), reverse=True)


@pytest.mark.parametrize("field", ["claimed", "previous", "required", "target"])
def test_each_thing_shown_has_a_sign_of_its_own(field):
    bare = Row(5, 1, 1)
    drawings = {dot_row(bare._replace(**{name: 3})) for name in ("claimed", "previous")}
    drawings |= {dot_row(bare._replace(required=3)), dot_row(bare._replace(target=3))}
    assert len(drawings) == 4
    assert dot_row(bare._replace(**{field: 3})) != dot_row(bare)


def test_a_strip_has_a_box_for_each_level():
    drawn = level_strip(Row(7, 1, 3, target=6))
    assert drawn.count("<rect") == 7
    assert drawn.count("<path") == 1


def test_what_stands_in_a_row_is_hidden_and_what_stands_alone_has_a_name():
    assert 'aria-hidden="true"' in draw(Dots(Row(3, 1, 1)))
    alone = draw(Ladder(stairs(3), "Les étapes"), "fr-CA", "d1")
    assert 'role="img" lang="fr-CA" aria-labelledby="d1-title d1-words"' in alone
    assert "<title" in alone
    assert "Étape 2 (état here)" in alone


def test_no_word_of_a_stranger_becomes_markup():
    said = HOSTILE.replace("{{ 7*7 }}", "")
    drawn = draw(Ladder(stairs(3, said), said))
    assert "<script" not in drawn
    ET.fromstring(drawn)
