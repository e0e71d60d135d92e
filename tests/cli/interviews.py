"""Interviews held from outside: through a pipe, through a terminal, on a screen."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import scalecheck as sc

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "scalecheck", "interview"]
LEVELS = [str(n % 4) for n in range(22)]
PATIENCE = 20.0

ONE_SETTING = """\
format: scalecheck/project@1
id: petit
title: Un petit projet  # le titre
settings:
  - {id: ecole, title: "École de l’Anse", role: trial}
assessments:
  # Rien encore : tout est à établir.
  - date: 2026-01-15
    kind: self
    rubric: is-echelle
    rubric_version: 0.1.0
    answers: {ampleur-besoin: unknown}
"""
BY_HAND = """\
  - date: 2026-11-23
    kind: consensus
    rubric: is-echelle
    rubric_version: 0.1.0
    assessor: {role: coordination, organization: "Table de quartier"}
    answers:
"""


def interview(lines: list[str], *options: str) -> subprocess.CompletedProcess[str]:
    """Pipe lines into an interview."""
    typed = "".join(f"{line}\n" for line in lines)
    done = [*COMMAND, *options]
    return subprocess.run(done, input=typed, capture_output=True, text=True, encoding="utf-8")


def petit() -> Path:
    path = Path("petit.yaml")
    path.write_text(ONE_SETTING, encoding="utf-8")
    return path


def by_hand() -> str:
    """The same assessment as somebody would write it."""
    rubric = sc.load_rubric("is-echelle")
    grouped = rubric.groups[0].criteria
    asked = [one.id for one in rubric.criteria if one.computed is None]
    alone = [name for name in asked if name not in grouped]
    lines = [f"      {name}: {level}\n" for name, level in zip(alone, LEVELS, strict=False)]
    inside = zip(grouped, LEVELS[len(alone) :], strict=True)
    last = ", ".join(f"{name}: {level}" for name, level in inside)
    return f"{ONE_SETTING}{BY_HAND}{''.join(lines)}      milieux: {{ecole: {{{last}}}}}\n"


class Sitting:
    """An interview under way, spoken to through pipes or a terminal of its own."""

    def __init__(self, *options: str, terminal: bool = False, **env: str) -> None:
        self.inner, outer = pty.openpty() if terminal else (-1, subprocess.PIPE)
        self.process = subprocess.Popen(
            [*COMMAND, *options],
            stdin=outer,
            stdout=outer,
            stderr=outer if terminal else subprocess.PIPE,
            env={**os.environ, **env},
            start_new_session=True,
        )
        if terminal:
            os.close(outer)
        self.heard = ""

    def wait_for(self, words: str) -> None:
        out = self.inner if self.inner >= 0 else self.process.stdout.fileno()
        until = time.monotonic() + PATIENCE
        while words not in self.heard:
            ready = select.select([out], [], [], max(0.0, until - time.monotonic()))[0]
            assert ready, f"waited in vain for {words!r}: {self.heard[-2000:]}"
            self.heard += os.read(out, 65536).decode("utf-8", "replace")
        self.heard = self.heard.split(words, 1)[1]

    def type(self, line: str) -> None:
        into = self.inner if self.inner >= 0 else self.process.stdin.fileno()
        os.write(into, f"{line}\n".encode())

    def end(self, how: int) -> int:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


def see(tmux: list[str], words: str) -> str:
    """Wait until words are on the screen, and give all of it."""
    until, shown = time.monotonic() + PATIENCE, ""
    while time.monotonic() < until:
        done = subprocess.run([*tmux, "capture-pane", "-p"], capture_output=True, text=True)
        shown = done.stdout.replace("\u00a0", " ")
        if words in shown:
            return shown
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {words!r}:\n{shown}")
