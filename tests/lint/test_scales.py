"""Scales and the descriptions of their levels: what a reader could not choose between."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lint.subjects import find_codes, find_problems, make_subject
from tests.scoring.builders import level, rubric, scale

from scalecheck.lint.rules.scales import SCALES
from scalecheck.lint.wording import are_alike, words_of, write_number, write_share

LEVELS = [level(1, {"ampleur": 1})]


def told(anchors, size=5, **more):
    """What is told of a criterion that describes levels of a scale from 0."""
    criterion = {"id": "ampleur", "anchors": anchors, **more}
    grid = rubric(criteria=[criterion], scales=[scale(values=range(size))], levels=LEVELS)
    return find_codes(SCALES, make_subject(grid))


def labels(*said, start=0):
    values = [{"value": n, "label": text} for n, text in enumerate(said, start)]
    return find_codes(
        SCALES, make_subject(rubric(criteria=["ampleur"], scales=[scale(values=values)]))
    )


def said_at(*levels):
    return {n: f"Ce que l’on voit seulement au palier {'abcdefgh'[n] * 3}" for n in levels}


@pytest.mark.parametrize("described", [(0, 1, 2, 3, 4), (1, 2, 3, 4), (0, 2, 4), ()])
def test_the_worst_level_and_every_second_one_may_go_without_a_description(described):
    assert "missing-anchor" not in told(said_at(*described))


@pytest.mark.parametrize("described", [(1, 2, 4), (0, 4), (2,), (1, 3), (0, 1, 2, 3)])
def test_other_levels_left_out_are_told(described):
    assert "missing-anchor" in told(said_at(*described))


def test_a_scale_that_describes_a_level_describes_it_for_all():
    values = [{"value": n, "description": f"Palier {n}"} for n in range(4)]
    criteria = [{"id": "ampleur", "anchors": said_at(1, 3)}, {"id": "portee"}]
    grid = rubric(criteria=criteria, scales=[scale(values=values)])
    assert find_codes(SCALES, make_subject(grid)) == []


@pytest.mark.parametrize(
    "values",
    [
        [{"value": 0}, {"value": 1}],
        [{"value": 0}, {"value": 1, "from": "50%"}, {"value": 2, "above": "85%"}],
    ],
)
def test_a_yes_or_no_and_a_measured_amount_need_no_description(values):
    grid = rubric(criteria=["ampleur"], scales=[scale(values=values)])
    assert find_codes(SCALES, make_subject(grid)) == []


def test_a_criterion_that_is_computed_needs_no_description():
    criteria = [
        {"id": "ampleur", "anchors": said_at(1, 2, 3, 4, 5)},
        {"id": "portee", "computed": {1: {"ampleur": 2}}},
    ]
    assert find_codes(SCALES, make_subject(rubric(criteria=criteria))) == []


def test_levels_described_from_the_best_to_the_worst_are_in_order():
    assert told({n: said_at(n)[n] for n in (4, 3, 2, 1)}) == []
    assert told({n: said_at(n)[n] for n in (1, 3, 2, 4)}) == ["anchors-out-of-order"]


def test_two_levels_apart_that_say_the_same_are_told_with_the_first_one():
    anchors = {**said_at(1, 2, 3), 4: f"{said_at(1)[1].upper()}."}
    criterion = {"id": "ampleur", "anchors": anchors}
    grid = rubric(criteria=[criterion], scales=[scale(values=range(5))])
    (found,) = find_problems(SCALES, make_subject(grid))
    assert (found.code, dict(found.facts)) == ("identical-anchors", {"level": "4", "other": "1"})


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Le comité a lu le portrait et en a parlé avec l’équipe.",
         "Le comité a relu le portrait et en a parlé avec l’équipe.", True),
        ("Au moins un milieu l’utilise depuis douze mois dans ses activités.",
         "Au moins 3 milieux l’utilisent depuis 24 mois dans leurs activités.", False),
        ("Les résultats se maintiennent depuis 12 mois dans le milieu d’origine.",
         "Les résultats se maintiennent depuis 24 mois dans le milieu d’origine.", False),
        ("Some of the people concerned take part in the decisions of the project.",
         "Most of the people concerned take part in the decisions of the project.", False),
    ],
)  # fmt: skip
def test_texts_that_differ_by_how_much_or_how_many_are_not_alike(one, other, alike):
    assert are_alike(words_of(one), words_of(other), 0.9) is alike


@given(st.text("ab ", max_size=30))
def test_a_text_is_not_like_itself_with_another_figure(text):
    assert not are_alike((*words_of(text), "12"), (*words_of(text), "24"), 0.0)


def test_long_texts_with_nothing_in_place_are_compared_in_a_moment():
    words = tuple(f"mot{n % 50}" for n in range(30_000))
    assert not are_alike(words, tuple(reversed(words)), 0.9)
    assert are_alike((*words, "avant"), (*words, "apres"), 0.9)


@pytest.mark.parametrize(
    ("said", "start", "code"),
    [
        (("0. Absent", "1. Amorcé", "2. Établi"), 1, True),
        (("Niveau 2 : absent", "Amorcé", "Établi"), 0, True),
        (("0. Absent", "1. Amorcé", "2. Établi"), 0, False),
        (("0", "1-4 milieux", "5-9 milieux"), 0, False),
        (("0", "25", "50", "100"), 0, False),
        (("Moins de 12 mois", "12 mois", "24 mois"), 0, False),
        (("1 milieu", "2 milieux", "3 milieux"), 0, False),
    ],
)
def test_a_label_is_blamed_for_a_number_only_where_it_numbers_levels(said, start, code):
    assert ("label-of-another-level" in labels(*said, start=start)) is code


@pytest.mark.parametrize(
    ("said", "count"),
    [
        (("Absent", "Amorcé", None, "Établi"), 1),
        (("Jamais", None, None, "Toujours"), 0),
        (("Jamais", None, "Parfois", None, "Toujours"), 0),
        ((None, None, None), 0),
    ],
)
def test_scales_that_name_their_ends_only_leave_the_rest_unnamed_on_purpose(said, count):
    values = [{"value": n, **({"label": text} if text else {})} for n, text in enumerate(said)]
    grid = rubric(criteria=["ampleur"], scales=[scale(values=values)])
    assert find_codes(SCALES, make_subject(grid)).count("unlabelled-level") == count


def test_a_scale_is_used_by_criteria_attributes_tables_and_ladders():
    scales = [scale(), scale("deux", range(3)), scale("trois", range(3)), scale("quatre", range(3))]
    grid = rubric(
        criteria=[{"id": "ampleur"}],
        scales=scales,
        attributes=[{"id": "taille", "scale": "deux"}],
        measures=[{"id": "m", "op": "ladder", "items": {1: ["ampleur"]}, "scale": "trois"}],
    )
    unused = [p for p in find_problems(SCALES, make_subject(grid)) if p.code == "unused-scale"]
    assert [dict(found.facts)["scale"] for found in unused] == ["quatre"]


@pytest.mark.parametrize(
    ("number", "said"),
    [("3", "3"), ("1/4", "0.25"), ("1/3", "1/3"), ("-1/2", "-0.5"), ("200", "200"), ("0", "0")],
)
def test_numbers_are_written_as_a_rubric_would(number, said):
    assert write_number(Fraction(number)) == said


@pytest.mark.parametrize(("share", "said"), [("7/10", "70%"), ("2/3", "2/3"), ("1/8", "12.5%")])
def test_shares_are_written_as_a_rubric_would(share, said):
    assert write_share(Fraction(share)) == said
