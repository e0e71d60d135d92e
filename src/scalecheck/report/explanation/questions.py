"""What is known of one question: the answer, what its evidence supports, and why no more."""

from collections.abc import Iterator

from scalecheck.model.facts import Fact, Interval, Key, Status
from scalecheck.model.policies import Policy
from scalecheck.report.explanation.evidence import tell_cap, tell_records
from scalecheck.report.explanation.lines import Line, Mark
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.phrases import say_condition

_SHORT_MARKS = {
    Status.ANSWERED: Mark.TEXT,
    Status.UNKNOWN: Mark.UNKNOWN,
    Status.NOT_ASSESSED: Mark.UNKNOWN,
    Status.NOT_APPLICABLE: Mark.ASIDE,
    Status.OUT: Mark.ASIDE,
}


def tell_briefly(narrator: Narrator, fact: Fact, title: str) -> Line:
    """Say in one line what is known of a question."""
    mark = _SHORT_MARKS[fact.status]
    place = _place(narrator, fact)
    if fact.claimed is None or fact.counted is None:
        return narrator.line(f"short.{fact.status}", mark, title=title)._replace(place=place)
    name = fact.key.criterion
    claimed, counted = narrator.ranks(name, fact.claimed), narrator.ranks(name, fact.counted)
    key = "short.answered" if claimed == counted else "short.capped"
    facts = {"title": title, "counted": counted}
    facts |= {} if claimed == counted else {"claimed": claimed}
    return narrator.line(key, mark, **facts)._replace(place=place)


def tell_why_less(narrator: Narrator, fact: Fact) -> Iterator[Line]:
    """Say what keeps an answer from counting for more: its evidence, its silence, its width."""
    if fact.claimed is None or fact.counted is None:
        yield tell_answer(narrator, fact)
        yield from _tell_what_settles(narrator, fact)
    elif fact.claimed != fact.counted:
        yield tell_cap(narrator, fact)._replace(place=_place(narrator, fact))
        yield from tell_records(narrator, fact)
    else:
        yield tell_answer(narrator, fact)
        yield from _tell_what_settles(narrator, fact)


def _tell_what_settles(narrator: Narrator, fact: Fact) -> Iterator[Line]:
    if fact.status in (Status.UNKNOWN, Status.NOT_ASSESSED) and fact.flag is None:
        yield narrator.line("answer.settle")
    elif fact.claimed is not None and fact.claimed.low < fact.claimed.high:
        yield narrator.line("answer.choose")


def tell_fact(narrator: Narrator, fact: Fact) -> Iterator[Line]:
    """Say all that is known of a question, down to each record of evidence."""
    if fact.status is Status.OUT:
        yield from tell_out(narrator, fact)
        return
    yield tell_answer(narrator, fact)
    if fact.reason is not None and fact.status is Status.ANSWERED:
        yield narrator.line("answer.reason", reason=narrator.own(fact.reason))
    if fact.claimed is not None and fact.claimed != fact.counted:
        yield tell_cap(narrator, fact)
    elif fact.claimed is not None:
        yield narrator.line("answer.supported", Mark.MET)
    yield from tell_records(narrator, fact)
    yield from _tell_what_settles(narrator, fact)
    if fact.alike > 1:
        yield narrator.line("answer.alike", count=fact.alike)
    note = narrator.teller.note(fact.key)
    if note is not None:
        yield narrator.line("answer.note", note=str(note))


def tell_answer(narrator: Narrator, fact: Fact) -> Line:
    """Say the answer as given, or its absence, and what this rubric makes of a silence."""
    place = _place(narrator, fact)
    if fact.claimed is not None:
        return _tell_level(narrator, fact.key, fact.claimed)._replace(place=place)
    if fact.flag is not None:
        return narrator.line(f"answer.{fact.flag}", Mark.UNKNOWN)._replace(place=place)
    if fact.status is Status.NOT_APPLICABLE:
        return _tell_not_applicable(narrator, fact)._replace(place=place)
    policies = narrator.rubric.non_answers
    unknown = fact.status is Status.UNKNOWN
    policy = policies.unknown if unknown else policies.not_assessed
    if policy is Policy.BOUNDS:
        return narrator.line(f"answer.{fact.status}", Mark.UNKNOWN)._replace(place=place)
    words = narrator.say(f"policy.{policy}")
    line = narrator.line(f"answer.{fact.status}-policy", Mark.UNKNOWN, policy=words)
    return line._replace(place=place)


def _tell_not_applicable(narrator: Narrator, fact: Fact) -> Line:
    if fact.reason is None:
        return narrator.line("answer.not-applicable", Mark.ASIDE)
    reason = narrator.own(fact.reason)
    return narrator.line("answer.not-applicable-reason", Mark.ASIDE, reason=reason)


def _tell_level(narrator: Narrator, key: Key, claimed: Interval) -> Line:
    scale = narrator.teller.scale(key.criterion)
    if scale is None:
        return narrator.line("answer.level", level=narrator.ranks(key.criterion, claimed))
    low, high = (narrator.named_rank(scale, rank) for rank in claimed)
    if claimed.low == claimed.high:
        return narrator.line("answer.level", level=low)
    return narrator.line("answer.between", low=low, high=high)


def tell_out(narrator: Narrator, fact: Fact) -> Iterator[Line]:
    """Say what put a question out by rule, and whether an answer is kept all the same."""
    yield tell_out_by(narrator, fact.key.criterion, fact.out_by or "")
    if narrator.teller.answer(fact.key) is not None:
        place = narrator.place(fact.path)
        yield narrator.line("out.kept", Mark.ASIDE)._replace(place=place)


def tell_out_by(narrator: Narrator, name: str, by: str) -> Line:
    """Say what put a criterion out by rule: the track, the strategies or its condition."""
    track = narrator.teller.track
    if by == "track" and track is not None:
        return narrator.line("out.track", Mark.ASIDE, track=narrator.words(track.title))
    if by == "strategy":
        return narrator.line("out.strategy", Mark.ASIDE)
    condition = say_condition(narrator, narrator.nodes.criteria[name].applies_when)
    return narrator.line("out.condition", Mark.ASIDE, condition=condition)


def _place(narrator: Narrator, fact: Fact) -> str | None:
    return None if narrator.teller.answer(fact.key) is None else narrator.place(fact.path)
