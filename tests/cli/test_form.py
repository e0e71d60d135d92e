"""`scalecheck form`: forms that are made, and forms that come back, as people run them."""

import shutil
from pathlib import Path

import pytest

import scalecheck as sc
from scalecheck.cli.app import run

FJORD = Path("examples/cuisines-du-fjord/project.yaml")
SUFFIX = {"xlsx": ".xlsx", "html": ".html", "xlsform": ".xlsx", "markdown": ".md"}


def make(channel: str, folder: Path, *more: str) -> Path:
    path = folder / f"form{SUFFIX[channel]}"
    assert run(["form", channel, "--output", str(path), *more]) == 0
    return path


@pytest.mark.parametrize("language", ["fr", "en", "both"])
@pytest.mark.parametrize("channel", SUFFIX)
def test_a_form_of_any_rubric_is_made_in_any_language(
    channel: str, language: str, tmp_path: Path
) -> None:
    for rubric in ("is-echelle", "trl", "screening"):
        path = make(channel, tmp_path, "--rubric", rubric, "--lang", language, "--force")
        assert path.stat().st_size > 1000


@pytest.mark.parametrize("channel", SUFFIX)
def test_a_form_is_the_same_each_time(channel: str, tmp_path: Path) -> None:
    first = make(channel, tmp_path, "--project", str(FJORD)).read_bytes()
    assert make(channel, tmp_path, "--project", str(FJORD), "--force").read_bytes() == first


@pytest.mark.parametrize("channel", ["xlsx", "markdown"])
@pytest.mark.parametrize("path", sorted(Path("examples").glob("*/project.yaml")), ids=str)
def test_an_untouched_form_brings_the_last_answers_back(
    channel: str, path: Path, tmp_path: Path
) -> None:
    into = tmp_path / "into"
    into.mkdir()
    shutil.copy(path, into / "project.yaml")
    form = make(channel, tmp_path, "--project", str(path), "--date", "2030-01-15")
    assert run(["form", "import", str(form), "--into", str(into)]) == 0
    before, after = sc.load_project(path), sc.load_project(into / "project.yaml")
    assert after.current.answers == before.current.answers
    assert after.settings == before.settings
    assert after.evidence == before.evidence


@pytest.mark.parametrize("channel", ["xlsx", "markdown"])
def test_an_english_form_keeps_what_was_said_in_french(channel: str, tmp_path: Path) -> None:
    into = tmp_path / "into"
    into.mkdir()
    shutil.copy(FJORD, into / "project.yaml")
    more = ("--project", str(FJORD), "--date", "2030-01-15", "--lang", "en")
    assert run(["form", "import", str(make(channel, tmp_path, *more)), "--into", str(into)]) == 0
    before, after = sc.load_project(FJORD), sc.load_project(into / "project.yaml")
    assert after.current.answers == before.current.answers


def test_a_form_is_never_written_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = make("markdown", tmp_path, "--rubric", "trl")
    assert run(["form", "markdown", "--rubric", "screening", "--output", str(path)]) != 0
    assert str(path) in capsys.readouterr().err


def test_into_a_folder_a_form_bears_a_name_of_its_own(tmp_path: Path) -> None:
    assert run(["form", "markdown", "--project", str(FJORD), "--output", str(tmp_path)]) == 0
    assert [one.name for one in tmp_path.iterdir()] == ["cuisines-du-fjord-fr.md"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_neither_rubric_nor_project_is_misuse(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["form", "html", "--lang", language]) == 2
    assert "--rubric" in capsys.readouterr().err


def test_a_folder_of_returned_forms_is_counted_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into, forms = tmp_path / "into", tmp_path / "forms"
    into.mkdir()
    forms.mkdir()
    shutil.copy(FJORD, into / "project.yaml")
    shutil.copy("examples/cuisines-du-fjord/answers.yaml", forms / "a.yaml")
    shutil.copy("examples/cuisines-du-fjord/answers.yaml", forms / "b.yaml")
    (forms / "photo.jpg").write_bytes(b"\xff\xd8")
    assert run(["form", "import", str(forms), "--into", str(into), "--lang", "fr"]) == 1
    told = capsys.readouterr().err
    assert "3 fichiers" in told
    assert "1 série de réponses versée, 2 refusées" in told
    assert "form-sent-twice" in told


def test_a_folder_that_does_not_exist_is_misuse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "nulle-part")
    assert run(["form", "import", "x.json", "--into", missing, "--lang", "fr"]) == 2
    assert missing in capsys.readouterr().err


def test_two_hundred_forms_of_mixed_kinds_are_all_accounted_for(tmp_path: Path) -> None:
    into, forms = tmp_path / "into", tmp_path / "forms"
    into.mkdir()
    forms.mkdir()
    text = FJORD.read_text(encoding="utf-8")
    sheet = Path("examples/cuisines-du-fjord/answers.yaml").read_text(encoding="utf-8")
    options = sc.FormOptions(date="2030-01-15")
    for number in range(200):
        name = f"projet-{number}"
        project = into / f"{name}.yaml"
        project.write_text(text.replace("cuisines-du-fjord", name), encoding="utf-8")
        channel = ("xlsx", "markdown", "sheet", "sheet")[number % 4]
        if channel == "sheet":
            content = sheet.replace("cuisines-du-fjord", name).encode()
        else:
            content = sc.make_form(channel, project=project, options=options).content
        if number % 8 == 7:
            content = content[: len(content) // 3]
        (forms / f"{number:03}.{channel}").write_bytes(content)
    found = list(sc.import_forms(sorted(forms.iterdir()), into))
    refused = [one for one in found if one.fate == "refused"]
    assert len(found) == 200
    assert len(refused) == 25
    assert all(one.diagnostics for one in refused)
