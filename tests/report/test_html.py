"""The page stands alone, is well formed and lets no stranger's words become markup."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.report.examples import NAMES
from tests.report.views import EN, FR, changed, page, view_of

from scalecheck.model.instance import Instance
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text
from scalecheck.report.templating import FOLDER
from scalecheck.report.view.build import build_view

VOID = {"meta", "link", "br", "hr", "img", "input", "circle", "line", "path", "rect"}
EVERY = [(name, language) for name in NAMES for language in (FR, EN)]
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y> | `a` {{ 7*7 }}"


class Reader(HTMLParser):
    """Reads a page, and keeps what a test asks about."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.headings, self.links = [], [], [], []
        self.ids, self.tables = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


def read(view):
    return Reader(page(view, "html"))


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_tags_close_in_order_and_ids_are_unique(name, language):
    reader = read(view_of(name, language))
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_one_h1_and_no_heading_is_skipped(name, language):
    headings = read(view_of(name, language)).headings
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(headings))


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_links_inside_the_page_lead_somewhere(name, language):
    reader = read(view_of(name, language))
    inside = {link[1:] for link in reader.links if link.startswith("#")}
    assert inside <= set(reader.ids)
    outside = [link for link in reader.links if not link.startswith("#")]
    assert all(re.match("(https?://|mailto:)", link) for link in outside)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_tables_have_a_caption_and_their_headers_a_scope(name, language):
    text = page(view_of(name, language), "html")
    tables = re.findall(r"<table.*?</table>", text, flags=re.S)
    assert tables
    assert all("<caption>" in table for table in tables)
    assert all(' scope="' in cell for table in tables for cell in re.findall(r"<th\b[^>]*>", table))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_asked_of_the_network_and_nothing_runs(name):
    text = page(view_of(name), "html")
    tags = {tag for tag, _ in Reader(text).tags}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert "@import" not in text and "url(" not in text
    assert not re.search(r"\son\w+=", text)


def test_the_page_says_its_language_and_that_of_other_texts():
    text = page(view_of("cuisines-du-fjord", EN), "html")
    assert '<html lang="en-CA">' in text
    assert '<h1><span lang="fr">Les Cuisines partagées du Fjord</span></h1>' in text


def hostile():
    """A project whose every free text tries to get out."""
    text = Text(fr=HOSTILE)
    evidence = {
        "piece": Evidence(title=text, grade="declared", where=Text(fr="javascript:alert(1)")),
        "lien": Evidence(title=text, grade="declared", where=Text(fr="https://example.org/a?b=1")),
    }
    settings = (Instance(id="cpe-a", title=text, note=text, attributes={"role": ("trial",)}),)
    more = {"organization": text, "summary": text, "evidence": evidence, "settings": settings}
    return build_view(changed("cuisines-du-fjord", title=text, **more), FR)


def test_no_word_of_a_stranger_becomes_markup():
    text = page(hostile(), "html")
    assert "<script" not in text
    assert "<img" not in text
    assert all("javascript:" not in link for link in Reader(text).links)
    assert 'href="https://example.org/a?b=1"' in text
    assert "{{ 7*7 }}" in text.replace("&#39;", "'")
    assert Reader(text).open == []


def test_the_hostile_text_is_all_there():
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page(hostile(), "html")


def test_a_local_project_is_drawn_calmly():
    assert '<body class="calm">' in page(view_of("hangar-des-forges"), "html")
    assert ".calm{--warn:var(--accent)" in (FOLDER / "report.css").read_text()
