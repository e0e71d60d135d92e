"""Hostile files and paths through the command: refused soon, in words, in little memory."""

import os
import re
import socket
import subprocess
import sys
import time
import weakref
from pathlib import Path

import pytest
from hostile import ENORMOUS, HOSTILE

from scalecheck.cli.app import run
from scalecheck.source.document import parse

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 2.0, 512
SOUND = (ROOT / "src/scalecheck/lint/cases/base/rubric.yaml").read_bytes()
NAMES = {one.name: one for one in HOSTILE}


def check(capsys, *arguments):
    """Run `check`; give its exit code and all that it says."""
    code = run(["check", *map(str, arguments), "--no-cache"])
    shown = capsys.readouterr()
    said = shown.out + shown.err
    assert "Traceback" not in said
    assert "\x1b" not in said
    return code, said


# --- files


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_is_refused_with_its_reason(name, tmp_path, capsys):
    made = NAMES[name].make()
    file = tmp_path / f"{name}.yaml"
    file.write_bytes(made if isinstance(made, bytes) else made.encode())
    code, said = check(capsys, file, "--lang", "fr", "--format", "json")
    assert code == 1
    assert f'"{NAMES[name].code}"' in said
    assert len(said) < 20_000_000


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_takes_little_time_and_memory(name, language, tmp_path):
    said = measure(NAMES[name], tmp_path, language, SECONDS)
    assert NAMES[name].code in said


@pytest.mark.slow
@pytest.mark.parametrize("one", ENORMOUS, ids=lambda one: one.name)
def test_an_enormous_file_ends_all_the_same(one, tmp_path):
    measure(one, tmp_path, "fr", 4 * SECONDS)


def measure(one, folder, language, seconds):
    """Check a file in a process of its own, and give what it said."""
    file, log = folder / f"{one.name}.yaml", folder / "said.txt"
    made = one.make()
    file.write_bytes(made if isinstance(made, bytes) else made.encode())
    command = [sys.executable, "-m", "scalecheck", "check", str(file), "--lang", language]
    spent, most = run_measured(command, log)
    if spent >= seconds:  # a busy machine may have slowed it down
        spent, most = run_measured(command, log)
    told = log.read_text(encoding="utf-8")
    assert "Traceback" not in told
    assert spent < seconds
    assert most < MEGABYTES * 1024
    return told


# A process counts the memory of whoever started it as its own: a small one stands between.
_WITNESS = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:], timeout=60)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as log:
    log.write(f"{used.ru_utime + used.ru_stime} {used.ru_maxrss}")
sys.exit(code)
"""


def run_measured(command, log):
    """Run a command to its end, or for a minute; give its seconds and its most kilobytes."""
    figures = log.with_suffix(".used")
    with log.open("wb") as said:
        witness = [sys.executable, "-c", _WITNESS, str(figures), *command, "--no-cache"]
        code = subprocess.call(witness, stdout=said, stderr=said)
    assert code in (0, 1), log.read_text(encoding="utf-8")[-500:]
    seconds, kilobytes = figures.read_text().split()
    return float(seconds), int(kilobytes)


@pytest.mark.parametrize("size", [100_000_000, 10**12])
def test_a_file_that_is_too_large_is_not_read(size, tmp_path, capsys):
    file = tmp_path / "large.yaml"
    with file.open("wb") as hole:
        hole.write(SOUND)
        hole.truncate(size)
    start = time.process_time()
    code, said = check(capsys, file, "--lang", "en")
    assert code == 3
    assert f"{size:,}" in said
    assert "2,000,000" in said
    assert time.process_time() - start < 1


class Circle:
    """Something that leads back to itself and holds a document: only the collector frees it."""

    def __init__(self, document):
        self.itself, self.document = self, document


def test_documents_that_are_done_with_are_given_back_in_a_long_run():
    old = weakref.ref(Circle(parse(SOUND, "old")))
    for _ in range(6):  # more than is read between two looks at the whole heap
        parse(b"a:\n" + b"# a long comment\n" * 65_000, "long")
    parse(SOUND, "new")
    assert old() is None


# --- what is no file


@pytest.mark.parametrize(("language", "words"), [("fr", "fichier ordinaire"), ("en", "ordinary")])
@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/stdin", "/dev/tty"])
def test_a_device_is_not_read(path, language, words, tmp_path, capsys):
    if not Path(path).exists() or Path(path).is_file():
        pytest.skip(f"{path} is not there")
    code, said = check(capsys, path, "--lang", language)
    assert code == 3
    assert words in said


def test_a_pipe_is_not_waited_for(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.yaml")
    code, said = check(capsys, tmp_path / "pipe.yaml", "--lang", "en")
    assert code == 3
    assert "not-a-file" in said


def test_a_socket_is_not_read(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.yaml")
        assert check(capsys, "s.yaml", "--lang", "en")[0] == 3


def test_a_link_to_itself_is_named_as_such(tmp_path, capsys):
    link = tmp_path / "link.yaml"
    link.symlink_to(link)
    for language, words in (("fr", "ramène à lui-même"), ("en", "back to itself")):
        code, said = check(capsys, link, "--lang", language)
        assert code == 3
        assert words in said


@pytest.mark.parametrize("name", ["nowhere.yaml", "a" * 300 + ".yaml", "base.yaml/more.yaml"])
def test_a_path_that_leads_nowhere_is_said_so(name, tmp_path, capsys):
    (tmp_path / "base.yaml").write_bytes(SOUND)
    assert check(capsys, tmp_path / name, "--lang", "fr")[0] == 3


def test_a_file_that_vanishes_is_said_so_and_the_others_are_checked(tmp_path, capsys):
    (tmp_path / "base.yaml").write_bytes(SOUND)
    code, said = check(capsys, tmp_path / "gone.yaml", tmp_path / "base.yaml", "--lang", "en")
    assert code == 3
    assert "gone.yaml: error" in said
    assert "2 files" in said


# --- names


@pytest.mark.parametrize("name", ["two\nlines", "\x1b[31mred", "a\u202eb", 'quo"te', "sp ace", "é"])
def test_a_strange_name_is_shown_harmlessly(name, tmp_path, capsys):
    file = tmp_path / f"{name}.yaml"
    file.write_bytes(b"a: [")
    code, said = check(capsys, file, "--lang", "fr")
    assert code == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", said)
    assert "two\nlines" not in said


def test_a_name_that_is_not_utf8_is_shown_harmlessly(tmp_path, capsys):
    file = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yaml")
    try:
        Path(file).write_bytes(b"a: [")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert check(capsys, file, "--lang", "fr")[0] == 1
    assert check(capsys, tmp_path, "--lang", "fr")[0] == 3  # it does not say that it is ours
