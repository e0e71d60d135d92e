"""Why an answer counts for less than it claims: the evidence asked for, and that cited."""

from collections.abc import Iterator

from scalecheck.language import catalogue
from scalecheck.model.criterion import level_needs
from scalecheck.model.facts import Fact, Record, RecordState
from scalecheck.model.policies import EvidenceNeed
from scalecheck.report.explanation.lines import Line, Mark
from scalecheck.report.explanation.narrator import Narrator

_HOLDING = (RecordState.COUNTED, RecordState.STALE, RecordState.UNDATED)
_MARKS = {
    RecordState.COUNTED: Mark.MET,
    RecordState.PLANNED: Mark.ASIDE,
    RecordState.FUTURE: Mark.ASIDE,
}


def tell_cap(narrator: Narrator, fact: Fact) -> Line:
    """Say the level claimed, the level held, and the rule of evidence between the two."""
    name = fact.key.criterion
    criterion = narrator.nodes.criteria[name]
    scale = narrator.nodes.scales[criterion.scale]
    claimed, counted = fact.claimed, fact.counted
    if claimed is None or counted is None:
        raise AssertionError("only an answer has a cap")
    rank = (counted.high if claimed.high > counted.high else counted.low) + 1
    need = level_needs(criterion, scale)[rank]
    words = {
        "claimed": narrator.ranks(name, claimed),
        "counted": narrator.ranks(name, counted),
        "level": narrator.number(scale.by_rank[rank].value),
        "need": say_need(narrator, need) if need else "",
    }
    return _tell_cap(narrator, fact, need, words)


def _tell_cap(
    narrator: Narrator, fact: Fact, need: EvidenceNeed | None, words: dict[str, str]
) -> Line:
    holding = [r for r in fact.records if r.state in _HOLDING]
    if not fact.records:
        return narrator.line("cap.none", Mark.UNMET, **words)
    if not holding:
        return narrator.line("cap.aside", Mark.UNMET, **words)
    held = say_grade(narrator, fact.grade or "")
    if any(r.state is RecordState.STALE for r in holding):
        return narrator.line("cap.stale", Mark.UNMET, **words, held=held)
    if need is not None and _is_below(narrator, fact.grade or "", need.grade):
        return narrator.line("cap.weak", Mark.UNMET, **words, held=held, count=len(holding))
    return narrator.line("cap.plain", Mark.UNMET, **words)


def _is_below(narrator: Narrator, grade: str, wanted: str) -> bool:
    grades = [g.id for g in narrator.rubric.evidence.grades]
    return grades.index(grade) < grades.index(wanted) if {grade, wanted} <= set(grades) else True


def say_need(narrator: Narrator, need: EvidenceNeed) -> str:
    """Name the evidence that a level asks for."""
    facts: dict[str, object] = {
        "grade": say_grade(narrator, need.grade, need.count),
        "count": need.count,
    }
    if need.newest_within is None:
        return narrator.say("need.grade", **facts)
    return narrator.say("need.recent", **facts, months=need.newest_within)


def say_grade(narrator: Narrator, grade: str, count: int = 1) -> str:
    """Name a grade of evidence inside a sentence.

    A grade that the rubric titles otherwise than usual is quoted as the rubric writes it.
    """
    usual = f"explain.grade.{grade}"
    known = catalogue.has(usual, narrator.language)
    found = next((g for g in narrator.rubric.evidence.grades if g.id == grade), None)
    title = narrator.words(found.title) if found and found.title else None
    if known:
        single = catalogue.say(usual, narrator.language, count=1)
        if title is None or title.casefold() == single:
            return catalogue.say(usual, narrator.language, count=count)
    return narrator.say("name.quoted", words=title or grade)


def tell_records(narrator: Narrator, fact: Fact) -> Iterator[Line]:
    """Say of each record of evidence cited whether it counts, and if not, why."""
    return (_tell_record(narrator, record) for record in fact.records)


def _tell_record(narrator: Narrator, record: Record) -> Line:
    evidence = narrator.found.project.evidence.get(record.id)
    mark = _MARKS.get(record.state, Mark.UNMET)
    if evidence is None:
        return narrator.line("record.unknown", mark, title=record.id)
    facts: dict[str, object] = {"title": narrator.words(evidence.title)}
    if record.state is not RecordState.UNDATED:
        facts["date"] = _say_date(narrator, evidence.date)
    if record.state is RecordState.COUNTED:
        facts["grade"] = say_grade(narrator, record.held)
    if record.state in (RecordState.STALE, RecordState.UNDATED):
        facts["held"] = say_grade(narrator, record.held)
    if record.state is RecordState.STALE:
        facts["limit"] = narrator.rubric.evidence.max_age or 0
        facts["age"] = record.age or 0
    place = narrator.place(("evidence", record.id))
    return narrator.line(f"record.{record.state}", mark, **facts)._replace(place=place)


def _say_date(narrator: Narrator, date: str | None) -> str:
    return narrator.say("name.no-date") if date is None else narrator.teller.speaker.date(date)
