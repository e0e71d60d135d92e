"""The text of a result is the one that the standard library writes."""

import json

from hypothesis import given
from hypothesis import strategies as st
from tests.report.examples import NAMES, read_example

from scalecheck.report.provenance import Provenance
from scalecheck.report.result import render_json
from scalecheck.report.result_text import write_lines

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inside: (
        st.lists(inside) | st.lists(inside).map(tuple) | st.dictionaries(st.text(), inside)
    ),
)


@given(VALUES)
def test_any_value_is_written_as_the_library_does(value):
    assert write_lines(value) == json.dumps(value, ensure_ascii=False, indent=2)


def test_the_result_of_an_example_is_written_as_the_library_does():
    for name in NAMES:
        text = render_json(read_example(name)[0], Provenance("1", "a", "b", "c", "d"))
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
