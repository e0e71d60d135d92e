"""The pages on templates: their table is that of the code, and their examples run.

The table is written anew with `SCALECHECK_WRITE_GOLDENS=1`.
"""

import os
import re
from pathlib import Path

import pytest
from tests.report.kinds.pages import pages_of
from tests.report.writers.fields import BEGIN, END, table

from scalecheck.model.language import Language
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.templating.budget import STEPS, WRITTEN
from scalecheck.report.templating.custom import render_custom
from scalecheck.report.templating.sandbox import FILTERS, LARGEST, Sandbox

DOCS = Path(__file__).parents[3] / "docs"
PAGES = {Language.FR: DOCS / "fr" / "gabarits.md", Language.EN: DOCS / "en" / "templates.md"}
_EXAMPLE = re.compile(r"<!-- template: (\S+) -->\n```\w+\n(.*?)^```$", re.M | re.S)

every = pytest.mark.parametrize("language", Language)


def text(language):
    return PAGES[language].read_text(encoding="utf-8")


@every
def test_the_table_of_fields_is_that_of_the_code(language):
    page = text(language)
    if os.environ.get("SCALECHECK_WRITE_GOLDENS"):
        before, after = page.split(BEGIN)[0], page.split(END)[1]
        PAGES[language].write_text(f"{before}{table()}{after}", encoding="utf-8")
        page = text(language)
    assert table() in page


@every
def test_the_examples_of_the_page_run(language, tmp_path):
    examples = dict(_EXAMPLE.findall(text(language)))
    assert len(examples) >= 3
    (one,) = pages_of("cuisines-du-fjord", PageKind.PROJECT, language)
    for name, template in examples.items():
        (tmp_path / name).write_text(template, encoding="utf-8")
        filled = render_custom(tmp_path / name, one, Printing()).text
        assert "Les Cuisines partagées du Fjord" in filled
        assert "{{" not in filled


def test_both_pages_have_the_same_examples():
    french, english = ([name for name, _ in _EXAMPLE.findall(text(one))] for one in Language)
    assert french == english


@every
def test_the_page_names_every_filter_and_every_function(language):
    page = text(language)
    sandbox = Sandbox(DOCS, "x.html.j2")
    names = FILTERS | {"join", "replace", "md"} | set(sandbox.globals)
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


@every
def test_the_page_says_the_limits(language):
    digits = re.sub(r"(?<=\d)[,\u00a0](?=\d)", "", text(language))
    assert [n for n in (STEPS, WRITTEN, LARGEST // 1024) if str(n) not in digits] == []
