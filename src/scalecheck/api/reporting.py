"""Reports to hand in: kinds, formats and languages of one assessment, as files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.assessing import Run
from scalecheck.api.loading import shelf, version
from scalecheck.api.past import read_past
from scalecheck.errors import UnknownName, UnusableReference
from scalecheck.model.assessment import Assessment
from scalecheck.model.language import Language
from scalecheck.report.foreign import foreign_texts
from scalecheck.report.kinds import Material, Privacy, build_card, build_pages
from scalecheck.report.page import Page, PageKind, Paper, Printing
from scalecheck.report.privacy import redact, redact_provenance
from scalecheck.report.provenance import Provenance
from scalecheck.report.result import render_json
from scalecheck.report.writers import WRITERS
from scalecheck.source.files import read_bytes

Edition = tuple[Language, ...]  # one language, or two in one document
RESULT = "json"  # a format that is no layout: the machine result


class Report(NamedTuple):
    """One document, ready to be written: the name of its file, and its bytes.

    `foreign` lists the texts that are in another language than theirs for want of words, where
    `ReportOptions.strict_lang` asks for them: a caller that accepts none writes nothing.
    """

    name: str
    content: bytes
    is_text: bool
    foreign: tuple[str, ...] = ()


class ReportOptions(NamedTuple):
    """How reports are made.

    `redact` puts neutral labels in the place of names; `smallest` is the smallest count of people
    or places that is printed as it is; `paper` is `letter` or `a4`; `reference` a Word document
    whose styles are taken; `template` a Jinja template, or a folder of them, used in the place of
    the layouts; the next three are for a terminal; `strict_lang` lists in each report what it says
    in another language than its own.
    """

    redact: bool = False
    smallest: int = 5
    paper: str = "letter"
    reference: Path | None = None
    template: Path | None = None
    width: int = 100
    plain: bool = True
    colour: bool = False
    strict_lang: bool = False


def make_reports(
    run: Run,
    kinds: Sequence[str] = ("project",),
    formats: Sequence[str] = ("html",),
    editions: Sequence[Edition] = ((Language.FR,),),
    options: ReportOptions | None = None,
) -> Iterator[Report]:
    """Make every report asked for, one at a time: each kind in each format in each edition.

    Args:
        run: the assessment.
        kinds: `project`, `page`, `setting` (a document for each), `progress`, `card`, `evidence`.
        formats: `html`, `pdf`, `docx`, `xlsx`, `markdown`, `terminal`, or `json`: the machine
            result, one whatever the kinds and the languages.
        editions: each in one language, or in two in one document.
        options: privacy, paper, house style, own templates.

    Raises:
        UnknownName: no such kind, format or paper.
        MissingExtra: a format needs an optional part that is not installed.
        SourceError, UnusableReference: a template or a house style cannot be used.
    """
    chosen = options or ReportOptions()
    found, source = _told(run, chosen)
    result = render_json(found, source)
    if RESULT in formats:
        yield Report(f"{found.project.id}-result.json", result.encode(), True)
    printing = _printing(result, chosen)
    history = read_past(run.assessment)
    for kind in kinds:
        wanted = PageKind(_known("report", kind, PageKind))
        for edition in editions:
            material = (_material(run, history, language, chosen) for language in edition)
            each = [build_pages(wanted, one) for one in material]
            for pages in zip(*each, strict=True):
                yield from _lay_out(pages, formats, printing, chosen)


def make_card(
    rubric: str,
    formats: Sequence[str] = ("html",),
    editions: Sequence[Edition] = ((Language.FR,),),
    options: ReportOptions | None = None,
    *,
    folders: Sequence[str | Path] = (),
) -> Iterator[Report]:
    """Make the card of a rubric, which needs no project.

    Raises:
        UnknownName, AmbiguousRubric, SourceError: the rubric cannot be had.
        UnknownName: no such format; `json`, the result of a project, is none here.
        MissingExtra: a format needs an optional part that is not installed.
    """
    chosen = options or ReportOptions()
    for name in formats:
        _known("format", name, WRITERS)
    shelved = shelf(folders).find(rubric)
    source = Provenance(version(), shelved.sha256, shelved.origin, "", "")
    for edition in editions:
        pages = [build_card(shelved.rubric, language, source) for language in edition]
        yield from _lay_out(pages, formats, _printing("", chosen), chosen)


def _known(kind: str, name: str, choices: Iterable[str]) -> str:
    known = tuple(choices)
    if name not in known:
        raise UnknownName(kind, name, known)
    return name


def _told(run: Run, options: ReportOptions) -> tuple[Assessment, Provenance]:
    """The assessment and its inputs, behind neutral labels where they are asked for."""
    if not options.redact:
        return run.assessment, run.provenance
    (found,) = redact((run.assessment,))
    return found, redact_provenance(run.provenance) or run.provenance


def _material(
    run: Run, history: tuple[Assessment, ...], language: Language, options: ReportOptions
) -> Material:
    privacy = Privacy(options.redact, options.smallest)
    return Material(run.assessment, language, history, run.provenance, privacy)


def _printing(result: str, options: ReportOptions) -> Printing:
    reference = read_bytes(options.reference) if options.reference else None
    paper = Paper(_known("paper", options.paper, Paper))
    look = (options.width, options.plain, options.colour)
    return Printing(paper, result, reference, *look)


def _lay_out(
    pages: Sequence[Page], formats: Sequence[str], printing: Printing, options: ReportOptions
) -> Iterator[Report]:
    stem = _name(pages)
    foreign = foreign_texts(pages) if options.strict_lang else ()
    if options.template is not None:
        filled = (_fill(page, printing, options.template) for page in pages)
        yield from (one._replace(foreign=foreign) for one in filled)
        return
    for name in formats:
        if name == RESULT:
            continue
        writer = WRITERS[_known("format", name, (*WRITERS, RESULT))]
        is_text = writer.media_type.startswith("text/")
        content = _write(name, pages, printing, options)
        yield Report(f"{stem}.{writer.extension}", content, is_text, foreign)


def _name(pages: Sequence[Page]) -> str:
    """The stem of a file: that of its first page, with every language at its end."""
    return "-".join((pages[0].name, *(page.language.value for page in pages[1:])))


def _fill(page: Page, printing: Printing, template: Path) -> Report:
    from scalecheck.report.templating.custom import render_custom

    filled = render_custom(template, page, printing)
    return Report(f"{page.name}.{filled.extension}", filled.text.encode(), True)


def _write(name: str, pages: Sequence[Page], printing: Printing, options: ReportOptions) -> bytes:
    try:
        return WRITERS[name].write(pages, printing)
    except UnusableReference as error:
        path = str(options.reference)
        raise UnusableReference(error.reason, error.part, path) from error
