"""Say why a rule came out as it did: a tree down to requirements, with counts and weights."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import assert_never

from scalecheck.model.proof import Proof, Truth
from scalecheck.model.rules import (
    AllOf,
    Answered,
    AnyOf,
    AtLeast,
    InGroup,
    Majority,
    Requirement,
    Rule,
    Should,
)
from scalecheck.scoring.corners import Corners
from scalecheck.scoring.results import Computed, NotComputed
from scalecheck.scoring.rules import majority_weights
from scalecheck.scoring.unfolding import unfold


def truth_between(low: bool | None, high: bool | None) -> Truth:
    """Tell the truth of a rule from its two corners."""
    if low is None or high is None:
        return Truth.NOT_ASSESSABLE
    if low:
        return Truth.MET
    return Truth.UNKNOWN if high else Truth.UNMET


def judge_rule(corners: Corners, rule: Rule, instance: str = "") -> tuple[Truth, Truth]:
    """Judge a rule on counted and on claimed answers."""
    counted, claimed = (
        truth_between(low.holds(rule, instance), high.holds(rule, instance))
        for low, high in (corners[:2], corners[2:])
    )
    return counted, claimed


def prove(corners: Corners, rule: Rule, instance: str = "") -> Proof:
    """Build the proof of a rule."""
    match rule:
        case Requirement():
            parts = [prove_level(corners, n, v, instance) for n, v in rule.root.items()]
            return parts[0] if len(parts) == 1 else _combine(corners, rule, parts, instance)
        case AllOf():
            parts = [prove(corners, part, instance) for part in rule.all_of]
            return _combine(corners, rule, parts, instance)
        case AnyOf():
            parts = [prove(corners, part, instance) for part in rule.any_of]
            return _combine(corners, rule, parts, instance)
        case AtLeast():
            return _prove_at_least(corners, rule, instance)
        case InGroup():
            return _prove_in_group(corners, rule)
        case _:
            return _prove_rest(corners, rule, instance)


def _prove_rest(corners: Corners, rule: Majority | Should | Answered, instance: str) -> Proof:
    match rule:
        case Majority():
            return _prove_majority(corners, rule, instance)
        case Should():
            parts = [
                _prove_should(corners, name, level, instance) for name, level in rule.should.items()
            ]
            return _combine(corners, rule, parts, instance)
        case Answered():
            parts = [_prove_answered(corners, name, instance) for name in rule.answered]
            return _combine(corners, rule, parts, instance)
        case _:
            assert_never(rule)


def prove_level(
    corners: Corners, name: str, wanted: str, instance: str = "", role: str = ""
) -> Proof:
    """Prove one requirement: a node at a level or better."""
    counted = truth_between(*(c.reaches(name, wanted, instance) for c in corners[:2]))
    claimed = truth_between(*(c.reaches(name, wanted, instance) for c in corners[2:]))
    own = instance if _is_per_instance(corners, name) else ""
    low, high = (_known(c.node(name, instance)) for c in corners[:2])
    parts = _unfolded(corners, name, wanted, instance)
    proof = Proof("level", counted, claimed, name, own, wanted, low=low, high=high, parts=parts)
    return proof._replace(role=role)


def _unfolded(corners: Corners, name: str, wanted: str, instance: str) -> tuple[Proof, ...]:
    """What a measure or a dimension needs, where a rule says it."""
    nodes = corners.low.nodes
    if name in nodes.criteria or name in nodes.attributes:
        return ()
    rank = nodes.wanted(name, wanted)
    rule = unfold(nodes, name, rank) if isinstance(rank, int) else None
    return () if rule is None else (prove(corners, rule, instance),)


def _is_per_instance(corners: Corners, name: str) -> bool:
    nodes = corners.low.nodes
    return name in nodes.group_of or bool(getattr(nodes.measures.get(name), "per", None))


def _known(value: object) -> Computed | None:
    return None if isinstance(value, NotComputed) else value  # type: ignore[return-value]


_WORDS: dict[type, str] = {
    Requirement: "all_of",
    AllOf: "all_of",
    AnyOf: "any_of",
    Should: "should",
    Answered: "answered",
}


def _combine(corners: Corners, rule: Rule, parts: Sequence[Proof], instance: str) -> Proof:
    counted, claimed = judge_rule(corners, rule, instance)
    return Proof(_WORDS[type(rule)], counted, claimed, parts=tuple(parts))


def _prove_should(corners: Corners, name: str, level: str, instance: str) -> Proof:
    counted = truth_between(*(c.should(name, level, instance) for c in corners[:2]))
    claimed = truth_between(*(c.should(name, level, instance) for c in corners[2:]))
    return prove_level(corners, name, level, instance, "should")._replace(
        truth=counted, claimed=claimed
    )


def _prove_answered(corners: Corners, name: str, instance: str) -> Proof:
    counted = truth_between(*(c.answered(name, instance) for c in corners[:2]))
    claimed = truth_between(*(c.answered(name, instance) for c in corners[2:]))
    own = instance if _is_per_instance(corners, name) else ""
    return Proof("answered", counted, claimed, name, own)


def _prove_at_least(corners: Corners, rule: AtLeast, instance: str) -> Proof:
    parts = [prove_level(corners, n, v, instance) for n, v in rule.of.items()]
    weights = [Fraction(1) for _ in parts]
    counted, claimed = judge_rule(corners, rule, instance)
    proof = Proof("at_least", counted, claimed, parts=tuple(parts))
    return _weigh(proof, weights, rule.at_least)


def _prove_in_group(corners: Corners, rule: InGroup) -> Proof:
    counted, claimed = judge_rule(corners, rule)
    instances = corners.low.instances(rule.group, rule.where)
    proof = Proof("in", counted, claimed, rule.group)
    if instances is None:
        return proof._replace(asked=_asked(rule.at_least, Fraction(0)))
    parts = [prove(corners, rule.meet, i.id)._replace(instance=i.id) for i in instances]
    weights = [Fraction(i.count) for i in instances]
    return _weigh(proof._replace(parts=tuple(parts)), weights, rule.at_least)


def _asked(quota: int | Fraction, total: Fraction) -> Fraction:
    return Fraction(quota) if isinstance(quota, int) else quota * total


def _weigh(proof: Proof, weights: Sequence[Fraction], quota: int | Fraction) -> Proof:
    """Add to a proof what was counted, what was asked, and one smallest set that is enough."""
    pairs = list(zip(proof.parts, weights, strict=True))
    total = _sum(w for p, w in pairs if p.truth is not Truth.NOT_ASSESSABLE)
    low = _sum(w for p, w in pairs if p.truth is Truth.MET)
    high = low + _sum(w for p, w in pairs if p.truth is Truth.UNKNOWN)
    asked = _asked(quota, total)
    enough, surplus = smallest_set(pairs, asked) if low >= asked else ((), ())
    missing = (
        ()
        if low >= asked
        else tuple(p for p, _ in pairs if p.truth in (Truth.UNMET, Truth.UNKNOWN))
    )
    return proof._replace(
        got_low=low,
        got_high=high,
        asked=asked,
        total=total,
        enough=_labels(proof, enough),
        surplus=_labels(proof, surplus),
        missing=_labels(proof, missing),
    )


def _sum(values: Iterable[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def _labels(proof: Proof, parts: Iterable[Proof]) -> tuple[str, ...]:
    """Name parts: by their instance in a rule over a group, by their node elsewhere."""
    return tuple(p.instance if proof.kind == "in" else p.name for p in parts)


def smallest_set(
    pairs: Sequence[tuple[Proof, Fraction]], asked: Fraction
) -> tuple[tuple[Proof, ...], tuple[Proof, ...]]:
    """Choose one minimal set of met parts that suffices, and what is met beyond it.

    The compulsory ones are all in it. Others are taken by falling weight, then in order; then
    those not needed are dropped, the lightest first.
    """
    met = [(p, w) for p, w in pairs if p.truth is Truth.MET]
    held = [i for i, (p, _) in enumerate(met) if p.role == "must"]
    weight = _sum(met[i][1] for i in held)
    taken: list[int] = []
    for index in sorted(set(range(len(met))) - {*held}, key=lambda i: (-met[i][1], i)):
        if weight >= asked:
            break
        taken.append(index)
        weight += met[index][1]
    for index in reversed(taken.copy()):
        if weight - met[index][1] >= asked:
            taken.remove(index)
            weight -= met[index][1]
    kept = {*held, *taken}
    enough = tuple(p for i, (p, _) in enumerate(met) if i in kept)
    return enough, tuple(p for i, (p, _) in enumerate(met) if i not in kept)


def _prove_majority(corners: Corners, rule: Majority, instance: str) -> Proof:
    terms = rule.majority
    weights = majority_weights(corners.low.nodes, terms)
    parts = [
        prove_level(corners, n, v, instance, "must" if n in terms.must else "profile")
        for n, v in terms.profile.items()
    ]
    vetoes = [prove_level(corners, n, v, instance, "veto") for n, v in terms.veto.items()]
    counted, claimed = judge_rule(corners, rule, instance)
    proof = Proof("majority", counted, claimed, parts=tuple(parts))
    proof = _weigh(proof, [weights[p.name] for p in parts], terms.threshold)
    return proof._replace(parts=(*parts, *vetoes))
