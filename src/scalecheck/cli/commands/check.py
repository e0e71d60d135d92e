"""`scalecheck check`: every problem of every file, each on its line."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, is_plain, keep, tell, terminal_width, write
from scalecheck.cli.exits import Exit
from scalecheck.language.catalogue import say
from scalecheck.model.diagnostic import Severity
from scalecheck.model.language import Language

STDIN = Path("-")
MOST_STDIN = 4_000_000
_WORST_FIRST = tuple(Severity)


class FindingsFormat(StrEnum):
    """The forms in which findings are shown."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


def check(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument()],
    form: Annotated[FindingsFormat, typer.Option("--format", "-f")] = FindingsFormat.TEXT,
    output: options.OutputFile = None,
    force: options.Force = False,
    select: Annotated[list[str], typer.Option("--select")] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option("--ignore")] = [],  # noqa: B006
    severity: Annotated[Severity, typer.Option("--severity")] = Severity.ERROR,
    max_warnings: Annotated[int | None, typer.Option("--max-warnings", min=0)] = None,
    baseline: Annotated[Path | None, typer.Option("--baseline")] = None,
    write_baseline: Annotated[Path | None, typer.Option("--write-baseline")] = None,
    against: Annotated[Path | None, typer.Option("--against")] = None,
    fix: Annotated[bool, typer.Option("--fix")] = False,
    diff: Annotated[bool, typer.Option("--diff")] = False,
    stdin_name: Annotated[str, typer.Option("--stdin-name")] = "stdin.yaml",
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
    no_cache: options.NoCache = False,
) -> None:
    session: Session = context.obj
    language = lang or session.language
    look = partial(
        scalecheck.check_paths,
        [path for path in paths if path != STDIN],
        folders=folders(rubrics),
        cache=not no_cache,
        select=select,
        ignore=ignore,
        against=against,
        contents={stdin_name: _read_stdin()} if STDIN in paths else {},
    )
    keep(output, write_baseline, force=force)
    checked = look()
    if diff or fix:
        plans = scalecheck.plan_repairs(checked, folders=folders(rubrics))
        if diff:
            raise typer.Exit(_show_repairs(plans, output, force=force))
        if STDIN in paths:
            _give_back(checked[-1], plans, output, force=force)
            raise typer.Exit(judge(checked, severity, max_warnings))
        _write_repairs(plans, language)
        checked = look()
    if write_baseline is not None:
        write(scalecheck.write_baseline(checked), write_baseline, force=force)
    told, gone = scalecheck.compare_with_baseline(checked, baseline or write_baseline)
    shown = scalecheck.render_findings(
        told,
        form.value,
        language=language,
        colour=output is None and not is_plain(plain),
        width=terminal_width(),
    )
    if form is FindingsFormat.TEXT and output is None and not any(f.diagnostics for f in told):
        tell(shown if told else say("check.nothing", language))
    else:
        write(shown, output, force=force)
    if gone:
        tell(say("check.gone", language, count=gone))
    raise typer.Exit(judge(told, severity, max_warnings))


def _read_stdin() -> bytes:
    """Read what is piped in, a little more than is accepted: too much is then told as such."""
    return sys.stdin.buffer.read(MOST_STDIN)


def _show_repairs(
    plans: "Sequence[scalecheck.FileRepair]", output: Path | None, *, force: bool
) -> Exit:
    """Show what `--fix` would change; the answer is no where it would change something."""
    patch = scalecheck.show_repairs(plans)
    if patch:
        write(patch, output, force=force)
    return Exit.NO if patch else Exit.DONE


def _give_back(
    piped: "scalecheck.Checked",
    plans: "Sequence[scalecheck.FileRepair]",
    output: Path | None,
    *,
    force: bool,
) -> None:
    """Give back what was piped in, repaired; no file of that name is touched."""
    repaired = {plan.path: plan.after for plan in plans}
    write(repaired.get(piped.path, piped.text), output, force=force)


def _write_repairs(plans: "Sequence[scalecheck.FileRepair]", language: Language) -> None:
    from scalecheck.cli.failures import describe_failure

    written = scalecheck.write_repairs(plans)
    tell(say("check.repaired", language, count=written.made))
    for refusal in written.refused:
        tell(describe_failure(refusal, language))


def judge(
    files: "Sequence[scalecheck.Checked]", severity: Severity, max_warnings: int | None
) -> Exit:
    """The answer of a check: unreadable, no, or done."""
    if not files or not all(file.readable for file in files):
        return Exit.UNUSABLE
    found = [finding.severity for file in files for finding in file.diagnostics]
    refused = _WORST_FIRST[: _WORST_FIRST.index(severity) + 1]
    too_many = max_warnings is not None and found.count(Severity.WARNING) > max_warnings
    return Exit.NO if too_many or any(one in refused for one in found) else Exit.DONE
