"""What is told of a majority holds for every profile, whatever applies and stands beside it."""

from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.lint.subjects import find_problems, make_subject
from tests.scoring.builders import level, non_answers, official, quick, rubric

from scalecheck.lint.rules.weights import WEIGHTS

NAMES = "abce"
APPLIES, REFUSED, OUT = "applies", "refused", "out"
RANKS = range(4)  # the profile asks for 2
SHARES = {"30%": 30, "50%": 50, "60%": 60, "75%": 75}
REQUIREMENTS = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 3), min_size=1, max_size=2)


@st.composite
def grids(draw):
    names = NAMES[: draw(st.integers(2, 4))]
    some = st.sets(st.sampled_from(names), max_size=1)
    pick = st.dictionaries(st.sampled_from(names), st.integers(0, 2), max_size=1)
    terms = {
        "threshold": draw(st.sampled_from(list(SHARES))),
        "profile": dict.fromkeys(names, 2),
        "weights": {n: draw(st.integers(1, 4)) for n in names},
        "must": sorted(draw(some)),
        "veto": draw(pick),
    }
    asked = {n: w for n, w in draw(REQUIREMENTS).items() if n in names} or {names[0]: 1}
    beside = draw(st.sampled_from([None, None, asked]))
    before = draw(st.sampled_from([None, None, {names[0]: 1}, asked]))
    kinds = {n: draw(st.sampled_from([APPLIES, APPLIES, REFUSED, OUT])) for n in names}
    return terms, beside, before, kinds, draw(st.sampled_from(["10%", "50%", "60%"]))


def build(made):
    terms, beside, before, kinds, least = made
    rule = {"majority": terms}
    levels = [level(1, before)] if before else []
    levels.append(level(2, {"all_of": [rule, beside]} if beside else rule))
    return rubric(
        criteria=[{"id": n, **_kind(n, kind)} for n, kind in kinds.items()],
        attributes=[{"id": f"fait-{n}", "values": ["oui", "non"]} for n in kinds],
        non_answers=non_answers(min_applicable=least),
        levels=levels,
    )


def _kind(name, kind):
    if kind == OUT:
        return {"applies_when": {f"fait-{name}": "oui"}}
    return {"not_applicable": "allowed"} if kind == REFUSED else {}


def cases(made):
    """Every choice of what applies that leaves enough to judge by, as the names that apply."""
    terms, _, _, kinds, least = made
    weights = terms["weights"]
    for choice in product(*([True] if k == APPLIES else [True, False] for k in kinds.values())):
        kept = [n for n, applies in zip(kinds, choice, strict=True) if applies]
        asked = sum(w for n, w in weights.items() if n in kept or kinds[n] == REFUSED)
        if kept and 100 * sum(weights[n] for n in kept) >= int(least[:-1]) * asked:
            yield kept


def profiles(kept):
    return (dict(zip(kept, ranks, strict=True)) for ranks in product(RANKS, repeat=len(kept)))


def has_majority(terms, ranks):
    """The rule as it is written, over the ranks of those that apply."""
    met = {n for n, rank in ranks.items() if rank >= 2}
    weights = terms["weights"]
    total = sum(weights[n] for n in ranks)
    return (
        all(n in met for n in terms["must"] if n in ranks)
        and all(ranks[n] >= v for n, v in terms["veto"].items() if n in ranks)
        and 100 * sum(weights[n] for n in met) >= SHARES[terms["threshold"]] * total
    )


def is_reached(made, ranks):
    """The level, with what stands beside, and what comes before where others are near it."""
    terms, beside, before, *_ = made
    near = {n: max(rank, 1) for n, rank in ranks.items()}
    return (
        has_majority(terms, ranks)
        and all(ranks[n] >= v for n, v in (beside or {}).items() if n in ranks)
        and all(near[n] >= v for n, v in (before or {}).items() if n in ranks)
    )


def never_decides(made, name):
    return all(
        has_majority(made[0], ranks) == has_majority(made[0], {**ranks, name: other})
        for kept in cases(made)
        if name in kept
        for ranks in profiles(kept)
        for other in RANKS
    )


def is_never_lacking(made, name):
    return all(
        ranks.get(name, 2) >= 2
        for kept in cases(made)
        for ranks in profiles(kept)
        if has_majority(made[0], ranks)
    )


def suffice(made, *names):
    """Whoever has these that apply, and nothing else, is at the level."""
    return all(
        is_reached(made, {n: 2 if n in names else 0 for n in kept})
        for kept in cases(made)
        if not set(names).isdisjoint(kept)
    )


def settles(made, must):
    """Whoever has the compulsory ones has the majority."""
    return all(
        has_majority(made[0], ranks)
        for kept in cases(made)
        for ranks in profiles(kept)
        if all(ranks.get(n, 2) >= 2 for n in must)
    )


def takes(made, really):
    weights = made[0]["weights"]
    return all(
        sum(weights[n] for n, rank in ranks.items() if rank >= 2) >= int(really)
        for kept in cases(made)
        for ranks in profiles(kept)
        if has_majority(made[0], ranks)
    )


def is_true(made, code, facts):
    names = list(made[0]["profile"])
    match code:
        case "weight-dummy":
            return never_decides(made, facts["criterion"])
        case "weight-compulsory-in-disguise":
            return is_never_lacking(made, facts["criterion"])
        case "majority-is-a-gate":
            return all(is_never_lacking(made, name) for name in names)
        case "weight-sufficient-alone":
            return suffice(made, facts["criterion"])
        case "majority-of-one":
            return all(suffice(made, name) for name in names)
        case "two-disjoint-majorities":
            return all(suffice(made, *facts[w].split(", ")) for w in ("one", "other"))
        case "must-suffices":
            return settles(made, facts["must"].split(", "))
        case "threshold-asks-more":
            return takes(made, facts["really"])
        case _:
            return True


ALONE = {"threshold": "60%", "profile": dict.fromkeys("abc", 2), "must": []}


@settings(max_examples=150)
@given(grids())
@example(
    (
        {**ALONE, "weights": {"a": 1, "b": 2, "c": 1}, "must": ["a"], "veto": {}},
        None,
        None,
        {"a": APPLIES, "b": REFUSED, "c": APPLIES},
        "50%",
    )
)
@example(
    (
        {**ALONE, "weights": {"a": 3, "b": 1, "c": 1}, "veto": {"b": 1}},
        None,
        None,
        dict.fromkeys("abc", APPLIES),
        "60%",
    )
)
def test_what_is_told_of_a_majority_holds_for_every_profile(made):
    for problem in find_problems(WEIGHTS, make_subject(build(made))):
        facts = dict(problem.facts)
        assert is_true(made, problem.code, facts), (problem.code, facts)


def codes(*made):
    return [p.code for p in find_problems(WEIGHTS, make_subject(build(made)))]


def test_a_criterion_that_decides_when_another_does_not_apply_is_no_dummy():
    terms = {**ALONE, "weights": {"a": 1, "b": 2, "c": 1}, "must": ["a"], "threshold": "75%"}
    made = {**terms, "veto": {}}, None, None, {"a": APPLIES, "b": REFUSED, "c": APPLIES}, "50%"
    assert codes(*made) == ["weight-compulsory-in-disguise"]
    grid = build(made)
    left_out = {"a": 2, "b": {"not_applicable": "Sans objet"}}
    assert official(quick(grid, {**left_out, "c": 2})) == "2"
    assert official(quick(grid, {**left_out, "c": 0})) == "none"
    always = made[3] | {"b": APPLIES}
    assert "weight-dummy" in codes(*made[:3], always, "50%")


def test_two_sets_that_must_both_hold_a_criterion_asked_beside_share_it():
    terms = {"threshold": "50%", "profile": dict.fromkeys(NAMES, 2), "must": [], "veto": {}}
    terms["weights"] = {"a": 2, "b": 3, "c": 3, "e": 2}
    kinds = dict.fromkeys(NAMES, APPLIES)
    assert "two-disjoint-majorities" in codes(terms, None, None, kinds, "60%")
    assert codes(terms, {"a": 2}, None, kinds, "60%") == []
    assert codes(terms, None, {"a": 2}, kinds, "60%") == []
    assert "two-disjoint-majorities" in codes(terms, None, {"a": 1}, kinds, "60%")
    assert codes({**terms, "veto": {"b": 1}}, None, None, kinds, "60%") == []


def test_one_that_reaches_the_threshold_does_not_suffice_where_the_others_are_guarded():
    terms = {**ALONE, "weights": {"a": 3, "b": 1, "c": 1}, "veto": {}}
    kinds = dict.fromkeys("abc", APPLIES)
    assert "weight-sufficient-alone" in codes(terms, None, None, kinds, "60%")
    guarded = {**terms, "veto": {"b": 1, "c": 1}}
    assert codes(guarded, None, None, kinds, "60%") == ["weight-compulsory-in-disguise"]


def test_what_is_asked_beside_is_said_compulsory_there():
    terms = {**ALONE, "weights": {"a": 4, "b": 2, "c": 3}, "veto": {}}
    kinds = dict.fromkeys("abc", APPLIES)
    assert codes(terms, None, None, kinds, "60%") == ["weight-compulsory-in-disguise"]
    assert codes(terms, {"a": 1}, None, kinds, "60%") == ["weight-compulsory-in-disguise"]
    assert codes(terms, {"a": 2}, None, kinds, "60%") == []
    assert codes(terms, None, {"a": 2}, kinds, "60%") == []
