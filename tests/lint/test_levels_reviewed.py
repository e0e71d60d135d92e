"""What the rules about levels must not tell, since leaving questions out makes it false."""

import pytest
from tests.lint.subjects import find_codes, find_problems, make_subject
from tests.scoring.builders import NON_ANSWERS, rubric

from scalecheck.lint.rules.levels import LEVELS, level_undecided, strategy_never_ready
from scalecheck.lint.rules.levels.wording import describe

OPTIONAL = "allowed"
ONLY_BY = "reachable-only-by-not-applicable"
GROUP = {"groups": [{"id": "lieux", "criteria": ["usage"]}]}


def subject_of(*rules, names="besoin appui voie", optional="", **more):
    """A rubric made of levels, and of criteria of which some may be not applicable."""
    left = [{"id": name, "not_applicable": OPTIONAL} for name in optional.split()]
    levels = [{"value": n, "requires": rule} for n, rule in enumerate(rules, 1)]
    return make_subject(rubric(criteria=[*names.split(), *left], levels=levels, **more))


def told(subject, code):
    return [dict(p.facts) for p in find_problems(LEVELS, subject) if p.code == code]


def majority(threshold, **profile):
    return {"majority": {"threshold": threshold, "profile": profile}}


def share(at_least, level):
    return {"in": "lieux", "at_least": at_least, "meet": {"usage": level}}


# A part that may be decisive ----------------------------------------------------------------------


def test_a_guard_beside_a_share_that_may_be_over_nobody_is_no_redundant_part():
    guarded = {"all_of": [{"appui": 2}, share("60%", 2), share(1, 2)]}
    subject = subject_of({"besoin": 1}, guarded, names="besoin appui usage", **GROUP)
    assert told(subject, "redundant-part") == told(subject, "level-undecided") == []


def test_a_guard_beside_a_majority_that_may_drop_out_is_no_redundant_part():
    voted = {**majority("70%", besoin=2, usage=2, cout=2)["majority"], "must": ["besoin"]}
    guarded = {"all_of": [{"majority": voted}, {"appui": 2}, {"besoin": 2}]}
    assert told(subject_of({"voie": 1}, guarded, optional="usage cout"), "redundant-part") == []
    (one,) = told(
        subject_of({"voie": 1}, guarded, names="besoin appui voie usage cout"), "redundant-part"
    )
    assert one["part"] == "besoin 2"


def test_a_part_that_follows_whatever_is_left_out_stays_redundant():
    subject = subject_of(
        {"voie": 1},
        {"all_of": [{"besoin": 3}, {"at_least": 1, "of": {"besoin": 2}}]},
        optional="cout",
    )
    assert "redundant-part" in find_codes(LEVELS, subject)


def test_what_some_instances_leave_out_is_taken_to_be_decisive():
    per_instance = {"all_of": [share(2, 2), share(1, 1)]}
    for optional, count in (("usage", 0), ("", 1)):
        names = "besoin appui voie" + ("" if optional else " usage")
        subject = subject_of({"besoin": 1}, per_instance, names=names, optional=optional, **GROUP)
        assert len(told(subject, "redundant-part")) == count


def test_a_choice_that_helps_where_another_is_not_applicable_is_no_dead_branch():
    choice = {"any_of": [{"droit": 2}, {"droit": 3, "voie": 2}]}
    assert told(subject_of({"besoin": 1}, choice, optional="droit"), "dead-branch") == []
    subject = subject_of({"besoin": 1}, choice, names="besoin voie droit")
    assert [one["branch"] for one in told(subject, "dead-branch")] == ["droit 3, voie 2"]


# A level that is a result -------------------------------------------------------------------------


def test_a_level_is_not_implied_where_an_earlier_one_may_be_had_without_it():
    first = {"all_of": [{"besoin": 1}, majority("100%", usage=2, cout=2)]}
    rest = ({"usage": 1}, {"besoin": 3, "usage": 3})
    names = "besoin appui voie usage"
    assert told(subject_of(first, *rest, names=names, optional="cout"), "level-implied") == []
    assert told(subject_of(first, *rest, names=f"{names} cout"), "level-implied") != []


@pytest.mark.parametrize(
    ("track", "count"),
    [
        ({}, 1),
        ({"ceiling": 1}, 1),
        ({"ceiling": 2}, 0),
        ({"waives": ["besoin"], "ceiling": 4}, 1),
        ({"waives": ["besoin", "voie"], "ceiling": 4}, 0),
    ],
)
def test_a_level_where_a_track_ends_or_passes_the_next_over_is_a_result(track, count):
    rules = [{"besoin": 1, "voie": 1}, {"usage": 2, "voie": 2}, {"besoin": 1, "voie": 2}]
    track = {"id": "local", "title": "Local", "waives": ["cout"], **track}
    subject = subject_of(*rules, {"usage": 3}, names="besoin usage voie cout", tracks=[track])
    assert len(told(subject, "level-implied")) == count


def test_a_majority_drops_out_only_where_the_level_can_then_be_reached():
    count = {"id": "forts", "title": "Forts", "op": "count", "of": ["besoin", "usage", "cout"]}
    measures = [{**count, "at_least": 1}]
    level = {"all_of": [majority("70%", besoin=2, usage=2, cout=2), {"appui": 2}]}
    for forts, found in ((3, []), (1, ["usage, cout"])):
        subject = subject_of({"forts": forts}, level, optional="usage cout", measures=measures)
        assert [one["left"] for one in told(subject, "majority-may-drop-out")] == found


# Strategies ---------------------------------------------------------------------------------------


def strategies(*given):
    every = [{"title": one["id"], **one} for one in given]
    return subject_of({"besoin": 1}, strategies=every, optional="cout")


def test_a_strategy_that_waives_its_own_test_names_what_it_asks():
    subject = strategies({"id": "essaimage", "waives": ["voie"], "ready_when": {"voie": 2}})
    (one,) = told(subject, "strategy-never-ready")
    assert one == {"strategy": "essaimage", "asked": "voie 2"}


def test_a_strategy_that_waives_a_part_of_its_test_may_be_ready():
    rule = {"voie": 2, "cout": 2}
    subject = strategies({"id": "essaimage", "waives": ["voie"], "ready_when": rule})
    assert told(subject, "strategy-never-ready") == []


def test_a_strategy_of_which_the_ways_could_not_all_be_tried_is_undecided(monkeypatch):
    rule = {"at_least": 1, "of": {"forts": 2}}
    measures = [{"id": "forts", "title": "Forts", "op": "count", "of": ["cout"], "at_least": 1}]
    subject = subject_of(
        {"besoin": 1},
        optional="cout",
        measures=measures,
        strategies=[{"id": "essaimage", "title": "E", "ready_when": rule}],
    )
    monkeypatch.setattr("scalecheck.scoring.logic.purse.Purse.is_empty", True)
    found = find_problems([strategy_never_ready.RULE, level_undecided.RULE], subject)
    told_of = [(one.code, dict(one.facts)["rule"]) for one in found if one.path[0] == "strategies"]
    assert told_of == [("level-undecided", "strategy-never-ready")]


# What parts are called ----------------------------------------------------------------------------


def test_a_level_reached_only_where_a_share_is_over_nobody_names_the_group():
    computed = {"id": "calcul", "computed": {1: share("all", 2)}}
    levels = [{"value": 1, "requires": {"besoin": 1}}, {"value": 2, "requires": {"calcul": 2}}]
    criteria = ["besoin", "usage", computed]
    rules = {**NON_ANSWERS, "empty_level": "passes"}
    subject = make_subject(rubric(criteria=criteria, levels=levels, non_answers=rules, **GROUP))
    (one,) = (p for p in find_problems(LEVELS, subject) if p.code == ONLY_BY)
    assert dict(one.facts)["left"] == "lieux"
    assert ("groups", 0, "id") in [also.path for also in one.also if also.label == "nobody-listed"]


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ({"besoin": 2, "appui": 1}, "besoin 2, appui 1"),
        (share("60%", 2), "lieux (usage 2)"),
        ({"at_least": 1, "of": {"besoin": 2}}, "besoin 2"),
        (majority("60%", besoin=2, appui=1), "besoin 2, appui 1"),
        ({"should": {"besoin": 2}}, "besoin 2"),
        ({"answered": ["besoin", "appui"]}, "besoin, appui"),
        (
            {"all_of": [{"voie": 1}, {"any_of": [{"besoin": 2}, {"appui": 1}]}]},
            "voie 1, (besoin 2 / appui 1)",
        ),
    ],
)
def test_a_part_is_named_by_its_criteria(rule, name):
    subject = subject_of(rule, names="besoin appui voie usage", **GROUP)
    assert describe(subject.value.levels[0].requires) == name


@pytest.mark.parametrize(
    ("rule", "asked", "best"),
    [
        ({"any_of": [{"forts": 3}, {"forts": 4}]}, "forts 3 / forts 4", "forts 2"),
        ({"at_least": 2, "of": {"besoin": 2, "forts": 3}}, "2/2 (besoin 2, forts 3)", "1/2"),
        ({"at_least": "all", "of": {"besoin": 2, "forts": 3}}, "100% (besoin 2, forts 3)", "50%"),
        (majority("60%", besoin=2, forts=3), "60% (besoin 2, forts 3)", "50%"),
    ],
)
def test_what_is_never_met_is_told_without_the_words_of_the_format(rule, asked, best):
    count = {"id": "forts", "title": "F", "op": "count", "of": ["besoin", "voie"], "at_least": 1}
    (one,) = told(subject_of({"appui": 1}, rule, measures=[count]), "contradictory-level")
    assert (one["asked"], one["best"]) == (asked, best)
