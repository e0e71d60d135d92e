"""Live a page of the documentation as written: its commands, its files, its edits, in order.

Marks before the blocks of the page: `run: exit N; shows: a | b; writes: file` for a command,
`file: name` for a file to write, `edit: name` for lines that replace those of the same key,
`swap: name` for a difference to make in a file.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pages


def live(page: str, language: str, folder: Path) -> int:
    """Live a page in a folder that holds the examples; tell how many commands were run."""
    shutil.copytree(pages.TOP / "examples", folder / "examples")
    commands = 0
    for block in pages.blocks(page):
        where = f"{page}:{block.line}"
        what, _, rest = block.mark.partition(": ")
        if what == "run":
            follow(block.text.strip(), terms(rest), folder, language, where)
            commands += 1
        else:
            change(what, folder / rest, block.text, where)
    return commands


def change(what: str, path: Path, text: str, where: str) -> None:
    """Write a file, or change one."""
    if what == "file":
        path.write_text(text, encoding="utf-8")
    elif what == "edit":
        edit(path, text)
    else:
        assert what == "swap", where
        swap(path, text, where)


def swap(path: Path, difference: str, where: str) -> None:
    """Make a difference in a file: each run of `-` lines becomes the `+` lines that follow it."""
    text = path.read_text(encoding="utf-8")
    for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", difference, re.MULTILINE):
        before, after = (re.sub(r"^.", "", lines, flags=re.MULTILINE) for lines in (old, new))
        assert text.count(before) == 1, f"{where}: {before!r}"
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


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


def follow(line: str, wanted: dict[str, str], folder: Path, language: str, where: str) -> None:
    done = run(line, folder, language)
    said = squeeze(done.stdout + done.stderr)
    assert done.returncode == int(wanted["exit"]), f"{where}: {line}\n{done.stdout}\n{done.stderr}"
    missing = [word for word in wanted.get("shows", "").split(" | ") if squeeze(word) not in said]
    assert not missing, f"{where}: {line}: {missing}\n{done.stdout}\n{done.stderr}"
    if "writes" in wanted:
        assert (folder / wanted["writes"]).stat().st_size > 0, where
