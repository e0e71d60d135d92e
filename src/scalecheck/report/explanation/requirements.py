"""One requirement: what is asked of a node, what is held, and what stands behind it."""

from collections.abc import Iterator

from scalecheck.model.facts import Fact, Key
from scalecheck.model.proof import Proof, Truth
from scalecheck.model.rules import Rule
from scalecheck.report.explanation.evidence import tell_cap
from scalecheck.report.explanation.inputs import tell_input
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.links import find_group_criteria
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.phrases import say_instance, say_rule
from scalecheck.report.explanation.questions import tell_briefly, tell_out_by, tell_why_less


def tell_requirement(narrator: Narrator, proof: Proof, neutral: bool) -> Line:
    """Say in one line what is asked of a node and what is held."""
    title = narrator.title(proof.name, proof.instance)
    if proof.kind == "answered":
        return narrator.judged(f"answered.{proof.truth}", proof.truth, title=title)
    family = proof.role if proof.role in ("must", "veto", "should") else "requirement"
    if proof.truth is Truth.NOT_ASSESSABLE:
        return narrator.judged(f"{family}.not-assessable", proof.truth, title=title)
    facts = {
        "title": title,
        "wanted": narrator.wanted(proof.name, proof.wanted),
        "held": narrator.held(proof.name, proof.low, proof.high),
    }
    if neutral and proof.truth is Truth.UNMET:
        return narrator.line("requirement.neutral", **facts)
    excuse = _excuse(narrator, proof)
    if excuse is not None:
        return narrator.judged("should.excused", proof.truth, **facts, reason=excuse)
    return narrator.judged(f"{family}.{proof.truth}", proof.truth, **facts)


def _excuse(narrator: Narrator, proof: Proof) -> str | None:
    """The written reason that excuses a wish, where it is the reason that does."""
    if proof.role != "should" or proof.truth is not Truth.MET:
        return None
    fact = narrator.fact(proof.name, proof.instance)
    scale = narrator.teller.scale(proof.name)
    wanted = scale.rank_of(proof.wanted) if scale else None
    below = wanted is not None and proof.low is not None and proof.low < wanted
    return narrator.own(fact.reason) if below and fact and fact.reason else None


def tell_not_assessable(narrator: Narrator, proof: Proof) -> Iterator[Line]:
    """Say why nothing can be asked of a node: out by rule, or not applicable."""
    fact = narrator.fact(proof.name, proof.instance)
    if fact is None:
        return
    if fact.out_by is not None:
        yield tell_out_by(narrator, proof.name, fact.out_by)
    else:
        yield tell_briefly(narrator, fact, narrator.title(proof.name, proof.instance))


def tell_behind(narrator: Narrator, name: str, instance: str, wanted: str) -> Iterator[Line]:
    """Say what stands behind a requirement: the answer, or those of the instances it reads."""
    fact = narrator.fact(name, instance)
    if fact is not None:
        yield from tell_why_less(narrator, fact)
        return
    rule = _find_rule(narrator, name, wanted)
    if rule is not None:
        words, level = say_rule(narrator, rule), narrator.wanted(name, wanted)
        yield narrator.line("requirement.asks", level=level, rule=words)
    measure = narrator.nodes.measures.get(name)
    node = narrator.found.nodes.get((name, narrator.own_instance(name, instance)))
    if measure is not None and node is not None:
        yield from (tell_input(narrator, measure, key) for key in node.inputs)
    else:
        yield from tell_instances(narrator, name)


def _find_rule(narrator: Narrator, name: str, wanted: str) -> Rule | None:
    """Find what a computed criterion asks for a level."""
    criterion, scale = narrator.nodes.criteria.get(name), narrator.teller.scale(name)
    if criterion is None or scale is None:
        return None
    rules = {scale.rank_of(level): rule for level, rule in (criterion.computed or {}).items()}
    return rules.get(scale.rank_of(wanted))


def tell_instances(narrator: Narrator, name: str) -> Iterator[Line]:
    """Say, instance by instance, the answers that a computed node reads."""
    read = find_group_criteria(narrator.nodes, name)
    for group in dict.fromkeys(narrator.nodes.group_of[c].id for c in read):
        listed = narrator.found.instances.get(group)
        if listed is None:
            yield narrator.line("rule.in-absent", Mark.UNKNOWN, group=narrator.title(group))
        for instance in listed or ():
            yield Line(say_instance(narrator, instance))
            keys = [Key(criterion, instance) for criterion in read]
            facts = [narrator.found.facts[key] for key in keys if key in narrator.found.facts]
            for fact in facts:
                yield from under(_tell_one(narrator, fact))


def _tell_one(narrator: Narrator, fact: Fact) -> Iterator[Line]:
    yield tell_briefly(narrator, fact, narrator.title(fact.key.criterion))
    if fact.claimed != fact.counted:
        yield from under([tell_cap(narrator, fact)])
