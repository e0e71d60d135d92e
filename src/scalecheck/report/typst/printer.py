"""The one room with Typst: its template, its fonts, and what becomes of its refusals."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Literal

import typst

from scalecheck.errors import PrintingError
from scalecheck.report.page import Page, Printing
from scalecheck.report.typst.data import day_of, document_data
from scalecheck.report.typst.letters import FONTS

HERE = Path(__file__).parent
STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]


def print_pages(pages: Sequence[Page], printing: Printing) -> bytes:
    """Lay out pages as a tagged PDF (PDF/UA-1, PDF/A-3a); same pages, same bytes.

    Raises:
        PrintingError: the template or a standard refuses them.
    """
    return print_data(pack(pages, printing), day_of(pages[0]))


def pack(pages: Sequence[Page], printing: Printing) -> Mapping[str, str]:
    """Write pages, and the result to attach, as the texts that the template reads."""
    inputs = {"data": json.dumps(document_data(pages, printing), ensure_ascii=False)}
    return inputs | ({"result": printing.result} if printing.result else {})


def print_data(inputs: Mapping[str, str], day: date) -> bytes:
    """Print what is packed, dated at the first instant of a day.

    Raises:
        PrintingError: the template or a standard refuses it.
    """
    stamp = datetime.combine(day, time(), UTC)
    with _refusing():
        found = _compiler(inputs).compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=stamp)
    if not isinstance(found, bytes):
        raise PrintingError("nothing was printed")
    return found


def count_sheets(pages: Sequence[Page], printing: Printing) -> int:
    """Count the sheets that pages take, without printing them.

    Raises:
        PrintingError: the template refuses them.
    """
    with _refusing():
        found = _compiler(pack(pages, printing)).query("<sheets>", field="value", one=True)
    return int(found)


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except typst.TypstError as error:
        raise PrintingError(error.diagnostic.partition("\n\n")[0].strip()) from error


def _compiler(inputs: Mapping[str, str]) -> typst.Compiler:
    return typst.Compiler(
        HERE / "report.typ",
        root=HERE,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs=dict(inputs),
    )


@cache
def fonts() -> typst.Fonts:
    """Give the fonts that come with the tool, and no other."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
