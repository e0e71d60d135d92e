"""What the commands of a rubric's life leave as it was, refuse, or name so that it is found."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.lint.life.conftest import PROJECT, RUBRIC, criterion

import scalecheck
from scalecheck.cli.app import run
from scalecheck.errors import CannotWrite, UnreadableSource
from scalecheck.lint.rules.life import version_not_raised

PANEL = """  - date: 2026-12-01
    kind: panel
    rubric: petite
    rubric_version: 0.1.0
    answers: {besoin: 1}
"""


def upgrade(place, **more):
    return scalecheck.upgrade_project(place / "fiche.yaml", place / "table.yaml", **more)


def editions(place):
    return [str(place / name) for name in ("petite-0.1.0.yaml", "petite.yaml")]


# Upgrades ---------------------------------------------------------------------------------------


def test_a_byte_order_mark_is_kept(place):
    (place / "fiche.yaml").write_bytes(b"\xef\xbb\xbf" + PROJECT.encode())
    target = place / "suite.yaml"
    words = ["rubrics", "upgrade", str(place / "fiche.yaml"), "--table", str(place / "table.yaml")]
    assert run([*words, "-o", str(target)]) == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfformat: scalecheck/project@1\n")
    assert target.read_bytes().count(b"\xef\xbb\xbf") == 1


def test_a_file_without_a_mark_gains_none(place):
    assert upgrade(place).text.startswith("format:")


def test_the_date_is_that_of_the_answers_carried_not_of_a_panel_voice(place):
    (place / "fiche.yaml").write_text(PROJECT.replace("# après\n", PANEL), encoding="utf-8")
    assert upgrade(place).date == "2026-10-15"
    assert upgrade(place, as_of="2026-11-01").date == "2026-11-01"


def test_a_link_is_replaced_by_no_file_even_when_told_to(place, capsys):
    real, link = place / "vraie.yaml", place / "lien.yaml"
    real.write_text("intact\n", encoding="utf-8")
    link.symlink_to(real)
    words = ["rubrics", "upgrade", str(place / "fiche.yaml"), "--table", str(place / "table.yaml")]
    assert run([*words, "-o", str(link), "--force", "--lang", "fr"]) == 2
    assert "c’est un lien vers un autre fichier" in capsys.readouterr().err
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "intact\n"


@pytest.mark.parametrize("force", [False, True])
def test_a_link_that_leads_nowhere_is_left_alone(tmp_path, force):
    link = tmp_path / "lien"
    link.symlink_to(tmp_path / "nulle-part")
    with pytest.raises(CannotWrite) as told:
        scalecheck.write_whole(link, "texte", force=force)
    assert told.value.cause == "symbolic-link"
    assert link.is_symlink()


# Drafts -----------------------------------------------------------------------------------------


@pytest.fixture
def apart(place):
    """Two editions of one id, each in a folder of its own, under names that say nothing."""
    for name, folder in (("petite-0.1.0", "avant"), ("petite", "après")):
        (place / folder).mkdir()
        (place / f"{name}.yaml").rename(place / folder / "grille.yaml")
    return place


def test_a_draft_of_two_paths_upgrades_a_project_as_it_is(apart, monkeypatch):
    monkeypatch.chdir(apart)
    (apart / "tables").mkdir()
    words = ["rubrics", "diff", "avant/grille.yaml", "après/grille.yaml", "--format", "upgrade"]
    assert run([*words, "-o", "tables/passage.yaml"]) == 0
    table = apart / "tables" / "passage.yaml"
    assert 'version: "0.1.0", file: "../avant/grille.yaml"}' in table.read_text(encoding="utf-8")
    assert run(["rubrics", "upgrade", "fiche.yaml", "--table", str(table), "-o", "suite.yaml"]) == 0


def test_a_draft_that_is_printed_names_files_from_here(apart, monkeypatch, capsys):
    monkeypatch.chdir(apart)
    words = ["rubrics", "diff", "avant/grille.yaml", "après/grille.yaml", "--format", "upgrade"]
    assert run(words) == 0
    assert 'file: "après/grille.yaml"' in capsys.readouterr().out


def test_a_draft_names_no_file_that_is_found_by_its_name(place):
    assert "file:" not in scalecheck.draft_table(*editions(place), place)


def test_a_draft_names_the_file_where_another_bears_its_name(place):
    other = place / "ailleurs"
    other.mkdir()
    text = RUBRIC.format(version="0.2.0", criteria=criterion("autre"), asked=1)
    (other / "petite.yaml").write_text(text.replace("besoin", "autre"), encoding="utf-8")
    drafted = scalecheck.draft_table(*editions(place), other)
    assert 'version: "0.2.0", file: "../petite.yaml"' in drafted


# Portfolios -------------------------------------------------------------------------------------


def test_a_portfolio_that_is_not_there_is_refused(place, capsys):
    missing = str(place / "nulle-part")
    assert run(["rubrics", "impact", *editions(place), "--portfolio", missing]) == 3
    assert missing in capsys.readouterr().err
    old, new = map(scalecheck.load_rubric, editions(place))
    with pytest.raises(UnreadableSource):
        scalecheck.find_impact(old, new, missing)


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "Aucun projet à comparer dans"), ("en", "No project to compare")]
)
def test_a_portfolio_without_a_project_is_nothing_to_judge(place, capsys, language, told):
    empty, target = place / "vide", place / "effet.json"
    empty.mkdir()
    words = ["rubrics", "impact", *editions(place), "--portfolio", str(empty), "--lang", language]
    assert run([*words, "--format", "json", "-o", str(target)]) == 3
    assert told in capsys.readouterr().err
    assert not target.exists()


# Plain ------------------------------------------------------------------------------------------


def test_plain_is_accepted_and_nothing_drawn_is_coloured(place, capsys):
    project, table = str(place / "fiche.yaml"), str(place / "table.yaml")
    for words in (
        ["diff", *editions(place)],
        ["impact", *editions(place), "--portfolio", project],
        ["upgrade", project, "--table", table],
    ):
        assert run(["rubrics", *words, "--plain"]) == 0
        plain = capsys.readouterr()
        assert run(["rubrics", *words]) == 0
        assert capsys.readouterr() == plain
        assert "\x1b" not in plain.out + plain.err


# Versions ---------------------------------------------------------------------------------------


def things_changed(place, asked):
    file = Path(editions(place)[1])
    before = scalecheck.load_rubric(file)
    text = file.read_text(encoding="utf-8").replace("{besoin: 2}", asked)
    file.write_text(text, encoding="utf-8")
    subject = SimpleNamespace(before=before, value=scalecheck.load_rubric(file))
    (one,) = version_not_raised.find(subject)
    return dict(one.facts)["things"]


def test_what_changed_under_one_number_is_named_with_its_family(place):
    assert things_changed(place, "{any_of: [{besoin: 2}, {appui: 1}]}") == (
        "levels.1, levels.1.requires.besoin"
    )
