"""Every format carries the same level, stage, readiness, blockers and actions."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.examples import NAMES, ROOT
from tests.report.kinds.pages import pages_of
from tests.report.reading import letters, text_of, told_by
from tests.scoring.generator import VOCABULARIES, make

import scalecheck as sc
from scalecheck.model.language import Language
from scalecheck.report.kinds import Material, build_pages
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.view.build import build_view
from scalecheck.report.writers import WRITERS
from scalecheck.report.writers.pdf import sheets
from scalecheck.scoring.assess import Options, assess

KINDS = (PageKind.PROJECT, PageKind.PAGE)
# Random projects a format is tried on: fewer where a document takes longer to write and to read.
TRIALS = {"html": 60, "markdown": 60, "terminal": 40, "docx": 15, "xlsx": 15, "pdf": 12}
SLOW = ("docx", "xlsx", "pdf")
FORMATS = [pytest.param(n, marks=[pytest.mark.slow] if n in SLOW else []) for n in WRITERS]


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


def unsaid(view, kind, text):
    """What a view tells and the text of a document does not."""
    said = letters(text)
    return [one for one in told(view, kind) if letters(one) not in said]


@pytest.mark.parametrize("format", list(WRITERS))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_every_format_says_the_same(name, language, kind, format):
    (project,) = pages_of(name, PageKind.PROJECT, language)
    assert unsaid(project.view, kind, told_by(name, kind, language, format)) == []


def test_every_format_is_tried_on_random_projects():
    assert TRIALS.keys() == WRITERS.keys()


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_the_same_of_any_project(format):
    @settings(
        max_examples=TRIALS[format],
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(
        seed=st.integers(0, 2**32), kind=st.sampled_from(KINDS), language=st.sampled_from(Language)
    )
    def agrees(seed, kind, language):
        found = assess(*make(seed).read(), Options(vocabularies=VOCABULARIES))
        pages = build_pages(kind, Material(found, language))
        text = text_of(format, WRITERS[format].write(pages, Printing()))
        assert unsaid(build_view(found, language), kind, text) == []

    agrees()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_of_a_committee_is_one_sheet(name, language):
    run = sc.assess_files(ROOT / f"examples/{name}/project.yaml")
    history = sc.assess_history(run.assessment)
    pages = build_pages(PageKind.PAGE, Material(run.assessment, language, history, run.provenance))
    assert sheets(pages, Printing()) == 1
