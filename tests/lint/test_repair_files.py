"""Repairing checked files: every fixable rule cures its own findings, once, and adds none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lint.cases import check_case, every_case

from scalecheck.lint.check import Checked, Job, check_bytes
from scalecheck.lint.finder import Finder
from scalecheck.lint.repairing import repair_files, show_difference, write_repairs
from scalecheck.lint.rules import RULES
from scalecheck.source.shelf import Shelf

FIXABLE = {rule.code for rule in RULES if rule.is_fixable}
BAD = [c for c in every_case() if c.code in FIXABLE and c.places]
HEAD = (
    "format: scalecheck/vocabularies@1\nid: essai\nversion: 0.1.0\nlanguages: [fr, en]\nsectors:\n"
)


def job(folder):
    return Job(Finder(Shelf((folder,), "test", False)))


def check_text(text, folder, name="f.yaml"):
    return check_bytes(folder / name, text.encode(), job(folder))


def fix(checked, folder):
    """Repair one file, as often as it takes; the text, and what is then found in it."""
    again = lambda path, data: check_bytes(path, data, job(folder))  # noqa: E731
    done = repair_files([checked], again)
    text = done[0].after if done else checked.text
    return text, check_bytes(checked.path, text.encode(), job(folder))


def count(checked, code):
    return sum(d.code == code for d in checked.diagnostics)


@pytest.mark.parametrize("case", BAD, ids=lambda c: f"{c.code}/{c.file.stem}")
def test_a_repair_cures_its_finding_and_adds_none(case, tmp_path):
    before = check_case(case, tmp_path)
    repairable = [d for d in before.diagnostics if d.code == case.code and d.edits]
    text, after = fix(before, tmp_path)
    assert count(after, case.code) == count(before, case.code) - len(repairable)
    old = {(d.code, d.anchor) for d in before.diagnostics}
    assert {(d.code, d.anchor) for d in after.diagnostics} <= old
    assert fix(after, tmp_path)[0] == text


@pytest.mark.parametrize("code", sorted(FIXABLE))
def test_a_rule_that_says_it_repairs_does(code, tmp_path):
    found = [d for c in BAD if c.code == code for d in check_case(c, tmp_path).diagnostics]
    assert any(d.edits for d in found if d.code == code)


def test_no_other_rule_repairs(tmp_path):
    for case in every_case():
        if case.places and case.code not in FIXABLE:
            found = check_case(case, tmp_path).diagnostics
            assert not any(d.edits for d in found if d.code == case.code), case.code


def test_comments_marks_and_line_ends_stay(tmp_path):
    text = f"{HEAD}  - {{id: 01, label: {{fr: Non, en: No}}}} # note\n".replace("\n", "\r\n")
    file = tmp_path / "f.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    checked = check_bytes(file, file.read_bytes(), job(tmp_path))
    assert write_repairs(repair_files([checked])).made == 2
    expected = text.replace("01", '"01"').replace("en: No", 'en: "No"')
    assert file.read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_a_file_without_repairs_is_not_listed_nor_written(tmp_path):
    checked = check_text(f"{HEAD}  - {{id: a, label: {{fr: Oui, en: Aye}}}}\n", tmp_path)
    assert repair_files([checked]) == ()
    assert write_repairs(()).made == 0


def test_a_file_that_cannot_be_read_is_left(tmp_path):
    assert repair_files([Checked(tmp_path / "none.yaml", (), "", False)]) == ()
    broken = check_text(f"{HEAD}  - {{id: 01, id: 02, label: {{fr: a, en: b}}}}\n", tmp_path)
    assert all(not one.applied and not one.changes for one in repair_files([broken]))


def test_repairs_that_overlap_are_applied_one_after_the_other(tmp_path):
    text = f"{HEAD}  - {{id: a, label: {{fr: 'Un \"bénéﬁce\" ﬁn', en: A benefit}}}}\n"
    checked = check_text(text, tmp_path)
    assert len(checked.diagnostics) == 2
    once = repair_files([checked])[0]
    assert (len(once.applied), len(once.waiting)) == (1, 1)
    text, after = fix(checked, tmp_path)
    assert "Un «\u00a0bénéfice\u00a0» fin" in text
    assert not after.diagnostics


def test_the_difference_is_shown_and_harmless(tmp_path):
    text = f'{HEAD}  - {{id: 01, label: {{fr: "a\u202eb", en: No}}}}\n'
    checked = check_text(text, tmp_path, "nom\n\x1b[31m.yaml")
    shown = show_difference(repair_files([checked]))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    lines = shown.splitlines()
    assert lines[0].startswith("--- ")
    assert lines[1].startswith("+++ ")
    assert lines[0].endswith("nom\\u000A\\u001B[31m.yaml")
    assert '-  - {id: 01, label: {fr: "a\\u202Eb", en: No}}' in lines
    assert '+  - {id: "01", label: {fr: "ab", en: "No"}}' in lines


def test_a_difference_of_line_ends_is_seen(tmp_path):
    text = f"{HEAD}  - {{id: a, label: {{fr: Oui, en: Aye}}}}\r\n"
    shown = show_difference(repair_files([check_text(text, tmp_path)]))
    assert "-  - {id: a, label: {fr: Oui, en: Aye}}\\u000D" in shown.splitlines()


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("# scalecheck: ignore-file[ocr-debris] raison\n{}", "{}"),
        ("{}# scalecheck: ignore-file[ocr-debris] raison\n", "{}"),
        ("{}# scalecheck: ignore-file[ocr-debris] raison", "{}"),
        ("{}x-a: 1  # scalecheck: ignore[ocr-debris] raison\n", "{}x-a: 1\n"),
        ("{}x-a: 1 # note # scalecheck: ignore[ocr-debris] raison\n", "{}x-a: 1 # note\n"),
        ("{}\r\n  # scalecheck: ignore[ocr-debris] raison\r\nx-a: 1\r\n", "{}\r\nx-a: 1\r\n"),
        (
            "# scalecheck: ignore-file[ocr-debris, ambiguous-scalar] raison\n{}x-a: 1\n",
            "# scalecheck: ignore-file[ambiguous-scalar] raison\n{}x-a: 1\n",
        ),
        (
            "# scalecheck: ignore-file[ambiguous-scalar,ocr-debris,tab-in-text] raison\n{}",
            "# scalecheck: ignore-file[ambiguous-scalar] raison\n{}",
        ),
        ("# scalecheck: ignore-file[no-such] raison\n{}", None),
    ],
)
def test_a_waiver_that_no_longer_serves_is_taken_away(written, left, tmp_path):
    word = "08" if "ambiguous" in written else '"08"'
    end = "\r\n" if "\r" in written else "\n"
    body = f"{HEAD}  - {{id: {word}, label: {{fr: a, en: b}}}}\n".replace("\n", end)
    text, _ = fix(check_text(written.replace("{}", body), tmp_path), tmp_path)
    assert text.rstrip() == (left or written).replace("{}", body).rstrip()


WORDS = st.sampled_from(
    [
        *("No", "Yes", "08", "5.10", "1:30", "0x1F", "ON", "mot", "deux mots", '"No"'),
        *("'Un \"mot\" dit'", '"Un \\"mot\\""', "bénéﬁce", '"a\u200bb"', '"\u00a0a"', '"a\tb"'),
        *("&un Oui", "2.5 %", "'2.5 % et \"x y\"'", "1_000", "2026-10-15"),
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", " # note\n", " # scalecheck: ignore[ocr-debris] raison\n"])


@st.composite
def vocabularies(draw):
    lines = [HEAD]
    for number in range(draw(st.integers(1, 4))):
        fr, en, end = draw(WORDS), draw(WORDS), draw(ENDS)
        lines.append(f"  - id: {draw(st.sampled_from(['0', 'a']))}{number}\n")
        lines.append(f"    label:\n      fr: {fr}{end}      en: {en}\n")
    return "".join(lines)


@settings(max_examples=150, deadline=None)
@given(vocabularies())
def test_whatever_the_file_repairing_twice_changes_nothing_and_adds_nothing(tmp_path_factory, text):
    folder = tmp_path_factory.getbasetemp()
    before = check_text(text, folder)
    fixed, after = fix(before, folder)
    assert fix(after, folder)[0] == fixed
    for code in FIXABLE:
        assert count(after, code) <= count(before, code), code
    # What could not be seen may have hidden something else; nothing becomes unusable.
    assert {d.code for d in after.diagnostics if d.severity == "error"} <= {
        d.code for d in before.diagnostics
    }


def test_quotes_that_yaml_escapes_are_set_wherever_they_stand(tmp_path):
    said = r'"Il a dit \"là\""', r'"\"Là\" est un lieu"', r'"un \"lieu\" et \"là\""'
    items = "".join(
        f"  - {{id: v{n}, label: {{fr: {one}, en: Words {n}}}}}\n" for n, one in enumerate(said)
    )
    file = tmp_path / "f.yaml"
    file.write_text(HEAD + items, encoding="utf-8")
    checked = check_bytes(file, file.read_bytes(), job(tmp_path))
    assert sum(d.code == "french-typography" for d in checked.diagnostics) == len(said)
    write_repairs(repair_files([checked]))
    again = check_bytes(file, file.read_bytes(), job(tmp_path))
    assert [d.code for d in again.diagnostics if d.code == "french-typography"] == []
