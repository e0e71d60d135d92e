"""Findings and the rules behind them: show them, know them again, repair what is safe to repair."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from scalecheck.api.loading import shelf, version
from scalecheck.errors import UnknownName
from scalecheck.lint.baseline import Baseline, Compared, compare, read_baseline
from scalecheck.lint.baseline import write_baseline as lay_down
from scalecheck.lint.check import Checked, Job, check_bytes
from scalecheck.lint.examples import Examples, read_examples
from scalecheck.lint.finder import Finder
from scalecheck.lint.repairing import FileRepair, Written, repair_files, show_difference
from scalecheck.lint.repairing import write_repairs as write_all
from scalecheck.lint.rules import RULES
from scalecheck.model.findings import FileFindings, RuleInfo
from scalecheck.model.language import Language
from scalecheck.source.files import read_bytes

INFOS = tuple(RuleInfo(r.code, r.severity, str(r.topic), r.is_fixable) for r in RULES)


def render_findings(
    checked: Iterable[Checked],
    format: str = "text",  # the word that users know
    *,
    language: Language | str = Language.FR,
    colour: bool = False,
    width: int = 100,
) -> str:
    """Show what a check found: `text`, `json`, `sarif`, `github`, `gitlab` or `junit`.

    Args:
        checked: what `check_paths` returned.
        format: one of the six; only `text` reads the last two arguments.
        language: of the words; JSON holds both.
        colour: ANSI colours.
        width: of a terminal, in characters.

    Raises:
        UnknownName: no such format.
    """
    from scalecheck.report.findings import FORMATS
    from scalecheck.report.findings import render_findings as lay_out

    if format not in FORMATS:
        raise UnknownName("format", format, tuple(FORMATS))
    return lay_out(
        tuple(map(_to_show, checked)),
        format,
        language=Language(language),
        rules=INFOS,
        tool_version=version(),
        colour=colour,
        width=width,
    )


def _to_show(file: Checked) -> FileFindings:
    aside = len(file.waived), len(file.known)
    name = _from_here(file.path)
    told = tuple(finding._replace(file=name) for finding in file.diagnostics)
    return FileFindings(name, file.text, told, *aside, file.readable)


def _from_here(path: Path) -> str:
    """Name a file from the current folder, as those who read annotations know it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def compare_with_baseline(checked: Iterable[Checked], baseline: str | Path | None) -> Compared:
    """Set aside the findings that a baseline names; without a baseline, none.

    Raises:
        UnreadableSource: the file cannot be read, or is no baseline.
    """
    if baseline is None:
        return compare(checked, Baseline({}))
    return compare(checked, read_baseline(read_bytes(Path(baseline)), str(baseline)))


def write_baseline(checked: Iterable[Checked]) -> str:
    """Write the baseline in which every finding of the rules is known: the text of its file."""
    return lay_down(checked)


def plan_repairs(
    checked: Iterable[Checked], *, folders: Sequence[str | Path] = ()
) -> tuple[FileRepair, ...]:
    """Plan the safe repairs of what was checked; nothing is written.

    Args:
        checked: what `check_paths` returned.
        folders: where rubrics are looked for first.

    Returns:
        One plan a file where something can be repaired, or could not be without changing more.
    """
    job = Job(Finder(shelf(folders)))
    return repair_files(checked, lambda path, data: check_bytes(path, data, job))


def show_repairs(plans: Iterable[FileRepair]) -> str:
    """Show planned repairs as a unified diff; empty where no file would change."""
    return show_difference(plans)


def write_repairs(plans: Iterable[FileRepair]) -> Written:
    """Write the files that planned repairs change, each whole or not at all.

    Returns:
        How many repairs were written, and the refusals: a link, a file that changed meanwhile or
        is there no more, or what the system said. One refusal stops no other file.
    """
    return write_all(plans)


def list_rules(
    topic: str | None = None, *, language: Language | str = Language.FR, width: int = 92
) -> str:
    """Show the catalogue of rules, or those of one topic."""
    from scalecheck.report.findings.catalogue import render_catalogue

    chosen = [info for info in INFOS if topic in (None, info.topic)]
    return render_catalogue(chosen, Language(language), width)


def explain_rule(code: str, *, language: Language | str = Language.FR) -> str:
    """Explain one rule: why it is there, an example to correct and the same corrected.

    What keeps a file from being used (an unknown key, say) is explained under its code as well;
    a topic gives the list of its rules.

    Raises:
        UnknownName: no rule, no topic and no problem is called so.
    """
    if any(info.topic == code for info in INFOS):
        return list_rules(code, language=language)
    from scalecheck.report.findings.catalogue import problem_codes, render_rule

    found = next((info for info in INFOS if info.code == code), None)
    if found is None and code not in problem_codes():
        raise UnknownName("rule", code, sorted((*problem_codes(), *(i.code for i in INFOS))))
    examples = read_examples(code) if found else Examples("", "")
    return render_rule(code, found, Language(language), *examples)
