"""Somebody's template: filled with a page, told where it errs, and kept from doing harm."""

from pathlib import Path

import pytest
from tests.report.kinds.pages import pages_of
from tests.report.writers.samples import HOSTILE, page

import scalecheck as sc
from scalecheck.model.language import Language
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.templating.custom import extension_of, find_template, render_custom
from scalecheck.report.writers.html import write

PAGE = page()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def fill(folder, text, one=PAGE, name="report.html.j2", **printing):
    (folder / name).write_text(text, encoding="utf-8")
    return render_custom(folder / name, one, Printing(**printing)).text


def refusal(folder, text, name="report.html.j2"):
    with pytest.raises(sc.InvalidDocument) as caught:
        fill(folder, text, name=name)
    (found,) = caught.value.diagnostics
    return found


def test_a_template_is_given_the_page_its_blocks_and_its_view(folder):
    (one,) = pages_of("cuisines-du-fjord", PageKind.PROJECT, Language.FR)
    text = "{{ page.title }} | {{ page.kind }} | {{ view.answer.label }} | {{ kind(blocks[0]) }}"
    filled = fill(folder, text, one)
    assert filled == "Les Cuisines partagées du Fjord | project | Prêt à diffuser | title"


def test_a_template_may_say_the_words_of_the_reports(folder):
    assert fill(folder, '{{ say("answer.level") }}') == "Niveau démontré"
    assert fill(folder, '{{ word("layout.target", "en") }}') == "level aimed at"


def test_a_template_may_follow_our_layout(folder):
    text = '{% extends "house/page.html.j2" %}{% block foot %}<footer>Logo</footer>{% endblock %}'
    filled = fill(folder, text, result='{"a": 1}')
    ours = write([PAGE], Printing(result='{"a": 1}')).decode()
    start, end = ours.index("<footer>"), ours.index("</footer>\n")
    assert filled == f"{ours[:start]}<footer>Logo</footer>{ours[end + 10 :]}"


def test_a_template_may_lay_out_a_single_block(folder):
    text = (
        '{% import "house/blocks.html.j2" as put %}'
        '{% for one in blocks if kind(one) == "grid" %}{{ put.block(one, "Profil") }}{% endfor %}'
    )
    assert fill(folder, text).count("<table") == 2


def test_texts_are_escaped_by_extension(folder):
    one = page(word=HOSTILE)
    text = "{{ blocks[0].title }}"
    assert "<script" not in fill(folder, text, one)
    assert "<script>" in fill(folder, text, one, "report.txt.j2")
    assert "\\`a\\`" in fill(folder, text, one, "report.md.j2")


def test_the_same_page_gives_the_same_text(folder):
    text = '{% extends "house/page.html.j2" %}'
    assert fill(folder, text) == fill(folder, text)


def test_a_folder_gives_each_kind_its_template(folder):
    for name in ("report.html.j2", "setting.md.j2"):
        (folder / name).write_text("", encoding="utf-8")
    setting = PAGE._replace(kind=PageKind.SETTING)
    assert find_template(folder, setting).name == "setting.md.j2"
    assert find_template(folder, PAGE).name == "report.html.j2"
    assert extension_of(find_template(folder, setting)) == "md"
    assert extension_of(Path("report.j2")) == "txt"


def test_a_folder_without_a_template_for_the_page_is_refused(folder):
    with pytest.raises(sc.InvalidDocument) as caught:
        render_custom(folder, PAGE, Printing())
    assert caught.value.diagnostics[0].code == "template-none-fits"
    with pytest.raises(sc.InvalidDocument) as caught:
        render_custom(folder / "absent.html.j2", PAGE, Printing())
    assert caught.value.diagnostics[0].code == "template-missing"


WRONG = {
    "{% if %}": "template-syntax",
    "{% for one in blocks %}": "template-syntax",
    "{{ page.title|nope }}": "template-syntax",
    "{{ nope }}": "template-unknown-name",
    "{{ page.nope }}": "template-unknown-name",
    '{{ say("nope") }}': "template-failed",
    "{{ 1 / 0 }}": "template-failed",
    "{{ strip(3) }}": "template-failed",
    "{{ drawing(page) }}": "template-failed",
    '{% include "nope.html.j2" %}': "template-missing",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_mistake_is_told_with_its_file_and_line(folder, text):
    found = refusal(folder, f"one\ntwo\n{text}\n")
    assert found.code == WRONG[text]
    assert found.file == str(folder / "report.html.j2")
    assert found.span
    assert found.span.line in (3, 4)  # what is not closed is missed at the end


@pytest.mark.parametrize("language", Language)
def test_a_mistake_is_said_in_both_languages_with_its_line(folder, language):
    found = refusal(folder, "a\n{{ page.tilte }}\n")
    said = sc.describe([found], {}, language=language)
    assert "tilte" in said
    assert "report.html.j2:2:1" in said
    assert "{{ page.tilte }}" in said
    assert ("aide" in said) is (language is Language.FR)


def test_a_mistake_in_an_included_file_is_told_there(folder):
    (folder / "part.html.j2").write_text("\n\n{{ nope }}", encoding="utf-8")
    found = refusal(folder, '{% include "part.html.j2" %}')
    assert (Path(found.file).name, found.span and found.span.line) == ("part.html.j2", 3)


FORBIDDEN = [
    "{{ page.__class__ }}",
    "{{ page['__class__'] }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ say.__globals__ }}",
    "{{ say.__self__ }}",
    "{{ page._replace(title='x') }}",
    "{{ page.kind.__class__ }}",
    "{{ kind.__call__ }}",
    "{{ self.__init__ }}",
    "{{ (blocks|groupby('__class__'))[0] }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ 'x'.join(['a']) }}",
    "{{ say }}",
    "{{ [say] }}",
    "{{ [page]|map(attribute='__class__')|join }}",
    "{{ say ~ '' }}",
    "{{ page.title|safe }}",
    "{{ page|attr('__class__') }}",
    "{% autoescape false %}{{ page.title }}{% endautoescape %}",
    "{{ lipsum() }}",
    "{{ cycler.__init__ }}",
    "{{ config }}",
    '{{ word("/etc/passwd.a", "fr") }}',
    '{{ word("report.answer.level", "../fr") }}',
    '{% include "../secret.html.j2" %}',
    '{% include "/etc/hostname" %}',
    '{% include "house/../templating/house.py" %}',
    '{% import "house/../../page.py" as p %}',
    '{% extends "link.html.j2" %}',
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_there_is_no_way_out(folder, text):
    inner = folder / "inner"
    inner.mkdir()
    (folder / "secret.html.j2").write_text("secret", encoding="utf-8")
    (inner / "link.html.j2").symlink_to(folder / "secret.html.j2")
    found = refusal(inner, text)
    assert found.code.startswith("template-")


TOO_MUCH = [
    "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
    "{% for a in range(10 ** 12) %}{% endfor %}",
    "{% for a in range(400000) %}{{ css() }}{% endfor %}",
    "{{ 'a' * 10 ** 9 }}",
    "{{ 10 ** 9 * 'a' }}",
    "{{ [1] * 10 ** 9 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:1000000000d}'.format(1) }}",
    "{{ 'a'.center(10 ** 9) }}",
    "{{ 'a'|center(10 ** 9) }}",
    "{{ 'a'|indent(10 ** 9) }}",
    "{% set n = namespace(a='aa') %}{% for i in range(60) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
    "{% set n = namespace(a=[1]) %}{% for i in range(60) %}{% set n.a = n.a + n.a %}{% endfor %}",
    "{% set n = namespace(a=3) %}{% for i in range(60) %}{% set n.a = n.a * n.a %}{% endfor %}",
    "{% set a = 'a' * 100000 %}{{ a|replace('a', a) }}",
    "{% set a = 'a' * 100000 %}{{ range(1000)|join(a) }}",
    "{{ 9 ** 9 ** 9 }}",
    "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(99) }}",
    '{% include "report.html.j2" %}',
    '{% include "report.html.j2" %}{% include "report.html.j2" %}',
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "{% if 1 %}" * 3000 + "{% endif %}" * 3000,
    "{% set a %}{% for i in range(200000) %}" + "a" * 10_000 + "{% endfor %}{% endset %}",
    "a" * 300_000,
]


@pytest.mark.parametrize("text", TOO_MUCH, ids=range(len(TOO_MUCH)))
def test_a_template_that_grows_without_end_is_stopped(folder, text):
    assert refusal(folder, text).code.startswith("template-")


def test_a_template_that_is_no_text_is_refused(folder):
    (folder / "report.html.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(sc.InvalidDocument) as caught:
        render_custom(folder, PAGE, Printing())
    assert caught.value.diagnostics[0].code == "template-not-text"


def test_what_is_spent_on_one_document_is_not_taken_from_the_next(folder):
    text = "{% for a in range(200000) %}{% endfor %}"
    assert fill(folder, text) == fill(folder, text) == ""
