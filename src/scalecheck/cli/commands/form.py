"""`scalecheck form`: the forms that people fill in, and what comes back in them."""

import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, is_plain, tell
from scalecheck.cli.exits import Exit
from scalecheck.cli.handing import hand_over
from scalecheck.cli.progress import track
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language


class FormLanguage(StrEnum):
    """The languages of a form; `both` puts the two in one."""

    FR = "fr"
    EN = "en"
    BOTH = "both"


ProjectFile = Annotated[Path | None, typer.Option("--project", "-p")]
FormLang = Annotated[FormLanguage | None, typer.Option("--lang", "-l")]
FormDate = Annotated[str | None, typer.Option("--date")]
Blank = Annotated[bool, typer.Option("--blank")]


def _maker(channel: str) -> Callable[..., None]:
    """Make the command of one channel; all take the same."""

    def make(
        context: typer.Context,
        rubric: options.RubricName = None,
        project: ProjectFile = None,
        output: options.OutputFile = None,
        lang: FormLang = None,
        date: FormDate = None,
        blank: Blank = False,
        rubrics: options.RubricFolders = [],  # noqa: B006
        force: options.Force = False,
    ) -> None:
        asked = rubric, project, date, blank, rubrics
        _make(context, channel, asked, lang, (output, force))

    return make


xlsx, html, xlsform, markdown = map(_maker, ("xlsx", "html", "xlsform", "markdown"))


Asked = tuple[str | None, Path | None, str | None, bool, list[Path]]


def _make(
    context: typer.Context,
    channel: str,
    asked: Asked,
    lang: FormLanguage | None,
    into: tuple[Path | None, bool],
) -> None:
    session: Session = context.obj
    rubric, project, date, blank, rubrics = asked
    if rubric is None and project is None:
        tell(say("forms.cli.no-rubric", session.language))
        raise typer.Exit(Exit.MISUSE)
    made = scalecheck.make_form(
        channel,
        rubric,
        project,
        languages=_languages(lang, session.language),
        options=scalecheck.FormOptions(date, blank),
        folders=folders(rubrics),
    )
    raise typer.Exit(_hand_over(made, *into, session.language))


def _languages(lang: FormLanguage | None, spoken: Language) -> tuple[Language, ...]:
    if lang is FormLanguage.BOTH:
        return tuple(sorted(Language, key=lambda language: language is not spoken))
    return (Language(lang.value) if lang else spoken,)


def _hand_over(
    form: "scalecheck.Form", output: Path | None, force: bool, language: Language
) -> int:
    """Write a form where it was asked for, into a folder under its own name, or on the screen."""
    if output is None or str(output) == "-":
        if sys.stdout.isatty() and not form.is_text:
            tell(say("pages.cli.not-on-screen", language, name=form.name))
            return Exit.MISUSE
        sys.stdout.buffer.write(form.content)
        sys.stdout.flush()
        return Exit.DONE
    return hand_over([form], output, force, language)


def import_(
    context: typer.Context,
    forms: Annotated[list[Path], typer.Argument()],
    into: Annotated[Path, typer.Option("--into")],
    rubric: options.RubricName = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    lang: options.Lang = None,
    plain: options.Plain = False,
) -> None:
    language = lang or context.obj.language
    if not _is_folder(into):
        tell(say("forms.cli.no-folder", language, path=str(into)))
        raise typer.Exit(Exit.MISUSE)
    files = list(_files(forms))
    if not files:
        tell(say("forms.cli.no-file", language))
        raise typer.Exit(Exit.UNUSABLE)
    places = folders(rubrics)
    results = scalecheck.import_forms(files, into, rubric=rubric, folders=places, dry_run=dry_run)
    found: list[scalecheck.Imported] = []
    with track(len(files), say("forms.cli.reading", language), lambda: len(found)):
        for one in results:
            found.append(one)
            _tell_one(one, plain, dry_run, language)
    _tell_total(found, len(files), "due" if dry_run else "taken", language)
    raise typer.Exit(_code(found))


def _is_folder(path: Path) -> bool:
    """Tell a folder; what may not be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _files(given: Sequence[Path]) -> Iterator[Path]:
    """The files given, and those of the folders given; what begins with a dot is passed over."""
    for path in given:
        yield from _inside(path) if _is_folder(path) else (path,)


def _inside(folder: Path) -> tuple[Path, ...]:
    """The files of a folder; the folder itself where it does not open, to be refused by name."""
    try:
        inside = sorted(one for one in folder.iterdir() if one.is_file())
    except OSError:
        return (folder,)
    return tuple(one for one in inside if not one.name.startswith((".", "~")))


def _printable(text: str) -> str:
    """Show by its number what a terminal would obey: the name of a file is a stranger's too."""
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else ascii(c)[1:-1] for c in text)


def _tell_one(one: "scalecheck.Imported", plain: bool, dry_run: bool, language: Language) -> None:
    """Say what became of a sheet: a line, then what a person should look at."""
    will = "would" if dry_run else "done"
    file, project = _printable(one.file), _printable(one.project)
    fate = say(f"forms.cli.{will}.{one.fate}", language, file=file, project=project)
    tell(fate)
    if one.diagnostics:
        tell(scalecheck.describe(one.diagnostics, {}, language=language, plain=is_plain(plain)))
    for pasted in (dict(found.facts).get("text") for found in one.diagnostics):
        if pasted:
            tell(pasted)
    for key, names in (
        ("kept", one.kept),
        ("joined", one.joined),
        ("unconfirmed", one.unconfirmed),
        ("renamed", one.renamed),
    ):
        if names:
            said = say(f"forms.cli.{key}", language, count=len(names), names=", ".join(names))
            tell(f"  {said}")


def _tell_total(
    found: "Sequence[scalecheck.Imported]", files: int, fate: str, language: Language
) -> None:
    refused = sum(one.fate == "refused" for one in found)
    taken = len(found) - refused
    parts = (
        say("forms.cli.total.files", language, count=files),
        say(f"forms.cli.total.{fate}", language, count=taken),
        say("forms.cli.total.refused", language, count=refused),
    )
    tell(say("forms.cli.total.all", language, files=parts[0], taken=parts[1], refused=parts[2]))


def _code(found: "Sequence[scalecheck.Imported]") -> int:
    """Done; done but some were refused; or none could be taken."""
    refused = sum(one.fate == "refused" for one in found)
    if not refused:
        return Exit.DONE
    return Exit.NO if refused < len(found) else Exit.UNUSABLE
