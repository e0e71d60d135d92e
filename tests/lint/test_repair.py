"""Repairs change what they announce and nothing else; what cannot be told apart is left alone."""

import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.errors import CannotWrite
from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Edit, Rewrite, Span
from scalecheck.source.document import parse
from scalecheck.source.repair import repair, write_back
from scalecheck.source.stretch import offsets, span_at


def read(text):
    return parse(text.encode(), "f.yaml")


def edit(text, old, new):
    """Replace a piece of a text, which stands there once."""
    first = text.index(old)
    return Edit(span_at(text, first, first + len(old)), new)


def repaired(text, *pairs):
    return repair(read(text), [(edit(text, old, new),) for old, new in pairs])


# --- what is applied


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("a: 5.10\n", "5.10", '"5.10"', 'a: "5.10"\n'),
        ("a: {b: no, c: yes} # d\n", "no", '"no"', 'a: {b: "no", c: yes} # d\n'),
        ("on: 1\n", "on", '"on"', '"on": 1\n'),
        ("a: beneﬁt\n", "ﬁ", "fi", "a: benefit\n"),
        ("a: 1 # gone\nb: 2\n", " # gone", "", "a: 1\nb: 2\n"),
        ("a: 1\n# gone\nb: 2\n", "# gone\n", "", "a: 1\nb: 2\n"),
        ("a: &x {b: 1}\n", "&x ", "", "a: {b: 1}\n"),
        ('a: "le \\"mot\\""\n', '\\"mot\\"', "« mot »", 'a: "le « mot »"\n'),
        ("a: [3, 1]\n", "[3, 1]", "[1, 3]", "a: [1, 3]\n"),
        ("a: 0,25\n", "0,25", "0.25", "a: 0.25\n"),
    ],
)
def test_what_is_announced_is_done(text, old, new, after):
    assert repaired(text, (old, new)).text == after


def test_several_repairs_are_applied_at_once():
    done = repaired("a: no\nb: yes\nc: 1\n", ("no", '"no"'), ("yes", '"yes"'))
    assert done == ('a: "no"\nb: "yes"\nc: 1\n', (0, 1), (), ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_comments_stay(end):
    text = end.join(("# head", "a: no # tail", "", "b: |", "  x", "  y", ""))
    assert repaired(text, ("no", '"no"')).text == text.replace("no", '"no"')


# --- what is left


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("a: 1\nb: 2\n", "1", "1\nc: 3"),
        ("a: 1\nb: 2\n", "1\nb", "1\nc"),
        ("a: 1\nb: 2\n", "b: 2\n", ""),
        ("a: [1, 2]\n", ", 2", ""),
        ("a: 1\nb: 2\n", "1", "'1"),
        ("a: 1\n", "1", ""),
        ("a: x # y\n", "# ", ""),
        ("a: x y\n", "x y", "x #y"),
        ("a: x y\n", " y", " #y"),
        ("a: x\nb: y\n", "b: y", "a: y"),
        ("a: &x 1\nb: *x\n", "&x 1", "1"),
        ("a: lettre\n", "lett", "litt\nb: "),
    ],
)
def test_what_would_change_something_else_is_refused(text, old, new):
    assert repaired(text, (old, new)) == (text, (), (), (0,))


def test_one_bad_repair_does_not_hold_back_the_good_ones():
    text = "".join(f"k{n}: v{n}w\n" for n in range(9))
    pairs = [(f"v{n}w", f'"v{n}w"') for n in range(9)]
    pairs[4] = ("v4w", "v4w\nmore: 1")
    done = repaired(text, *pairs)
    assert done.refused == (4,)
    assert done.applied == (0, 1, 2, 3, 5, 6, 7, 8)
    assert done.text.count('"') == 16


def test_repairs_that_overlap_wait_for_another_run():
    text = "a: le ﬁl\n"
    groups = [(edit(text, "ﬁl", "fil"),), (edit(text, "le ﬁ", "le fi"),), (edit(text, "a", "a"),)]
    assert repair(read(text), groups) == ("a: le fil\n", (1, 2), (0,), ())


def test_nothing_is_repaired_in_a_file_that_was_not_read_in_full():
    text = "a: no\na: 2\n"
    assert repaired(text, ("no", '"no"')) == (text, (), (), (0,))


def test_the_edits_of_one_finding_go_together_or_not_at_all():
    text = "a: no\nb: 2\n"
    group = (edit(text, "no", '"no"'), edit(text, "b: 2\n", ""))
    assert repair(read(text), [group]) == (text, (), (), (0,))


def test_an_alias_and_what_it_repeats_are_repaired_together():
    text = "a: &x no\nb: *x\n"
    done = repaired(text, ("&x no", '"no"'), ("*x", '"no"'))
    assert done.text == 'a: "no"\nb: "no"\n'


def test_a_rewrite_may_say_its_place_itself():
    document = read("a: 1 # gone\n")
    span = Span(1, 5, 1, 12)
    assert document.edits((Rewrite((), "", span=span),)) == (Edit(span, ""),)


# --- writing


@pytest.fixture
def file(tmp_path):
    return tmp_path / "f.yaml"


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_keeps_its_mark_its_line_ends_and_its_mode(file, mark):
    file.write_bytes(mark + b"a: no\r\n")
    file.chmod(0o640)
    write_back(file, "a: no\r\n", 'a: "no"\r\n')
    assert file.read_bytes() == mark + b'a: "no"\r\n'
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert list(file.parent.iterdir()) == [file]


def test_a_file_changed_meanwhile_is_not_written(file):
    file.write_text("a: 2\n")
    with pytest.raises(CannotWrite):
        write_back(file, "a: no\n", 'a: "no"\n')
    assert file.read_text() == "a: 2\n"


def test_a_link_is_not_written_through(file, tmp_path):
    target = tmp_path / "target.yaml"
    target.write_text("a: no\n")
    file.symlink_to(target)
    with pytest.raises(CannotWrite):
        write_back(file, "a: no\n", 'a: "no"\n')
    assert target.read_text() == "a: no\n"


# --- whatever the document and the edits

WORDS = st.sampled_from(
    [
        "no",
        "5.10",
        "mot",
        '"mot"',
        "'l''un'",
        "« é »",
        "x y",
        "08",
        "{p: 1}",
        "[1, no]",
        "&r v",
        "*r",
    ]
)
KEYS = st.sampled_from(["a", "b", "on", "c d", "é"])
PIECES = st.text(alphabet="ab1 \n:#,[]{}\"'&*-é«»ﬁ", max_size=4) | st.sampled_from(['"no"', "fi"])


@st.composite
def documents(draw):
    keys = draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = []
    for key in keys:
        note = draw(st.sampled_from(["", " # note"]))
        if draw(st.booleans()):
            lines.append(f"{key}: {draw(WORDS)}{note}")
        else:
            lines.extend((f"{key}:{note}", f"  - {draw(WORDS)}", f"  - x: {draw(WORDS)}"))
    return end.join((*lines, ""))


@st.composite
def edits_of(draw, text):
    places = st.integers(0, len(text))
    first, last = sorted((draw(places), draw(places)))
    return Edit(span_at(text, first, min(last, first + 6)), draw(PIECES))


def leaves(data, path=()):
    if isinstance(data, dict):
        for key, below in data.items():
            yield from leaves(below, (*path, key))
    elif isinstance(data, tuple):
        for position, below in enumerate(data):
            yield from leaves(below, (*path, position))
    else:
        yield path, (str(data), isinstance(data, Plain))


def touched(document, path, edits):
    """Whether an edit lies on a value, on a key that leads to it, or takes all that holds it."""
    whole = {edit.span for edit in edits}
    if any(document.locate(path[:end]) in whole for end in range(len(path))):
        return True
    spans = [document.locate(path)]
    spans += [document.locate(path[:end], at_key=True) for end in range(1, len(path) + 1)]
    return any(_meet(document.text, span, edit.span) for span in spans for edit in edits)


def _meet(text, one, other):
    (a, b), (c, d) = offsets(text, one), offsets(text, other)
    return a < d and c < b


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_whatever_the_edits_nothing_else_changes(data):
    text = data.draw(documents())
    before = read(text)
    groups = data.draw(
        st.lists(st.lists(edits_of(text), min_size=1, max_size=2).map(tuple), max_size=5)
    )
    done = repair(before, groups)
    assert sorted((*done.applied, *done.waiting, *done.refused)) == list(range(len(groups)))
    if before.root is None or before.diagnostics:
        assert done.text == text
        return
    after = read(done.text)
    assert not after.diagnostics
    applied = [edit for n in done.applied for edit in groups[n]]
    old, new = dict(leaves(before.data)), dict(leaves(after.data))
    for path, value in old.items():
        if not touched(before, path, applied):
            assert new[path] == value
    if not applied:
        assert done.text == text


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_quoting_every_plain_value_changes_no_value(data):
    text = data.draw(documents())
    document = read(text)
    if document.root is None or document.diagnostics:
        return
    plain = [path for path, (_, is_plain) in leaves(document.data) if is_plain]
    groups = [
        document.edits((Rewrite(path, f'"{dict(leaves(document.data))[path][0]}"'),))
        for path in plain
    ]
    done = repair(document, [group for group in groups if group])
    after = read(done.text)
    said = [(path, value) for path, (value, _) in leaves(after.data)]
    assert said == [(path, value) for path, (value, _) in leaves(document.data)]
