"""House styles: what is kept, what never reaches a report, and what is refused."""

import io
import zipfile

import docx
import pytest
from docx.shared import Pt
from tests.report.office import pages

from scalecheck.errors import UnusableReference
from scalecheck.report.office.package import read_parts, write_parts
from scalecheck.report.page import Printing
from scalecheck.report.word.refusals import Reason
from scalecheck.report.writers.docx import write

SECRET = "Montant confidentiel"
TYPES = "[Content_Types].xml"


def house(**parts):
    document = docx.Document()
    document.styles["Heading 1"].font.size = Pt(33)
    document.sections[0].header.paragraphs[0].text = "Maison"
    document.sections[0].page_width = Pt(500)
    document.add_paragraph(SECRET)
    document.core_properties.author = "Une personne"
    saved = io.BytesIO()
    document.save(saved)
    return write_parts(read_parts(saved.getvalue()) | parts)


def report(reference):
    return write([pages.every_block()], Printing(reference=reference))


def refused(reference):
    with pytest.raises(UnusableReference) as caught:
        report(reference)
    return caught.value


def test_styles_header_and_page_are_kept():
    document = docx.Document(io.BytesIO(report(house())))
    assert document.styles["Heading 1"].font.size == Pt(33)
    assert document.sections[0].header.paragraphs[0].text == "Maison"
    assert document.sections[0].page_width == Pt(500)


def test_words_and_people_of_the_house_never_reach_a_report():
    for name, part in read_parts(report(house())).items():
        assert SECRET.encode() not in part, name
        assert b"Une personne" not in part, name
        assert b"python-docx" not in part, name


def test_a_foot_of_the_house_is_kept_and_ours_goes_to_the_end():
    document = docx.Document(io.BytesIO(house()))
    document.sections[0].footer.paragraphs[0].text = "Pied maison"
    saved = io.BytesIO()
    document.save(saved)
    made = docx.Document(io.BytesIO(report(saved.getvalue())))
    assert made.sections[0].footer.paragraphs[0].text == "Pied maison"
    assert made.paragraphs[-1].text == "Diffusion interne"


def test_a_house_without_our_styles_gets_them():
    bare = b"".join((
        b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
        b'<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>',
        b'<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Autre"/></w:style>',
        b"</w:styles>",
    ))  # fmt: skip
    made = docx.Document(io.BytesIO(report(house(**{"word/styles.xml": bare}))))
    named = {one.name: one.style_id for one in made.styles}
    assert named["Heading 1"] == "Titre1"
    assert named["Title"] not in ("Title", None)
    assert {"Report Table", "List Bullet", "Caption"} <= set(named)


def test_a_template_is_taken_as_a_document():
    parts = read_parts(house())
    parts[TYPES] = parts[TYPES].replace(b"document.main+xml", b"template.main+xml")
    assert report(write_parts(parts))


def test_our_own_report_is_a_house_style():
    assert SECRET.encode() not in report(report(house()))


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04" + b"\0" * 60, b"%PDF-1.7"])
def test_what_is_no_package_is_refused(data):
    assert refused(data).reason is Reason.NOT_WORD


def test_a_workbook_is_refused():
    assert refused(write_parts({TYPES: b"<Types/>"})).reason is Reason.NOT_WORD


def test_an_old_or_locked_document_is_refused():
    data = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    assert refused(data).reason is Reason.OLD_OR_LOCKED


def test_macros_are_refused_and_the_part_is_named():
    error = refused(house(**{"word/vbaProject.bin": b"x"}))
    assert (error.reason, error.part) == (Reason.ACTIVE, "word/vbaProject.bin")


def test_a_bomb_is_refused_before_it_is_unfolded():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/zeros.png", bytes(120_000_000))
    assert refused(out.getvalue()).reason is Reason.TOO_LARGE


def test_a_document_type_is_refused():
    error = refused(house(**{"word/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}))
    assert (error.reason, error.part) == (Reason.DOCTYPE, "word/styles.xml")


def test_a_header_that_fetches_a_picture_is_refused():
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Target="http://example.org/a.png" TargetMode="External" Type="'
        b'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        b"</Relationships>"
    )
    error = refused(house(**{"word/_rels/header1.xml.rels": rels}))
    assert error.reason is Reason.LINKED


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_a_damaged_part_is_refused(name):
    assert refused(house(**{name: b"<a><b></a>"})).reason is Reason.BROKEN


def test_a_package_cut_short_is_refused():
    assert refused(house()[:4000]).reason is Reason.NOT_WORD
