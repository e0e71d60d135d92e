"""Templates of others: found, filled with a page, and their mistakes told with file and line."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from jinja2 import TemplateNotFound
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from markupsafe import Markup

from scalecheck.errors import InvalidDocument
from scalecheck.model.diagnostic import Diagnostic, Problem, Severity, Span, listed, problem
from scalecheck.report.blocks import Block, Break
from scalecheck.report.layout.document import Sheet, compose
from scalecheck.report.layout.embedding import embed
from scalecheck.report.page import Page, Printing
from scalecheck.report.templating.budget import TooMuchError
from scalecheck.report.templating.sandbox import LARGEST, LargeTemplateError, Sandbox
from scalecheck.report.view.speaker import Speaker

ANY_KIND = "report"  # the stem of a template for every kind that has none of its own
_DETAIL = 160  # characters of what Jinja or Python says
_QUOTED = re.compile(r"'([^']*)'")
_FAULTS = (
    TemplateError,
    TooMuchError,
    LargeTemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)


class Filled(NamedTuple):
    """What a template has written, and the extension of the file that it is for."""

    text: str
    extension: str


def render_custom(path: Path, page: Page, printing: Printing) -> Filled:
    """Fill somebody's template with a page.

    Args:
        path: a template, or a folder of templates (see `find_template`). What it includes must
            stand in the same folder or under it; `house/page.html.j2` and `house/blocks.html.j2`
            are ours.
        page: given as `page`, `blocks`, `view` (None where the kind has none), `document`.
        printing: its result is given as `result`, its sheet as `paper`.

    Returns:
        What the template writes. The same page and template give the same text.

    Raises:
        InvalidDocument: the template cannot be found, read or filled, with its file and line.
    """
    found = find_template(path, page)
    sandbox = Sandbox(found.parent, found.name)
    document = compose((page,))
    speaker = Speaker(page.language)
    settled = page._replace(blocks=tuple(_blocks(document.sheets[0])))
    given = {
        "page": settled,
        "blocks": settled.blocks,
        "view": page.view,
        "document": document,
        "say": speaker.say,
        "paper": printing.paper.value,
        "result": Markup(embed(printing.result)),
    }
    try:
        text = "".join(sandbox.get_template(found.name).generate(given))
    except _FAULTS as error:
        names = sorted({*given, *sandbox.globals})
        raise InvalidDocument([_diagnose(error, found, names)]) from error
    return Filled(text, extension_of(found))


def find_template(path: Path, page: Page) -> Path:
    """Find the template for a page: the file itself, or the one of a folder that fits its kind.

    In a folder, `setting.html.j2` is for that kind of page, `report.html.j2` for every other;
    where a name has several extensions, the first in alphabetical order.

    Raises:
        InvalidDocument: there is none.
    """
    if path.is_file():
        return path
    if path.is_dir():
        for stem in (page.kind.value, ANY_KIND):
            for candidate in sorted(path.glob(f"{stem}.*.j2")):
                return candidate
        wanted = f"{page.kind.value}.html.j2, {ANY_KIND}.html.j2"
        raise InvalidDocument([_at(problem("template-none-fits", (), wanted=wanted), path, 0)])
    raise InvalidDocument([_at(problem("template-missing", (), name=path.name), path, 0)])


def extension_of(template: Path) -> str:
    """Give the extension of what a template writes: `html` for `report.html.j2`."""
    parts = template.name.removesuffix(".j2").rsplit(".", 1)
    return parts[1] if len(parts) == 2 else "txt"


def _blocks(sheet: Sheet) -> Iterator[Block]:
    """The blocks of a page, cleaned, each heading with its id."""
    yield sheet.title
    for part in sheet.parts:
        if part.fresh:
            yield Break()
        if part.heading:
            yield part.heading
        yield from part.blocks


def _diagnose(error: Exception, template: Path, names: list[str]) -> Diagnostic:
    """Say what is wrong with a template, and where in it."""
    file, line = _place(error, template)
    return _at(_problem(error, names), file, line)


def _problem(error: Exception, names: list[str]) -> Problem:
    detail = " ".join(str(error).split())[:_DETAIL] or type(error).__name__
    quoted = _QUOTED.findall(detail) or [detail]
    match error:
        case TemplateNotFound() | LargeTemplateError() | UnicodeError():
            return _unread(error)
        case SecurityError():
            return problem("template-forbidden", (), name=quoted[0])
        case UndefinedError() if detail.endswith("is undefined"):
            return problem("template-unknown-name", (), name=quoted[-1], known=listed(names))
        case UndefinedError():
            return problem("template-unknown-name", (), name=quoted[-1])
        case TemplateSyntaxError() | SyntaxError():
            return problem("template-syntax", (), detail=detail)
        case _:
            return _failed(error, detail)


def _unread(error: TemplateNotFound | LargeTemplateError | UnicodeError) -> Problem:
    match error:
        case TemplateNotFound():
            return problem("template-missing", (), name=error.name)
        case LargeTemplateError():
            return problem("template-too-large", (), most=LARGEST // 1024)
        case _:
            return problem("template-not-text", ())


def _failed(error: Exception, detail: str) -> Problem:
    if isinstance(error, TooMuchError | RecursionError | MemoryError):
        return problem("template-too-much", ())
    return problem("template-failed", (), detail=detail)


def _place(error: Exception, template: Path) -> tuple[Path, int]:
    """Find the last line of a template that the error went through; 0 where there is none."""
    root = template.resolve().parent
    if isinstance(error, TemplateSyntaxError):
        return _shown(Path(error.filename or template), template), error.lineno
    place = template, 0
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix == ".j2" and file.is_relative_to(root):
            place = _shown(file, template), trace.tb_lineno
        trace = trace.tb_next
    return place


def _shown(file: Path, template: Path) -> Path:
    """Name a file as the user did, from the folder of the template."""
    root = template.resolve().parent
    return template.parent / file.relative_to(root) if file.is_relative_to(root) else file


def _at(found: Problem, file: Path, line: int) -> Diagnostic:
    span = Span(line, 1, line, 2) if line else None
    return Diagnostic(found.code, Severity.ERROR, str(file), (), span, found.facts)
