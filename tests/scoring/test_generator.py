"""The generator reaches everything: each operator, rule, policy and oddity, often enough."""

from collections import Counter

import pytest
from tests.scoring.generator import OPERATORS, VOCABULARIES, make, other_scheme

from scalecheck.model.facts import RecordState, Status
from scalecheck.model.nodes import Nodes
from scalecheck.model.proof import Truth
from scalecheck.scoring.assess import Options, assess

PAIRS = 2_000
LEAST = PAIRS // 100

MARKS = (
    *(f"op:{op}" for op in dict.fromkeys(OPERATORS)),
    *(f"rule:{word}" for word in ("levels", "all_of", "any_of", "at_least", "in", "majority")),
    *(f"rule:{word}" for word in ("should", "answered", "nested")),
    *(f"policy:{word}" for word in ("bounds", "worst", "best", "skip", "block")),
    *(f"own-policy:{word}" for word in ("bounds", "worst", "best", "skip", "block")),
    *(f"headline:{kind}" for kind in ("ladder", "measure", "none")),
    *(f"empty:{kind}" for kind in ("blocks", "passes")),
    *(f"list:{kind}" for kind in ("settings", "own", "absent", "empty", "count")),
    *("where", "per", "computed", "applies-when", "index-in-rules", "scale:down", "scale:scores"),
    *("scale:ids", "scale:amounts", "attribute:values", "attribute:scale", "attribute:missing"),
    *("track:waives", "track:ceiling", "strategy:waives", "strategy:ready-when"),
    *("need:grade", "need:count", "need:newest", "max-age", "ageless", "as-dimension"),
    *("majority:must", "majority:veto", "majority:weights", "majority:tie", "cap:lifted"),
    *(f"record:{state}" for state in RecordState if state is not RecordState.UNKNOWN),
    *(f"status:{status}" for status in Status),
    *("between", "amount", "reason", "flag:reason-missing", "flag:not-applicable-refused"),
    *("answer-out-by-rule", "excused", "plans", "target", "panel", "context"),
    *(f"truth:{truth}" for truth in Truth),
    *("passed-over", "out-of-order", "too-little-applicable", "open", "convention"),
)


def walk(part):
    """Every mapping inside data, itself included."""
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from walk(value)
    elif isinstance(part, list):
        for each in part:
            yield from walk(each)


def marks(pair, result):
    """What a pair shows, as words."""
    yield from _of_rubric(pair.rubric)
    yield from _of_project(pair)
    yield from _of_result(pair, result)


def _of_rubric(rubric):
    stated = rubric["non_answers"]
    yield from (f"policy:{stated[word]}" for word in ("unknown", "not_assessed"))
    yield f"empty:{stated['empty_level']}"
    kind = rubric["headline"] if rubric["headline"] in ("ladder", "none") else "measure"
    yield f"headline:{kind}"
    yield from (["index-in-rules"] if "index_in_rules" in rubric else [])
    yield from (["max-age"] if "max_age" in rubric["evidence"] else [])
    for measure in rubric["measures"]:
        yield f"op:{measure['op']}"
        yield from (f"own-policy:{measure[w]}" for w in ("unknown", "not_assessed") if w in measure)
        yield from (["per"] if "per" in measure else [])
    for scale in rubric["scales"]:
        yield f"scale:{scale['direction']}"
        for level in scale["levels"]:
            words = {"score": "scores", "id": "ids", "from": "amounts", "above": "amounts"}
            yield from (f"scale:{said}" for word, said in words.items() if word in level)
    for attribute in rubric["attributes"]:
        yield f"attribute:{'scale' if 'scale' in attribute else 'values'}"
    for track in rubric["tracks"]:
        yield from (f"track:{word}" for word in ("waives", "ceiling") if track.get(word))
    for strategy in rubric["strategies"]:
        words = {"waives": "waives", "ready_when": "ready-when"}
        yield from (f"strategy:{said}" for word, said in words.items() if word in strategy)
    dimensions = {d["id"] for d in rubric["dimensions"]}
    for part in walk(rubric):
        yield from _of_rule(part, dimensions)


def _of_rule(part, dimensions):
    for word in ("all_of", "any_of", "in", "majority", "should", "answered"):
        if word in part:
            yield f"rule:{word}"
    if "at_least" in part and "of" in part and "op" not in part:
        yield "rule:at_least"
    for word in ("all_of", "any_of"):
        if any("all_of" in p or "any_of" in p or "in" in p for p in part.get(word, ())):
            yield "rule:nested"
    if dimensions & set(part) or any(dimensions & set(p) for p in part.values() if type(p) is dict):
        yield "as-dimension"
    if "requires" in part and not set(part["requires"]) & {
        *("all_of", "any_of", "in", "majority", "should", "answered", "at_least")
    }:
        yield "rule:levels"
    words = {"applies_when": "applies-when", "where": "where", "computed": "computed"}
    yield from (said for word, said in words.items() if word in part)
    terms = part.get("majority", {})
    yield from (f"majority:{word}" for word in ("must", "veto", "weights") if terms.get(word))
    need = part.get("evidence")
    if need and isinstance(need, str):
        yield "need:grade"
    if isinstance(need, dict):
        yield from (f"need:{w.split('_')[0]}" for w in ("count", "newest_within") if w in need)


def _of_project(pair):
    project = pair.project
    for group in pair.rubric["groups"]:
        of_settings = "of" in group
        listed = project.get("settings") if of_settings else project["groups"].get(group["id"])
        yield f"list:{'settings' if of_settings else 'own'}"
        if not listed:
            yield "list:absent" if listed is None else "list:empty"
        yield from ("list:count" for i in listed or () if "count" in i)
    missing = {a["id"] for a in pair.rubric["attributes"]} - set(project["attributes"])
    yield from ("attribute:missing" for _ in missing)
    yield from ("ageless" for r in project["evidence"].values() if r.get("kind") == "law")
    for part in walk(project):
        yield from (w for w in ("between", "amount", "reason", "plans", "context") if w in part)
        if part.get("kind") == "panel":
            yield "panel"


def _of_result(pair, result):
    for fact in result.facts.values():
        yield f"status:{fact.status}"
        yield from (f"record:{r.state}" for r in fact.records)
        yield f"flag:{fact.flag}"
    yield from (remark.code for remark in result.remarks)
    for level in result.levels:
        yield f"truth:{level.truth}"
        yield from (["passed-over"] if level.passed_over else [])
        for proof in _proofs(level.proof) if level.proof else ():
            yield from _of_proof(proof, Nodes(result.rubric))
    yield from (["target"] if result.targets else [])
    yield from (["out-of-order"] if result.out_of_order else [])
    yield str(result.headline.why)
    yield from (["open"] if result.headline.low != result.headline.high else [])
    yield from ("convention" for n in result.nodes.values() if n.bounds)
    caps = {m["id"]: m for m in pair.rubric["measures"] if m["op"] == "cap"}
    for (name, _), node in result.nodes.items():
        if name in caps and node.value.low is not None:
            at = Nodes(result.rubric).wanted(name, caps[name]["at"])
            yield from (["cap:lifted"] if node.value.low > at else [])


def _proofs(proof):
    yield proof
    for part in proof.parts:
        yield from _proofs(part)


def _of_proof(proof, nodes):
    if proof.kind == "majority" and proof.got_low == proof.asked and proof.truth is Truth.MET:
        yield "majority:tie"
    if proof.role == "should" and proof.truth is Truth.MET and proof.low is not None:
        yield "excused" if proof.low < nodes.wanted(proof.name, proof.wanted) else "met"


@pytest.fixture(scope="module")
def seen():
    """How many pairs show each mark, and the positions that were reached."""
    found, positions = Counter(), Counter()
    for seed in range(PAIRS):
        pair = make(seed)
        rubric, project = pair.read()
        result = assess(rubric, project, Options(vocabularies=VOCABULARIES, sensitivity=False))
        found.update(set(marks(pair, result)))
        if result.headline.low is not None:
            positions[len(rubric.levels), result.headline.low] += 1
    return found, positions


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_shown_by_one_pair_in_a_hundred(seen, mark):
    assert seen[0][mark] >= LEAST


def test_every_position_is_reached_on_ladders_of_every_length(seen):
    reached = seen[1]
    for size in (2, 3, 4, 5):
        assert all(reached[size, position] for position in range(-1, size))


def test_the_same_seed_gives_the_same_pair():
    assert all(make(seed) == make(seed) for seed in range(100))


def test_another_scheme_of_names_gives_the_same_pair_with_other_names():
    for seed in range(100):
        one, two = make(seed), make(seed, other_scheme)
        assert len(one.names) == len(two.names) == len(set(two.names))
        assert not set(one.names) & set(two.names)
