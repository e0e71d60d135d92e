"""What is held back is in no block of any kind."""

import pytest
from tests.report.kinds.pages import NAMES, material, pages_of, strings, text_of

from scalecheck.model.language import Language
from scalecheck.model.project import Confidentiality
from scalecheck.model.text import Text
from scalecheck.report.blocks import Notice
from scalecheck.report.kinds import Material, Privacy, build_pages
from scalecheck.report.page import PageKind


def _texts(text):
    return [words for words in (text.fr, text.en) if words] if isinstance(text, Text) else []


def _secrets(found):
    project = found.project
    many = [project.title, project.organization, project.summary, project.notes]
    listed = (*(project.settings or ()), *(i for g in project.groups.values() for i in g))
    for one in (*listed, *project.partners, *project.supporters, *project.indicators):
        many += [one.title, one.note]
    for one in project.evidence.values():
        many += [one.title, one.where, one.note]
    for snapshot in project.assessments:
        many.append(snapshot.note)
        for answer in snapshot.answers.values():
            group = answer if isinstance(answer, dict) else {}
            answers = [a for inside in group.values() for a in inside.values()] or [answer]
            many += [getattr(a, "note", None) for a in answers]
            yield from filter(None, (getattr(a, "not_applicable", None) for a in answers))
        yield from filter(None, (snapshot.assessor.organization, snapshot.assessor.reader))
    yield from (words for text in many for words in _texts(text))
    yield from project.evidence
    yield from (one.id for one in listed)


def _flat(words):
    return words.replace("\u00a0", " ").replace("’", "'").casefold()


@pytest.mark.parametrize("kind", [k for k in PageKind if k is not PageKind.CARD])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_redacted_is_left_anywhere(name, language, kind):
    found = material(name, language).assessment
    pages = pages_of(name, kind, language, redact=True)
    told = _flat("\n".join(one for page in pages for one in strings(page)))
    rubric = _flat(str(found.rubric))
    secrets = {_flat(one) for one in _secrets(found)}
    assert [one for one in secrets if len(one) > 3 and one in told and one not in rubric] == []


@pytest.mark.parametrize("name", NAMES)
def test_levels_stay_when_names_go(name):
    (told,) = pages_of(name, PageKind.PROJECT, Language.FR)
    (kept,) = pages_of(name, PageKind.PROJECT, Language.FR, redact=True)
    assert kept.view.answer.level == told.view.answer.level
    assert [gap.reason for gap in kept.view.gaps] == [gap.reason for gap in told.view.gaps]


def test_labels_are_the_same_in_every_kind():
    titles = [pages_of("cuisines-du-fjord", PageKind.SETTING, Language.FR, redact=True)]
    assert [page.blocks[0].title for page in titles[0]] == ["Milieu A", "Milieu B", "Milieu C"]
    (page,) = pages_of("cuisines-du-fjord", PageKind.PROJECT, Language.FR, redact=True)
    assert "Milieu B" in text_of(page)


def _with(name, **update):
    made = material(name, Language.FR)
    project = made.assessment.project.model_copy(update=update)
    return made._replace(assessment=made.assessment._replace(project=project))


@pytest.mark.parametrize("kind", [k for k in PageKind if k is not PageKind.CARD])
def test_a_restricted_page_says_so_and_on_every_sheet(kind):
    made = _with(NAMES[0], confidentiality=Confidentiality.RESTRICTED)
    for page in build_pages(kind, made):
        assert any(isinstance(block, Notice) for block in page.blocks)
        assert any("restreinte" in line for line in page.footer)


@pytest.mark.parametrize(("smallest", "said"), [(5, True), (0, False)])
def test_small_counts_are_masked_unless_asked(smallest, said):
    made: Material = material("cuisines-du-fjord", Language.FR)
    made = made._replace(privacy=Privacy(smallest=smallest))
    (page,) = build_pages(PageKind.PROJECT, made)
    assert ("moins de 5" in text_of(page)) is said
