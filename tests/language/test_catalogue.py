"""Words are found by key, with their facts in place."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from scalecheck.language import catalogue
from scalecheck.language.catalogue import MissingFactError, UnknownKeyError, has, say
from scalecheck.model.language import Language

FR, EN = Language.FR, Language.EN
WORDS = {
    "fr": """
plain = "Bonjour."
share = "{share} sur {name}"
[gaps]
one = "{count} écart"
other = "{count} écarts"
""",
    "en": """
plain = "Hello."
share = "{share} of {name}"
[gaps]
one = "{count} gap"
other = "{count} gaps"
""",
}


@pytest.fixture(autouse=True)
def words(tmp_path, monkeypatch):
    for language, text in WORDS.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "trial.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    catalogue._read.cache_clear()
    yield
    catalogue._read.cache_clear()


def test_says_the_words_of_the_language_asked_for():
    assert say("trial.plain", FR) == "Bonjour."
    assert say("trial.plain", EN) == "Hello."


def test_facts_take_the_place_of_their_names():
    assert say("trial.share", EN, share="a lot", name="{this}") == "a lot of {this}"


def test_numbers_are_written_as_the_language_does():
    assert say("trial.share", FR, share=Fraction(5, 2), name=1234) == "2,5 sur 1\u00a0234"
    assert say("trial.share", EN, share=Decimal("2.5"), name=1234) == "2.5 of 1,234"


@pytest.mark.parametrize("count", [0, 1, -1, Fraction(3, 2), Decimal("1.9")])
def test_french_is_singular_below_two(count):
    assert say("trial.gaps", FR, count=count).endswith("écart")


@pytest.mark.parametrize("count", [2, 3, 1000, Fraction(5, 2)])
def test_french_is_plural_from_two_on(count):
    assert say("trial.gaps", FR, count=count).endswith("écarts")


@pytest.mark.parametrize("count", [0, 2, Fraction(3, 2), Fraction(1, 2)])
def test_english_is_plural_save_at_one(count):
    assert say("trial.gaps", EN, count=count).endswith("gaps")
    assert say("trial.gaps", EN, count=1) == "1 gap"


@pytest.mark.parametrize("key", ["trial.none", "none.plain", "trial", "trial.gaps.few", "a..b"])
def test_unknown_keys_are_refused_by_name(key):
    assert not has(key, FR)
    with pytest.raises(UnknownKeyError, match=key):
        say(key, FR)


def test_has_tells_words_from_tables():
    assert has("trial.gaps", FR)
    assert has("trial.plain", EN)
    assert not has("trial", EN)


@pytest.mark.parametrize("facts", [{}, {"share": 1}])
def test_a_lacking_fact_is_refused(facts):
    with pytest.raises(MissingFactError, match=r"trial\.share"):
        say("trial.share", FR, **facts)


def test_a_plural_without_its_count_is_refused():
    with pytest.raises(MissingFactError, match="count"):
        say("trial.gaps", FR)


@pytest.mark.parametrize("count", ["2", 2.0, None])
def test_a_count_that_is_not_exact_is_refused(count):
    with pytest.raises(TypeError):
        say("trial.gaps", FR, count=count)


def test_no_words_are_read_at_import():
    code = "import scalecheck.language.catalogue as c, sys;sys.exit(c._read.cache_info().currsize)"
    source = Path(__file__).parents[2] / "src"
    assert subprocess.run([sys.executable, "-c", code], cwd=source, check=False).returncode == 0
