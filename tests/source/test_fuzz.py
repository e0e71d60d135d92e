"""Whatever the bytes, checking gives located findings: no other error, in order, twice the same."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.mutate import mutate
from tests.fuzz.target import must_hold, seeds

from scalecheck.model.language import Language
from scalecheck.report.findings.text import render_text
from scalecheck.source.document import parse
from scalecheck.source.kinds import KINDS, kind_of
from scalecheck.source.load import examine

ROOT = Path(__file__).parents[2]
SHIPPED = [
    path.read_bytes()
    for pattern in ("rubrics/*.yaml", "rubrics/vocabularies/*.yaml", "examples/*/project.yaml")
    for path in sorted(ROOT.glob(pattern))
]
# Small enough for many tries: the whole of a large rubric says no more than its two ends.
SEEDS = seeds()
READ = [data for data in SEEDS if parse(data, "f").root is not None]
SMALL = [data for data in READ if len(data) <= 16_000]
QUICK = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
PIECES = st.sampled_from(
    [
        *"\t\n :-[]{}\"'#&*!|>%@`,?",
        "- ",
        ": ",
        "\u00a0",
        "é",
        "\u0000",
        "\u2028",
        "~",
        "[]",
        "{}",
        "x-",
        "0,5",
        "70 %",
        "<<: *a\n",
        "---\n",
    ]
)


def check(data):
    found = must_hold(data).diagnostics
    render_text(found, Language.FR, {"f.yaml": data.decode("utf-8", "replace")})


@QUICK
@given(st.binary(max_size=400))
def test_random_bytes(data):
    check(data)


@QUICK
@given(st.text(max_size=300))
def test_random_text(text):
    check(text.encode("utf-8", "surrogatepass"))


@QUICK
@given(st.lists(PIECES | st.sampled_from(["a", "id", "title", "1", " ", "  "]), max_size=60))
def test_random_syntax(pieces):
    check("".join(pieces).encode())


TEXTS = [data.decode("utf-8", "replace") for data in READ]


@st.composite
def broken_lines(draw):
    text = draw(st.sampled_from(TEXTS))
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        what = draw(st.sampled_from(["cut", "repeat", "swap", "insert", "truncate", "retype"]))
        here, there = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        line = lines[here]
        column = draw(st.integers(0, len(line)))
        match what:
            case "cut":
                del lines[here]
            case "repeat":
                lines.insert(there, line)
            case "swap":
                lines[here], lines[there] = lines[there], lines[here]
            case "insert":
                lines[here] = line[:column] + draw(PIECES) + line[column:]
            case "truncate":
                lines[here] = line[:column]
            case _:
                key = line.split(":")[0]
                value = draw(
                    st.sampled_from(
                        [
                            "[]",
                            "{}",
                            "[[a]]",
                            "{a: {b: c}}",
                            "",
                            "x",
                            "-1",
                            "1e9",
                            "[{a: 1}, b]",
                            "{attributes: [[{a: 1}, b]]}",
                        ]
                    )
                )
                lines[here] = f"{key}: {value}"
        if not lines:
            lines = [""]
    return "\n".join(lines)


@settings(QUICK, max_examples=150)
@given(broken_lines())
def test_shipped_documents_with_a_few_lines_broken(text):
    check(text.encode())


@settings(QUICK, max_examples=60)
@given(st.data())
def test_any_scalar_of_a_document_replaced_by_something_else(data):
    text = data.draw(st.sampled_from(TEXTS))
    words = [w for w in text.replace(",", " ").split() if w.isalnum()] or ["a"]
    word = data.draw(st.sampled_from(words))
    other = data.draw(
        st.sampled_from(["{a: b}", "[a, b]", '""', "'1'", "x_y", "é", "0", "-1", "[[]]", "99999"])
    )
    check(text.replace(f" {word}", f" {other}", 1).encode())


@st.composite
def broken_trees(draw):
    """A document of some kind in which up to three nodes are not what they were."""
    return mutate(draw(st.sampled_from(SMALL)), lambda options: draw(st.sampled_from(options)))


@settings(QUICK, max_examples=200)
@given(broken_trees())
def test_documents_with_a_few_nodes_broken(data):
    if data is not None:
        check(data)


@pytest.mark.slow
@settings(QUICK, max_examples=4000)
@given(broken_trees())
def test_documents_with_a_few_nodes_broken_many_times_over(data):
    if data is not None:
        check(data)


@pytest.mark.slow
@settings(QUICK, max_examples=2000)
@given(broken_lines() | st.text(max_size=2000))
def test_broken_lines_many_times_over(text):
    check(text.encode("utf-8", "surrogatepass"))


@pytest.mark.slow
@pytest.mark.parametrize("data", SEEDS, ids=range(len(SEEDS)))
def test_every_document_cut_short_anywhere(data):
    for end in range(0, len(data), max(1, len(data) // 25)):
        check(data[:end])


@pytest.mark.parametrize("data", SHIPPED, ids=range(len(SHIPPED)))
def test_every_shipped_document_is_without_reproach(data):
    document = parse(data, "f")
    assert examine(document, kind_of(document))[1] == ()


def test_every_kind_of_document_is_among_the_seeds():
    kinds = {kind_of(parse(data, "f")) for data in SEEDS}
    assert set(KINDS) <= kinds


CORPUS = sorted((ROOT / "tests" / "fuzz" / "corpus").iterdir())


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.name)
def test_what_once_reached_new_code_still_holds(file):
    check(file.read_bytes())
