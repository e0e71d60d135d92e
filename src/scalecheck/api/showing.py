"""Show results, reasons, rubrics and findings, in the reader's language."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from scalecheck.api.assessing import Run
from scalecheck.api.loading import load_rubric, shelf, slug, version
from scalecheck.api.past import read_past
from scalecheck.errors import SourceError, UnknownName
from scalecheck.model.assessment import Assessment
from scalecheck.model.diagnostic import Diagnostic
from scalecheck.model.language import Language
from scalecheck.report.provenance import Provenance
from scalecheck.source.files import read_bytes

HEADLINE = ("niveau", "level")  # how a reader names the headline
FORMATS = ("terminal", "markdown", "html", "json")


def render(
    assessment: Assessment,
    format: str,  # the word that users know
    *,
    language: Language | str = Language.FR,
    provenance: Provenance | None = None,
    width: int = 100,
    plain: bool = False,
    colour: bool = False,
) -> str:
    """Render an assessment: `terminal`, `markdown`, `html` or `json`.

    Args:
        assessment: the result.
        format: one of the four; only the first reads the last three arguments.
        language: of the report; JSON has none.
        provenance: where the result comes from, told in the report.
        width: of a terminal, in characters.
        plain: neither colours nor drawn lines.
        colour: ANSI colours.

    Raises:
        UnknownName: no such format.
    """
    if format not in FORMATS:
        raise UnknownName("format", format, FORMATS)
    source = provenance or Provenance(version(), "", "", "", "")
    if format == "json":
        from scalecheck.report.result import render_json

        return render_json(assessment, source)
    from scalecheck.report.render import render as lay_out

    return lay_out(
        assessment,
        format,
        Language(language),
        history=read_past(assessment),
        provenance=source,
        width=width,
        plain=plain,
        colour=colour,
    )


def explain(
    run: Run,
    node: str | None = None,
    *,
    language: Language | str = Language.FR,
    plain: bool = True,
) -> str:
    """Say why: for the level, or for any node, down to the answers and their lines.

    Raises:
        UnknownName: the rubric has no such node.
    """
    from scalecheck.report.explanation import explain as word
    from scalecheck.report.explanation import render_explanation

    def locate(path: tuple[str | int, ...]) -> str:
        span = run.opened.document.locate(path)
        return f"{run.opened.file}:{span.line}:{span.column}" if span else run.opened.file

    asked = None if node in HEADLINE else node
    found = word(run.assessment, asked, Language(language), locate)
    return render_explanation(found, plain=plain)


def next_steps(
    assessment: Assessment, *, language: Language | str = Language.FR, plain: bool = True
) -> str:
    """Say what is left to do for the next level, and what to ask first."""
    from scalecheck.report.advice import next_view, render_next

    return render_next(next_view(assessment, Language(language)), plain=plain)


def describe(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, str],
    *,
    language: Language | str = Language.FR,
    plain: bool = True,
) -> str:
    """Word findings for a person: what, where with the line quoted, how to fix.

    Args:
        diagnostics: what was found.
        texts: the text of each file by its name; a file that is missing here is read.
        language: in which to say it.
        plain: without colour.
    """
    from scalecheck.report.findings.text import render_text

    known = {d.file: texts.get(d.file) or _text_of(d.file) for d in diagnostics}
    return render_text(diagnostics, Language(language), known, colour=not plain)


def _text_of(file: str) -> str:

    try:
        return read_bytes(Path(file)).decode("utf-8-sig", "replace")
    except SourceError:
        return ""


def list_rubrics(
    folders: Sequence[str | Path] = (), *, language: Language | str = Language.FR
) -> str:
    """List the rubrics that can be named, with where each comes from."""
    from scalecheck.report.rubric_view import render_list

    place = shelf(folders)
    rows = []
    for name, _ in place.list():
        shelved = place.find(name)
        rows.append((name, shelved.rubric.version, shelved.rubric.title, shelved.origin))
    return render_list(rows, Language(language))


def show_rubric(
    name: str,
    criterion: str | None = None,
    *,
    folders: Sequence[str | Path] = (),
    language: Language | str = Language.FR,
) -> str:
    """Show a rubric, or one of its criteria with its anchors and advice."""
    from scalecheck.report.rubric_view import render_rubric

    return render_rubric(load_rubric(name, folders=folders), Language(language), criterion)


def show_coalitions(
    name: str, *, folders: Sequence[str | Path] = (), language: Language | str = Language.FR
) -> str:
    """Say which sets of criteria suffice for each level, and which block it."""
    from scalecheck.lint.coalitions import read_coalitions
    from scalecheck.report.coalitions_view import render_coalitions

    rubric = load_rubric(name, folders=folders)
    return render_coalitions(rubric, read_coalitions(rubric), Language(language))


def schema(kind: str) -> str:
    """Give the JSON Schema of a kind of document: `rubric`, `project` or `rubric-test`."""
    from scalecheck.model.schema import json_schema
    from scalecheck.report.schema_words import say_schema

    return json.dumps(say_schema(json_schema(kind)), ensure_ascii=False, indent=2) + "\n"


def new_project(
    rubric: str,
    name: str,
    day: str,
    *,
    folders: Sequence[str | Path] = (),
    language: Language | str = Language.FR,
) -> str:
    """Write a commented project descriptor that already validates, one question a criterion."""
    from scalecheck.forms.scaffold import new_project as lay_out

    return lay_out(load_rubric(rubric, folders=folders), Language(language), slug(name), day)


def new_rubric(
    name: str,
    *,
    language: Language | str = Language.FR,
    copy_of: str | None = None,
    folders: Sequence[str | Path] = (),
) -> str:
    """Write a rubric that already validates: a small commented one, or a copy under a new id.

    Args:
        name: what the file is called; its id is made of it.
        language: that of the comments of the small one.
        copy_of: the id or the path of a rubric to copy, its comments included.
        folders: where that rubric is looked for first.

    Raises:
        UnknownName, AmbiguousRubric, SourceError: the rubric to copy cannot be had.
    """
    if copy_of is None:
        from scalecheck.forms.scaffold import new_rubric as lay_out

        return lay_out(Language(language), slug(name))
    from scalecheck.source.stretch import offsets

    document = shelf(folders).find(copy_of).document()
    span = document.locate(("id",))
    first, last = offsets(document.text, span) if span else (0, 0)
    return f"{document.text[:first]}{slug(name)}{document.text[last:]}"
