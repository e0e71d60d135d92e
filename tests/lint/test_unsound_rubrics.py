"""Rules that read a value never fail, on rubrics whose names lead nowhere, back or too far."""

from random import Random

import pytest
from tests.lint.subjects import find_problems, make_subject
from tests.scoring.builders import FRENCH, rubric_data
from tests.scoring.generator import make

from scalecheck.lint.rules.measures import MEASURES
from scalecheck.lint.rules.names import NAMES
from scalecheck.lint.rules.scales import SCALES
from scalecheck.lint.rules.weights import WEIGHTS
from scalecheck.model.rubric import Rubric

RULES = (*NAMES, *SCALES, *WEIGHTS, *MEASURES)


def find_all(data):
    rubric = Rubric.model_validate(data, context=FRENCH)
    return find_problems(RULES, make_subject(rubric, is_sound=False))


def confuse(thing, names, random):
    """The same data, with names put for one another here and there."""
    if isinstance(thing, dict):
        return {
            names.get(k, k) if random.random() < 0.1 else k: confuse(v, names, random)
            for k, v in thing.items()
        }
    if isinstance(thing, list | tuple):
        return [confuse(one, names, random) for one in thing]
    swaps = isinstance(thing, str) and thing in names and random.random() < 0.1
    return type(thing)(names[thing]) if swaps else thing


@pytest.mark.parametrize("seed", range(60))
def test_no_rule_fails_where_names_are_put_for_one_another(seed):
    pair, random = make(seed), Random(seed)
    given = [*pair.names, "nulle-part"]
    names = {name: random.choice(given) for name in pair.names}
    find_all(confuse(pair.rubric, names, random))


def test_a_measure_of_itself_is_followed_no_further():
    loop = [{"id": "m", "op": "sum", "of": "n"}, {"id": "n", "op": "sum", "of": "m"}]
    find_all(rubric_data(criteria=["a1"], measures=loop))


def test_a_chain_of_thousands_of_measures_is_followed_no_further():
    chain = [{"id": f"m{n}", "op": "round", "of": f"m{n + 1}"} for n in range(3_000)]
    end = [{"id": "m3000", "op": "sum", "of": "a1"}]
    asked = [{"value": 1, "requires": {"majority": {"threshold": "50%", "profile": {"m0": 1}}}}]
    data = rubric_data(criteria=["a1"], measures=[*chain, *end], levels=asked)
    assert "asks-beyond-measure" not in {found.code for found in find_all(data)}


def test_thousands_of_criteria_are_looked_at_in_a_moment():
    names = [f"critere-{n}" for n in range(3_000)]
    profile = dict.fromkeys(names, 1)
    terms = {"threshold": "60%", "profile": profile, "must": names[:5]}
    levels = [{"value": n, "requires": {"majority": terms}} for n in (1, 2, 3)]
    find_all(rubric_data(criteria=names, levels=levels))
