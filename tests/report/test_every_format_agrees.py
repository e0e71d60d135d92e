"""Every format carries the same level, stage, readiness, blockers and actions."""

import html
import io
import re
import zipfile

import pytest
from pypdf import PdfReader
from tests.report.examples import NAMES, ROOT

import scalecheck as sc
from scalecheck.model.language import Language
from scalecheck.report.kinds import Material, build_pages
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.view.build import build_view
from scalecheck.report.writers import WRITERS
from scalecheck.report.writers.pdf import sheets

READ = {
    "docx": ("word/document.xml",),
    "xlsx": ("xl/sharedStrings.xml",),
}


def text_of(format, data):
    if format == "pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if format in READ:
        parts = zipfile.ZipFile(io.BytesIO(data))
        return html.unescape(
            re.sub("<[^>]*>", "", "\n".join(parts.read(name).decode() for name in READ[format]))
        )
    said = data.decode()
    return html.unescape(re.sub("<[^>]*>", "", said)) if format == "html" else said


def letters(text):
    """The letters and figures alone: formats break lines and escape signs in their own ways."""
    return "".join(c for c in text if c.isalnum())


def told(view, kind):
    """What must stand in every format: the answer, and as much as a kind says of the rest."""
    answer = view.answer
    yield str(answer.label)
    if answer.level:
        yield f"{answer.level.value} {answer.level.name or ''}"
        yield str(answer.level.stage or "")
    if answer.next:
        yield str(answer.next.stage or "")
    most = None if kind is PageKind.PROJECT else 3
    yield from (str(one.title) for one in answer.blockers[:most])
    for action in view.next_steps.first if view.next_steps else ():
        yield f"{action.move.named.title}"
        if action.deed and kind is PageKind.PROJECT:
            yield str(action.deed.do)


@pytest.mark.parametrize("format", list(WRITERS))
@pytest.mark.parametrize("kind", [PageKind.PROJECT, PageKind.PAGE])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_every_format_says_the_same(name, language, kind, format):
    found = sc.assess_files(ROOT / f"examples/{name}/project.yaml").assessment
    pages = build_pages(kind, Material(found, language))
    text = letters(text_of(format, WRITERS[format].write(pages, Printing())))
    wanted = [one for one in told(build_view(found, language), kind) if one.strip()]
    assert len(wanted) > 1
    assert not [one for one in wanted if letters(one) not in text]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_a_committee_is_one_sheet(name, language):
    run = sc.assess_files(ROOT / f"examples/{name}/project.yaml")
    history = sc.assess_history(run.assessment)
    pages = build_pages(PageKind.PAGE, Material(run.assessment, language, history, run.provenance))
    assert sheets(pages, Printing()) == 1
