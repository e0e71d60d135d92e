"""A Markdown form as its readers see it: headings, boxes, tables, and nothing that acts."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.forms.markdown.test_round_trip import RUBRICS, VOCABULARIES
from tests.forms.page import odd
from tests.forms.sheets import blank, questionnaire, sheets

import scalecheck as sc
from scalecheck.forms.markdown import write
from scalecheck.model.language import Language

TAGS = {"h1", "h2", "h3", "p", "strong", "em", "ul", "ol", "li", "table", "thead", "tbody", "tr"}
TAGS |= {"th", "td", "blockquote", "code", "pre", "hr", "br"}
_FEW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


def rendered(text: str) -> str:
    found = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return re.sub(r"<!--.*?-->", "", found, flags=re.DOTALL)


def tags(html: str) -> set[str]:
    return set(re.findall(r"</?([a-z][a-z0-9]*)", html))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", RUBRICS)
def test_every_question_is_a_heading_and_every_level_a_box(name: str, language: Language) -> None:
    asked = questionnaire(RUBRICS[name], blank(RUBRICS[name]), VOCABULARIES)
    html = rendered(write(asked, (language,)).decode())
    questions = list(asked.questions())
    boxes = sum(len(q.choices) + 1 + q.may_be_not_applicable for q in questions)
    assert html.count("<h3>") == len(questions)
    assert html.count("<li>[ ]") == boxes
    assert html.count("<h1>") == 1
    assert tags(html) <= TAGS


@pytest.mark.parametrize("rubric", [*RUBRICS.values(), odd.HOSTILE_TEXTS], ids=lambda one: one.id)
@given(data=st.data())
@_FEW
def test_no_text_of_a_stranger_becomes_a_tag_or_a_link(rubric, data: st.DataObject) -> None:
    sheet = data.draw(sheets(rubric))
    html = rendered(write(questionnaire(rubric, sheet), (Language.FR, Language.EN)).decode())
    assert not tags(html) & {"a", "script", "img", "b", "iframe", "style"}


@pytest.mark.parametrize("path", sorted(Path("examples").glob("*/project.yaml")), ids=str)
def test_the_words_of_the_form_are_all_said(path: Path) -> None:
    project = sc.load_project(path)
    rubric = sc.load_rubric(project.assessments[-1].rubric)
    sheet = blank(rubric).model_copy(
        update={
            "project": project.id,
            "title": project.title,
            "settings": project.settings,
            "evidence": project.evidence,
            "answers": project.assessments[-1].answers,
        }
    )
    for languages in ((Language.FR,), (Language.EN,), tuple(Language)):
        text = write(questionnaire(rubric, sheet, VOCABULARIES), languages).decode()
        assert not re.search(r"\{[a-z]+\}|None|markdown_form", text.split("<!-- sc:mark")[0])
