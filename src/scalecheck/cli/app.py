"""Put the commands together, run one, and turn what happened into an exit code: here only."""

import errno
import os
import sys
from collections.abc import Callable, Sequence

import typer
from typer._click import ClickException
from typer.main import get_command

from scalecheck.cli.commands import (
    assess,
    check,
    explain,
    form,
    fund,
    interview,
    new,
    portfolio,
    portfolio_made,
    report,
    rubric_life,
    rubrics,
    rules,
    verify,
)
from scalecheck.cli.console import Session, prepare_streams, tell
from scalecheck.cli.exits import Exit
from scalecheck.cli.language_choice import choose_language
from scalecheck.cli.options import Debug, Lang
from scalecheck.cli.speech import Command, Group, dress
from scalecheck.errors import ScalecheckError
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language


def root(
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Hold the options that may come before a command."""


def group(lang: Lang = None) -> None:
    """Hold the option that may come before a command of a group."""


Commands = Sequence[tuple[str, Callable[..., None]]]

COMMANDS: Commands = (
    ("assess", assess.assess),
    ("explain", explain.explain),
    ("next", explain.next_steps),
    ("report", report.report),
    ("interview", interview.interview),
    ("check", check.check),
    ("rules", rules.rules),
    ("verify", verify.verify),
)
RUBRICS: Commands = (
    ("list", rubrics.show_list),
    ("show", rubrics.show),
    ("schema", rubrics.schema),
    ("test", rubrics.test),
    ("diff", rubric_life.diff),
    ("upgrade", rubric_life.upgrade),
    ("impact", rubric_life.impact),
)
FORM: Commands = (
    ("xlsx", form.xlsx),
    ("html", form.html),
    ("xlsform", form.xlsform),
    ("markdown", form.markdown),
    ("import", form.import_),
)
PORTFOLIO: Commands = (
    ("score", portfolio.score),
    ("template", portfolio.template),
    ("generate", portfolio_made.generate),
    ("report", fund.report),
    ("balance", fund.balance),
    ("overlaps", fund.overlaps),
    ("cohorts", fund.cohorts),
)
NEW: Commands = (("project", new.project), ("rubric", new.rubric))


def build() -> typer.Typer:
    """Build the tree of commands, without a word in it."""
    app = _group(COMMANDS, root)
    app.add_typer(_group(RUBRICS, group), name="rubrics", cls=Group)
    app.add_typer(_group(FORM, group), name="form", cls=Group)
    app.add_typer(_group(PORTFOLIO, group), name="portfolio", cls=Group)
    app.add_typer(_group(NEW, group), name="new", cls=Group)
    return app


def _group(commands: Commands, callback: Callable[..., None]) -> typer.Typer:
    app = typer.Typer(cls=Group, add_completion=False, no_args_is_help=True, callback=callback)
    for name, command in commands:
        app.command(name, cls=Command)(command)
    return app


def run(argv: Sequence[str]) -> int:
    """Run a command line, and say how it ended."""
    prepare_streams()
    language = choose_language(argv, os.environ)
    try:
        return _report(list(argv), language)
    except Exception as error:
        if "--debug" in argv:
            raise
        from scalecheck.cli.failures import describe_bug

        tell(describe_bug(error, language))
        return Exit.OUR_BUG


def _report(argv: list[str], language: Language) -> int:
    """Run, and turn what was refused on purpose into words and a code."""
    try:
        return _run(argv, language)
    except ScalecheckError as error:
        from scalecheck.cli.failures import describe_failure, exit_of

        tell(describe_failure(error, language))
        return exit_of(error)
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe left; nothing is wrong, and there is nobody to tell.
        _silence()
        return Exit.DONE
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        _silence()
        tell(say("error.no-room", language))
        return Exit.UNUSABLE


def _silence() -> None:
    """Send what is still to be printed nowhere, so that the interpreter does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(argv: list[str], language: Language) -> int:
    command = get_command(build())
    dress(command, language)
    try:
        ended = command(argv, prog_name="scalecheck", standalone_mode=False, obj=Session(language))
    except ClickException as error:
        from scalecheck.cli.misuse import describe_misuse

        tell(describe_misuse(error, language))
        return Exit.MISUSE
    return ended if isinstance(ended, int) else Exit.DONE
