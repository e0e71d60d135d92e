"""What a level lacks: every unmet requirement, each with one reason."""

from collections.abc import Iterator
from fractions import Fraction

from scalecheck.model.criterion import level_needs
from scalecheck.model.facts import Fact, Key, RecordState, Status
from scalecheck.model.proof import Gap, GapReason, Proof, Truth
from scalecheck.model.rubric import Rubric
from scalecheck.scoring.evidence import EvidenceReader
from scalecheck.scoring.results import Case

_OPEN = (Truth.UNMET, Truth.UNKNOWN)


def find_gaps(case: Case, evidence: EvidenceReader, proof: Proof) -> tuple[Gap, ...]:
    """Gather the unmet requirements of a rule, in the rubric's order, without repeats."""
    found = dict.fromkeys(_gather(case, evidence, proof, alternative=False))
    order = {name: position for position, name in enumerate(case.nodes.names())}
    best: dict[tuple[str, str], Gap] = {}
    for gap in found:
        key = (gap.name, gap.instance)
        held = best.get(key)
        if held is None or (held.alternative, -held.wanted) > (gap.alternative, -gap.wanted):
            best[key] = gap
    return tuple(sorted(best.values(), key=lambda gap: order.get(gap.name, len(order))))


def _gather(
    case: Case, evidence: EvidenceReader, proof: Proof, *, alternative: bool
) -> Iterator[Gap]:
    if proof.truth not in _OPEN:
        return
    if proof.kind in ("level", "answered") and not any(p.truth in _OPEN for p in proof.parts):
        yield _gap(case, evidence, proof, alternative=alternative)
        return
    if proof.kind == "in" and (proof.total is None or proof.total < (proof.asked or 0)):
        yield _too_few(proof, alternative=alternative)
    either = proof.kind in ("any_of", "at_least", "in", "majority")
    for part in proof.parts:
        forced = part.role in ("must", "veto") or _is_forced(proof, part)
        yield from _gather(case, evidence, part, alternative=alternative or (either and not forced))


def _too_few(proof: Proof, *, alternative: bool) -> Gap:
    """The gap of a group whose list is missing, or holds too few instances whatever they reach."""
    reason = GapReason.NOT_ASSESSED if proof.total is None else GapReason.LOWER
    wanted, low, high = proof.asked or Fraction(0), proof.got_low, proof.got_high
    return Gap(proof.name, "", wanted, low, high, reason, alternative, proof.role)


def _is_forced(proof: Proof, part: Proof) -> bool:
    """Tell whether a rule over several cannot be met without this one."""
    if proof.kind == "at_least" and proof.asked is not None and proof.total is not None:
        return proof.total - 1 < proof.asked
    if proof.kind == "majority":
        return proof.asked is not None and proof.asked == proof.total
    return proof.kind == "any_of" and len(proof.parts) == 1


def _gap(case: Case, evidence: EvidenceReader, proof: Proof, *, alternative: bool) -> Gap:
    wanted = case.nodes.wanted(proof.name, proof.wanted) if proof.wanted else 0
    reason = find_reason(case, evidence, proof)
    instance = _question(case, proof).instance
    return Gap(proof.name, instance, wanted, proof.low, proof.high, reason, alternative, proof.role)


def _question(case: Case, proof: Proof) -> Key:
    """The question of a requirement; one read for an instance may be about the whole project."""
    name = proof.name
    inside = name in case.nodes.group_of or getattr(case.nodes.measures.get(name), "per", None)
    return Key(name, proof.instance if inside else "")


def find_reason(case: Case, evidence: EvidenceReader, proof: Proof) -> GapReason:
    """Say why a requirement is not held: one reason."""
    fact = case.facts.get(_question(case, proof))
    if fact is not None:
        wanted = case.nodes.wanted(proof.name, proof.wanted) if proof.wanted else 0
        return _reason_of_fact(case, evidence, fact, int(wanted))
    behind = [
        _reason_of_fact(case, evidence, f, f.claimed.low if f.claimed else 0)
        for f in _facts_behind(case, proof.name)
    ]
    if proof.claimed is Truth.MET:
        return next((r for r in _ABOUT_EVIDENCE if r in behind), GapReason.WEAK_EVIDENCE)
    if proof.truth is Truth.UNKNOWN:
        return next((r for r in _ABOUT_SILENCE if r in behind), GapReason.UNKNOWN)
    return GapReason.LOWER


_ABOUT_EVIDENCE = (
    GapReason.NO_EVIDENCE,
    GapReason.WEAK_EVIDENCE,
    GapReason.STALE,
    GapReason.REJECTED,
)
_ABOUT_SILENCE = (
    GapReason.UNKNOWN,
    GapReason.NOT_ASSESSED,
    GapReason.REASON_MISSING,
    GapReason.UNDECIDED,
)


def _facts_behind(case: Case, name: str) -> Iterator[Fact]:
    criteria = case.nodes.cone(name)
    for key, fact in case.facts.items():
        if key.criterion in criteria and fact.status is not Status.OUT:
            yield fact


def _reason_of_fact(case: Case, evidence: EvidenceReader, fact: Fact, wanted: int) -> GapReason:
    if fact.flag == "reason-missing":
        return GapReason.REASON_MISSING
    if fact.status is Status.UNKNOWN:
        return GapReason.UNKNOWN
    if fact.claimed is None or fact.counted is None:
        return GapReason.NOT_ASSESSED
    if fact.claimed.low < wanted:
        return GapReason.UNDECIDED if fact.claimed.high >= wanted else GapReason.LOWER
    if fact.counted.low >= wanted and fact.claimed.low < fact.claimed.high:
        return GapReason.UNDECIDED
    return _reason_of_evidence(case, evidence, fact, wanted)


_NEVER_COUNTED = {
    RecordState.REJECTED,
    RecordState.PLANNED,
    RecordState.FUTURE,
    RecordState.UNKNOWN,
}


def _reason_of_evidence(case: Case, evidence: EvidenceReader, fact: Fact, wanted: int) -> GapReason:
    if not fact.records:
        return GapReason.NO_EVIDENCE
    criterion = case.nodes.criteria[fact.key.criterion]
    need = level_needs(criterion, case.nodes.scales[criterion.scale])[wanted]
    states = {record.state for record in fact.records}
    if states <= _NEVER_COUNTED:
        return GapReason.REJECTED if RecordState.REJECTED in states else GapReason.NO_EVIDENCE
    ageless = evidence._replace(as_of="0000-00-00")  # as if nothing aged
    revived = ageless.read(tuple(record.id for record in fact.records))
    if RecordState.STALE in states and need is not None and ageless.holds(need, revived):
        return GapReason.STALE
    return GapReason.WEAK_EVIDENCE


def grade_is_declared(rubric: Rubric, fact: Fact) -> bool:
    """Tell whether an answer rests on a declaration alone."""
    return fact.status is Status.ANSWERED and fact.grade == rubric.evidence.grades[0].id
