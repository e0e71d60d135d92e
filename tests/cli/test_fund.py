"""`scalecheck portfolio report` and its parts, as an analyst runs them."""

import csv
import json
from fractions import Fraction
from pathlib import Path

import pytest

import scalecheck as sc
from scalecheck.cli.app import run

TABLE = Path("examples/portfolio/portfolio.csv")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "few.csv"
    lines = TABLE.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:25]), encoding="utf-8")
    return path


def ask(*words: object) -> int:
    return run([str(word) for word in words])


def test_a_dashboard_is_what_one_gets_first(table: Path, tmp_path: Path) -> None:
    output = tmp_path / "d.html"
    assert ask("portfolio", "report", table, "--rubric", "is-echelle", "--output", output) == 0
    text = output.read_text(encoding="utf-8")
    assert "24 projets" in text
    assert "Tableau de bord" in text


def test_several_kinds_and_formats_go_into_a_folder(table: Path, tmp_path: Path) -> None:
    words = ["--kind", "portfolio", "--kind", "balance", "--format", "markdown", "--format", "json"]
    where = ["--rubric", "is-echelle", "--lang", "en", "--output", tmp_path / "out"]
    assert ask("portfolio", "report", table, *words, *where) == 0
    names = sorted(one.name for one in (tmp_path / "out").iterdir())
    assert names == ["balance-en.md", "portfolio-en.md", "portfolio.json"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("part", ["balance", "overlaps", "cohorts"])
def test_a_part_is_shown_on_the_terminal(
    part: str, language: str, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask("portfolio", part, table, "--rubric", "is-echelle", "--lang", language) == 0
    assert ("projects" if language == "en" else "projets") in capsys.readouterr().out


def test_project_files_and_tables_are_read_together(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--rubric", "is-echelle", "--format", "json"]
    assert ask("portfolio", "balance", table, "examples/cuisines-du-fjord", *words) == 0
    assert json.loads(capsys.readouterr().out)["projects"] == 25


def test_a_table_and_the_engine_of_one_project_agree_on_members(table: Path) -> None:
    read = sc.read_portfolio([table], sc.PortfolioOptions(rubric="is-echelle"))
    assert len(read.members) == 24
    levels = {member.level.official for member in read.members}
    assert len(levels) > 1
    for member in read.members:
        assert member.level.official is None or (member.level.possible or 0) >= (
            member.level.official
        )
        assert member.local or member.level.next is None or member.blockers


def test_what_cannot_be_read_is_named_and_the_rest_is_told(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: scalecheck/project@1\nid: x\n", encoding="utf-8")
    words = ["--rubric", "is-echelle", "--format", "markdown", "--kind", "portfolio"]
    assert ask("portfolio", "report", table, broken, *words, "--lang", "fr") == 0
    shown = capsys.readouterr()
    assert broken.name in shown.out
    assert "pu être lu" in shown.err


def test_a_target_is_set_against_what_is_there(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--target", "purpose:pilot=40%", "--target", "purpose:scaling=60%", "--min-cell", "1"]
    where = ["--rubric", "is-echelle", "--lang", "fr", "--format", "markdown"]
    assert ask("portfolio", "balance", table, *words, *where) == 0
    shown = capsys.readouterr().out
    assert "40\u00a0%" in shown
    assert "auraient à changer de place" in shown


@pytest.mark.parametrize("target", ["pilot=40%", "purpose:pilot", "purpose:pilot=beaucoup"])
def test_a_target_that_is_none_is_misuse(
    target: str, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--rubric", "is-echelle", "--target", target]
    assert ask("portfolio", "balance", table, *words) != 0
    assert capsys.readouterr().err


def test_a_dashboard_is_a_page_and_no_sheet(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--rubric", "is-echelle", "--format", "pdf", "--output", tmp_path / "d.pdf"]
    assert ask("portfolio", "report", table, *words) != 0
    assert "html" in capsys.readouterr().err


@pytest.mark.parametrize(
    "target",
    [["purpose:scale=40%"], ["where:pilot=1"], ["purpose:pilot=60%", "purpose:scaling=50%"]],
)
def test_a_target_that_cannot_be_reached_is_misuse_and_said(
    target: list[str], table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word for one in target for word in ("--target", one)]
    assert ask("portfolio", "balance", table, "--rubric", "is-echelle", *words) == 2
    told = capsys.readouterr()
    assert "purpose" in told.err
    assert told.out == ""


def test_a_kind_or_a_format_that_is_none_is_refused_by_its_name(table: Path) -> None:
    read = sc.read_portfolio([table], sc.PortfolioOptions(rubric="is-echelle"))
    for kind, asked in (("report", {"kinds": ("tree",)}), ("format", {"formats": ("odt",)})):
        with pytest.raises(sc.UnknownName) as refused:
            list(sc.make_fund_reports(read, **asked))
        assert refused.value.kind == kind


def test_a_table_says_who_may_read_its_projects(table: Path, tmp_path: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    place = lines[0].split(",").index("confidentiality")
    said = ["public", "", "Restricted ", "secret"]
    path = tmp_path / "said.csv"
    rows = [lines[0]]
    for number, word in enumerate(said):
        cells = ["" for _ in lines[0].split(",")]
        cells[0], cells[1], cells[place] = f"p-{number}", f"Projet {number}", word
        rows.append(",".join(cells))
    path.write_text("\n".join(rows), encoding="utf-8")
    read = sc.read_portfolio([path], sc.PortfolioOptions(rubric="is-echelle"))
    found = {member.id: str(member.confidentiality) for member in read.members}
    assert found == {"p-0": "public", "p-1": "internal", "p-2": "restricted"}
    (refused,) = read.refused  # a word that says nothing known opens nothing
    assert dict(refused.problem.facts)["got"] == "secret"


@pytest.fixture(scope="module")
def alone(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project: no group of it shares more than chance would give."""
    path = tmp_path_factory.mktemp("alone") / "one.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:2]), encoding="utf-8")
    return path


@pytest.mark.parametrize("where", ["file", "folder", "stdout"])
def test_where_there_is_no_cohort_it_is_said_and_nothing_is_written(
    where: str, alone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = {"file": tmp_path / "out.html", "folder": tmp_path, "stdout": "-"}[where]
    words = ["--rubric", "is-echelle", "--kind", "cohort", "--lang", "fr", "--output", output]
    assert ask("portfolio", "report", alone, *words) == 0
    told = capsys.readouterr()
    assert "pas de note de cohorte" in told.err
    assert told.out == ""
    assert list(tmp_path.iterdir()) == []


def test_without_a_cohort_the_other_reports_are_made(
    alone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--rubric", "is-echelle", "--kind", "cohort", "--kind", "balance", "--lang", "en"]
    output = tmp_path / "b.html"
    assert ask("portfolio", "report", alone, *words, "--output", output) == 0
    assert "no cohort brief" in capsys.readouterr().err
    assert output.exists()


def test_help_names_no_class(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask("portfolio", "report", "--help") == 0
    assert "FundReportKind" not in capsys.readouterr().out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_cell_and_a_descriptor_that_bear_one_code_are_each_said_in_their_own_words(
    language: str, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    grade = next(n for n, name in enumerate(lines[0].split(",")) if name.endswith(".grade"))
    rows = list(csv.reader(lines))
    rows[1][grade] = "nowhere"
    broken, descriptor = tmp_path / "broken.csv", tmp_path / "project.yaml"
    with broken.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    text = Path("examples/cuisines-du-fjord/project.yaml").read_text(encoding="utf-8")
    descriptor.write_text(text.replace("grade: documented", "grade: nowhere"), encoding="utf-8")
    words = ["--rubric", "is-echelle", "--lang", language]
    more = ["--kind", "portfolio", "--format", "markdown"]
    assert ask("portfolio", "report", broken, descriptor, *words, *more) == 0
    assert capsys.readouterr().out.count("nowhere") > 2
    assert ask("portfolio", "score", broken, descriptor, *words, "-o", tmp_path / "s.csv") == 0
    assert capsys.readouterr().err.count("nowhere") > 1


def test_of_two_projects_with_one_id_the_first_is_kept(table: Path, tmp_path: Path) -> None:
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    title = rows[0].index("title")
    rows[2][0] = rows[1][0]
    twice = tmp_path / "twice.csv"
    with twice.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    read = sc.read_portfolio([twice], sc.PortfolioOptions(rubric="is-echelle"))
    kept = next(member for member in read.members if member.id == rows[1][0])
    assert rows[1][title] in (kept.title.fr, kept.title.en)
    assert [one.problem.code for one in read.refused] == ["table-id-twice"]


def test_several_reports_do_not_go_into_a_file(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine", encoding="utf-8")
    words = ["--rubric", "is-echelle", "--kind", "balance", "--format", "markdown"]
    more = ["--format", "json", "--force", "--output", taken]
    assert ask("portfolio", "report", table, *words, *more) == 2
    assert str(taken) in capsys.readouterr().err
    assert taken.read_text(encoding="utf-8") == "mine"


def test_a_mapping_brings_money_and_settings_to_the_report(tmp_path: Path) -> None:
    """What no score reads is named by the mapping too, and may be written as Excel does."""
    table, mapping = tmp_path / "fonds.csv", tmp_path / "correspondance.yaml"
    table.write_text(
        "No;Besoin;An 1;Montant 1;Partenaire\n"
        "a;2;2026;12 500,50 $;Le Quartier\n"
        "b;1;2026;à confirmer;\n",
        encoding="utf-8",
    )
    targets = {
        "No": "id",
        "Besoin": "ampleur-besoin",
        "An 1": "funding/1/year",
        "Montant 1": "funding/1/amount",
        "Partenaire": "milieux/1/title",
    }
    columns = "".join(f'  - {{column: "{one}", as: {name}}}\n' for one, name in targets.items())
    head = "format: scalecheck/mapping@1\nrubric: is-echelle\nlanguage: fr\nshape: wide\n"
    mapping.write_text(f"{head}columns:\n{columns}", encoding="utf-8")
    found = sc.read_portfolio([table], sc.PortfolioOptions(mapping=mapping))
    (member,) = found.members
    assert [(one.year, one.amount) for one in member.funding] == [(2026, Fraction(25001, 2))]
    assert [one.title.fr for one in member.settings] == ["Le Quartier"]
    (refused,) = found.refused
    assert (refused.place, refused.problem.code) == ("3", "table-not-an-amount")
