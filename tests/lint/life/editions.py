"""Small editions of one rubric for the tests of its life, and every profile of their answers."""

from itertools import product

from hypothesis import strategies as st
from tests.scoring.builders import criterion, level, official, project, rubric, scale

from scalecheck.model.nodes import Nodes
from scalecheck.scoring.assess import Options, assess
from scalecheck.scoring.facts import Manner

NAMES = ("a", "b", "c")
TOP = 2
QUICK = Options(manner=Manner(deem_supported=True), steps=False, sensitivity=False)

levels_asked = st.integers(1, TOP)
asked = st.dictionaries(st.sampled_from(NAMES), levels_asked, min_size=1)


@st.composite
def majorities(draw):
    profile = draw(st.dictionaries(st.sampled_from(NAMES), levels_asked, min_size=2))
    names = sorted(profile)
    terms = {"threshold": draw(st.sampled_from(["50%", "60%", "2/3", "75%"])), "profile": profile}
    if draw(st.booleans()):
        terms["weights"] = {name: draw(st.integers(1, 4)) for name in names}
    if draw(st.booleans()):
        terms["must"] = [draw(st.sampled_from(names))]
    if draw(st.booleans()):
        name = draw(st.sampled_from(names))
        terms["veto"] = {name: draw(st.integers(1, profile[name]))}
    return {"majority": terms}


@st.composite
def quotas(draw):
    of = draw(st.dictionaries(st.sampled_from(NAMES), levels_asked, min_size=2))
    return {"at_least": draw(st.integers(1, len(of))), "of": of}


simple = st.one_of(asked, asked, majorities(), quotas())
rules = st.one_of(
    simple,
    st.builds(lambda parts: {"all_of": parts}, st.lists(simple, min_size=1, max_size=2)),
    st.builds(lambda parts: {"any_of": parts}, st.lists(simple, min_size=1, max_size=2)),
)


@st.composite
def ladders(draw, size=3):
    """The data of a rubric: three criteria, and a ladder of rules over them."""
    weights = draw(st.lists(st.integers(1, 3), min_size=3, max_size=3))
    criteria = [{"id": n, "weight": w} for n, w in zip(NAMES, weights, strict=True)]
    return {
        "scales": [scale(values=range(TOP + 1))],
        "criteria": criteria,
        "headline": "ladder",
        "levels": [level(k + 1, draw(rules)) for k in range(size)],
    }


@st.composite
def pairs(draw):
    """Two editions: a ladder, and the same with one thing drawn anew, or another altogether."""
    old = draw(ladders())
    new = {**old, "levels": list(old["levels"])}
    match draw(st.sampled_from(["level", "weight", "all", "nothing"])):
        case "level":
            at = draw(st.integers(0, 2))
            new["levels"][at] = level(at + 1, draw(rules))
        case "weight":
            new["criteria"] = [{**c, "weight": draw(st.integers(1, 3))} for c in old["criteria"]]
        case "all":
            new = draw(ladders())
    return rubric(**old), rubric(**new)


def position(grid, answers, **parts):
    """The official level that answers reach by the real engine: -1 below the first."""
    return assess(grid, project(answers, **parts), QUICK).headline.low


def every_profile():
    """Every way to answer the three criteria."""
    for ranks in product(range(TOP + 1), repeat=len(NAMES)):
        yield dict(zip(NAMES, ranks, strict=True))


def with_group(rules_of_levels, computed=None):
    """A rubric with one criterion, and one answered for each of the project's settings."""
    names = [criterion("a", "niveau-c"), criterion("usage", "niveau-c")]
    if computed:
        names.append({**criterion("adoption", "niveau-c"), "computed": computed})
    return rubric(
        scales=[scale(values=range(TOP + 1))],
        criteria=names,
        groups=[{"id": "milieux", "of": "settings", "criteria": ["usage"]}],
        headline="ladder",
        levels=[level(k, rule) for k, rule in enumerate(rules_of_levels, 1)],
    )


def answered(witness):
    """The answers of a witness, and its settings."""
    plain = {held.criterion: held.level for held in witness.answers if not held.group}
    grouped = {held.criterion: held.level for held in witness.answers if held.group}
    sorts = [dict(one.attributes) for one in witness.listed for _ in range(one.number)]
    listed = [{"id": f"m{n}", "title": f"m{n}", **attributes} for n, attributes in enumerate(sorts)]
    if grouped:
        plain["milieux"] = {one["id"]: grouped for one in listed}
    return plain, listed


def reached(grid, witness):
    """The level that a witness reaches by the real engine, None below the first."""
    answers, settings = answered(witness)
    asked_of = {c.id for c in Nodes(grid).asked()} | {"milieux"}
    kept = {name: given for name, given in answers.items() if name in asked_of and given}
    found = official(assess(grid, project(kept, settings=settings), QUICK))
    return None if found == "none" else found
