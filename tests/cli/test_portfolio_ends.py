"""How portfolio commands end when there is nothing to read, no room, or somebody stops them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scalecheck.cli.app import run

HEAD = "id,ampleur-besoin\n"


def ask(*words: object) -> int:
    return run(["portfolio", *(str(word) for word in words)])


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("command", ["score", "report", "balance", "overlaps", "cohorts"])
def test_what_holds_no_project_is_said_and_fails(
    command: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, output = tmp_path / "vide.csv", tmp_path / "out.csv"
    table.write_text(HEAD, encoding="utf-8")
    assert ask(command, table, "-r", "screening", "--lang", language, "-o", output) == 3
    assert ("projet" if language == "fr" else "project") in capsys.readouterr().err
    assert not output.exists()


@pytest.mark.parametrize("what", ["-o", "--refused"])
def test_what_is_read_is_never_written_over(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "in.csv"
    table.write_text(f"{HEAD}a,2\n", encoding="utf-8")
    more = () if what == "-o" else ("-o", tmp_path / "out.csv")
    assert ask("score", table, "-r", "screening", what, table, *more, "--force") == 2
    assert table.read_text(encoding="utf-8") == f"{HEAD}a,2\n"
    assert "effacerait" in capsys.readouterr().err


def test_the_mapping_is_never_written_over(tmp_path: Path) -> None:
    table, mapping = tmp_path / "in.csv", tmp_path / "m.yaml"
    table.write_text("Besoin\n2\n", encoding="utf-8")
    text = (
        "format: scalecheck/mapping@1\nrubric: screening\nlanguage: fr\nshape: wide\n"
        "columns:\n  - {column: Besoin, as: ampleur-besoin}\n"
    )
    mapping.write_text(text, encoding="utf-8")
    words = ("--mapping", mapping, "-o", tmp_path / "o.csv", "--refused", mapping, "--force")
    assert ask("score", table, *words) == 2
    assert mapping.read_text(encoding="utf-8") == text


def test_a_mapping_of_another_version_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, mapping = tmp_path / "in.csv", tmp_path / "m.yaml"
    table.write_text("No,Besoin\na,2\n", encoding="utf-8")
    mapping.write_text(
        "format: scalecheck/mapping@1\nrubric: screening\nrubric_version: 9.9.9\nlanguage: fr\n"
        "shape: wide\ncolumns:\n  - {column: No, as: id}\n"
        "  - {column: Besoin, as: ampleur-besoin}\n",
        encoding="utf-8",
    )
    words = ("--mapping", mapping, "-o", tmp_path / "o.csv", "--lang", "fr")
    assert ask("score", table, *words) == 0
    assert "écrite pour la version 9.9.9" in capsys.readouterr().err
    assert ask("score", table, *words, "--strict", "--force") == 3


def test_a_full_output_is_no_fault_of_ours(tmp_path: Path) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("there is no /dev/full here")
    table = tmp_path / "in.csv"
    table.write_text(f"{HEAD}a,2\n", encoding="utf-8")
    command = [sys.executable, "-m", "scalecheck", "portfolio", "score", str(table)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*command, "-r", "screening", "--lang", "fr"], stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 3
    assert "il n’y a plus de place" in done.stderr.decode()


def test_a_command_that_is_asked_to_end_leaves_no_half_file(tmp_path: Path) -> None:
    table, output = tmp_path / "in.csv", tmp_path / "out"
    output.mkdir()
    rows = "".join(f"p-{number},{number % 5}\n" for number in range(400_000))
    table.write_text(f"{HEAD}{rows}", encoding="utf-8")
    words = ["portfolio", "score", str(table), "-r", "screening", "-o", str(output / "s.csv")]
    process = subprocess.Popen([sys.executable, "-m", "scalecheck", *words], stderr=-3)
    until = time.monotonic() + 60
    while not list(output.iterdir()) and time.monotonic() < until:
        time.sleep(0.01)
    assert list(output.iterdir())
    os.kill(process.pid, signal.SIGTERM)
    assert process.wait(60) == 143
    assert list(output.iterdir()) == []


def test_a_template_has_what_an_answer_may_need_and_nothing_else(tmp_path: Path) -> None:
    made = {}
    for name in ("trl", "is-echelle"):
        assert ask("template", "-r", name, "-o", tmp_path / f"{name}.csv") == 0
        text = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig")
        made[name] = text.splitlines()[0].split(",")
    assert "calculs-croises.reason" in made["trl"]
    assert "fonction-critique.reason" not in made["trl"]
    assert not {"track", "strategies"} & set(made["trl"])
    assert {"track", "strategies"} <= set(made["is-echelle"])
