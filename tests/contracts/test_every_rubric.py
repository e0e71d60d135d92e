"""What every shipped rubric must satisfy, and what the default one promises."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

import scalecheck as sc
from scalecheck.model.nodes import Nodes
from scalecheck.model.rules import InGroup, Requirement
from scalecheck.model.text import Text

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("is-echelle", "screening", "trl")
GRID = sc.load_rubric(ROOT / "rubrics" / "is-echelle.yaml")
SCREEN = sc.load_rubric(ROOT / "rubrics" / "screening.yaml")
NUMBER = re.compile(r"\d+")

# The least level of each criterion at N1 to N9, in the rubric's order.
LEAST = {
    "ampleur-besoin": "122223333",
    "ancrage-terrain": "112233333",
    "non-dedoublement": "012223333",
    "resultats": "000122334",
    "equite-effets": "001122233",
    "indicateurs-apprentissages": "000122333",
    "noyau-adaptation": "000112333",
    "voie": "000012233",
    "plan": "000002333",
    "ressources": "000112233",
    "transmission": "000002334",
    "roles-milieux": "001222333",
    "demande": "000012333",
    "capacite-adoption": "000001233",
    "adoption-effective": "000000234",
    "accompagnement": "000011233",
    "regroupements": "001112233",
    "interprojets": "000001122",
    "competences": "000001223",
    "lecture-environnement": "001112233",
    "adhesion-decideurs": "000001233",
    "perennite": "000011234",
}


def rubric(name: str) -> sc.Rubric:
    return sc.load_rubric(ROOT / "rubrics" / f"{name}.yaml")


def texts(thing: object, path: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(thing, Text):
        yield path, thing
    elif hasattr(type(thing), "model_fields"):
        for field in type(thing).model_fields:
            yield from texts(getattr(thing, field), f"{path}/{field}")
    elif isinstance(thing, dict):
        for key, value in thing.items():
            yield from texts(value, f"{path}/{key}")
    elif isinstance(thing, tuple):
        for number, value in enumerate(thing):
            yield from texts(value, f"{path}/{number}")


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_said_in_french_and_in_english(name: str) -> None:
    lacking = [path for path, text in texts(rubric(name)) if not (text.fr and text.en)]
    assert lacking == []


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_the_same_in_both_languages(name: str) -> None:
    differing = [
        (path, text.fr, text.en)
        for path, text in texts(rubric(name))
        if sorted(NUMBER.findall(text.fr or "")) != sorted(NUMBER.findall(text.en or ""))
    ]
    assert differing == []


@pytest.mark.parametrize("name", NAMES)
def test_every_threshold_is_said_to_be_judgement(name: str) -> None:
    grid = rubric(name)
    assert grid.version.startswith("0.")
    assert grid.licence == "CC-BY-4.0"
    assert grid.notes is not None
    assert "jugement" in (grid.notes.fr or "")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("word", ["NMIS", "grille du RQIS", "RQIS grid"])
def test_no_rubric_borrows_the_name_of_another_instrument(name: str, word: str) -> None:
    text = (ROOT / "rubrics" / f"{name}.yaml").read_text(encoding="utf-8")
    assert word not in text
    assert not re.search(r"(?<!Societal Readiness Level \()\bSRL\b", rubric(name).title.fr or "")


def test_the_default_rubric_has_22_criteria_in_6_dimensions_9_levels_and_6_stages() -> None:
    nodes = Nodes(GRID)
    own = [c for c in GRID.criteria if c.id not in nodes.group_of]
    assert [c.id for c in own] == list(LEAST)
    assert (len(GRID.dimensions), len(GRID.levels), len(GRID.stages)) == (6, 9, 6)


def test_the_default_rubric_asks_exactly_what_the_matrix_says() -> None:
    asked = dict.fromkeys(LEAST, 0)
    for position, level in enumerate(GRID.levels):
        assert isinstance(level.requires, Requirement)
        for name, wanted in level.requires.root.items():
            assert int(wanted) > asked[name], f"{name} at {level.value} raises nothing"
            asked[name] = int(wanted)
        assert {n: int(LEAST[n][position]) for n in LEAST} == asked


def advices() -> list[tuple[str, str, str, str]]:
    found = []
    for criterion in GRID.criteria:
        for level, advice in criterion.advice.items():
            for language in ("fr", "en"):
                said = [
                    getattr(getattr(advice, part), language)
                    for part in ("do", "who", "with_", "proof")
                ]
                title = getattr(criterion.title, language)
                words = " ".join(said).replace(title, "").casefold()
                found.append((criterion.id, level, language, words))
    return found


def test_every_criterion_advises_every_level_in_full() -> None:
    for criterion in GRID.criteria:
        assert sorted(criterion.advice) == ["1", "2", "3", "4"], criterion.id
        for advice in criterion.advice.values():
            assert advice.with_ is not None
            assert advice.months[0] <= advice.months[1]


def test_no_two_advices_are_the_same_once_the_title_is_removed() -> None:
    for (a, la, lang_a, x), (b, lb, lang_b, y) in combinations(advices(), 2):
        assert lang_a != lang_b or x != y, (a, la, b, lb)


def test_every_level_says_whether_it_can_be_scaled_who_decides_and_which_support_fits() -> None:
    for level in GRID.levels:
        said = level.readiness
        assert said is not None
        assert said.gate and said.decided_by and said.support, level.value
    local = next(track for track in GRID.tracks if track.id == "local")
    assert list(local.readiness) == ["1", "2", "3", "4", "5"]
    assert local.ceiling == "5"


def test_adoption_counts_settings_that_use_it_and_never_those_that_withdrew() -> None:
    for criterion in GRID.criteria:
        for rule in (criterion.computed or {}).values():
            for part in getattr(rule, "all_of", (rule,)):
                assert isinstance(part, InGroup)
                statuses = [case.root["status"] for case in part.where]
                assert all("withdrawn" not in values for values in statuses)


def test_the_screen_asks_nine_criteria_of_the_full_rubric_on_the_same_scale() -> None:
    full = {c.id: c for c in GRID.criteria}
    nodes = Nodes(SCREEN)
    shared = [c.id for c in SCREEN.criteria if c.id not in nodes.group_of]
    assert len(shared) == 9
    assert set(shared) < set(full)
    scale, other = SCREEN.scales[0], GRID.scales[0]
    assert [(v.value, v.id) for v in scale.levels] == [(v.value, v.id) for v in other.levels]
    for criterion in SCREEN.criteria:
        assert criterion.scale == full[criterion.id].scale
        assert criterion.not_applicable == full[criterion.id].not_applicable


def test_answers_to_the_screen_count_in_the_full_rubric_unchanged(tmp_path: Path) -> None:
    source = ROOT / "examples" / "depistage-jardin" / "project.yaml"
    text = source.read_text(encoding="utf-8").replace("rubric: screening", "rubric: is-echelle")
    moved = tmp_path / "project.yaml"
    moved.write_text(text, encoding="utf-8")
    screened = sc.assess(SCREEN, sc.load_project(source))
    full = sc.assess(GRID, sc.load_project(moved))
    for key, fact in screened.facts.items():
        assert full.facts[key].status is fact.status, key
        assert full.facts[key].claimed == fact.claimed, key
        assert full.facts[key].records == fact.records, key
