"""A Markdown form comes back as it was, whatever editors do to it on the way."""

import re
import textwrap

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.forms.markdown.pen import fill
from tests.forms.sheets import blank, canonical, questionnaire, sheets
from tests.forms.xlsform.drawn import typable, with_reasons

import scalecheck as sc
from scalecheck.forms.markdown import find_mark, read, write
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language

RUBRICS = {name: sc.load_rubric(name) for name in ("is-echelle", "trl", "screening")}
VOCABULARIES = sc.load_vocabularies()
_MANY = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


def back(text: str, asked: Questionnaire) -> AnswerSheet:
    data = text.encode()
    mark = find_mark(data, "formulaire.md")
    assert mark is not None
    assert mark.sheet == asked.sheet
    [filled] = read(data, asked, mark)
    assert filled.misread == ()
    context = {"language": str(filled.data["language"])}
    return AnswerSheet.model_validate(filled.data, context=context)


def _wrap(text: str) -> str:
    """Wrap anew the long lines of paragraphs and of items, as editors do."""
    lines = []
    for line in text.split("\n"):
        bound = line.startswith((">", "|", "#", "<"))
        lines += [line] if bound or len(line) < 60 else _wrapped(line)
    return "\n".join(lines)


def _wrapped(line: str) -> list[str]:
    inner = "  " if line.startswith("- ") else ""
    return textwrap.wrap(
        line, 60, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False
    )


EDITORS = {
    "as it was": lambda text: text,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "spaces at the ends of lines taken off": lambda t: re.sub(r"[ \t]+$", "", t, flags=re.M),
    "long lines wrapped": _wrap,
    "stars for bullets": lambda text: re.sub(r"^- \[", "* [", text, flags=re.M),
    "escaped boxes": lambda text: re.sub(r"^- \[(.)\]", r"- \\[\1\\]", text, flags=re.M),
    "cited in an e-mail": lambda t: (
        "Bonjour,\n\n" + re.sub("^", "> ", t, flags=re.M) + "\n\nMerci!"
    ),
    "without a final line end": str.rstrip,
    "with a byte order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("name", RUBRICS)
@given(data=st.data())
@_MANY
def test_a_form_that_nobody_touched_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(Language))
    sheet = with_reasons(data.draw(sheets(RUBRICS[name], language)))
    other = [one for one in Language if one is not language]
    languages = data.draw(st.sampled_from([(language,), (language, *other)]))
    asked = questionnaire(RUBRICS[name], sheet, VOCABULARIES)
    text = write(asked, languages).decode()
    assert write(asked, languages).decode() == text
    for editor, edit in EDITORS.items():
        assert canonical(back(edit(text), asked)) == canonical(sheet), editor


@pytest.mark.parametrize("name", RUBRICS)
@given(data=st.data())
@_MANY
def test_answers_written_on_a_blank_form_come_back_the_same(name: str, data: st.DataObject) -> None:
    asked = questionnaire(RUBRICS[name], blank(RUBRICS[name]), VOCABULARIES)
    wanted = typable(with_reasons(data.draw(sheets(RUBRICS[name]))), asked)
    text = fill(write(asked, (Language.FR,)).decode(), asked, wanted)
    found, expected = flat(canonical(back(text, asked))), flat(canonical(wanted))
    assert {k: v for k, v in found.items() if expected.get(k) != v} == {}
    assert set(expected) == set(found)


def flat(value: object, path: str = "") -> dict[str, object]:
    """One entry a leaf, so that a failure names what differs."""
    if not isinstance(value, dict):
        return {path: value}
    return {k: v for name, one in value.items() for k, v in flat(one, f"{path}/{name}").items()}
