"""Help and misuse are told in the language asked for, and never in Typer's own words."""

import re
import subprocess
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.main import get_command

from scalecheck.cli.language_choice import choose_language
from scalecheck.cli.misuse import describe_misuse, phrase
from scalecheck.cli.speech import Command, Group, dress
from scalecheck.language import catalogue
from scalecheck.language.catalogue import UnknownKeyError
from scalecheck.model.language import Language

FR, EN = Language.FR, Language.EN
NB = "\u00a0"


class Format(StrEnum):
    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


Rubric = Annotated[str | None, typer.Option("--rubric", "-r")]
Lang = Annotated[Language | None, typer.Option("--lang")]

app = typer.Typer(cls=Group, add_completion=False, no_args_is_help=True)
rubrics = typer.Typer(cls=Group)
new = typer.Typer(cls=Group)
app.add_typer(rubrics, name="rubrics")
app.add_typer(new, name="new")


@app.callback()
def main(version: Annotated[bool, typer.Option("--version")] = False, lang: Lang = None) -> None:
    """Never shown."""


@app.command(cls=Command)
def assess(
    project: Path,
    rubric: Annotated[str, typer.Option("--rubric", "-r")],
    format: Annotated[Format, typer.Option("--format", "-f")] = Format.TERMINAL,
    output: Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False)] = None,
    as_of: Annotated[datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"])] = None,
    lang: Lang = None,
    plain: Annotated[bool, typer.Option("--plain")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache")] = False,
    force: Annotated[bool, typer.Option("--force")] = False,
    debug: Annotated[bool, typer.Option("--debug", hidden=True)] = False,
) -> None:
    """Never shown."""
    if force:
        raise typer.BadParameter("no [bold]way[/bold]", param_hint="--force")


@app.command(cls=Command)
def check(paths: Annotated[list[Path], typer.Argument(exists=True)]) -> None:
    """Never shown."""


@app.command("next", cls=Command)
def next_(
    project: Annotated[int, typer.Argument(min=2, max=4)],
    output: Annotated[float, typer.Option("--output")] = 0.0,
    plain: Annotated[list[int], typer.Option("--plain")] = [],  # noqa: B006
    rubrics: Annotated[Path, typer.Option("--rubrics", exists=True, file_okay=False)] = Path(),
) -> None:
    """Never shown."""


@rubrics.command("list", cls=Command)
def list_(rubrics: Annotated[Path | None, typer.Option("--rubrics")] = None) -> None:
    """Never shown."""


@rubrics.command(cls=Command)
def show(rubric: str) -> None:
    """Never shown."""


@rubrics.command(cls=Command)
def schema(kind: str = "rubric") -> None:
    """Never shown."""


@rubrics.command("test", cls=Command)
def try_out(rubric: str, paths: Annotated[list[Path] | None, typer.Argument()] = None) -> None:
    """Never shown."""


@new.command("project", cls=Command)
def new_project(path: Path, rubric: Rubric = None, force: bool = False) -> None:
    """Never shown."""


@new.command("rubric", cls=Command)
def new_rubric(path: Path) -> None:
    """Never shown."""


def run(line, language=FR):
    command = get_command(app)
    dress(command, language)
    return command(line.split(), prog_name="scalecheck", standalone_mode=False)


def misuse(line, language=FR):
    with pytest.raises(typer._click.ClickException) as caught:
        run(line, language)
    return caught.value


EVERY_COMMAND = [
    *("", "assess", "check", "next", "rubrics", "rubrics list", "rubrics show"),
    *("rubrics schema", "rubrics test", "new", "new project", "new rubric"),
]
TYPER_WORDS = re.compile(
    r"Usage:|Show this|required|default:|Commands|PROJECT|FILE|RUBRIC|Error|Missing|Invalid|"
    r"No such|Got unexpected|Did you|does not|requires|valid|Try |Never shown|COMMAND \[ARGS",
)


@pytest.mark.parametrize("line", EVERY_COMMAND)
def test_french_help_holds_no_word_of_typer(line, capsys):
    run(f"{line} --help", FR)
    shown = capsys.readouterr().out
    assert not TYPER_WORDS.search(shown)
    assert shown.startswith(f"Utilisation{NB}: scalecheck")
    assert "Afficher cette aide." in shown


@pytest.mark.parametrize("line", EVERY_COMMAND)
def test_english_help_holds_no_word_of_french(line, capsys):
    run(f"{line} --help", EN)
    shown = capsys.readouterr().out
    assert shown.startswith("Usage: scalecheck")
    assert not re.search(r"[éèàÉ«]|PROJET|Utilisation|Never shown", shown)


def test_help_of_a_command_is_laid_out_whole(capsys):
    run("assess --help", FR)
    shown = capsys.readouterr().out.replace(NB, " ")
    assert shown.startswith(
        "Utilisation : scalecheck assess [OPTIONS] PROJET\n\n  Évaluer un projet"
    )
    assert "-r, --rubric GRILLE" in shown
    assert "[obligatoire]" in shown
    assert "--format terminal|markdown|html|json" in shown
    assert "[par défaut : terminal]" in shown
    assert "--as-of AAAA-MM-JJ" in shown
    assert "--lang fr|en" in shown
    assert "--debug" not in shown


def test_help_of_a_group_lists_its_commands(capsys):
    run("rubrics --help", EN)
    shown = capsys.readouterr().out
    assert "scalecheck rubrics [OPTIONS] COMMAND [ARGUMENTS]..." in shown
    assert re.search(r"\n  schema +Print the JSON Schema", shown)


def test_a_command_may_say_more_than_the_shared_words(capsys):
    run("rubrics show --help", EN)
    assert "Rubric to show" in capsys.readouterr().out


def test_an_optional_argument_shows_as_such(capsys):
    run("rubrics test --help", EN)
    assert "RUBRIC [PATH]..." in capsys.readouterr().out


def test_one_process_speaks_both_languages(capsys):
    for language, word in ((FR, "Afficher"), (EN, "Show"), (FR, "Afficher")):
        run("--help", language)
        assert f"{word} " in capsys.readouterr().out


def test_brackets_show_as_they_are(capsys):
    assert "no [bold]way[/bold]" in phrase(misuse("assess p -r x --force", EN), EN)


MISUSES = [
    ("assess -r x", "Il manque l’argument PROJET.", "The argument PROJECT is missing."),
    ("assess p", "L’option --rubric est obligatoire.", "Option --rubric is required."),
    ("check", "Il manque l’argument CHEMIN.", "The argument PATH is missing."),
    (
        "assess p --rubrik x",
        "L’option --rubrik n’existe pas ici. Vouliez-vous dire --rubric?",
        "There is no option --rubrik here. Did you mean --rubric?",
    ),
    ("assess p -z", "L’option -z n’existe pas ici.", "There is no option -z here."),
    ("--zzz", "L’option --zzz n’existe pas ici.", "There is no option --zzz here."),
    (
        "asses p",
        "La commande « asses » n’existe pas. Vouliez-vous dire assess?",
        "There is no command “asses”. Did you mean assess?",
    ),
    (
        "xyzzy",
        "La commande « xyzzy » n’existe pas. "
        "Commandes possibles : assess, check, next, rubrics et new.",
        "There is no command “xyzzy”. Possible commands: assess, check, next, rubrics and new.",
    ),
    (
        "rubrics lst",
        "La commande « lst » n’existe pas. Vouliez-vous dire list?",
        "There is no command “lst”. Did you mean list?",
    ),
    (
        "rubrics",
        "Il manque une commande : list, show, schema ou test.",
        "A command is missing: list, show, schema or test.",
    ),
    (
        "assess p -r x --format htm",
        "--format n’accepte pas « htm ». Choix possibles : terminal, markdown, html ou json. "
        "Vouliez-vous dire html?",
        "--format does not accept “htm”. Possible choices: terminal, markdown, html or json. "
        "Did you mean html?",
    ),
    (
        "--lang xx next 2",
        "--lang n’accepte pas « xx ». Choix possibles : fr ou en.",
        "--lang does not accept “xx”. Possible choices: fr or en.",
    ),
    (
        "assess p -r x --as-of hier",
        "--as-of demande une date; « hier » n’en est pas une.",
        "--as-of needs a date; “hier” is not one.",
    ),
    (
        "next deux",
        "PROJET demande un nombre entier; « deux » n’en est pas un.",
        "PROJECT needs a whole number; “deux” is not one.",
    ),
    (
        "next 3 --plain x",
        "--plain demande un nombre entier; « x » n’en est pas un.",
        "--plain needs a whole number; “x” is not one.",
    ),
    (
        "next 3 --output x",
        "--output demande un nombre; « x » n’en est pas un.",
        "--output needs a number; “x” is not one.",
    ),
    (
        "next 1",
        "PROJET demande au moins 2; « 1 » est trop petit.",
        "PROJECT must be at least 2; “1” is too small.",
    ),
    (
        "next 5",
        "PROJET demande au plus 4; « 5 » est trop grand.",
        "PROJECT must be at most 4; “5” is too large.",
    ),
    (
        "check none.yaml",
        "Le chemin donné à CHEMIN n’existe pas : « none.yaml ».",
        "The path given to PATH does not exist: “none.yaml”.",
    ),
    (
        f"next 3 --rubrics {__file__}",
        f"--rubrics demande un dossier; « {__file__} » est un fichier.",
        f"--rubrics needs a folder; “{__file__}” is a file.",
    ),
    (
        "assess p -r x -o .",
        "--output demande un fichier; « . » est un dossier.",
        "--output needs a file; “.” is a folder.",
    ),
    (
        "rubrics show a b c",
        "Il y a des mots en trop : b c.",
        "There are extra words: b c.",
    ),
    ("assess p -r", "L’option -r demande une valeur.", "Option -r needs a value."),
    (
        "assess p -r x --plain=1",
        "L’option --plain s’emploie sans valeur.",
        "Option --plain takes no value.",
    ),
    (
        "assess p -r x --force",
        "La valeur donnée à --force est refusée : no [bold]way[/bold]",
        "The value given to --force is refused: no [bold]way[/bold]",
    ),
]


@pytest.mark.parametrize(("line", "french", "english"), MISUSES, ids=[m[0] for m in MISUSES])
def test_misuse_is_told_in_both_languages(line, french, english):
    assert phrase(misuse(line, FR), FR).replace(NB, " ") == french
    assert phrase(misuse(line, EN), EN) == english


@pytest.mark.parametrize("line", [m[0] for m in MISUSES])
def test_french_misuse_holds_no_word_of_typer(line):
    assert not TYPER_WORDS.search(describe_misuse(misuse(line, FR), FR))


def test_misuse_is_laid_out_with_the_usage_and_the_way_to_help():
    assert describe_misuse(misuse("assess p"), FR).replace(NB, " ") == (
        "Utilisation : scalecheck assess [OPTIONS] PROJET\n"
        "Pour de l’aide : scalecheck assess --help\n\n"
        "Erreur : L’option --rubric est obligatoire."
    )


def test_a_group_given_nothing_shows_its_help():
    error = misuse("", EN)
    assert error.exit_code == 2
    assert describe_misuse(error, EN).startswith("Usage: scalecheck")


def test_what_typer_may_say_tomorrow_is_still_told():
    error = typer._click.exceptions.UsageError("new \x1b[31mtrouble")
    assert phrase(error, EN) == "The command cannot be read: new \\x1b[31mtrouble"


def test_control_characters_never_reach_the_terminal():
    error = misuse("asses\x1b[31ms", FR)
    assert "\x1b" not in describe_misuse(error, FR)


def test_completion_speaks_too():
    command = get_command(app)
    dress(command, FR)
    context = command.make_context("scalecheck", [], resilient_parsing=True)
    found = {item.value: item.help for item in command.shell_complete(context, "")}
    assert found["assess"].startswith("Évaluer")
    options = {item.value: item.help for item in command.shell_complete(context, "--")}
    assert options["--version"] == "Afficher la version."


def test_a_command_of_another_room_is_refused():
    stranger = typer.Typer()
    stranger.command()(lambda: None)
    with pytest.raises(TypeError, match="cls=Command"):
        dress(get_command(stranger), FR)


def test_a_command_without_words_is_a_fault_of_ours():
    wordless = typer.Typer(add_completion=False)
    wordless.command(cls=Command)(lambda: None)
    command = get_command(wordless)
    dress(command, FR, ".mute")
    with pytest.raises(UnknownKeyError, match=r"cli\.mute\.help"):
        command(["--help"], standalone_mode=False)


def test_a_command_that_runs_reads_no_words():
    catalogue._read.cache_clear()
    run("next 3")
    assert catalogue._read.cache_info().currsize == 0


def test_neither_help_nor_misuse_imports_rich_or_pydantic_adapters():
    code = (
        "import sys, typer; from typer.main import get_command;"
        "from scalecheck.cli.speech import *; from scalecheck.model.text import Language;"
        "a = typer.Typer(cls=Group, add_completion=False); n = typer.Typer(cls=Group);"
        "a.command('assess', cls=Command)(lambda: None); a.add_typer(n, name='new');"
        "n.command('project', cls=Command)(lambda: None);"
        "c = get_command(a); dress(c, Language.FR); c(['--help'], standalone_mode=False);"
        "sys.exit(bool({'rich', 'typer._adapters', 'typer.rich_utils'} & set(sys.modules)))"
    )
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=source, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("argv", "environ", "chosen"),
    [
        ([], {}, FR),
        (["assess", "--lang", "en"], {"SCALECHECK_LANG": "fr"}, EN),
        (["--lang=en", "assess"], {}, EN),
        (["--lang", "en", "assess", "--lang", "fr"], {}, FR),
        (["--lang", "xx"], {"LANG": "en_CA.UTF-8"}, EN),
        (["--lang"], {"LANG": "en_CA"}, EN),
        (["assess", "--", "--lang", "en"], {}, FR),
        ([], {"SCALECHECK_LANG": "en", "LC_ALL": "fr_CA.UTF-8"}, EN),
        ([], {"SCALECHECK_LANG": "EN"}, EN),
        ([], {"LC_ALL": "en_CA@euro", "LANG": "fr_CA"}, EN),
        ([], {"LC_MESSAGES": "en", "LANG": "fr_CA"}, EN),
        ([], {"LANG": "C"}, FR),
        ([], {"LANG": "C.UTF-8"}, FR),
        ([], {"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, EN),
        ([], {"LANG": "es_ES.UTF-8"}, FR),
        ([], {"LC_ALL": "", "LANG": "english"}, FR),
    ],
)
def test_the_language_is_the_first_that_is_said(argv, environ, chosen):
    assert choose_language(argv, environ) is chosen
