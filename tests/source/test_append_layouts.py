"""Whatever a file looks like, what is added is all that changes in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.model.base import Plain
from scalecheck.source.append import CannotAppendError, Entries, Keys, NewPart, grow
from scalecheck.source.document import parse

ENTRY = {"date": Plain("2027-01-01"), "note": "a: b # c", "answers": {"x": Plain("1")}}
RECORD = {"p1": {"title": "« x »: y"}}

SCALARS = (
    "1",
    "deux mots",
    '"q # x"',
    "'l''été'",
    "{k: v}",
    "[a, b]",
    "[]",
    '"sur\n@ deux lignes"',
    "simple\n@ suite",
    "{k: v,\n@ l: [1,\n@ 2]}",
    *(f"{sign}\n@ligne\n@- date: non\n@# non plus\n" for sign in ("|", "|-", ">", ">-", "|2")),
    "|+\n@ligne\n\n\n",
)
COMMENTS = st.sampled_from(
    ("", "", "", "\n", "# c\n", "  # - date: 2020\n", "      # loin\n", "   \n", " # é\u2028\n")
)
FLOW_LISTS = (
    " []",
    " [] # c",
    " [ # rien\n]",
    " [{a: 1}]",
    " [{a: 1},]",
    " [\n  {a: 1},  # c\n  {b: 2}  # d, e,\n]",
    " [\n  {a: 1},  # x\n  # fin ]\n]",
    " [a: 1, b: 2]",
)
FLOW_MAPS = (" {}", " {a: 1,}", " {\n a: 1, # x\n b: 2 # y,\n }", " {a: {b: 3}, # q\n }")


def value(indent: int) -> st.SearchStrategy[str]:
    pad = " " * (indent + 2)
    said = st.sampled_from(SCALARS).map(lambda text: text.replace("@", pad))
    return said.map(lambda text: text if text.endswith("\n") else f"{text}\n")


@st.composite
def keys(draw, indent: int, first: str = "") -> str:
    """The keys of a mapping at an indentation, comments between them."""
    names = draw(st.lists(st.sampled_from(("a", '"b"', "'c'", "d-e")), min_size=1, unique=True))
    lines = [f"{' ' * indent}{name}: {draw(value(indent))}{draw(COMMENTS)}" for name in names]
    return first + "".join(lines)[len(first) :]


@st.composite
def block_list(draw) -> str:
    indent = draw(st.sampled_from((0, 1, 2, 3, 8)))
    head = draw(st.sampled_from(("\n", "\n", " # c\n", " &ancre\n", "\n\n# c\n")))
    dash = " " * indent + "-" + " " * draw(st.sampled_from((1, 1, 3)))
    count = draw(st.integers(1, 3))
    return head + "".join(draw(keys(len(dash), dash)) for _ in range(count))


@st.composite
def block_map(draw) -> str:
    head = draw(st.sampled_from(("\n", " # c\n", " &carte\n")))
    return head + draw(keys(draw(st.sampled_from((1, 2, 4, 8)))))


def _closed(texts: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(texts).map(lambda text: f"{text}\n")


@st.composite
def files(draw) -> str:
    parts = {
        "list": block_list() | _closed(FLOW_LISTS),
        "map": block_map() | _closed(FLOW_MAPS),
        "x-a": block_map(),
    }
    text = draw(st.sampled_from(("", "# tête\n", "---\n", "%YAML 1.1\n--- # c\n")))
    for name in draw(st.permutations(list(parts))):
        key = draw(st.sampled_from((name, f'"{name}"', f"{name} ")))
        text += f"{draw(COMMENTS)}{key}:{draw(parts[name])}"
    text += draw(st.sampled_from(("", "# fin\n", "...\n", "  # fin\n", "\n\n", "...\n# après\n")))
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))


ADDITIONS = (
    Entries(("list",), (ENTRY,)),
    Keys(("map",), RECORD),
    NewPart("neuf", RECORD, "list"),
    NewPart("autre", (RECORD,), "list"),
)


@settings(max_examples=300, deadline=None)
@given(text=files(), additions=st.sets(st.sampled_from(range(4)), min_size=1))
def test_whatever_the_layout_only_what_is_announced_changes(text, additions):
    document = parse(text.encode(), "f.yaml")
    if document.root is None or document.diagnostics:
        return
    grown = grow(document, [ADDITIONS[n] for n in sorted(additions)])
    assert _inserted(text, grown.text)
    wanted = dict(document.data)
    if 0 in additions:
        wanted["list"] = (*wanted["list"], ENTRY)
    if 1 in additions:
        wanted["map"] = {**wanted["map"], **RECORD}
    wanted |= {ADDITIONS[n].key: ADDITIONS[n].value for n in additions if n > 1}
    assert grown.data == wanted


def _inserted(before: str, after: str) -> bool:
    """Tell whether a text is another one with pieces put in, every line of it still whole."""
    there = iter(after)
    held = all(sign in there for sign in before)
    comments = [line.strip() for line in before.splitlines() if line.strip().startswith("#")]
    return held and all(line in after for line in comments)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "list:\n  - a: 1\n    # de a\n  # - b: 2\n\n# de fin\nfin: 1\n",
            "list:\n  - a: 1\n    # de a\n  # - b: 2\n  - {n: 1}\n\n# de fin\nfin: 1\n",
        ),
        ("list:\n- a: 1\n  # de a\n# de fin\n", "list:\n- a: 1\n  # de a\n- {n: 1}\n# de fin\n"),
        ("list: &l\n   -   a: 1\n", "list: &l\n   -   a: 1\n   - {n: 1}\n"),
        ("list: [ # rien\n]\n", "list: [ # rien\n{n: 1}]\n"),
        ("list: [{a: 1},  # c\n]\n", "list: [{a: 1},  # c\n {n: 1}]\n"),
        ("list: [{a: 1}  # b, c,\n]\n", "list: [{a: 1}  # b, c,\n, {n: 1}]\n"),
    ],
)
def test_comments_stay_with_what_they_are_about(text, wanted):
    document = parse(text.encode(), "f.yaml")
    assert grow(document, [Entries(("list",), ({"n": Plain("1")},))]).text == wanted


def test_new_parts_stand_in_their_order_above_the_comments_of_the_next():
    document = parse(b"  a: 1\n  # de la liste\n  list: []\n", "f.yaml")
    parts = [NewPart(name, {"n": Plain("1")}, "list") for name in ("x", "y")]
    wanted = "  a: 1\n  x: {n: 1}\n\n  y: {n: 1}\n\n  # de la liste\n  list: []\n"
    assert grow(document, parts).text == wanted


def test_a_text_that_the_end_of_the_file_cuts_short_would_change_so_nothing_is_added():
    document = parse(b"list:\n  - a: |\n      sans fin de ligne", "f.yaml")
    with pytest.raises(CannotAppendError):
        grow(document, ADDITIONS[:1])
