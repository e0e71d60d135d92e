"""`scalecheck form import` among hostile names, closed folders, and files that are no forms."""

import os
import shutil
from pathlib import Path

import pytest

from scalecheck.cli.app import run

EXAMPLE = Path("examples/cuisines-du-fjord")


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "fiches"
    folder.mkdir()
    shutil.copy(EXAMPLE / "project.yaml", folder / "project.yaml")
    return folder


def test_the_name_of_a_file_is_shown_and_not_obeyed(
    into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (into.parent / "\x1b[31m\u202erouge.json").write_text("{}")
    assert run(["form", "import", str(into.parent), "--into", str(into), "--lang", "fr"]) == 3
    told = capsys.readouterr().err
    assert "rouge.json" in told
    assert not {"\x1b", "\u202e"} & set(told)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_dry_run_then_the_real_one_then_again(
    language: str, into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["form", "import", str(EXAMPLE / "answers.yaml"), "--into", str(into)]
    before = (into / "project.yaml").read_bytes()
    assert run([*words, "--dry-run", "--lang", language]) == 0
    assert (into / "project.yaml").read_bytes() == before
    assert run([*words, "--lang", language]) == 0
    assert run([*words, "--lang", language]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "cpe-b" in told.err  # new to the file, and so to what its earlier assessments count


def test_a_rubric_that_is_named_and_does_not_exist_is_misuse(
    into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["form", "import", str(EXAMPLE / "answers.yaml"), "--into", str(into)]
    assert run([*words, "--rubric", "nulle-part", "--lang", "fr"]) == 2
    assert "nulle-part" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root opens all")
def test_a_folder_that_does_not_open_is_refused_by_its_name(
    into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = into.parent / "clos"
    closed.mkdir(mode=0)
    words = ["form", "import", str(closed), "--into", str(into), "--lang", "fr"]
    assert run(words) == 3
    assert "clos" in capsys.readouterr().err
