"""What changed between two editions: in meaning, in words, or nothing at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scoring.builders import level, named_scale, non_answers, rubric, scale

from scalecheck.api.loading import shelf
from scalecheck.lint.life.diff import diff_rubrics
from scalecheck.lint.life.fingerprint import meaning_fingerprint, text_fingerprint
from scalecheck.lint.life.version import judge_version, read_version
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import Change, ChangeKind, Edition, Family, Rise, TextChange
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

SHIPPED = ["is-echelle", "screening", "trl"]


def edition(**parts):
    given = {
        "scales": [named_scale("oui-non", "no", "partly", "yes")],
        "criteria": "a b",
        "headline": "ladder",
        "levels": [level(1, {"a": 1}), level(2, {"a": 1, "b": 2})],
    }
    return rubric(**{**given, **parts})


def told(old, new):
    return [(c.kind, c.family, c.owner, c.name, c.field) for c in diff_rubrics(old, new).changes]


def test_a_requirement_raised_is_told_with_both_levels():
    new = edition(levels=[level(1, {"a": 1}), level(2, {"a": 1, "b": 1})])
    (change,) = diff_rubrics(edition(), new).changes
    assert change == Change(
        ChangeKind.CHANGED, Family.REQUIREMENT, "b", "2", "at", old="2", new="1"
    )


def test_a_requirement_added_and_one_removed_are_told():
    new = edition(levels=[level(1, {"a": 1, "b": 1}), level(2, {"b": 2})])
    assert told(edition(), new) == [
        ("removed", "requirement", "2", "a", ""),
        ("added", "requirement", "1", "b", ""),
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"criteria": "a b c"}, ("added", "criterion", "", "c", "")),
        ({"non_answers": non_answers(unknown="worst")}, ("changed", "rubric", "", "", "unknown")),
        (
            {"criteria": ["a", {"id": "b", "weight": 3}]},
            ("changed", "criterion", "", "b", "weight"),
        ),
        (
            {"tracks": [{"id": "local", "title": "Local", "waives": ["b"]}]},
            ("added", "track", "", "local", ""),
        ),
        (
            {"measures": [{"id": "m", "title": "M", "op": "min", "of": "d"}]},
            ("added", "measure", "", "m", ""),
        ),
        ({"attributes": [{"id": "x", "values": ["u"]}]}, ("added", "attribute", "", "x", "")),
        (
            {"stages": [{"id": "debut", "title": "Début"}]},
            ("added", "stage", "", "debut", ""),
        ),
    ],
)
def test_each_family_of_change_is_told(change, found):
    assert found in told(edition(), edition(**change))


def test_a_whole_scale_that_goes_is_told_once():
    more = [named_scale("oui-non", "no", "partly", "yes"), scale("autre", range(3))]
    found = told(edition(scales=more), edition())
    assert found == [("removed", "scale", "", "autre", "")]


def test_evidence_asked_for_is_a_change_of_meaning():
    levels = [{"value": 0}, {"value": 1}, {"value": 2, "evidence": "documented"}]
    grades = {"grades": ["declared", "documented"]}
    old = edition(scales=[scale("s", range(3))], evidence=grades)
    new = edition(scales=[scale("s", levels)], evidence=grades)
    assert told(old, new) == [("changed", "scale-level", "s", "2", "evidence")]


SAME_MEANING = [
    {"levels": [level(1, {"all_of": [{"a": 1}]}), level(2, {"b": 2, "a": 1})]},
    {"levels": [level(1, {"a": "partly"}), level(2, {"a": 1, "b": "yes"})]},
    {"levels": [level(1, {"a": 1}), level(2, {"all_of": [{"a": 0}, {"b": 2}, {"a": 1}]})]},
    {"criteria": "b a"},
    {"version": "9.9.9"},
]


@pytest.mark.parametrize("spelling", SAME_MEANING)
def test_another_spelling_of_the_same_is_no_change_of_meaning(spelling):
    assert meaning_fingerprint(edition(**spelling)) == meaning_fingerprint(edition())
    assert diff_rubrics(edition(), edition(**spelling)).changes == ()


def test_weights_count_by_their_ratios():
    def majority(*weights):
        terms = {"threshold": "60%", "profile": {"a": 1, "b": 1}}
        terms["weights"] = dict(zip("ab", weights, strict=True))
        return edition(levels=[level(1, {"majority": terms})])

    assert meaning_fingerprint(majority(1, 2)) == meaning_fingerprint(majority(2, 4))
    assert meaning_fingerprint(majority(1, 2)) != meaning_fingerprint(majority(2, 1))


def test_texts_are_told_apart_from_meaning():
    new = edition(title="Autre titre", criteria=[{"id": "a", "question": "Combien?"}, "b"])
    diff = diff_rubrics(edition(), new)
    assert diff.changes == diff.levels == ()
    assert diff.texts == (
        TextChange("title", "fr", "Grille d’essai", "Autre titre"),
        TextChange("criteria.a.question", "fr", "", "Combien?"),
    )
    assert meaning_fingerprint(new) == meaning_fingerprint(edition())
    assert text_fingerprint(new) != text_fingerprint(edition())


def test_a_licence_and_a_source_are_texts():
    found = diff_rubrics(edition(), edition(licence="CC-BY-4.0")).texts
    assert found == (TextChange("licence", "", "CC0-1.0", "CC-BY-4.0"),)


def test_a_thing_with_the_same_texts_under_another_id_looks_renamed():
    names = [{"id": "a"}, {"id": "b", "title": "Ampleur"}]
    others = [{"id": "a"}, {"id": "portee", "title": "ampleur."}]
    new = edition(criteria=others, levels=[level(1, {"a": 1}), level(2, {"a": 1, "portee": 2})])
    assert told(edition(criteria=names), new) == [("renamed", "criterion", "", "portee", "")]


def test_two_things_with_the_same_texts_are_not_taken_for_one():
    twins = [{"id": "c", "title": "T"}, {"id": "e", "title": "T"}]
    kinds = {kind for kind, *_ in told(edition(criteria=["a", "b", *twins[:1]]), edition())}
    assert kinds == {"removed"}
    others = [{"id": "f", "title": "T"}, {"id": "g", "title": "T"}]
    old, new = edition(criteria=["a", "b", *twins]), edition(criteria=["a", "b", *others])
    assert "renamed" not in {kind for kind, *_ in told(old, new)}


# Files ------------------------------------------------------------------------------------------


def read(text):
    return build(parse(text.encode(), "r.yaml"), kind_named("rubric")).value


@pytest.mark.parametrize("name", SHIPPED)
def test_comments_and_quotes_change_nothing(name):
    text = (shelf().find(name).path).read_text(encoding="utf-8")
    other = "# Un autre commentaire\n" + text.replace("direction: up", 'direction: "up"')
    diff = diff_rubrics(read(text), read(other))
    assert diff.is_empty


@pytest.mark.parametrize("name", SHIPPED)
@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_of_keys_changes_no_fingerprint(name, random):
    text = (shelf().find(name).path).read_bytes()
    data = parse(text, name).data
    value = Rubric.model_validate(data)
    other = Rubric.model_validate(shuffled(data, random))
    assert meaning_fingerprint(other) == meaning_fingerprint(value)
    assert text_fingerprint(other) == text_fingerprint(value)


def shuffled(data, random, key=""):
    """The same data, its keys in another order where no order is asked for."""
    if isinstance(data, dict):
        keys = list(data)
        if key not in ("computed", "items", "anchors", "advice", "least"):
            random.shuffle(keys)
        return {k: shuffled(data[k], random, k) for k in keys}
    return tuple(shuffled(part, random) for part in data) if isinstance(data, tuple) else data


# Versions ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["0.1.0", "1.0.0", "2.10.3", "0.2.0-essai"])
def test_three_numbers_are_a_version(text):
    assert read_version(text) is not None


@pytest.mark.parametrize("text", ["1", "1.0", "v1.0.0", "2026-10", "01.0.0", "1.0.0.0", "un"])
def test_anything_else_is_not(text):
    assert read_version(text) is None


CHANGED = Change(ChangeKind.CHANGED, Family.CRITERION, "a", field="weight")
ADDED = Change(ChangeKind.ADDED, Family.CRITERION, "a")
TEXT = TextChange("title", "fr", "a", "b")


@pytest.mark.parametrize(
    ("old", "new", "changes", "texts", "enough"),
    [
        ("0.1.0", "0.1.0", (), (), True),
        ("0.1.0", "0.1.0", (), (TEXT,), False),
        ("0.1.0", "0.1.1", (), (TEXT,), True),
        ("0.1.0", "0.1.1", (CHANGED,), (), False),
        ("0.1.0", "0.2.0", (CHANGED,), (), True),
        ("1.0.0", "1.1.0", (CHANGED,), (), False),
        ("1.0.0", "2.0.0", (CHANGED,), (), True),
        ("1.0.0", "1.1.0", (ADDED,), (), True),
        ("1.0.0", "0.9.0", (), (), False),
        ("0.1.0", "un", (CHANGED,), (), None),
    ],
)
def test_a_version_rises_as_its_changes_ask(old, new, changes, texts, enough):
    found = judge_version(Edition("r", old), Edition("r", new), changes, (), texts)
    assert found.is_enough is enough


def test_the_least_version_that_would_do_is_said():
    found = judge_version(Edition("r", "0.1.4"), Edition("r", "0.1.5"), (CHANGED,), (), ())
    assert (found.needed, found.made, found.least) == (Rise.MINOR, Rise.PATCH, "0.2.0")


def test_two_rubrics_have_no_common_numbers():
    found = judge_version(Edition("r", "0.1.0"), Edition("s", "0.1.0"), (CHANGED,), (), ())
    assert found.is_enough is None
