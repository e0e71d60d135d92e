"""Compare two editions of a rubric, and foresee what the new one does to a portfolio."""

from collections.abc import Sequence
from os.path import relpath
from pathlib import Path

from scalecheck.api.loading import load_rubric, load_vocabularies
from scalecheck.api.upgrading import read_ways
from scalecheck.errors import InvalidDocument, ScalecheckError, UnknownName
from scalecheck.lint.life.convert import Editions
from scalecheck.lint.life.diff import diff_rubrics as compare
from scalecheck.lint.life.draft import draft_upgrade
from scalecheck.lint.life.editions import edition_names, is_edition
from scalecheck.lint.life.impact import find_impact as judge
from scalecheck.lint.life.ways import ways_by_name
from scalecheck.lint.search import files_in
from scalecheck.model.diagnostic import problem
from scalecheck.model.language import Language
from scalecheck.model.nodes import nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import RubricDiff
from scalecheck.model.rubric_impact import Impact
from scalecheck.model.upgrade import RubricEdition, Upgrade
from scalecheck.source.document import Document
from scalecheck.source.files import is_folder, read_bytes
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import load
from scalecheck.source.shelf import is_path

DIFF_FORMATS = ("terminal", "markdown", "json", "upgrade")
IMPACT_FORMATS = ("terminal", "markdown", "json")


def diff_rubrics(old: Rubric, new: Rubric) -> RubricDiff:
    """Compare two editions of a rubric: what changed in meaning, level by level, and in words."""
    return compare(old, new)


def render_diff(
    old: Rubric,
    new: Rubric,
    diff: RubricDiff,
    format: str = "terminal",
    *,
    language: Language | str = Language.FR,
) -> str:
    """Show a difference: `terminal`, `markdown`, `json`, or `upgrade`, the draft of a table.

    Raises:
        UnknownName: no such format.
    """
    if format not in DIFF_FORMATS:
        raise UnknownName("format", format, DIFF_FORMATS)
    if format == "json":
        from scalecheck.report.values import write_json

        return write_json("scalecheck/rubric-diff@1", diff)
    if format == "upgrade":
        from scalecheck.report.life.draft import TableEnd, render_draft

        drafted = draft_upgrade(old, new)
        return render_draft(TableEnd(old), TableEnd(new), drafted, Language(language))
    from scalecheck.report.life.diff_words import render_diff as lay_out

    return lay_out(old, new, diff, format, Language(language))


def draft_table(
    old: str | Path,
    new: str | Path,
    folder: str | Path = ".",
    *,
    folders: Sequence[str | Path] = (),
    language: Language | str = Language.FR,
) -> str:
    """Draft the upgrade table between two rubrics; it names the files that it would not find.

    Args:
        old: the edition in use: its id or its path.
        new: the one that would replace it.
        folder: where the table will stand.
        folders: where rubrics are looked for first.
        language: that of the comments.

    Raises:
        UnknownName, AmbiguousRubric, SourceError: see `load_rubric`.
    """
    from scalecheck.report.life.draft import TableEnd, render_draft

    rubrics = [load_rubric(name, folders=folders) for name in (old, new)]
    ends = [
        TableEnd(rubric, _name_file(rubric, str(name), Path(folder)))
        for rubric, name in zip(rubrics, (old, new), strict=True)
    ]
    return render_draft(ends[0], ends[1], draft_upgrade(*rubrics), Language(language))


def _name_file(rubric: Rubric, name: str, folder: Path) -> str | None:
    """The path from a folder to a rubric that was named by its path; None where it is found."""
    if not is_path(name) or _is_found(rubric, folder):
        return None
    path, start = Path(name).resolve(), folder.resolve()
    try:
        return Path(relpath(path, start)).as_posix()
    except ValueError:  # on another drive
        return path.as_posix()


def _is_found(rubric: Rubric, folder: Path) -> bool:
    """Tell whether a table of a folder finds a rubric by itself, and no other in its place."""
    edition = RubricEdition.model_construct(rubric=rubric.id, version=rubric.version, file=None)
    for name in edition_names(edition, folder):
        try:
            found = load_rubric(name, folders=(folder,))
        except UnknownName:
            continue
        except ScalecheckError:
            return False
        if is_edition(found, edition):
            return found == rubric
    return False


def find_impact(
    old: Rubric, new: Rubric, portfolio: str | Path, *, table: str | Path | None = None
) -> Impact:
    """Assess every project of a folder under two editions, and tell who changes level.

    Args:
        old: the edition in use.
        new: the one that would replace it.
        portfolio: a folder of project files, or one file.
        table: the upgrade table between the two; without one, answers are kept under the same ids.

    Raises:
        SourceError: the table is not valid, or is not one between these editions; or nothing
            stands where the portfolio should.
    """
    if table is None:
        editions = Editions(nodes_of(old), nodes_of(new), ways_by_name(old, new))
    else:
        loaded = load(Path(table), kind_named("upgrade"))
        _check_table(loaded.value, loaded.document, old, new)
        editions = read_ways(loaded.value, loaded.document, old, new)
    if not is_folder(Path(portfolio)):
        read_bytes(Path(portfolio))
    files = tuple(files_in(Path(portfolio)))
    return judge(editions, files, load_vocabularies(), has_table=table is not None)


def _check_table(upgrade: Upgrade, document: Document, old: Rubric, new: Rubric) -> None:
    for side, edition, rubric in (("from", upgrade.from_, old), ("to", upgrade.to, new)):
        if not is_edition(rubric, edition):
            name, version = rubric.id, rubric.version
            found = problem(
                "upgrade-other-edition", (side,), at_key=True, name=name, version=version
            )
            raise InvalidDocument([document.diagnose(found)])


def render_impact(
    old: Rubric,
    new: Rubric,
    impact: Impact,
    format: str = "terminal",
    *,
    language: Language | str = Language.FR,
) -> str:
    """Show an impact: `terminal`, `markdown` or `json`.

    Raises:
        UnknownName: no such format.
    """
    if format not in IMPACT_FORMATS:
        raise UnknownName("format", format, IMPACT_FORMATS)
    if format == "json":
        from scalecheck.report.values import write_json

        return write_json("scalecheck/impact@1", impact)
    from scalecheck.report.life.impact_words import render_impact as lay_out

    return lay_out(old, new, impact, format, Language(language))
