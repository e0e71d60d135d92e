"""Where a project stands is said first, in every format: a committee reads no further."""

import re

import pytest
from tests.report.examples import NAMES
from tests.report.kinds.pages import pages_of
from tests.report.reading import letters, text_of, told_by

from scalecheck.model.language import Language
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.writers import WRITERS

FIRST = 1200
_SPACES = re.compile(r"\s+")


def wanted(view):
    """The readiness, the stage, the next one, what holds back, the first action: where known."""
    answer, steps = view.answer, view.next_steps
    yield str(answer.label)
    yield from (str(rung.stage or rung.name) for rung in (answer.level, answer.next) if rung)
    yield from (str(one) for profile in view.profiles for one in profile.bottlenecks[:3])
    if steps and steps.first:
        yield str(steps.first[0].move.named.title)


@pytest.mark.parametrize("format", list(WRITERS))
@pytest.mark.parametrize("kind", [PageKind.PROJECT, PageKind.PAGE])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_where_a_project_stands_is_in_the_first_characters(name, language, kind, format):
    (project,) = pages_of(name, PageKind.PROJECT, language)
    text = told_by(name, kind, language, format)
    first = letters(_SPACES.sub(" ", text).strip()[:FIRST])
    said = list(wanted(project.view))
    assert len(said) > 2
    assert [one for one in said if letters(one) not in first] == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_a_setting_begins_with_where_the_project_stands(name, language):
    (project,) = pages_of(name, PageKind.PROJECT, language)
    for page in pages_of(name, PageKind.SETTING, language):
        text = text_of("markdown", WRITERS["markdown"].write((page,), Printing()))
        first = letters(_SPACES.sub(" ", text)[:FIRST])
        assert [one for one in wanted(project.view) if letters(one) not in first] == []
