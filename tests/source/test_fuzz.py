"""Whatever the bytes, reading gives a value or located findings: no other error, twice the same."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import companions, fits
from scalecheck.language.catalogue import has
from scalecheck.model.diagnostic import split_lines
from scalecheck.model.language import Language
from scalecheck.report.diagnostics import describe, render_text
from scalecheck.source.document import parse
from scalecheck.source.kinds import KINDS, kind_of
from scalecheck.source.load import examine
from scalecheck.source.tree import Limits

ROOT = Path(__file__).parents[2]
SEEDS = [
    path.read_text(encoding="utf-8")
    for pattern in ("rubrics/*.yaml", "rubrics/vocabularies/*.yaml", "examples/*/project.yaml")
    for path in sorted(ROOT.glob(pattern))
]
# Small enough for many tries: the whole of a large rubric says no more than its two ends.
SHORT = [text for text in SEEDS if len(text) < 40_000]
COMPANIONS = companions()
MANY = settings(
    max_examples=150,
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


def survey(data):
    document = parse(data, "f", Limits(size=500_000))
    kinds = (kind_of(document),) if kind_of(document) else KINDS
    if document.root is None:
        return document, document.diagnostics
    rubric, words = COMPANIONS
    found = [
        finding
        for kind in kinds
        for finding in examine(document, kind, lambda value: fits(value, rubric, words))[1]
    ]
    return document, tuple(found)


def check(data):
    document, found = survey(data)
    assert survey(data)[1] == found
    assert document.root is not None or found
    lines = split_lines(document.text)
    for finding in found:
        assert finding.code != "refused-value", finding
        for language in Language:
            assert has(f"problem.{finding.code}.what", language), finding
            describe(finding, language, lines)
        if finding.span is not None:
            line, column, end_line, end_column = finding.span
            assert 1 <= line <= end_line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 2
            assert (line, column) <= (end_line, end_column)
    render_text(found, Language.FR, {"f": document.text})


@MANY
@given(st.binary(max_size=400))
def test_random_bytes(data):
    check(data)


@MANY
@given(st.text(max_size=300))
def test_random_text(text):
    check(text.encode("utf-8", "surrogatepass"))


@MANY
@given(st.lists(PIECES | st.sampled_from(["a", "id", "title", "1", " ", "  "]), max_size=60))
def test_random_syntax(pieces):
    check("".join(pieces).encode())


@st.composite
def mutated(draw):
    text = draw(st.sampled_from(SHORT))
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


@settings(MANY, max_examples=400)
@given(mutated())
def test_shipped_documents_with_a_few_lines_broken(text):
    check(text.encode())


@settings(MANY, max_examples=60)
@given(st.data())
def test_any_scalar_of_a_document_replaced_by_something_else(data):
    text = data.draw(st.sampled_from(SHORT))
    words = [w for w in text.replace(",", " ").split() if w.isalnum()]
    word = data.draw(st.sampled_from(words))
    other = data.draw(
        st.sampled_from(["{a: b}", "[a, b]", '""', "'1'", "x_y", "é", "0", "-1", "[[]]", "99999"])
    )
    check(text.replace(f" {word}", f" {other}", 1).encode())


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_every_shipped_document_is_without_reproach(text):
    document = parse(text.encode(), "f")
    assert examine(document, kind_of(document))[1] == ()
