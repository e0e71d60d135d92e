"""Project files that gain an assessment: as text, nothing else moved, and refused when in doubt."""

import pytest
from tests.lint.life.conftest import PROJECT, TABLE

import scalecheck
from scalecheck.cli.app import run
from scalecheck.errors import InvalidDocument, UnknownName


def upgrade(place, **more):
    return scalecheck.upgrade_project(place / "fiche.yaml", place / "table.yaml", **more)


def refused(place, **more):
    with pytest.raises(InvalidDocument) as told:
        upgrade(place, **more)
    return [finding.code for finding in told.value.diagnostics]


def test_an_assessment_is_added_and_nothing_else_moves(place):
    found = upgrade(place, as_of="2027-02-01")
    added = """  - date: 2027-02-01
    kind: consensus
    rubric: petite
    rubric_version: 0.2.0
    assessor: {role: coordination}
    note: {fr: "Passage à 0.2.0", en: "To 0.2.0"}
    answers:
      besoin: {level: 2, note: "Deux : vu sur place"}
      portee: {between: [1, 2]}
"""
    assert found.text == PROJECT.replace("# après\n", f"{added}# après\n")
    assert found.misfits == ()


def test_the_date_is_that_of_the_answers_unless_another_is_given(place):
    assert upgrade(place).date == "2026-10-15"


def test_windows_line_ends_are_kept(place):
    file = place / "fiche.yaml"
    file.write_bytes(PROJECT.replace("\n", "\r\n").encode())
    text = upgrade(place).text
    assert text.count("\r\n") == text.count("\n")


def test_a_file_without_a_last_line_end_gains_one(place):
    file = place / "fiche.yaml"
    file.write_text(PROJECT.removesuffix("# après\n").rstrip("\n"), encoding="utf-8")
    assert "      ampleur: 2\n  - date: 2026-10-15\n" in upgrade(place).text


def test_an_upgraded_file_is_not_upgraded_twice(place):
    (place / "fiche.yaml").write_text(upgrade(place).text, encoding="utf-8")
    assert refused(place) == ["upgrade-already-made"]


def test_a_project_of_another_rubric_is_refused(place):
    file = place / "fiche.yaml"
    file.write_text(PROJECT.replace("rubric: petite", "rubric: autre"), encoding="utf-8")
    assert refused(place) == ["upgrade-no-answers"]


def test_a_date_before_the_history_is_refused(place):
    assert refused(place, as_of="2025-01-01") == ["upgrade-too-early"]
    with pytest.raises(UnknownName):
        upgrade(place, as_of="hier")


def test_a_table_whose_rubric_is_nowhere_is_refused(place):
    (place / "petite-0.1.0.yaml").unlink()
    assert refused(place) == ["upgrade-edition-not-found"]


def test_a_table_may_say_where_an_edition_stands(place):
    (place / "archives").mkdir()
    (place / "petite-0.1.0.yaml").rename(place / "archives" / "ancienne.yaml")
    named = TABLE.replace("version: 0.1.0}", "version: 0.1.0, file: archives/ancienne.yaml}")
    (place / "table.yaml").write_text(named, encoding="utf-8")
    assert upgrade(place).questions


def test_a_table_that_does_not_fit_is_refused(place):
    bad = TABLE.replace("carry: [besoin]", "carry: [besoin, ampleur]")
    (place / "table.yaml").write_text(bad, encoding="utf-8")
    assert refused(place) == ["unknown-criterion"]


def test_what_the_new_edition_does_not_know_of_a_project_is_told(place):
    file = place / "fiche.yaml"
    with_level = PROJECT.replace("language: fr\n", "language: fr\nambition: {level: 7}\n")
    file.write_text(with_level, encoding="utf-8")
    assert [finding.code for finding in upgrade(place).misfits] == ["unknown-maturity-level"]


# The command ------------------------------------------------------------------------------------


def test_the_command_writes_elsewhere_and_tells_what_to_ask(place, capsys):
    target = place / "suite.yaml"
    words = ["rubrics", "upgrade", str(place / "fiche.yaml"), "--table", str(place / "table.yaml")]
    assert run([*words, "-o", str(target), "--lang", "fr"]) == 0
    assert target.read_text(encoding="utf-8") == upgrade(place).text
    assert (place / "fiche.yaml").read_text(encoding="utf-8") == PROJECT
    assert "À redemander\u00a0: appui. Nouveau critère." in capsys.readouterr().err


def test_the_file_itself_is_only_replaced_when_told_to(place):
    file = place / "fiche.yaml"
    words = ["rubrics", "upgrade", str(file), "--table", str(place / "table.yaml"), "-o", str(file)]
    assert run(words) == 2
    assert file.read_text(encoding="utf-8") == PROJECT
    assert run([*words, "--force"]) == 0
    assert file.read_text(encoding="utf-8").startswith(PROJECT.removesuffix("# après\n"))
