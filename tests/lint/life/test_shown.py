"""Differences as people read them: words for every change, in both languages, and drafts."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.lint.life.conftest import RUBRIC, criterion
from tests.lint.life.editions import pairs
from tests.scoring.generator import make

import scalecheck
from scalecheck.cli.app import run
from scalecheck.model.check_upgrade import find_upgrade_misfits
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

SOME = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
SHIPPED = ["is-echelle", "screening", "trl"]


def show_everywhere(old, new):
    diff = scalecheck.diff_rubrics(old, new)
    for form in ("terminal", "markdown", "json"):
        for language in ("fr", "en"):
            assert scalecheck.render_diff(old, new, diff, form, language=language).strip()
    return diff


@SOME
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_any_two_rubrics_can_be_compared_and_shown(one, other):
    show_everywhere(make(one).read()[0], make(other).read()[0])


@SOME
@given(pairs())
def test_every_change_of_a_ladder_can_be_shown(editions):
    show_everywhere(*editions)


@pytest.mark.parametrize("old", SHIPPED)
@pytest.mark.parametrize("new", SHIPPED)
def test_shipped_rubrics_can_be_compared_and_shown(old, new):
    show_everywhere(scalecheck.load_rubric(old), scalecheck.load_rubric(new))


@SOME
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_draft_is_a_table_that_holds(one, other):
    old = make(one).read()[0]
    new = make(other).read()[0].model_copy(update={"version": "9.0.0"})
    draft = scalecheck.render_diff(old, new, scalecheck.diff_rubrics(old, new), "upgrade")
    table = build(parse(draft.encode(), "draft.yaml"), kind_named("upgrade")).value
    assert find_upgrade_misfits(table, old, new) == ()


def test_the_command_says_what_changed_and_writes_a_draft(place, capsys):
    words = ["rubrics", "diff", str(place / "petite-0.1.0.yaml"), str(place / "petite.yaml")]
    assert run([*words, "--lang", "en"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Criterion added: portee" in shown
    assert "with besoin at 1, a project was at level 1; it would be below the first level" in shown
    assert "0.1.0 → 0.2.0: the number is enough." in shown
    target = place / "ebauche.yaml"
    assert run([*words, "--format", "upgrade", "-o", str(target)]) == 0
    assert "carry:\n  - besoin\n" in target.read_text(encoding="utf-8")


def test_json_holds_what_is_found(place, capsys):
    words = ["rubrics", "diff", str(place / "petite-0.1.0.yaml"), str(place / "petite.yaml")]
    assert run([*words, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "scalecheck/rubric-diff@1"
    assert found["version"]["needed"] == "minor"
    (level,) = found["levels"]
    assert level["harder"]["lacking"][0]["criterion"] == "besoin"


def test_two_equal_files_say_so(place, capsys):
    other = place / "autre.yaml"
    text = RUBRIC.format(version="0.2.0", criteria=criterion("besoin"), asked=1)
    (place / "petite.yaml").write_text(text, encoding="utf-8")
    other.write_text(f"# un commentaire\n{text}", encoding="utf-8")
    assert run(["rubrics", "diff", str(place / "petite.yaml"), str(other), "--lang", "fr"]) == 0
    assert "Aucun changement" in capsys.readouterr().out


def test_hostile_texts_move_no_cursor(place):
    text = RUBRIC.format(version='"1\\e[2J"', criteria=criterion("besoin"), asked=1)
    (place / "petite.yaml").write_text(text, encoding="utf-8")
    old, new = (scalecheck.load_rubric(place / f"petite{v}.yaml") for v in ("-0.1.0", ""))
    diff = scalecheck.diff_rubrics(old, new)
    for form in ("terminal", "markdown"):
        assert "\x1b" not in scalecheck.render_diff(old, new, diff, form)
