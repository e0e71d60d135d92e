"""`scalecheck report`: what it writes, where, and what it refuses."""

import json
from pathlib import Path

import pytest

from scalecheck.cli.app import run
from scalecheck.report.page import PageKind, Paper
from scalecheck.report.writers import WRITERS

TOP = Path(__file__).parents[2]
PROJECT = TOP / "examples" / "cuisines-du-fjord" / "project.yaml"
SECRETS = ("Cuisine collective", "Banque alimentaire", "CPE de la rive nord", "Fjord")


@pytest.fixture
def report(capsys):
    """Run the command in English: its exit code, its document, what it says beside."""

    def call(*words):
        code = run(["report", *map(str, words), "--no-cache"])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def test_the_words_of_the_command_are_those_of_the_reports():
    from scalecheck.cli.commands.report import ReportFormat, ReportKind, ReportPaper

    assert {one.value for one in ReportKind} == {one.value for one in PageKind}
    assert {one.value for one in ReportFormat} == {*WRITERS, "json"}
    assert {one.value for one in ReportPaper} == {one.value for one in Paper}


def test_every_kind_in_every_format_and_edition_is_one_call(report, tmp_path):
    kinds = [word for kind in PageKind for word in ("--kind", kind)]
    formats = [word for name in (*WRITERS, "json") for word in ("--format", name)]
    languages = ["--lang", "fr", "--lang", "en", "--lang", "both"]
    code, _, said = report(PROJECT, *kinds, *formats, *languages, "-o", tmp_path / "out")
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    pages = 5 + 3  # three settings have a sheet each
    assert code == 0, said
    assert len(written) == pages * len(WRITERS) * 3 + 1
    assert len(said.splitlines()) == len(written)
    assert all((tmp_path / "out" / name).stat().st_size > 200 for name in written)


def test_the_same_inputs_give_the_same_bytes(report, tmp_path):
    formats = ("-f", "pdf", "-f", "docx", "-f", "xlsx", "-f", "html")
    for place in ("one", "two"):
        report(PROJECT, "-k", "page", *formats, "--lang", "fr", "-o", tmp_path / place)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_one_text_goes_to_standard_output(report):
    code, shown, _ = report(PROJECT, "-k", "evidence", "-f", "markdown", "--lang", "en")
    assert code == 0
    assert shown.startswith("#") or "Les Cuisines" in shown


def test_several_reports_need_a_folder(report):
    code, shown, said = report(PROJECT, "-k", "page", "-k", "card", "--lang", "en")
    assert (code, shown) == (2, "")
    assert "folder with -o" in said


def test_no_file_is_replaced_and_nothing_is_half_written(report, tmp_path):
    wanted = ("-k", "page", "-k", "evidence", "-f", "markdown", "--lang", "en", "-o", tmp_path)
    kept = tmp_path / "cuisines-du-fjord-evidence-en.md"
    kept.write_text("mine", encoding="utf-8")
    code, _, said = report(PROJECT, *wanted)
    assert code == 2
    assert "--force" in said
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]
    assert report(PROJECT, *wanted, "--force")[0] == 0
    assert kept.read_text(encoding="utf-8") != "mine"


def test_the_card_of_a_rubric_needs_no_project(report):
    code, shown, _ = report("-k", "card", "--rubric", "screening", "-f", "markdown", "--lang", "en")
    assert code == 0
    assert "screening" in shown


@pytest.mark.parametrize("words", [(), ("-k", "page"), ("-k", "card")])
def test_without_a_project_anything_else_is_misuse(report, words):
    code, _, said = report(*words, "--lang", "fr")
    assert code == 2
    assert "--kind card --rubric" in said


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "une grille seule n’en a pas"), ("en", "a rubric alone has none")]
)
@pytest.mark.parametrize("formats", [("-f", "json"), ("-f", "html", "-f", "json")])
def test_a_rubric_alone_has_no_result(report, tmp_path, formats, lang, words):
    out = tmp_path / "out"
    code, shown, said = report(
        "-k", "card", "--rubric", "screening", *formats, "--lang", lang, "-o", out
    )
    assert (code, shown, out.exists()) == (2, "", False)
    assert words in said


def test_strict_languages_refuse_what_would_be_shown_in_another(report, tmp_path):
    out = tmp_path / "sheet.html"
    code, shown, said = report(PROJECT, "-k", "page", "--lang", "en", "--strict-lang", "-o", out)
    assert (code, shown, out.exists()) == (3, "", False)
    assert "Les Cuisines" in said
    assert report(PROJECT, "-k", "page", "--lang", "fr", "--strict-lang", "-o", out)[0] == 0


def test_redacted_reports_of_two_projects_share_no_file_name(report, tmp_path):
    out, other = tmp_path / "out", TOP / "examples" / "trl-capteur" / "project.yaml"
    for project in (PROJECT, other):
        call = (project, "-k", "page", "-f", "html", "-f", "json", "--redact", "-o", out)
        assert report(*call)[0] == 0
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 4
    assert all(name.startswith("redacted-") for name in names)
    again = tmp_path / "again"
    report(PROJECT, "-k", "page", "-f", "html", "-f", "json", "--redact", "-o", again)
    assert {path.name for path in again.iterdir()} < set(names)


@pytest.mark.parametrize("format", ["html", "markdown", "json", "docx", "xlsx", "pdf"])
@pytest.mark.parametrize("kind", list(PageKind))
def test_a_redacted_report_names_nobody_not_even_in_its_data(report, tmp_path, kind, format):
    import io
    import zipfile

    from pypdf import PdfReader

    code, _, said = report(
        PROJECT, "-k", kind, "-f", format, "--redact", "--lang", "fr", "-o", tmp_path / "out"
    )
    assert code == 0, said
    place = tmp_path / "out"
    for path in [place] if place.is_file() else sorted(place.iterdir()):
        data = path.read_bytes()
        if format in ("docx", "xlsx"):
            parts = zipfile.ZipFile(io.BytesIO(data))
            data = b"\n".join(parts.read(name) for name in parts.namelist())
        if format == "pdf":
            read = PdfReader(io.BytesIO(data))
            texts = [page.extract_text() for page in read.pages]
            carried = [b for some in read.attachments.values() for b in some]
            data = "\n".join((*texts, str(read.metadata))).encode() + b"".join(carried)
        text = data.decode("utf-8", "replace")
        assert not [secret for secret in SECRETS if secret in text], path.name
        if kind is not PageKind.CARD:
            assert "redacted" in text or "Projet" in text


def test_a_report_carries_the_result_that_assess_gives(report, tmp_path, capsys):
    from scalecheck.report.layout.embedding import read_embedded

    report(PROJECT, "-f", "html", "--lang", "fr", "-o", tmp_path / "report.html")
    run(["assess", str(PROJECT), "--format", "json", "--no-cache"])
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert json.loads(read_embedded(page)) == json.loads(capsys.readouterr().out)


def test_a_house_style_that_is_none_is_named_and_refused(report, tmp_path):
    reference = tmp_path / "house.docx"
    reference.write_bytes(b"not a document")
    code, _, said = report(
        PROJECT, "-f", "docx", "--reference", reference, "--lang", "en", "-o", tmp_path / "r.docx"
    )
    assert code == 3
    assert "house.docx" in said
    assert not (tmp_path / "r.docx").exists()


def test_a_template_of_ones_own_takes_the_place_of_the_layout(report, tmp_path):
    template = tmp_path / "short.txt.j2"
    template.write_text("{{ page.title }} / {{ page.day }}", encoding="utf-8")
    code, shown, said = report(PROJECT, "--template", template, "--lang", "fr")
    assert code == 0, said
    assert shown == "Les Cuisines partagées du Fjord / 2026-10-15\n"


def test_a_fault_in_a_template_has_a_line(report, tmp_path):
    template = tmp_path / "short.txt.j2"
    template.write_text("one\n{{ nothing_of_the_kind }}\n", encoding="utf-8")
    code, shown, said = report(PROJECT, "--template", template, "--lang", "en")
    assert (code, shown) == (3, "")
    assert "short.txt.j2:2" in said
