"""Words in another language than the page are marked, piece by piece, and can be listed."""

import io
import zipfile

from tests.report.examples import ROOT
from tests.report.kinds.pages import pages_of
from tests.report.office.pages import FR
from tests.report.pdf.samples import page, read

import scalecheck as sc
from scalecheck.model.language import Language
from scalecheck.report.blocks import Cell, Paragraph, Piece
from scalecheck.report.foreign import foreign_texts
from scalecheck.report.kinds.pen import composed, joined
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.writers import WRITERS

BOTH = joined([Phrase("le besoin"), Phrase("the plan", "en")], " · ")


def test_a_list_in_two_languages_keeps_the_language_of_each():
    assert BOTH.text == "le besoin · the plan"
    assert BOTH.pieces == (Piece("le besoin"), Piece(" · "), Piece("the plan", "en"))
    assert BOTH.lang == ""


def test_words_of_one_language_are_one_piece():
    assert joined([Phrase("a", "en"), Phrase("b", "en")]) == Cell("a, b", lang="en")
    assert composed("Frein : ", Phrase("le plan")) == Cell("Frein : le plan")


def test_a_label_before_words_of_another_language_stays_in_its_own():
    cell = composed("Frein : ", BOTH, ".")
    assert cell.text == "Frein : le besoin · the plan."
    assert [one.lang for one in cell.pieces] == ["", "", "", "en", ""]


def test_each_format_that_knows_languages_marks_the_pieces():
    made = page(Paragraph(BOTH), language=FR)
    html = WRITERS["html"].write([made], Printing()).decode()
    assert 'le besoin · <span lang="en">the plan</span>' in html
    document = zipfile.ZipFile(io.BytesIO(WRITERS["docx"].write([made], Printing())))
    body = document.read("word/document.xml").decode()
    assert '<w:lang w:val="en-CA"/></w:rPr><w:t xml:space="preserve">the plan</w:t>' in body
    (sheet,) = read(made).pages
    assert b"/Lang(en-CA)" in sheet.get_contents().get_data()


def test_what_a_page_says_in_another_language_can_be_listed():
    english = pages_of("cuisines-du-fjord", PageKind.PAGE, Language.EN)
    assert "Les Cuisines partagées du Fjord" in foreign_texts(english)
    assert foreign_texts(pages_of("cuisines-du-fjord", PageKind.PAGE, Language.FR)) == ()


def test_a_caller_who_accepts_no_other_language_is_told_of_it():
    run = sc.assess_files(ROOT / "examples/cuisines-du-fjord/project.yaml", cache=False)

    def made(language, **options):
        kinds = (("page",), ("html",), ((language,),), sc.ReportOptions(**options))
        return list(sc.make_reports(run, *kinds))

    (one,) = made(Language.EN, strict_lang=True)
    assert "Les Cuisines partagées du Fjord" in one.foreign
    assert made(Language.EN)[0].foreign == made(Language.FR, strict_lang=True)[0].foreign == ()
