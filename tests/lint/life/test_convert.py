"""Answers read under a new edition: kept, mapped, asked again; and tables that do not hold."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.scoring.builders import criterion, level, plain, project, rubric, scale
from tests.scoring.generator import make

from scalecheck.lint.life.convert import Editions, Fate, convert, gather
from scalecheck.lint.life.draft import draft_upgrade
from scalecheck.lint.life.ways import ways_by_name, ways_of
from scalecheck.model.answer import Answer
from scalecheck.model.check_upgrade import find_upgrade_misfits, find_upgrade_problems
from scalecheck.model.nodes import Nodes
from scalecheck.model.upgrade import Upgrade
from scalecheck.scoring.assess import Options, assess

NOTE = {"fr": "Parce que."}


def edition(*criteria, values=range(5), version="1.0.0", **more):
    first = criteria[0] if isinstance(criteria[0], str) else criteria[0]["id"]
    return rubric(
        version=version,
        scales=[scale("s", values)],
        criteria=[criterion(c, "s") for c in criteria],
        headline="ladder",
        levels=[level(1, {first: 1})],
        **more,
    )


def table(old, new, **sections):
    head = {
        "format": "scalecheck/upgrade@1",
        "from": {"rubric": old.id, "version": old.version},
        "to": {"rubric": new.id, "version": new.version},
        "languages": ["fr"],
        "title": "Passage",
    }
    return Upgrade.model_validate(plain({**head, **sections}), context={"language": "fr"})


def converted(old, new, answers, **sections):
    upgrade = table(old, new, **sections)
    assert find_upgrade_misfits(upgrade, old, new) == ()
    before, after = Nodes(old), Nodes(new)
    editions = Editions(before, after, ways_of(upgrade, before, after))
    given = project(answers).assessments[0].answers
    found = convert(editions, given)
    return found, gather(editions, found)


OLD, NEW = edition("a", "b"), edition("a", "b", "c", version="2.0.0")


def test_a_carried_answer_is_the_same_with_all_it_holds():
    answer = {"level": 2, "note": "Vu sur place."}
    found, answers = converted(OLD, NEW, {"a": answer}, carry=["a", "b"], ask={"c": NOTE})
    assert [(one.criterion, one.fate) for one in found] == [
        ("a", Fate.KEPT),
        ("b", Fate.OPEN),
        ("c", Fate.ASKED),
    ]
    assert answers["a"].note.fr == "Vu sur place."


@pytest.mark.parametrize(
    ("given_answer", "expected"),
    [
        (1, {"level": "0"}),
        (2, {"between": ("1", "2")}),
        ({"between": [1, 2]}, {"between": ("0", "2")}),
        ({"between": [3, 4]}, {"level": "3"}),
        ("unknown", {"unknown": True}),
    ],
)
def test_a_mapped_answer_takes_the_levels_of_the_table(given_answer, expected):
    levels = {"0": 0, "1": 0, "2": [1, 2], "3": 3, "4": 3}
    found, answers = converted(
        OLD, NEW, {"a": given_answer}, map={"c": {"from": "a", "levels": levels, "note": NOTE}}
    )
    assert answers["c"] == Answer(**expected)
    assert next(one.fate for one in found if one.criterion == "c") is Fate.MAPPED


def test_the_lowest_of_several_answers_counts_with_the_evidence_of_all():
    old = edition("a", "b", evidence={"grades": ["declared", "documented"]})
    sections = {"map": {"c": {"from": ["a", "b"], "note": NOTE}}}
    answers = {"a": {"level": 3, "evidence": []}, "b": {"between": [1, 4]}}
    _, found = converted(old, NEW, answers, **sections)
    assert found["c"] == Answer(between=("1", "3"), evidence=())


def test_one_answer_of_several_that_is_missing_is_asked_again():
    sections = {"map": {"c": {"from": ["a", "b"], "note": NOTE}}}
    found, answers = converted(OLD, NEW, {"a": 3}, **sections)
    assert "c" not in answers
    assert {one.criterion: one.fate for one in found}["c"] is Fate.ASKED


def test_what_is_not_applicable_is_kept_only_where_that_is_allowed():
    old = edition({"id": "a", "not_applicable": "allowed"}, "b")
    answers = {"a": {"not_applicable": "Sans objet ici."}}
    allowed = edition({"id": "a", "not_applicable": "allowed"}, "b", version="2.0.0")
    _, kept = converted(old, allowed, answers, carry=["a"])
    assert kept["a"].not_applicable == "Sans objet ici."
    found, asked = converted(old, NEW, answers, carry=["a"])
    assert asked == {}
    assert {one.criterion: one.fate for one in found}["a"] is Fate.ASKED


def test_answers_per_setting_stay_with_their_setting():
    group = {"groups": [{"id": "milieux", "of": "settings", "criteria": ["b"]}]}
    old, new = edition("a", "b", **group), edition("a", "b", version="2.0.0", **group)
    found, answers = converted(old, new, {"milieux": {"m1": {"b": 2}}}, carry=["a", "b"])
    assert answers == {"milieux": {"m1": {"b": Answer(level="2")}}}
    assert ("b", "m1", Fate.KEPT) in [(one.criterion, one.instance, one.fate) for one in found]


SMALL = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@SMALL
@given(st.integers(0, 10_000))
def test_an_identity_table_gives_the_same_assessment(seed):
    grid, fiche = make(seed).read()
    nodes = Nodes(grid)
    ways = ways_by_name(grid, grid)
    assert set(ways) == {one.id for one in nodes.asked()}
    snapshot = fiche.current
    editions = Editions(nodes, nodes, ways)
    answers = gather(editions, convert(editions, snapshot.answers))
    renewed = snapshot.model_copy(update={"answers": answers})
    quick = Options(steps=False, sensitivity=False)
    one = assess(grid, fiche.model_copy(update={"assessments": (snapshot,)}), quick)
    other = assess(grid, fiche.model_copy(update={"assessments": (renewed,)}), quick)
    assert {k: f.counted for k, f in one.facts.items()} == {
        k: f.counted for k, f in other.facts.items()
    }
    assert one.headline == other.headline
    assert one.nodes == other.nodes


# Tables that do not hold ------------------------------------------------------------------------


def misfits(old, new, **sections):
    return [(p.code, p.path) for p in find_upgrade_misfits(table(old, new, **sections), old, new)]


@pytest.mark.parametrize(
    ("sections", "found"),
    [
        ({"carry": ["z"]}, ("unknown-criterion", ("carry", 0))),
        ({"ask": {"z": NOTE}}, ("unknown-criterion", ("ask", "z"))),
        ({"drop": {"z": NOTE}}, ("unknown-criterion", ("drop", "z"))),
        (
            {"map": {"c": {"from": "z", "note": NOTE}}},
            ("unknown-criterion", ("map", "c", "from", 0)),
        ),
        (
            {"map": {"c": {"from": "a", "levels": {"9": 1}, "note": NOTE}}},
            ("unknown-level", ("map", "c", "levels", "9")),
        ),
        (
            {"map": {"c": {"from": "a", "levels": {"1": 9}, "note": NOTE}}},
            ("unknown-level", ("map", "c", "levels", "1")),
        ),
        (
            {"map": {"c": {"from": "a", "levels": {"1": [2, 1]}, "note": NOTE}}},
            ("between-reversed", ("map", "c", "levels", "1")),
        ),
    ],
)
def test_what_the_rubrics_do_not_know_is_refused(sections, found):
    assert misfits(OLD, NEW, **sections) == [found]


def test_levels_that_the_new_scale_lacks_cannot_be_kept():
    short = edition("a", "b", values=range(3), version="2.0.0")
    assert misfits(OLD, short, carry=["a"]) == [("upgrade-other-levels", ("carry", 0))]
    assert "a" not in ways_by_name(OLD, short)


def test_a_criterion_asked_of_settings_is_not_one_asked_once():
    group = {"groups": [{"id": "milieux", "of": "settings", "criteria": ["b"]}]}
    grouped = edition("a", "b", version="2.0.0", **group)
    assert misfits(OLD, grouped, carry=["b"]) == [("upgrade-other-group", ("carry", 0))]


@pytest.mark.parametrize(
    ("sections", "code"),
    [
        ({"carry": ["a", "a"]}, "upgrade-told-twice"),
        ({"carry": ["a"], "ask": {"a": NOTE}}, "upgrade-told-twice"),
        ({"carry": ["a"], "drop": {"a": NOTE}}, "upgrade-dropped-yet-read"),
    ],
)
def test_what_is_said_twice_is_refused(sections, code):
    assert [p.code for p in find_upgrade_problems(table(OLD, NEW, **sections))] == [code]


def test_a_table_from_an_edition_to_itself_is_refused():
    assert [p.code for p in find_upgrade_problems(table(OLD, OLD))] == ["upgrade-to-itself"]


# Drafts -----------------------------------------------------------------------------------------


def test_a_draft_sorts_every_criterion():
    old = edition({"id": "a", "question": "Combien?"}, {"id": "b", "title": "Portée"}, "g", "e")
    new = edition(
        {"id": "a", "question": "Depuis quand?"},
        {"id": "ampleur", "title": "Portée"},
        "g",
        "f",
        version="2.0.0",
    )
    draft = draft_upgrade(old, new)
    assert draft.carry == ("g",)
    assert draft.reworded == ("a",)
    assert draft.renamed == (("b", "ampleur"),)
    assert draft.added == ("f",)
    assert draft.dropped == ("e",)


def test_a_draft_asks_again_what_changed_scale():
    short = edition("a", "b", values=range(3), version="2.0.0")
    assert draft_upgrade(OLD, short).rescaled == ("a", "b")
