"""Lists of items whose levels are no numbers: told once, and nothing else falls."""

import pytest

from scalecheck.errors import InvalidDocument
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

RUBRIC = """
format: scalecheck/rubric@1
id: items
version: 1.0.0
languages: [fr]
title: {fr: Grille}
licence: CC-BY-4.0
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {reason: required, min_applicable: 10%}
  empty_level: blocks
scales:
  - {id: s, levels: [{value: 0, label: {fr: A}}, {value: 1, label: {fr: B}}]}
dimensions:
  - id: d
    title: {fr: D}
    criteria:
      - {id: c, title: {fr: C}, scale: s}
measures:
  - {id: pont, title: {fr: P}, op: OP, items: {KEY: [c]}}
headline: pont
levels: [{value: 0, name: {fr: Z}}, {value: 1, name: {fr: U}}]
"""


@pytest.mark.parametrize("op", ["ladder", "highest"])
@pytest.mark.parametrize("key", ["deux", "1/2", "50%", "--1"])
def test_a_level_of_items_that_is_no_whole_number_is_told_once(op, key):
    text = RUBRIC.replace("OP", op).replace("KEY", key)
    with pytest.raises(InvalidDocument) as refused:
        build(parse(text.encode(), "items.yaml"), kind_named("rubric"))
    assert [one.code for one in refused.value.diagnostics] == ["bad-item-level"]
