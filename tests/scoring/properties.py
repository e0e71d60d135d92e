"""What must hold for any rubric and any project: one function each, given a `Scene`.

A function returns True where it had something to check, False where the pair offers nothing.
"""

from copy import deepcopy
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from random import Random

from tests.scoring.generator import VOCABULARIES, make, other_scheme, read_project, read_rubric
from tests.scoring.generator_projects import FULL, edit_all, proved
from tests.scoring.reference import Beyond, Reference, Silent, Void

from scalecheck.model.facts import Interval, Key, Status
from scalecheck.model.form import Form
from scalecheck.model.nodes import Nodes
from scalecheck.model.proof import Truth
from scalecheck.scoring.assess import Options, assess
from scalecheck.scoring.facts import UNLISTED, Manner

_ASKED = (Status.ANSWERED, Status.UNKNOWN, Status.NOT_ASSESSED)
_OPEN = (Status.UNKNOWN, Status.NOT_ASSESSED)


class Scene:
    """A pair, its assessment, and a source of choices."""

    def __init__(self, seed):
        self.seed, self.pair, self.random = seed, make(seed), Random(seed)
        self.rubric, _ = self.pair.read()
        self.nodes = Nodes(self.rubric)
        self.group_of = {c: g.id for g in self.rubric.groups for c in g.criteria}
        self.result = self.assess(self.pair.project)

    def assess(self, project, rubric=None, *, sensitivity=False, **manner):
        """Assess project data, by default under the rubric of the pair."""
        options = Options(
            vocabularies=VOCABULARIES, sensitivity=sensitivity, manner=Manner(**manner)
        )
        return assess(rubric or self.rubric, read_project(project), options)

    def answered(self, given, **manner):
        """Assess the project with other answers."""
        return self.assess(edit_all(self.pair.project, self.result, given, self.group_of), **manner)

    def at(self, ranks, **manner):
        """Assess the project with some questions at a rank, proved."""
        return self.answered({k: self.proved(k, r) for k, r in ranks.items()}, **manner)

    def proved(self, key, rank):
        """An answer at a rank; a reason that was written stays."""
        fact = self.result.facts.get(key)
        kept = fact is not None and fact.status is Status.ANSWERED
        return proved(self.result, key, rank, reason=fact.reason if kept else None)

    def top(self, key):
        """The best rank of a question."""
        return self.nodes.scales[self.nodes.criteria[key.criterion].scale].top

    @cached_property
    def asked(self):
        """The questions that an edit may answer."""
        return [
            k for k, f in self.result.facts.items() if f.status in _ASKED and k.instance != UNLISTED
        ]

    @cached_property
    def full(self):
        """The assessment with its sensitivity."""
        return self.assess(self.pair.project, sensitivity=True)

    @property
    def low(self):
        """The official level."""
        return self.result.headline.low

    @cached_property
    def monotone_headline(self):
        """Whether better answers never lower the headline."""
        headline = self.rubric.headline
        return headline in ("ladder", "none") or self.nodes.is_monotone(headline)

    def is_plain(self):
        """Whether every policy is `bounds`."""
        stated = [self.rubric.non_answers.unknown, self.rubric.non_answers.not_assessed]
        stated += [p for m in self.rubric.measures for p in (m.unknown, m.not_assessed) if p]
        return set(stated) == {"bounds"}

    def monotone_nodes(self):
        """The nodes that better answers never lower."""
        return [k for k in self.result.nodes if self.nodes.is_monotone(k[0])]


def level_of(result):
    """The official level, -1 where there is none."""
    return -1 if result.headline.low is None else result.headline.low


def ends(value):
    """The two ends of a value, or None."""
    return None if value.low is None else (value.low, value.high)


# Order --------------------------------------------------------------------------------------


def low_is_at_most_high(scene):
    """No interval is reversed."""
    for node in scene.result.nodes.values():
        for value in (node.value, node.claimed, node.bounds):
            assert value is None or value.low is None or value.low <= value.high
    head = scene.result.headline
    for low, high in (head[:2], head[2:4], head[4:6]):
        assert low is None or low <= high
    for fact in scene.result.facts.values():
        for interval in (fact.claimed, fact.counted):
            assert interval is None or interval.low <= interval.high
    return True


def counted_is_at_most_claimed(scene):
    """Evidence never adds to what is claimed."""
    for fact in scene.result.facts.values():
        if fact.counted is not None:
            assert fact.counted.low <= fact.claimed.low
            assert fact.counted.high <= fact.claimed.high
    for key in scene.monotone_nodes():
        node = scene.result.nodes[key]
        if node.value.low is not None:
            assert node.value.low <= node.claimed.low
            assert node.value.high <= node.claimed.high
    head = scene.result.headline
    if scene.monotone_headline and head.low is not None:
        assert head.low <= head.claimed_low
        assert head.high <= head.claimed_high
    order = [Truth.UNMET, Truth.UNKNOWN, Truth.MET]
    for level in scene.result.levels:
        if scene.monotone_headline and level.truth in order:
            assert order.index(level.truth) <= order.index(level.claimed)
    return True


# Monotony -----------------------------------------------------------------------------------


def _not_lower(scene, after):
    before = scene.result
    for key in scene.monotone_nodes():
        was, now = ends(before.nodes[key].value), ends(after.nodes[key].value)
        assert (was is None) == (now is None)
        assert was is None or (was[0] <= now[0] and was[1] <= now[1]), key
    if scene.monotone_headline and scene.low is not None:
        assert scene.low <= after.headline.low
        assert before.headline.high <= after.headline.high


def _raw(scene, key):
    answers = scene.pair.project["assessments"][scene.result.position]["answers"]
    if key.instance:
        return answers[scene.group_of[key.criterion]][key.instance][key.criterion]
    return answers[key.criterion]


def raising_an_answer_lowers_nothing(scene):
    """One answer one level better, its evidence unchanged."""
    keys = [k for k in scene.asked if scene.result.facts[k].status is Status.ANSWERED]
    keys = [k for k in keys if scene.result.facts[k].claimed.low < scene.top(k)]
    if not keys:
        return False
    key = scene.random.choice(keys)
    claimed, given = scene.result.facts[key].claimed, _raw(scene, key)
    better = [min(scene.top(key), rank + 1) for rank in claimed]
    scale = scene.nodes.scales[scene.nodes.criteria[key.criterion].scale]
    kept = (
        {k: v for k, v in given.items() if k in ("evidence", "reason")}
        if isinstance(given, dict)
        else {}
    )
    names = [str(scale.by_rank[rank].value) for rank in better]
    _not_lower(scene, scene.answered({key: {**kept, "between": names}}))
    return True


def adding_evidence_lowers_nothing(scene):
    """One accepted record more, then every accepted record one grade stronger."""
    keys = [k for k in scene.asked if scene.result.facts[k].status is Status.ANSWERED]
    if not keys:
        return False
    key = scene.random.choice(keys)
    given = _raw(scene, key)
    given = dict(given) if isinstance(given, dict) else {"level": given}
    extra = scene.random.choice((*FULL, *scene.pair.project["evidence"]))
    given["evidence"] = [*given.get("evidence", ()), extra]
    _not_lower(scene, scene.answered({key: given}))
    stronger = deepcopy(scene.pair.project)
    grades = [grade.id for grade in scene.rubric.evidence.grades]
    for record in stronger["evidence"].values():
        if record["status"] == "accepted":
            record["grade"] = grades[min(grades.index(record["grade"]) + 1, len(grades) - 1)]
    _not_lower(scene, scene.assess(stronger))
    return True


# Bounds -------------------------------------------------------------------------------------


def _spans(scene):
    """The open questions and the answers they may still get."""
    spans = {}
    for key in scene.asked:
        fact = scene.result.facts[key]
        if fact.status in _OPEN:
            spans[key] = [scene.proved(key, rank) for rank in range(scene.top(key) + 1)]
        elif fact.claimed.low < fact.claimed.high:
            given = {k: v for k, v in _raw(scene, key).items() if k in ("evidence", "reason")}
            scale = scene.nodes.scales[scene.nodes.criteria[key.criterion].scale]
            ranks = range(fact.claimed.low, fact.claimed.high + 1)
            spans[key] = [{**given, "level": str(scale.by_rank[r].value)} for r in ranks]
    return spans


def _free(result, key):
    node = result.nodes[key]
    return ends(node.bounds or node.value)


def _free_level(result):
    head = result.headline
    return (head.low, head.high) if head.bounds_low is None else (head.bounds_low, head.bounds_high)


def answers_stay_inside_the_bounds(scene):
    """An open answer, once given, leaves every node and the level inside what was announced."""
    spans = _spans(scene)
    if not spans:
        return False
    chosen = [k for k in spans if scene.random.random() < 0.6] or list(spans)[:1]
    after = scene.answered({k: scene.random.choice(spans[k]) for k in chosen})
    for key in scene.result.nodes:
        was, now = _free(scene.result, key), _free(after, key)
        if was is not None and now is not None:
            assert was[0] <= now[0] <= now[1] <= was[1], key
    if scene.low is not None and after.headline.low is not None:
        was, now = _free_level(scene.result), _free_level(after)
        assert was[0] <= now[0] <= now[1] <= was[1]
    return True


def _words(rule):
    if isinstance(rule, dict):
        return set(rule) | {w for v in rule.values() for w in _words(v)}
    return {w for v in rule for w in _words(v)} if isinstance(rule, list) else set()


def bounds_are_reached(scene):
    """Where few answers are open, the two ends of every exact node are reached by some answers."""
    spans = _spans(scene)
    size = 1
    for span in spans.values():
        size *= len(span)
    if not spans or size > 40 or "answered" in _words(scene.pair.rubric):
        return False
    if None in scene.result.instances.values():
        return False
    project = scene.result.project
    given = {**project.attributes, **scene.result.snapshot.context.attributes}
    if any(len(given.get(a.id, ())) != 1 for a in scene.rubric.attributes if a.scale):
        return False
    results = [
        scene.answered(dict(zip(spans, choice, strict=True))) for choice in product(*spans.values())
    ]
    for key, node in scene.result.nodes.items():
        was = _free(scene.result, key)
        found = [_free(result, key) for result in results]
        if was is None or None in found or not node.value.exact:
            continue
        assert was == (min(f[0] for f in found), max(f[1] for f in found)), key
    if scene.low is not None and scene.monotone_headline:
        found = [_free_level(result) for result in results]
        assert _free_level(scene.result) == (min(f[0] for f in found), max(f[1] for f in found))
    return True


# What changes nothing -----------------------------------------------------------------------


def _summary(result):
    """What must not depend on any order."""
    steps = result.next_steps
    return {
        "headline": result.headline,
        "levels": [(v.value, v.truth, v.claimed, v.passed_over) for v in result.levels],
        "nodes": {
            k: (n.value, n.claimed, n.bounds, n.next_share, n.form) for k, n in result.nodes.items()
        },
        "facts": {k: f._replace(path=()) for k, f in result.facts.items()},
        "gaps": set(result.gaps),
        "steps": steps and [s and (s.cost, s.proved) for s in (steps.cheapest, steps.fewest)],
        "fewest": steps and steps.fewest and len(steps.fewest.steps),
        "targets": result.targets,
        "plans": result.plans,
        "coverage": result.coverage,
        "spreads": {s.scale: s for s in result.spreads},
        "bottlenecks": {b.scale: (b.rank, set(b.dimensions)) for b in result.bottlenecks},
    }


def order_changes_nothing(scene):
    """Shuffled criteria, dimensions, measures, settings and answers give the same."""
    rubric, project = deepcopy(scene.pair.rubric), deepcopy(scene.pair.project)
    shuffle = scene.random.shuffle
    for dimension in rubric["dimensions"]:
        shuffle(dimension["criteria"])
    for group in rubric["groups"]:
        shuffle(group["criteria"])
    for part in ("dimensions", "measures", "groups", "attributes", "scales", "tracks"):
        shuffle(rubric[part])
    for instances in (project.get("settings", []), *project["groups"].values()):
        shuffle(instances)
    for snapshot in project["assessments"]:
        items = list(snapshot["answers"].items())
        shuffle(items)
        snapshot["answers"] = dict(items)
    after = scene.assess(project, read_rubric(rubric))
    assert _summary(after) == _summary(scene.result)
    return True


def weights_count_by_their_ratios(scene):
    """All weights three times and a half as large change nothing."""
    rubric, factor = deepcopy(scene.pair.rubric), Fraction(7, 2)

    def scale(part):
        if isinstance(part, dict):
            for key, value in part.items():
                if key == "weights":
                    part[key] = {n: w * factor for n, w in value.items()}
                else:
                    scale(value)
            if "title" in part and "scale" in part:
                part["weight"] = part.get("weight", 1) * factor
        elif isinstance(part, list):
            for each in part:
                scale(each)

    scale(rubric)
    if any(m["op"] == "weighted-mean" and _mixed(scene, m) for m in rubric["measures"]):
        return False
    for rule in _majorities(rubric):
        names = rule["profile"]
        if "weights" not in rule and not all(n in scene.nodes.criteria for n in names):
            return False
    after = scene.assess(scene.pair.project, read_rubric(rubric))
    before, after = _summary(scene.result), _summary(after)
    assert before == after
    return True


def _mixed(scene, measure):
    """Whether a mean weighs criteria beside nodes, which always weigh 1."""
    names = scene.nodes.expand(tuple(measure["of"]))
    return "weights" not in measure and not all(n in scene.nodes.criteria for n in names)


def _majorities(part):
    """Every majority of a rubric, as data."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "majority":
                yield value
            yield from _majorities(value)
    elif isinstance(part, list):
        for each in part:
            yield from _majorities(each)


def names_change_nothing(scene):
    """Other ids give the same, up to the ids."""
    other = make(scene.seed, other_scheme)
    back = dict(zip(other.names, scene.pair.names, strict=True))
    rubric, project = other.read()
    result = assess(rubric, project, Options(vocabularies=VOCABULARIES, sensitivity=False))
    own = scene.result._replace(rubric=None, project=None, snapshot=None, vocabularies=None)
    result = result._replace(rubric=None, project=None, snapshot=None, vocabularies=None)
    assert rename(result, back) == own
    return True


def rename(thing, names):
    """Rename every id in a value."""
    if isinstance(thing, tuple):
        parts = [rename(part, names) for part in thing]
        return type(thing)(*parts) if hasattr(thing, "_fields") else tuple(parts)
    if isinstance(thing, dict):
        return {rename(k, names): rename(v, names) for k, v in thing.items()}
    if type(thing) is not str:
        return thing
    before, colon, after = thing.partition(":")
    return names.get(thing, before + colon + names.get(after, after))


# Not applicable, vetoes, majorities ----------------------------------------------------------


def nothing_applicable_passes_nothing(scene):
    """With every question not applicable there is no level."""
    rubric = deepcopy(scene.pair.rubric)
    for dimension in rubric["dimensions"]:
        for criterion in dimension["criteria"]:
            criterion["not_applicable"] = "allowed"
    given = {k: {"not_applicable": "parce que"} for k in scene.asked}
    given |= {
        k: {"not_applicable": "parce que"}
        for k, f in scene.result.facts.items()
        if f.status is Status.NOT_APPLICABLE
    }
    if None in scene.result.instances.values():
        return False
    project = edit_all(scene.pair.project, scene.result, given, scene.group_of)
    result = scene.assess(project, read_rubric(rubric))
    assert result.headline.low is None
    assert result.next_steps is None
    return True


def a_veto_never_raises(scene):
    """One more veto in every majority lowers, or changes nothing."""
    rubric = deepcopy(scene.pair.rubric)
    majorities = list(_majorities(rubric))
    if not majorities or not scene.monotone_headline:
        return False
    for terms in majorities:
        name = scene.random.choice(list(terms["profile"]))
        if scene.nodes.typed(name).scale is not None:
            terms["veto"] = {**terms.get("veto", {}), name: terms["profile"][name]}
    result = scene.assess(scene.pair.project, read_rubric(rubric))
    if scene.low is not None and result.headline.low is not None:
        assert result.headline.low <= scene.low
        assert result.headline.high <= scene.result.headline.high
    return True


def a_whole_majority_is_a_gate(scene):
    """At 100 % a majority is the plain list of its profile."""
    rubric = deepcopy(scene.pair.rubric)
    rubric["non_answers"]["not_applicable"]["min_applicable"] = Fraction(1, 10**6)
    gated = deepcopy(rubric)
    majorities = list(_majorities(rubric))
    if not majorities:
        return False
    for terms in majorities:
        terms.update(threshold=Fraction(1), must=[], veto={})

    def open_gates(part):
        for key, value in part.items() if isinstance(part, dict) else enumerate(part):
            if isinstance(value, dict) and "majority" in value:
                part[key] = value["majority"]["profile"]
            if isinstance(value, dict | list):
                open_gates(part[key])

    open_gates(gated)
    one = scene.assess(scene.pair.project, read_rubric(rubric))
    two = scene.assess(scene.pair.project, read_rubric(gated))
    assert one.headline == two.headline
    assert {k: n.value for k, n in one.nodes.items()} == {k: n.value for k, n in two.nodes.items()}
    assert [v.truth for v in one.levels] == [v.truth for v in two.levels]
    return True


# Proofs -------------------------------------------------------------------------------------


def _needed(scene, proof, instance=""):
    """The questions that a met proof leans on; a set that is enough where it names one."""
    if proof.truth is not Truth.MET and proof.role != "veto":
        return set()
    if proof.name and proof.kind in ("level", "answered"):
        return _behind(scene, proof.name, proof.instance or instance)
    parts = list(proof.parts)
    if proof.kind == "any_of":
        parts = [p for p in parts if p.truth is Truth.MET][:1]
    if proof.kind in ("at_least", "majority"):
        parts = [p for p in parts if p.name in proof.enough or p.role in ("must", "veto")]
    if proof.kind == "in":
        parts = [p for p in parts if p.instance in proof.enough]
        return {k for p in parts for k in _needed(scene, p, p.instance)}
    return {k for p in parts for k in _needed(scene, p, instance)}


def _behind(scene, name, instance):
    """The questions behind a node."""
    seen, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting += _parts(scene, current)
    keys = {k for k in scene.result.facts if k.criterion in seen}
    measure = scene.nodes.measures.get(name)
    if name in scene.group_of or (measure is not None and measure.per):
        keys = {k for k in keys if k.instance in ("", instance)}
    return keys


def _parts(scene, name):
    rubric = scene.pair.rubric
    for criterion in (c for d in rubric["dimensions"] for c in d["criteria"]):
        if criterion["id"] == name:
            return _strings(criterion.get("computed", {}))
    if name in scene.nodes.dimensions:
        return list(scene.nodes.members(scene.nodes.dimensions[name]))
    for measure in rubric["measures"]:
        if measure["id"] == name:
            read = _strings([measure.get(k, ()) for k in ("of", "items")])
            return [*scene.nodes.expand(tuple(read)), *_strings(measure.get("unless", ()))]
    return []


def _strings(part):
    if isinstance(part, dict):
        return [s for pair in part.items() for each in pair for s in _strings(each)]
    if isinstance(part, list | tuple):
        return [s for each in part for s in _strings(each)]
    return [part] if isinstance(part, str) else []


def proofs_replay(scene):
    """A level stays met with every question that its proofs do not name at its worst."""
    if scene.rubric.headline != "ladder" or scene.low is None or scene.low < 0:
        return False
    needed = set()
    for level in scene.result.levels[: scene.low + 1]:
        needed |= _needed(scene, level.proof)
    worst = {k: 0 for k in scene.asked if k not in needed}
    after = scene.at(worst)
    assert after.headline.low >= scene.low
    return bool(worst)


def _each_proof(proof):
    yield proof
    for part in proof.parts:
        yield from _each_proof(part)


def enough_is_minimal(scene):
    """What a met proof names as enough is enough, and nothing in it can be dropped."""
    found = False
    for level in scene.result.levels:
        for proof in _each_proof(level.proof) if level.proof else ():
            if proof.truth is Truth.MET and proof.kind in ("at_least", "majority", "in"):
                _check_enough(scene, proof)
                found = True
    return found


def _check_enough(scene, proof):
    parts = [p for p in proof.parts if p.role != "veto"]
    labels = [p.instance if proof.kind == "in" else p.name for p in parts]
    assert len(set(proof.enough)) == len(proof.enough) > 0
    assert set(proof.enough) <= {
        n for n, p in zip(labels, parts, strict=True) if p.truth is Truth.MET
    }
    met = {n for n, p in zip(labels, parts, strict=True) if p.truth is Truth.MET}
    assert set(proof.enough) | set(proof.surplus) == met
    assert not set(proof.enough) & set(proof.surplus)
    weights = dict(zip(labels, _weights(scene, proof, parts), strict=True))
    total = sum(weights[n] for n in proof.enough)
    assert total >= proof.asked
    must = {p.name for p in parts if p.role == "must" and p.truth is Truth.MET}
    assert must <= set(proof.enough)
    for name in set(proof.enough) - must:
        assert total - weights[name] < proof.asked
    # The reading of the numbers themselves.
    whole = [
        weights[n]
        for n, p in zip(labels, parts, strict=True)
        if p.truth is not Truth.NOT_ASSESSABLE
    ]
    assert sum(whole) == proof.total
    assert sum(weights[n] for n in met) == proof.got_low


def _weights(scene, proof, parts):
    if proof.kind == "at_least":
        return [1 for _ in parts]
    if proof.kind == "in":
        project = scene.result.project
        listed = (*(project.settings or ()), *(i for g in project.groups.values() for i in g))
        counts = {i.id: i.count for i in listed}
        return [counts[p.instance] for p in parts]
    names = [p.name for p in parts]
    for terms in _majorities(scene.pair.rubric):
        if list(terms["profile"]) == names and _same_profile(scene, terms, proof):
            stated = terms.get("weights")
            nodes = scene.nodes.criteria
            return [
                stated[n] if stated else nodes[n].weight if n in nodes else Fraction(1)
                for n in names
            ]
    raise AssertionError("no such majority")


def _same_profile(scene, terms, proof):
    wanted = [p.wanted for p in proof.parts if p.role != "veto"]
    must = [p.name for p in proof.parts if p.role == "must"]
    if list(terms["profile"].values()) != wanted or set(terms.get("must", ())) != set(must):
        return False
    whole = sum(
        (terms["weights"][p.name] if "weights" in terms else _weight(scene, p.name))
        for p in proof.parts
        if p.role != "veto" and p.truth is not Truth.NOT_ASSESSABLE
    )
    return whole == proof.total and whole * terms["threshold"] == proof.asked


def _weight(scene, name):
    return scene.nodes.criteria[name].weight if name in scene.nodes.criteria else Fraction(1)


# The way up ---------------------------------------------------------------------------------


def steps_reach_the_next_level(scene):
    """The two sets of steps, with every gap that has no alternative, reach the next level."""
    steps = scene.result.next_steps
    if steps is None or steps.cheapest is None:
        return False
    if any(s.key.instance == UNLISTED for s in (*steps.cheapest.steps, *steps.fewest.steps)):
        assert any(s.needs_instances for s in steps.cheapest.steps)
        return False  # nobody listed the instances: no answer can be given
    for chosen in (steps.cheapest, steps.fewest):
        after = _climbed(scene, {s.key: s.target for s in chosen.steps})
        assert after.headline.low >= steps.level
    forced = {}
    for gap in scene.result.gaps:
        key = next((k for k in scene.asked if k == (gap.name, gap.instance)), None)
        if key is not None and not gap.alternative:
            forced[key] = int(gap.wanted)
    chosen = {s.key: s.target for s in steps.cheapest.steps}
    both = {k: max(forced.get(k, 0), chosen.get(k, 0)) for k in {**forced, **chosen}}
    assert _climbed(scene, both).headline.low >= steps.level
    return True


def _climbed(scene, ranks):
    """The project with some questions raised; a computed criterion may be raised as a whole."""
    return scene.at(ranks, state_computed=True)


def an_open_level_has_a_gap(scene):
    """The next level lacks something, or is emptied by what does not apply."""
    following = scene.result.next_level
    if following is None or scene.rubric.headline != "ladder":
        return False
    level = scene.result.levels[following]
    if level.truth in (Truth.UNMET, Truth.UNKNOWN):
        assert scene.result.gaps
    return True


def steps_are_the_least(scene):
    """By brute force: the cheapest and the fewest, ties by cost, count and rubric order."""
    steps = scene.result.next_steps
    if steps is None or scene.rubric.headline != "ladder":
        return False
    questions = _questions(scene, steps.level)
    size = 1
    for key, start, _ in questions:
        size *= scene.top(key) - start + 1
    if size > 400:
        return False
    try:
        ways = list(_ways(scene, questions, steps.level))
    except Beyond:
        return False
    if not ways:
        assert steps.cheapest is None
        assert steps.fewest is None
        return True
    floor = [min(way[i] for way in ways) for i in range(len(questions))]

    def measure(way):
        raised = [(i, r) for i, r in enumerate(way) if r > questions[i][1]]
        cost = sum((questions[i][2] * (r - questions[i][1]) for i, r in raised), Fraction(0))
        beyond = tuple((i, r) for i, r in raised if r > floor[i])
        return cost, len(raised), beyond

    for chosen, order in ((steps.cheapest, (0, 1, 2)), (steps.fewest, (1, 0, 2))):
        assert chosen is not None
        best = min(ways, key=lambda way: tuple(measure(way)[i] for i in order))
        if chosen.proved:
            expected = {questions[i][0]: r for i, r in enumerate(best) if r > questions[i][1]}
            assert {s.key: s.target for s in chosen.steps} == expected
            assert chosen.cost == measure(best)[0]
    return True


def _questions(scene, level):
    """What may be raised for the levels up to one: key, start, effort."""
    names, waiting = set(), []
    for entry in scene.pair.rubric["levels"][: level + 1]:
        waiting += _strings(entry["requires"])
    grouped, seen = scene.group_of, set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        criterion = scene.nodes.criteria.get(name)
        whole = criterion is not None and (
            criterion.computed is None or any(p in grouped for p in _all_behind(scene, name))
        )
        if whole:
            names.add(name)
        else:
            waiting += _parts(scene, name)
    found = []
    for criterion in scene.rubric.criteria:
        if criterion.id not in names:
            continue
        if criterion.computed is not None:
            node = scene.result.nodes[criterion.id, ""]
            if node.value.low is not None and not node.out:
                found.append((Key(criterion.id), node.value.low, criterion.effort))
            continue
        for key, fact in scene.result.facts.items():
            if key.criterion == criterion.id and fact.status in _ASKED:
                start = fact.counted.low if fact.counted else 0
                found.append((key, start, criterion.effort))
    return [q for q in found if q[1] < scene.top(q[0])]


def _all_behind(scene, name):
    seen, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting += _parts(scene, current)
    return seen


def _ways(scene, questions, level):
    """Every choice of ranks that reaches a level."""
    spans = [range(start, scene.top(key) + 1) for key, start, _ in questions]
    for way in product(*spans):
        raised = {q[0]: r for q, r in zip(questions, way, strict=True) if r > q[1]}
        if Reference(scene.result, scene.pair.rubric, forced=raised).position() >= level:
            yield way


# Sensitivity --------------------------------------------------------------------------------


def sensitivity_is_true(scene):
    """Decisive and pivotal answers, the stress test: each re-assessed for itself."""
    found = scene.full.sensitivity
    if found is None:
        return False
    assert scene.low is not None
    decisive, pivots = {}, set()
    for key in scene.asked:
        fact = scene.result.facts[key]
        low, high = fact.counted or Interval(0, scene.top(key))
        if fact.status in _OPEN or low < high:
            best, worst = scene.at({key: high}), scene.at({key: low})
            if best.headline.low != scene.low or worst.headline.high != scene.result.headline.high:
                decisive[key] = (level_of(best), worst.headline.high)
        if fact.counted is not None:
            for way in ((low - 1, 0), (low + 1, scene.top(key))):
                pivots |= _pivots(scene, key, low, way)
    assert {d.key: d[1:] for d in found.decisive if d.key.instance != UNLISTED} == decisive
    assert {tuple(p) for p in found.pivots} == pivots
    _check_stress(scene, found.stress)
    return True


def _pivots(scene, key, rank, way):
    """The changes of level in one direction: the nearest, and the end where it changes more."""
    found, last = set(), scene.low
    for other in dict.fromkeys(way):
        if 0 <= other <= scene.top(key) and other != rank:
            level = level_of(scene.at({key: other}))
            if level not in (scene.low, last):
                found.add((key, other, level))
            last = level
    return found


def _check_stress(scene, stress):
    weakest = scene.rubric.evidence.grades[0].id
    facts = scene.result.facts
    declared = [k for k in scene.asked if facts[k].grade == weakest]
    if not declared:
        assert stress is None
        return
    lower = scene.at({k: max(0, facts[k].counted.low - 1) for k in declared})
    silent = scene.answered(dict.fromkeys(declared, "unknown"))
    assert stress == (scene.low, level_of(lower), level_of(silent))


def margin_is_true(scene):
    """The margin is the size of the smallest set of answers whose loss drops the level."""
    found = scene.full.sensitivity
    if found is None or scene.low < 0:
        return False
    facts = scene.result.facts
    held = [k for k in scene.asked if facts[k].counted and facts[k].counted.low > 0]
    if len(held) > 5:
        return False
    for size in (1, 2, 3):
        if any(
            level_of(scene.at(dict.fromkeys(chosen, 0))) < scene.low
            for chosen in combinations(held, size)
        ):
            assert found.margin == size
            return True
    assert found.margin is None
    return True


# Policies, context ---------------------------------------------------------------------------


def conventions_say_so(scene):
    """The bounds reading stands beside a figure exactly where a policy changes it."""
    rubric = deepcopy(scene.pair.rubric)
    rubric["non_answers"] |= {"unknown": "bounds", "not_assessed": "bounds"}
    for measure in rubric["measures"]:
        measure.pop("unknown", None)
        measure.pop("not_assessed", None)
    free = scene.assess(scene.pair.project, read_rubric(rubric))
    for key, node in scene.result.nodes.items():
        other = free.nodes[key].value
        if node.value == other:
            assert node.bounds is None
        else:
            assert node.bounds == other
    head = scene.result.headline
    if head.low is not None or free.headline.low is not None:
        differs = head[:2] != free.headline[:2]
        assert head[4:6] == (free.headline[:2] if differs else (None, None))
    return True


def no_silence_passes_a_gate(scene):
    """Under `best`, `skip` or `block` a rule reads bounds."""
    rubric = deepcopy(scene.pair.rubric)
    lenient = ("best", "skip", "block")

    def strict(part):
        for word in ("unknown", "not_assessed"):
            if part.get(word) in lenient:
                part[word] = "bounds"

    strict(rubric["non_answers"])
    for measure in rubric["measures"]:
        strict(measure)
    plain = scene.assess(scene.pair.project, read_rubric(rubric))
    if scene.rubric.headline != "ladder":
        return False
    pairs = zip(scene.result.levels, plain.levels, strict=True)
    assert all(a.truth is b.truth and a.claimed is b.claimed for a, b in pairs)
    assert scene.result.headline[:2] == plain.headline[:2]
    return True


def what_is_out_is_not_read(scene):
    """An answer to a criterion that is out by rule changes nothing but its own fact."""
    out = [k for k, f in scene.result.facts.items() if f.status is Status.OUT]
    out = [k for k in out if k.instance != UNLISTED]
    ceiling = [t.ceiling for t in scene.rubric.tracks if t.id == scene.result.track and t.ceiling]
    values = [level.value for level in scene.rubric.levels]
    if ceiling and scene.low is not None:
        assert scene.low <= values.index(ceiling[0])
    if not out:
        return False
    key = scene.random.choice(out)
    after = scene.answered({key: scene.random.choice(["unknown", proved(scene.result, key, 0)])})
    assert after.headline == scene.result.headline
    assert after.nodes == scene.result.nodes
    assert after.gaps == scene.result.gaps
    assert after.coverage == scene.result.coverage
    for gap in scene.result.gaps:
        assert (gap.name, gap.instance) not in out
    return True


def plans_never_count(scene):
    """Without its plans a project is where it was."""
    project = deepcopy(scene.pair.project)
    snapshot = project["assessments"][scene.result.position]
    if not snapshot.pop("plans", None):
        return False
    assert scene.assess(project)._replace(
        project=None, snapshot=None, plans=()
    ) == scene.result._replace(project=None, snapshot=None, plans=())
    return True


# The second reading --------------------------------------------------------------------------


def the_reference_agrees(scene):
    """The slow reading gives the same truths, levels and intervals."""
    policies = {scene.rubric.non_answers.unknown, scene.rubric.non_answers.not_assessed}
    compared = 0
    for claimed in (False, True):
        reference = Reference(scene.result, scene.pair.rubric, claimed=claimed)
        if scene.rubric.headline == "ladder":
            compared += _compare_levels(scene, reference, claimed=claimed)
        if policies <= {"bounds", "worst"}:
            compared += _compare_nodes(scene, reference, claimed=claimed)
    return compared > 0


def _compare_levels(scene, reference, *, claimed):
    compared = 0
    for level, data in zip(scene.result.levels, scene.pair.rubric["levels"], strict=True):
        try:
            expected = reference.rule(data["requires"])
        except Beyond:
            continue
        assert (level.claimed if claimed else level.truth) == expected
        compared += 1
    head = scene.result.headline
    if head.low is not None and compared == len(scene.result.levels):
        found = head[2:4] if claimed else head[:2]
        assert found == (reference.position(), reference.position(high=True))
    return compared


def _compare_nodes(scene, reference, *, claimed):
    compared = 0
    for (name, instance), node in scene.result.nodes.items():
        try:
            expected = reference.node(name, instance)
        except Beyond:
            continue
        except (Void, Silent):
            expected = (None, None)
        value = node.claimed if claimed else node.value
        if value.why != "not-one-scale":
            assert value[:2] == expected, name
            compared += node.form is not Form.INDEX or expected[0] is not None
    return compared


EVERY = (
    low_is_at_most_high,
    counted_is_at_most_claimed,
    raising_an_answer_lowers_nothing,
    adding_evidence_lowers_nothing,
    answers_stay_inside_the_bounds,
    bounds_are_reached,
    order_changes_nothing,
    weights_count_by_their_ratios,
    names_change_nothing,
    nothing_applicable_passes_nothing,
    a_veto_never_raises,
    a_whole_majority_is_a_gate,
    proofs_replay,
    enough_is_minimal,
    steps_reach_the_next_level,
    an_open_level_has_a_gap,
    steps_are_the_least,
    sensitivity_is_true,
    margin_is_true,
    conventions_say_so,
    no_silence_passes_a_gate,
    what_is_out_is_not_read,
    plans_never_count,
    the_reference_agrees,
)
