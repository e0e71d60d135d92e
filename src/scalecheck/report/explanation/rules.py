"""Why a rule is met, unmet or undecided: its proof, down to requirements and their answers."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scalecheck.model.proof import Proof, Truth
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.narrator import Narrator, mark_of
from scalecheck.report.explanation.requirements import (
    tell_behind,
    tell_not_assessable,
    tell_requirement,
)

_LEAVES = ("level", "answered")
_COUNTED = ("at_least", "in")


def tell_rule(narrator: Narrator, proof: Proof, neutral: bool = False) -> Iterator[Line]:
    """Say the requirements of a rule, one by one; those met are gathered in one line.

    `neutral` says what is asked without calling it a lack: beyond the ambition, on request.
    """
    if proof.kind == "all_of":
        yield from _tell_parts(narrator, proof.parts, neutral)
    else:
        yield from _tell_part(narrator, proof, neutral)


def _tell_parts(narrator: Narrator, parts: Sequence[Proof], neutral: bool) -> Iterator[Line]:
    for part in parts:
        if not _is_plainly_met(part):
            yield from _tell_part(narrator, part, neutral)
    held = [_with_level(narrator, p) for p in parts if _is_plainly_met(p)]
    if held:
        yield narrator.line("already", Mark.MET, count=len(held), list=narrator.join(held))


def _is_plainly_met(proof: Proof) -> bool:
    return proof.kind in _LEAVES and proof.truth is Truth.MET and proof.role in ("", "profile")


def _with_level(narrator: Narrator, proof: Proof) -> str:
    title = narrator.title(proof.name, proof.instance)
    return f"{title} ({narrator.wanted(proof.name, proof.wanted)})" if proof.wanted else title


def _tell_part(narrator: Narrator, proof: Proof, neutral: bool) -> Iterator[Line]:
    if proof.kind in _LEAVES:
        yield from _tell_leaf(narrator, proof, neutral)
    elif proof.kind == "majority":
        yield from _tell_majority(narrator, proof, neutral)
    elif proof.kind in _COUNTED:
        yield from _tell_counted(narrator, proof, neutral)
    else:
        truth = narrator.say(f"truth.{proof.truth}")
        yield narrator.judged(f"rule.{proof.kind}", proof.truth, truth=truth)
        yield from under(_tell_parts(narrator, proof.parts, neutral))


def _tell_leaf(narrator: Narrator, proof: Proof, neutral: bool) -> Iterator[Line]:
    yield tell_requirement(narrator, proof, neutral)
    if proof.truth is Truth.MET:
        return
    if proof.truth is Truth.NOT_ASSESSABLE:
        yield from under(tell_not_assessable(narrator, proof))
        return
    reason = narrator.reason(proof.name, proof.instance, proof.wanted)
    if reason is not None and not neutral:
        words = narrator.say(f"reason.{reason}")
        yield from under([narrator.line("requirement.because", reason=words)])
    yield from under(_tell_behind(narrator, proof, neutral))


def _tell_behind(narrator: Narrator, proof: Proof, neutral: bool) -> Iterator[Line]:
    if proof.parts:
        yield from tell_rule(narrator, proof.parts[0], neutral)
    else:
        yield from tell_behind(narrator, proof.name, proof.instance, proof.wanted)


# Rules over several ---------------------------------------------------------------------------


def _tell_counted(narrator: Narrator, proof: Proof, neutral: bool) -> Iterator[Line]:
    if proof.total is None or proof.got_low is None or proof.asked is None:
        yield narrator.line("rule.in-absent", Mark.UNKNOWN, group=narrator.title(proof.name))
        return
    yield _tell_count(narrator, proof, proof.got_low, proof.asked, proof.total)
    if proof.kind == "at_least":
        yield from under(_tell_parts(narrator, proof.parts, neutral))
    else:
        for part in proof.parts:
            yield from under(_tell_instance(narrator, part, neutral))
    yield from under(_tell_sets(narrator, proof))


def _tell_count(
    narrator: Narrator, proof: Proof, got: Fraction, asked: Fraction, total: Fraction
) -> Line:
    facts: dict[str, object] = {"got": got, "total": total}
    if proof.kind == "in":
        facts["group"] = narrator.title(proof.name)
    if asked.denominator == 1 or not total:
        return narrator.judged(f"rule.{proof.kind}", proof.truth, **facts, asked=asked)
    share, threshold = narrator.shares(got, asked, total)
    facts |= {"share": share, "threshold": threshold}
    return narrator.judged(f"rule.{proof.kind}-share", proof.truth, **facts)


def _tell_instance(narrator: Narrator, part: Proof, neutral: bool) -> Iterator[Line]:
    instance = str(narrator.teller.instance(part.instance))
    truth = narrator.say(f"truth.{part.truth}")
    yield narrator.judged("rule.in-one", part.truth, instance=instance, truth=truth)
    if part.truth is not Truth.MET:
        yield from under(tell_rule(narrator, part, neutral))


def _tell_majority(narrator: Narrator, proof: Proof, neutral: bool) -> Iterator[Line]:
    firm = [p for p in proof.parts if p.role in ("must", "veto")]
    for part in firm:
        yield from _tell_part(narrator, part, neutral)
    if not proof.total or proof.asked is None or proof.got_low is None:
        yield narrator.line("rule.none-applicable", Mark.ASIDE)
        return
    yield _tell_weight(narrator, proof, proof.got_low, proof.asked, proof.total)
    yield from under(_tell_coalition(narrator, proof, neutral))
    yield from under(_tell_sets(narrator, proof))


def _tell_weight(
    narrator: Narrator, proof: Proof, got: Fraction, asked: Fraction, total: Fraction
) -> Line:
    share, threshold = narrator.shares(got, asked, total)
    high = proof.got_high if proof.got_high is not None else got
    truth = Truth.MET if got >= asked else Truth.UNKNOWN if high >= asked else Truth.UNMET
    facts = {"share": share, "threshold": threshold}
    if truth is Truth.UNKNOWN:
        facts["high"] = narrator.shares(high, asked, total)[0]
    return narrator.judged(f"rule.majority-{truth}", truth, **facts)


def _is_reached(proof: Proof) -> bool:
    """Tell whether the weight is there already, whatever the vetoes and the compulsory say."""
    weights = proof.got_low, proof.asked
    return weights[0] is not None and weights[1] is not None and weights[0] >= weights[1]


def _tell_coalition(narrator: Narrator, proof: Proof, neutral: bool) -> Iterator[Line]:
    profile = [p for p in proof.parts if p.role in ("must", "profile")]
    favour = [narrator.title(p.name, p.instance) for p in profile if p.truth is Truth.MET]
    if favour:
        yield narrator.line("rule.coalition", list=narrator.join(favour))
    if not _is_reached(proof):
        against = [p for p in profile if p.role == "profile" and p.truth is not Truth.MET]
        for part in against:
            yield from _tell_part(narrator, part, neutral)


def _tell_sets(narrator: Narrator, proof: Proof) -> Iterator[Line]:
    """One smallest set that is enough, what could be lost, and what would settle the rest."""
    sets = []
    if proof.truth is Truth.MET:
        sets = [("enough", proof.enough), ("surplus", proof.surplus)]
    elif proof.truth is Truth.UNKNOWN:
        sets = [("settle", proof.missing)]
    for key, names in sets:
        if names:
            marked = mark_of(proof.truth) if key == "settle" else Mark.TEXT
            named = narrator.join(narrator.label(name) for name in names)
            yield narrator.line(f"rule.{key}", marked, list=named)


def find_enough(narrator: Narrator, proof: Proof) -> Iterator[str]:
    """Name one smallest set of requirements that makes a met rule met."""
    if proof.truth is not Truth.MET:
        return
    if proof.kind in _LEAVES:
        yield _with_level(narrator, proof)
    elif proof.kind == "any_of":
        met = [p for p in proof.parts if p.truth is Truth.MET]
        yield from find_enough(narrator, met[0])
    elif proof.kind in ("at_least", "majority"):
        yield from (_with_level(narrator, p) for p in proof.parts if p.name in _needed(proof, p))
    elif proof.kind == "in":
        listed = narrator.join(narrator.label(name) for name in proof.enough)
        yield f"{narrator.title(proof.name)} ({listed})"
    else:
        for part in proof.parts:
            yield from find_enough(narrator, part)


def _needed(proof: Proof, part: Proof) -> tuple[str, ...]:
    return () if part.role == "veto" else proof.enough
