"""Pages as HTML: one document, well formed, safe, in order, whatever the page."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.report.kinds.pages import NAMES, pages_of
from tests.report.writers.samples import PAGES, page

from scalecheck.model.language import Language
from scalecheck.report.page import PageKind, Paper, Printing
from scalecheck.report.writers.html import write

VOID = {"meta", "link", "br", "hr", "img", "input", "circle", "line", "path", "rect"}
EN = Language.EN


class Reader(HTMLParser):
    """Reads a page, and keeps what a test asks about."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script", "title"):
            self.words.append(data)

    def attributes(self, name):
        return [given[name] for _, given in self.tags if name in given]


def documents():
    for name, one in PAGES.items():
        yield pytest.param((one,), id=name)
        yield pytest.param((one, one._replace(language=EN)), id=f"{name}-both")
    for kind in PageKind:
        for name in ("cuisines-du-fjord", "hangar-des-forges", "trl-capteur"):
            french, english = (pages_of(name, kind, language) for language in Language)
            yield pytest.param((*french, *english), id=f"{name}-{kind}-both")
            yield pytest.param(french[:1], id=f"{name}-{kind}-fr")


every = pytest.mark.parametrize("pages", [*documents()])


def read(pages, **given):
    return Reader(write(pages, Printing(**given)).decode())


@every
def test_tags_close_in_order_and_ids_are_unique(pages):
    reader = read(pages)
    ids = reader.attributes("id")
    assert reader.open == []
    assert len(ids) == len(set(ids))


@every
def test_one_h1_and_no_heading_is_skipped(pages):
    levels = [int(tag[1]) for tag, _ in read(pages).tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every
def test_links_lead_to_a_part_or_to_the_web(pages):
    reader = read(pages)
    inside = {link[1:] for link in reader.attributes("href") if link.startswith("#")}
    assert inside <= set(reader.attributes("id"))
    others = [link for link in reader.attributes("href") if not link.startswith("#")]
    assert all(re.match("(https?://|mailto:)", link) for link in others)


@every
def test_nothing_runs_and_nothing_is_asked(pages):
    reader = read(pages, result='{"a": 1}')
    tags = [tag for tag, _ in reader.tags]
    assert not {"link", "img", "iframe", "object", "form", "base"} & set(tags)
    scripts = [given for tag, given in reader.tags if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "scalecheck-result"}]
    assert not [name for _, given in reader.tags for name in given if name.startswith("on")]
    assert "default-src 'none'; style-src 'unsafe-inline'" in reader.attributes("content")[0]


@every
def test_it_is_the_same_twice(pages):
    assert write(pages, Printing()) == write(pages, Printing())


@every
def test_the_title_is_short_and_not_empty(pages):
    title = re.search("<title>(.*?)</title>", write(pages, Printing()).decode())
    assert title
    assert 3 < len(unescape(title[1])) <= 90


def test_an_edition_in_both_languages_says_each_language_and_both_kinds():
    pages = (page(), page(EN))
    html = write(pages, Printing()).decode()
    assert '<html lang="fr-CA">' in html
    assert re.findall(r'<section class="sheet" lang="(.*?)"', html) == ["fr-CA", "en-CA"]
    assert "<title>Les Besoin – Rapport d’essai · Trial report</title>" in html
    assert html.count("<h1") == 1


def test_a_text_in_another_language_is_marked():
    assert '<span lang="en-CA">Text in English</span>' in write([page()], Printing()).decode()


def test_a_link_that_leads_nowhere_safe_is_a_text():
    html = write([page()], Printing()).decode()
    assert "javascript:" not in html
    assert "nulle part" in html
    assert 'href="https://example.org/a?b=1&amp;c=2" rel="noreferrer"' in html
    assert 'href="#profil"' in html


def test_a_link_stays_in_its_half_of_an_edition():
    html = write((page(), page(EN)), Printing()).decode()
    assert 'href="#fr-1-profil"' in html
    assert 'href="#en-2-profil"' in html


def test_no_word_of_a_stranger_becomes_markup_nor_turns_the_line():
    html = write([PAGES["hostile"]], Printing()).decode()
    assert "alert(1)" in html
    assert "<script" not in html
    assert not {"\x1b", "\u202e"} & set(html)


@pytest.mark.parametrize("paper", Paper)
def test_the_sheet_is_the_one_asked_for(paper):
    assert f"@page{{size:{paper}}}" in write([page()], Printing(paper=paper)).decode()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_what_counts_first_comes_first(name, language):
    (one,) = pages_of(name, PageKind.PROJECT, language)
    answer, steps = one.view.answer, one.view.next_steps
    words = " ".join(" ".join(read([one]).words).split())[:1200]
    assert str(answer.label) in words
    wanted = [one.name for one in (answer.level, answer.next) if one and one.value and one.name]
    wanted += [profile.bottlenecks[0] for profile in one.view.profiles if profile.bottlenecks]
    wanted += [steps.first[0].move.named.title] if steps and steps.first else []
    assert [str(text) for text in wanted if str(text) not in words] == []
