"""A report carries its own data: whatever the data, nothing of it becomes markup."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.writers.samples import HOSTILE, page

from scalecheck.report.layout.embedding import embed, read_embedded
from scalecheck.report.page import Printing
from scalecheck.report.writers.html import write

texts = st.text() | st.sampled_from(["</script>", "<!--", "]]>", "&lt;", "\u2028", HOSTILE])
data = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=20,
)


@settings(deadline=None)
@given(data)
def test_what_is_put_in_a_page_is_read_back(value):
    result = json.dumps({"scalecheck": value}, ensure_ascii=False)
    html = write([page()], Printing(result=result)).decode("utf-8", "surrogatepass")
    found = read_embedded(html)
    assert found is not None
    assert json.loads(found) == json.loads(result)


@given(data)
def test_no_data_closes_its_block(value):
    safe = embed(json.dumps(value, ensure_ascii=False))
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(safe)
    assert json.loads(safe) == value


def test_a_page_without_data_has_no_block():
    html = write([page()], Printing()).decode()
    assert "<script" not in html
    assert read_embedded(html) is None


def test_only_the_first_block_of_that_name_is_read():
    block = '<script type="application/json" id="scalecheck-result">{}</script>'
    other = block.replace("{}", "1").replace("scalecheck-result", "other")
    assert read_embedded(other + block.replace("{}", "[2]") + block.replace("{}", "[3]")) == "[2]"
