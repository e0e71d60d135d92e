"""What a difference says is true as told: what was found stands, what was not asked is named."""

from fractions import Fraction

import pytest
from tests.lint.life.editions import TOP, with_group
from tests.scoring.builders import level, rubric, scale

import scalecheck
from scalecheck.lint.life.diff import compare_meanings, diff_rubrics, place_of
from scalecheck.lint.life.ladders import _verdict
from scalecheck.model.rubric_diff import Verdict
from scalecheck.scoring.logic import between
from scalecheck.scoring.logic.between import Answer


def ladder(*rules, **criterion):
    return rubric(
        scales=[scale(values=range(TOP + 1))],
        criteria=[{"id": "a"}, {"id": "b", **criterion}],
        headline="ladder",
        levels=[level(k, rule) for k, rule in enumerate(rules, 1)],
    )


def with_policy(grid, **said):
    policies = grid.non_answers
    if "min_applicable" in said:
        said = {"not_applicable": policies.not_applicable.model_copy(update=said)}
    return grid.model_copy(update={"non_answers": policies.model_copy(update=said)})


def shown(old, new, language="fr"):
    text = scalecheck.render_diff(old, new, diff_rubrics(old, new), language=language)
    return " ".join(text.split()).replace("\u00a0", " ")


def test_a_question_to_be_answered_is_not_asked_of_complete_answers():
    old, new = ladder({"a": 1}), ladder({"all_of": [{"a": 1}, {"answered": ["b"]}]})
    for one, other in ((old, new), (new, old)):
        (found,) = diff_rubrics(one, other).levels
        assert (found.verdict, found.harder, found.easier) == (Verdict.SAME, None, None)
        assert "Peut changer pour qui laisse des questions ouvertes : b." in shown(one, other)
        assert "leaves questions open: b." in shown(one, other, "en")


def test_an_answer_asked_for_inside_other_rules_is_named_too():
    old = with_group([{"in": "milieux", "at_least": 1, "meet": {"usage": 1}}])
    meet = {"any_of": [{"usage": 1}, {"answered": ["usage"]}]}
    new = with_group([{"in": "milieux", "at_least": 1, "meet": meet}])
    assert "questions ouvertes : usage." in shown(old, new)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"min_applicable": Fraction(1, 3)}, "« sans objet » : part qui doit s’appliquer."),
        ({"empty_level": "passes"}, "« sans objet » : niveau où rien ne s’applique."),
        ({"unknown": "worst"}, "questions ouvertes : réponse inconnue."),
    ],
)
def test_what_a_policy_may_change_is_told_beside_levels_that_stay(said, told):
    old = ladder({"a": 1})
    text = shown(old, with_policy(old, **said))
    assert "Pour des réponses complètes, appuyées et applicables, aucun niveau" in text
    assert f"Peut changer pour qui {'répond' if 'objet' in told else 'laisse des'} {told}" in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_criterion_that_gains_or_loses_not_applicable_is_named(language):
    old, new = ladder({"a": 1}), ladder({"a": 1}, not_applicable="allowed")
    for one, other in ((old, new), (new, old)):
        words = {"fr": "« sans objet » : b.", "en": "“not applicable”: b."}
        assert words[language] in shown(one, other, language)


def test_nothing_is_said_of_those_whom_nothing_concerns():
    assert "Peut changer" not in shown(ladder({"a": 1}), ladder({"a": 2}))


@pytest.mark.parametrize(
    ("harder", "easier", "verdict"),
    [
        ("found", "found", "both"),
        ("found", "impossible", "harder"),
        ("impossible", "found", "easier"),
        ("impossible", "impossible", "same"),
        ("found", "undecided", "harder-at-least"),
        ("undecided", "found", "easier-at-least"),
        ("undecided", "impossible", "undecided"),
        ("impossible", "undecided", "undecided"),
        ("undecided", "undecided", "undecided"),
    ],
)
def test_what_was_found_is_never_told_undecided(harder, easier, verdict):
    answers = [Answer(between.Verdict(harder)), Answer(between.Verdict(easier))]
    assert _verdict(answers) == verdict


def test_the_place_of_a_change_names_its_family():
    old, new = ladder({"a": 1}, {"b": 1}), ladder({"a": 1}, {"any_of": [{"a": 2}, {"b": 1}]})
    places = {".".join(place_of(change)) for change in compare_meanings(old, new, {})}
    assert places == {"levels.2", "levels.2.requires.b"}
