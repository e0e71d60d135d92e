"""Rows of dots: each thing shown has a shape of its own; what is not known has no dot."""

import xml.etree.ElementTree as ET

import pytest

from scalecheck.report.charts import dot_row
from scalecheck.report.strips import DRAWN, PLAIN, strip
from scalecheck.report.view.mark import Row

FULL = Row(5, low=1, high=2, claimed=3, previous=0, required=4)


def shapes(row):
    return [node.tag.split("}")[1] for node in ET.fromstring(dot_row(row)).iter()][1:]


def test_a_drawing_is_well_formed_and_hidden_from_readers_of_text():
    root = ET.fromstring(dot_row(FULL))
    assert root.attrib["aria-hidden"] == "true"


@pytest.mark.parametrize("levels", [2, 4, 5, 9])
def test_there_is_a_stop_for_each_level(levels):
    assert shapes(Row(levels)).count("circle") == levels


def test_a_bottleneck_is_a_diamond():
    assert "path" in shapes(Row(5, low=1, high=1, bottleneck=True))
    assert "path" not in shapes(Row(5, low=1, high=1))


def test_a_claim_is_a_square_and_only_when_above():
    assert "rect" in shapes(FULL)
    assert "rect" not in shapes(FULL._replace(claimed=1))


def test_zero_unknown_and_without_object_are_three_drawings():
    drawings = {dot_row(Row(5, low=0, high=0)), dot_row(Row(5, open=True)), dot_row(Row(5))}
    assert len(drawings) == 3


def test_a_strip_has_one_sign_a_level():
    assert strip(FULL) == "○ ● ━ □ ┃"
    assert strip(FULL, PLAIN) == "o * = + |"
    assert strip(Row(5, open=True)) == "? ? ? ? ?"
    assert strip(Row(3)) == "· · ·"


def test_the_signs_all_differ():
    assert len(set(DRAWN)) == len(DRAWN)
    assert len(set(PLAIN)) == len(PLAIN)
