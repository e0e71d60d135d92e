"""What a page is made of: everything asked, nothing fetched, the same bytes every time."""

import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.forms.page.odd import HOSTILE_TEXTS, ODD
from tests.forms.page.pages import BOTH, EN, FR, blank_page, fjord_page, page_of, rubric
from tests.forms.sheets import HOSTILE, blank
from tests.machine import node_module

from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.page import NOT_ANSWERS, find_base, write
from scalecheck.forms.page.told import PROBLEMS, SCRIPT, words_of
from scalecheck.forms.page.write import SCRIPTS, STYLES
from scalecheck.forms.sheet_json import read_sheet
from scalecheck.model.language import Language

FOLDER = Path(write.__code__.co_filename).parent
RUBRICS = ("is-echelle", "trl", "screening")


class Reader(HTMLParser):
    """Keeps the text of a page, its tags, and what stands in its scripts and its style."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.code: dict[str, str] = {}
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texts.append(data)
        tag, given = self.tags[-1] if self.tags else ("", {})
        if tag in ("script", "style") and "type" not in given:
            self.code.setdefault(tag, data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def given(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags if attrs.get(name)]


@pytest.mark.parametrize("name", RUBRICS)
@pytest.mark.parametrize("languages", [(FR,), (EN,), BOTH])
def test_the_same_questionnaire_gives_the_same_bytes(name, languages) -> None:
    assert blank_page(name, languages) == blank_page(name, languages)


def test_a_page_in_two_languages_stays_small() -> None:
    assert len(blank_page("is-echelle")) < 250_000
    assert len(fjord_page()) < 400_000


@pytest.mark.parametrize("name", RUBRICS)
def test_every_question_and_every_level_is_there_before_any_script(name: str) -> None:
    asked = make_questionnaire(rubric(name), blank(rubric(name)))
    page = Reader(blank_page(name, (FR,)))
    for question in asked.questions():
        assert _plain(question.title.said_in(FR)[0]) in _plain(page.text)
        for choice in question.choices:
            if choice.anchor is not None:
                assert _plain(choice.anchor.said_in(FR)[0]) in _plain(page.text)


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", "", text)


@pytest.mark.parametrize("page", [blank_page("is-echelle"), fjord_page()], ids=["blank", "fjord"])
def test_the_policy_allows_the_script_and_the_style_of_the_page_alone(page: bytes) -> None:
    read = Reader(page)
    (policy,) = (given for given in read.given("content") if "default-src" in given)
    hashes = {
        tag: b64encode(sha256(code.encode()).digest()).decode() for tag, code in read.code.items()
    }
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{hashes['script']}'",
        f"style-src 'sha256-{hashes['style']}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    assert not read.given("src") + read.given("style") + read.given("onclick")
    assert all(link.startswith("#") for link in read.given("href"))


def test_no_script_ever_reads_html_or_asks_for_anything() -> None:
    code = "\n".join((FOLDER / "script" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    banned = r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(|XMLHttp"
    assert not re.findall(banned + r"|import\(|sendBeacon|WebSocket|https?:", code)
    assert "</" not in code
    assert "<!--" not in code


def test_every_file_is_used_and_short() -> None:
    for folder, kind, names in (("script", "js", SCRIPTS), ("style", "css", STYLES)):
        files = {path.stem: path for path in (FOLDER / folder).glob(f"*.{kind}")}
        assert sorted(files) == sorted(names)
        assert all(len(path.read_text("utf-8").splitlines()) <= 250 for path in files.values())


def test_the_words_of_the_script_are_those_it_says() -> None:
    code = "\n".join((FOLDER / "script" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    said = set(re.findall(r'say\("([a-z-]+)"', code))
    faults = set(re.findall(r'(?:fault\(|code: )"([a-z-]+)"', code))
    assert said == {*SCRIPT, "choose"}
    assert faults == set(PROBLEMS)
    assert set(words_of(FR)) == set(words_of(EN)) == {*SCRIPT, *PROBLEMS, "choose"}


def test_hostile_texts_stay_texts() -> None:
    page = page_of(HOSTILE_TEXTS, blank(HOSTILE_TEXTS), BOTH)
    read, plain = Reader(page), Reader(blank_page("screening"))
    assert {tag for tag, _ in read.tags} <= {tag for tag, _ in plain.tags}
    scripts = [given for tag, given in read.tags if tag == "script"]
    assert len(scripts) == 3
    assert not [name for _, given in read.tags for name in given if name.startswith("on")]
    assert "<img src=x onerror=alert(1)>" in read.text
    assert "{{ 7 * 7 }}" in read.text


def test_hostile_answers_stay_data() -> None:
    sheet = blank(rubric("screening")).model_copy(update={"project": "essai"})
    for text in HOSTILE:
        named = type(sheet).model_validate(
            {**_given(sheet), "note": {"fr": text}, "organization": {"en": text}}
        )
        page = page_of(rubric("screening"), named)
        assert len([tag for tag, _ in Reader(page).tags if tag == "script"]) == 3
        assert read_sheet(find_base(page) or "") == named


def _given(sheet: object) -> dict[str, object]:
    names = ("format", "rubric", "rubric_version", "fingerprint", "project", "language")
    return {name: getattr(sheet, name) for name in names}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("languages", [(FR,), (EN,), BOTH])
def test_odd_rubrics_are_asked_too(name: str, languages: tuple[Language, ...]) -> None:
    asked = ODD[name]
    page = page_of(asked, blank(asked), languages)
    assert page.count(b'class="question"') >= len(asked.criteria)
    assert page == page_of(asked, blank(asked), languages)


def test_a_text_in_another_language_says_so() -> None:
    asked = ODD["many-levels"]
    assert b'<span lang="fr-CA">La seule</span>' in page_of(asked, blank(asked), (EN,))
    assert b'<span lang="fr-CA">' not in page_of(asked, blank(asked), (FR,))


def test_a_page_handed_in_is_known_for_what_it_is() -> None:
    base = find_base(blank_page("trl"))
    assert base is not None
    assert read_sheet(base) == blank(rubric("trl"))
    assert NOT_ANSWERS == "form-page-not-answers"
    assert find_base(b"<html><script>1</script></html>") is None
    assert find_base(b"\xff\xfe\x00") is None
    assert find_base(b"PK\x03\x04") is None


@pytest.mark.slow
def test_the_nu_checker_finds_no_error(tmp_path: Path) -> None:
    checker = node_module("vnu-jar/build/dist/vnu.jar")
    pages = {name: page_of(asked, blank(asked), BOTH) for name, asked in ODD.items()}
    pages |= {f"{name}-fr": blank_page(name) for name in RUBRICS}
    pages |= {"fjord": fjord_page((EN, FR)), "one": fjord_page((FR,))}
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_bytes(page)
    command = ["java", "-jar", str(checker), "--errors-only", *map(str, tmp_path.glob("*.html"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
