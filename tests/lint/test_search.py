"""The documents of a folder: all of them, in order, none outside it, none lost in silence."""

import os
from pathlib import Path

import pytest

from scalecheck.cli.app import run
from scalecheck.lint.search import files_in, is_ours

ROOT = Path(__file__).parents[2]
SOUND = (ROOT / "src/scalecheck/lint/cases/base/rubric.yaml").read_bytes()


def check(capsys, *arguments):
    code = run(["check", *map(str, arguments), "--no-cache"])
    shown = capsys.readouterr()
    return code, shown.out + shown.err


def names_in(folder):
    return [str(file.relative_to(folder)) for file in files_in(folder)]


def test_a_folder_gives_its_documents_in_the_order_of_their_names(tmp_path):
    for name in ("b.yaml", "a/z.yml", "a.yaml", "c/d/e.YAML", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(SOUND)
    assert names_in(tmp_path) == ["a/z.yml", "a.yaml", "b.yaml", "c/d/e.YAML"]


def test_links_to_folders_are_not_followed_from_a_folder(tmp_path):
    (tmp_path / "in/deep").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    for name in ("in/a.yaml", "in/deep/b.yaml", "out/c.yaml"):
        (tmp_path / name).write_bytes(SOUND)
    (tmp_path / "in/deep/up").symlink_to(tmp_path / "in")
    (tmp_path / "in/out").symlink_to(tmp_path / "out")
    (tmp_path / "in/itself").symlink_to(tmp_path / "in/itself")
    (tmp_path / "door").symlink_to(tmp_path / "in")
    assert names_in(tmp_path / "in") == ["a.yaml", "deep/b.yaml"]
    assert names_in(tmp_path / "door") == ["a.yaml", "deep/b.yaml"]


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    for name in (".git/a.yaml", ".venv/lib/b.yaml", ".c.yaml", "d.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(SOUND)
    (tmp_path / ".#d.yaml").symlink_to("somebody@somewhere")
    assert names_in(tmp_path) == ["d.yaml"]


def test_what_cannot_be_opened_in_a_folder_is_not_lost(tmp_path, capsys):
    (tmp_path / "broken.yaml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    assert names_in(tmp_path) == ["broken.yaml"]
    assert check(capsys, tmp_path, "--lang", "fr")[0] == 3


def test_a_folder_that_may_not_be_read_is_said_so(tmp_path, capsys, monkeypatch):
    def deny(path):
        raise PermissionError(13, "denied", path)

    (tmp_path / "a.yaml").write_bytes(SOUND)
    monkeypatch.setattr(os, "scandir", deny)
    for language, words in (("fr", "accès à ce dossier"), ("en", "access to this folder")):
        code, said = check(capsys, tmp_path, "--lang", language)
        assert code == 3
        assert words in said


def test_a_folder_without_documents_is_no_success(tmp_path, capsys):
    (tmp_path / "other.yaml").write_text("name: workflow\non: push\n")
    assert check(capsys, tmp_path, "--lang", "en")[0] == 3


@pytest.mark.parametrize(
    "head",
    [
        "format: scalecheck/rubric@1",
        "format: scalecheck/rubrik@1",
        "format: 'scalchek/project@1'",
        "fromat: scalecheck/project@1",
        "Format: Scalecheck/Project@1".lower(),
        "{id: a, format: scalecheck-rubric@1}",
        "# a long comment\r\rformat: scalecheck/call@2",
        "id: a\nnon_answers: {unknown: bounds}",
        "assessments:\n  - rubric_version: 0.1.0",
    ],
)
def test_a_document_that_says_wrongly_what_it_is_is_not_lost(head):
    assert is_ours(head.encode())
    assert is_ours(head.encode("utf-8-sig"))
    assert is_ours(head.encode("utf-16"))


@pytest.mark.parametrize(
    "head",
    [
        "",
        "name: scalecheck\nruns: {using: composite}",
        "  - uses: org/scalecheck/action@v1",
        "format: json",
        "format: rubric",
        "properties: {date: {format: date-time}}",
        "# see scalecheck/docs",
        "title: A site\nversion: 1",
    ],
)
def test_a_file_of_something_else_is_left_alone(head):
    assert not is_ours(head.encode())
