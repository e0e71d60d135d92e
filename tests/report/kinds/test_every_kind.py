"""Every kind of report, for every example, in both languages."""

import os
from itertools import pairwise

import pytest
from tests.report.kinds.pages import NAMES, ROOT, material, pages_of, strings, text_of

from scalecheck.model.language import Language
from scalecheck.report import blocks as b
from scalecheck.report.kinds import KINDS, build_card, build_pages
from scalecheck.report.page import PageKind

GOLDENS = ROOT / "tests/report/goldens/pages"
KEPT = ("cuisines-du-fjord", "chaleur-de-ruelle", "hangar-des-forges")

every = pytest.mark.parametrize(
    ("name", "kind", "language"),
    [(name, kind, language) for name in NAMES for kind in PageKind for language in Language],
)


def test_every_kind_is_in_the_list():
    assert set(KINDS) == set(PageKind)


@every
def test_a_page_is_built_the_same_twice(name, kind, language):
    assert pages_of(name, kind, language) == build_pages(kind, material(name, language))


@every
def test_headings_come_in_order(name, kind, language):
    for page in pages_of(name, kind, language):
        levels = [2, *(one.level for one in page.blocks if isinstance(one, b.Heading))]
        assert set(levels) <= {2, 3}
        assert all(now <= before + 1 for before, now in pairwise(levels))
        assert isinstance(page.blocks[0], b.Title)
        assert len(page.title) <= 70


def _is_empty(block):
    match block:
        case b.Paragraph():
            return not block.cell.text.strip()
        case b.Heading():
            return not block.text.strip()
        case b.Items(items) | b.Fields(items) | b.Cards(items) | b.Deeds(items):
            return not items
        case b.Grid():
            return not block.rows or any(len(row) != len(block.columns) for row in block.rows)
        case _:
            return False


@every
def test_no_block_is_empty(name, kind, language):
    for page in pages_of(name, kind, language):
        assert [block for block in page.blocks if _is_empty(block)] == []


@every
def test_a_heading_has_something_under_it(name, kind, language):
    for page in pages_of(name, kind, language):
        for one, after in pairwise((*page.blocks, b.Heading("end"))):
            assert not (
                isinstance(one, b.Heading)
                and isinstance(after, b.Heading)
                and after.level <= one.level
            ), one.text


@pytest.mark.parametrize("kind", [PageKind.PROJECT, PageKind.PAGE])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_what_counts_stands_in_the_first_characters(name, kind, language):
    project = pages_of(name, PageKind.PROJECT, language)[0].view
    first = text_of(pages_of(name, kind, language)[0])[:1200]
    answer, steps = project.answer, project.next_steps
    wanted = [str(project.header.title), str(answer.label)]
    wanted += [str(rung.stage or rung.name) for rung in (answer.level, answer.next) if rung]
    wanted += [str(one) for profile in project.profiles for one in profile.bottlenecks[:3]]
    wanted += [str(steps.first[0].move.named)] if steps and steps.first else []
    assert [words for words in wanted if words not in first] == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_the_one_page_sheet_is_short(name, language):
    (page,) = pages_of(name, PageKind.PAGE, language)
    assert page.single
    assert len(text_of(page)) < 4200


@pytest.mark.parametrize("kind", [k for k in PageKind if k is not PageKind.CARD])
def test_a_project_that_stays_local_is_never_told_to_be_behind(kind):
    local = [n for n in NAMES if pages_of(n, PageKind.PROJECT, Language.FR)[0].view.calm]
    assert local
    for name in local:
        for language, words in (
            (Language.FR, ("écart", "retard")),
            (Language.EN, ("gap", "behind")),
        ):
            for page in pages_of(name, kind, language):
                text = " ".join(_own_words(page)).casefold()
                assert [word for word in words if word in text] == []
                tones = [p for p in _cells(page.blocks) if p.tone is b.Tone.WARN]
                assert tones == []


def _own_words(page):
    """What the kind says itself: its headings, labels, captions; not the rubric, not the notes."""
    for block in page.blocks:
        match block:
            case b.Heading() if not block.place.startswith("d-"):
                yield block.text
            case b.Verdict():
                yield from (block.question, block.label)
            case b.Fields():
                yield from (label for label, _ in block.rows)
            case b.Cards():
                yield from (card.label for card in block.cards)
            case b.Grid():
                yield from (block.caption, *block.columns)
            case _:
                pass


def _cells(value):
    if isinstance(value, b.Cell):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _cells(part)


@every
def test_no_unsafe_link_is_written(name, kind, language):
    for page in pages_of(name, kind, language):
        links = [cell.link for cell in _cells(page.blocks) if cell.link]
        assert all(link.startswith(("http://", "https://", "mailto:", "#")) for link in links)


@pytest.mark.parametrize("language", Language)
def test_a_card_needs_only_a_rubric(language):
    found = material(NAMES[0], language).assessment.rubric
    page = build_card(found, language)
    assert page.kind is PageKind.CARD
    assert str(found.version) in "".join(strings(page.blocks))


@pytest.mark.parametrize("kind", [k for k in PageKind if k is not PageKind.PROJECT])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", KEPT)
def test_the_words_kept_are_those_of_today(name, language, kind):
    if kind is PageKind.CARD and name != KEPT[0]:
        return
    pages = pages_of(name, kind, language)
    text = "\n\n====\n\n".join(text_of(page) for page in pages) + "\n"
    path = GOLDENS / f"{name}-{kind}.{language}.txt"
    if os.environ.get("SCALECHECK_WRITE_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
