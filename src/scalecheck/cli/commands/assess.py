"""`scalecheck assess`: one project, one report."""

import typer

import scalecheck
from scalecheck.cli import options
from scalecheck.cli.console import Session, folders, is_plain, terminal_width, write


def assess(
    context: typer.Context,
    project: options.ProjectFile,
    rubric: options.RubricName = None,
    format: options.FormatName = options.Format.TERMINAL,
    output: options.OutputFile = None,
    as_of: options.AsOf = None,
    rubrics: options.RubricFolders = [],  # noqa: B006
    lang: options.Lang = None,
    plain: options.Plain = False,
    no_cache: options.NoCache = False,
    force: options.Force = False,
) -> None:
    session: Session = context.obj
    run = scalecheck.assess_files(
        project, rubric, folders=folders(rubrics), as_of=as_of, cache=not no_cache
    )
    text = scalecheck.render(
        run.assessment,
        format.value,
        language=lang or session.language,
        provenance=run.provenance,
        width=terminal_width(),
        plain=is_plain(plain) or output is not None,
        colour=not is_plain(plain),
    )
    write(text, output, force=force)
