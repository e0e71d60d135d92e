"""What every command must satisfy: words in both languages, help, and codes without tracebacks."""

import re
from collections.abc import Iterator

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from scalecheck.cli.app import build, run
from scalecheck.model.language import Language


def _paths(command: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, TyperGroup):
        for name, child in command.commands.items():
            yield from _paths(child, (*path, name))


PATHS = tuple(_paths(get_command(build())))
ENGLISH = re.compile(r"\b(Usage|the|file|Show|Options:|Error|missing)\b")
FRENCH = re.compile(r"\b(Utilisation|les|fichier|Afficher|Erreur|des|une)\b")


@pytest.mark.parametrize("path", PATHS, ids="-".join)
def test_help_speaks_only_french_when_asked_in_french(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*path, "--help", "--lang", "fr"]) == 0
    shown = capsys.readouterr().out
    assert "Utilisation" in shown
    assert not ENGLISH.search(shown), shown


@pytest.mark.parametrize("path", PATHS, ids="-".join)
def test_help_speaks_only_english_when_asked_in_english(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*path, "--help", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "Usage:" in shown
    assert not FRENCH.search(shown), shown


@pytest.mark.parametrize("language", tuple(Language))
@pytest.mark.parametrize("path", [p for p in PATHS if p], ids="-".join)
def test_an_unknown_option_is_misuse_told_in_the_language_asked(
    path: tuple[str, ...], language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*path, "--lang", language.value, "--nope"]) == 2
    told = capsys.readouterr().err
    assert "--nope" in told
    assert ("Erreur" in told) is (language is Language.FR)


def test_nothing_said_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "assess" in capsys.readouterr().err
