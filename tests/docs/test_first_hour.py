"""The first hour can be lived as written: every command runs, in order, and shows its words.

Marks before the blocks of the page: `run: exit N; shows: a | b; writes: file` for a command,
`file: name` for a file to write, `edit: name` for lines that replace those of the same key.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pages
import pytest

PAGES = {"fr": "docs/fr/premiere-heure.md", "en": "docs/en/first-hour.md"}


def terms(mark: str) -> dict[str, str]:
    """Read `exit 0; shows: a | b` as a mapping."""
    found = (re.split(r"[:\s]\s*", part.strip(), maxsplit=1) for part in mark.split(";"))
    return {pair[0]: pair[1] for pair in found}


def run(line: str, folder: Path, language: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line.removeprefix("$ "))
    assert words[0] == "scalecheck"
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))},
        "SCALECHECK_LANG": language,
        "PYTHONPATH": str(pages.TOP / "src"),
        "PYTHONIOENCODING": "utf-8",
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }
    command = [sys.executable, "-m", "scalecheck", *words[1:]]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def edit(path: Path, lines: str) -> None:
    """Put each line in the place of the one that has its key."""
    text = path.read_text(encoding="utf-8")
    for line in lines.splitlines():
        key = re.escape(line.split(":", 1)[0])
        text, count = re.subn(rf"^{key}:.*$", lambda _, new=line: new, text, flags=re.MULTILINE)
        assert count == 1, line
    path.write_text(text, encoding="utf-8")


def squeeze(text: str) -> str:
    """Forget line ends, frames and no-break spaces: words are looked for, not the layout."""
    return " ".join(re.sub(r"[\u2500-\u257f\u2060]", " ", text.replace("\u00a0", " ")).split())


@pytest.mark.parametrize("language", PAGES)
def test_the_first_hour_can_be_lived_as_written(language: str, tmp_path: Path) -> None:
    shutil.copytree(pages.TOP / "examples", tmp_path / "examples")
    commands = 0
    for block in pages.blocks(PAGES[language]):
        where = f"{PAGES[language]}:{block.line}"
        what, _, rest = block.mark.partition(": ")
        if what == "file":
            (tmp_path / rest).write_text(block.text, encoding="utf-8")
        elif what == "edit":
            edit(tmp_path / rest, block.text)
        else:
            assert what == "run", where
            follow(block.text.strip(), terms(rest), tmp_path, language, where)
            commands += 1
    assert commands > 15


def follow(line: str, wanted: dict[str, str], folder: Path, language: str, where: str) -> None:
    done = run(line, folder, language)
    said = squeeze(done.stdout + done.stderr)
    assert done.returncode == int(wanted["exit"]), f"{where}: {line}\n{done.stdout}\n{done.stderr}"
    missing = [word for word in wanted.get("shows", "").split(" | ") if squeeze(word) not in said]
    assert not missing, f"{where}: {line}: {missing}\n{done.stdout}\n{done.stderr}"
    if "writes" in wanted:
        assert (folder / wanted["writes"]).stat().st_size > 0, where


def test_both_pages_run_the_same_commands() -> None:
    def shape(page: str) -> list[list[str]]:
        ran = [b.text for b in pages.blocks(page) if b.mark.startswith("run")]
        return [[w for w in text.split() if "." not in w] for text in ran]

    assert shape(PAGES["fr"]) == shape(PAGES["en"])


@pytest.mark.parametrize("language", PAGES)
def test_every_command_of_a_page_is_marked_and_run(language: str) -> None:
    promised = re.findall(r"^\$ scalecheck .*$", pages.read(PAGES[language]), re.MULTILINE)
    marked = [b.text.strip() for b in pages.blocks(PAGES[language]) if b.mark.startswith("run")]
    assert promised == marked


@pytest.mark.parametrize("language", PAGES)
def test_a_page_serves_windows(language: str) -> None:
    assert "```powershell\n" in pages.read(PAGES[language])
