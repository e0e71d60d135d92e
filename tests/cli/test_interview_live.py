"""The interview while it lasts: killed, interrupted, held twice, in a real terminal."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.interviews import (
    COMMAND,
    LEVELS,
    PATIENCE,
    Sitting,
    by_hand,
    interview,
    petit,
    see,
)
from tests.machine import needed

import scalecheck as sc

GREYS = {*range(232, 256), 0, 7, 8, 15, 16, 59, 102, 145, 188, 231}  # of 256 colours
LISTED = {"fr": "Accompagnement des milieux", "en": "Hands-on support"}  # of the list alone


@pytest.fixture(autouse=True)
def _away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, with an empty cache and no word of language."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("SCALECHECK_LANG", "SCALECHECK_RUBRICS", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def sittings() -> Iterator[list[Sitting]]:
    """What is under way, ended whatever happens."""
    begun: list[Sitting] = []
    yield begun
    for one in begun:
        one.process.kill()
        one.process.communicate()
        if one.inner >= 0:
            os.close(one.inner)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_killed_interview_loses_at_most_the_answer_being_typed(
    how: signal.Signals, sittings: list[Sitting]
) -> None:
    sitting = Sitting(str(petit()), "--blank")
    sittings.append(sitting)
    for number, level in enumerate(LEVELS[:5], 1):
        sitting.wait_for(f"Question {number} de 22")
        sitting.wait_for("Réponse\u00a0:")
        sitting.type(level)
    sitting.wait_for("Question 6 de 22")
    os.write(sitting.process.stdin.fileno(), b"3")
    ended = 143 if how is signal.SIGTERM else -how  # asked to end, it puts things away first
    assert sitting.end(how) == ended
    again = interview(LEVELS[5:], "petit.yaml")
    assert again.returncode == 0, again.stderr
    hand = Path("hand.yaml")
    hand.write_text(by_hand(), encoding="utf-8")
    assert sc.load_project("petit.yaml").current.answers == sc.load_project(hand).current.answers
    assert not list(Path().glob(".*partial"))


def test_an_interruption_says_where_the_answers_are(sittings: list[Sitting]) -> None:
    sitting = Sitting(str(petit()), "--blank")
    sittings.append(sitting)
    sitting.wait_for("Question 1 de 22")
    sitting.type("3")
    sitting.wait_for("Question 2 de 22")
    assert sitting.end(signal.SIGINT) == 130
    assert "petit.answers.yaml" in sitting.process.stderr.read().decode()


def test_two_interviews_at_once_never_write_over_one_another(sittings: list[Sitting]) -> None:
    first = Sitting(str(petit()), "--blank")
    sittings.append(first)
    first.wait_for("Question 1 de 22")
    interview(["2"], "petit.yaml", "--blank")
    first.type("3")
    assert first.process.wait(PATIENCE) == 2
    assert "  ampleur-besoin: 2\n" in Path("petit.answers.yaml").read_text(encoding="utf-8")


def test_a_dumb_terminal_is_spoken_to_line_by_line(sittings: list[Sitting]) -> None:
    sitting = Sitting("neuf.yaml", terminal=True, TERM="dumb")
    sittings.append(sitting)
    sitting.wait_for("Titre du projet")
    sitting.type("Un titre")
    sitting.wait_for("Question 1 de 19")
    assert "\x1b" not in sitting.heard
    sitting.type("q")
    assert sitting.process.wait(PATIENCE) == 0


def test_without_the_part_that_draws_it_is_held_line_by_line(
    tmp_path: Path, sittings: list[Sitting]
) -> None:
    absent = tmp_path / "absent" / "textual"
    absent.mkdir(parents=True)
    missing = "raise ModuleNotFoundError('textual')\n"
    (absent / "__init__.py").write_text(missing, encoding="utf-8")
    where = f"{absent.parent}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"
    sitting = Sitting(str(petit()), "--blank", terminal=True, TERM="xterm", PYTHONPATH=where)
    sittings.append(sitting)
    sitting.wait_for("scalecheck[tui]")
    sitting.wait_for("Question 1 de 22")
    sitting.type("q")
    assert sitting.process.wait(PATIENCE) == 0


def test_help_needs_neither_the_screen_nor_the_forms() -> None:
    script = (
        "import sys\nfrom scalecheck.cli.app import run\nrun(['interview', '--help'])\n"
        "print(' '.join(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not {"textual", "yaml", "rich", "scalecheck.forms"} & loaded


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A terminal that can be looked at."""
    command = [needed("tmux"), "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], capture_output=True)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ("question 1 de 22", "question 3 de 22", "Niveau démontré", "Réponses gardées")),
        ("en", ("question 1 of 22", "question 3 of 22", "Demonstrated level", "Answers kept")),
    ],
)
@pytest.mark.parametrize("plain", ["", "NO_COLOR=1 "])
def test_the_screen_is_held_in_a_real_terminal(
    tmux: list[str], size: tuple[int, int], language: str, told: tuple[str, ...], plain: str
) -> None:
    asked = f"{' '.join(COMMAND)} {petit()} --blank --lang {language}"
    command = f"env -u COLUMNS -u LINES {plain}{asked}; sleep 60"
    wide, high = map(str, size)
    subprocess.run([*tmux, "new-session", "-d", "-x", wide, "-y", high, command], check=True)
    see(tmux, told[0])
    if size[0] >= 100:
        see(tmux, LISTED[language])
    subprocess.run([*tmux, "send-keys", "3", "2"], check=True)
    assert (LISTED[language] in see(tmux, told[1])) is (size[0] >= 100)
    subprocess.run([*tmux, "send-keys", "F4"], check=True)
    see(tmux, told[2])
    inked = subprocess.run([*tmux, "capture-pane", "-ep"], capture_output=True, text=True).stdout
    inks = {int(number) for number in re.findall(r"[34]8;5;(\d+)", inked)}
    assert (inks <= GREYS) is bool(plain)
    subprocess.run([*tmux, "send-keys", "Enter"], check=True)
    subprocess.run([*tmux, "send-keys", "q"], check=True)
    see(tmux, told[3])
    draft = Path("petit.answers.yaml").read_text(encoding="utf-8")
    assert "  ancrage-terrain: 2\n" in draft
