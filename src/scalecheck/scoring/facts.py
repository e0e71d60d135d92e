"""From answers to facts: what is asked, what is claimed, and what its evidence supports."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.criterion import Criterion
from scalecheck.model.diagnostic import Path
from scalecheck.model.facts import Fact, Interval, Key, Record, Remark, Status
from scalecheck.model.instance import Instance
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale
from scalecheck.scoring.evidence import EvidenceReader
from scalecheck.scoring.situation import Situation

UNLISTED = "?"  # stands for the instances of a group whose list the project does not give

Facts = Mapping[Key, Fact]

_UNLISTED = Instance.model_construct(id=UNLISTED)


class Manner(NamedTuple):
    """How answers are read.

    `deem_supported`: a level that cites no evidence counts as given (rubric tests).
    `as_claimed`: every level counts as given (plans).
    `state_computed`: a computed criterion may be given a level (rubric tests, plans).
    """

    deem_supported: bool = False
    as_claimed: bool = False
    state_computed: bool = False


class FactReader:
    """Reads the answers of one snapshot, question by question, in the rubric's order."""

    def __init__(
        self, nodes: Nodes, situation: Situation, evidence: EvidenceReader, manner: Manner
    ) -> None:
        self.nodes, self.situation = nodes, situation
        self.evidence, self.manner = evidence, manner

    def read(self, answers: Answers, path: Path) -> dict[Key, Fact]:
        """Read every question; one without an answer is not assessed."""
        facts: dict[Key, Fact] = {}
        for criterion in self.nodes.rubric.criteria:
            for instance in self._instances(criterion):
                found = self._read_one(criterion, instance, answers, path)
                if found is not None:
                    facts[found.key] = found
        return facts

    def _instances(self, criterion: Criterion) -> Iterator[Instance | None]:
        group = self.nodes.group_of.get(criterion.id)
        if group is None:
            yield None
            return
        listed = self.situation.instances[group.id]
        yield from (_UNLISTED,) if listed is None else listed

    def _read_one(
        self, criterion: Criterion, instance: Instance | None, answers: Answers, path: Path
    ) -> Fact | None:
        key = Key(criterion.id, "" if instance is None else instance.id)
        where: Path = (*path, criterion.id)
        given = answers.get(criterion.id)
        if instance is not None:
            group = self.nodes.group_of[criterion.id]
            where = (*path, group.id, instance.id, criterion.id)
            given = _in_group(answers, group.id, instance.id, criterion.id)
        answer = given if isinstance(given, Answer) else None
        if criterion.computed is not None and (answer is None or not self.manner.state_computed):
            return None
        count = 1 if instance is None else instance.count
        return self._fact(criterion, key, answer, count, where)

    def _fact(
        self, criterion: Criterion, key: Key, answer: Answer | None, count: int, path: Path
    ) -> Fact:
        scale = self.nodes.scales[criterion.scale]
        out = self.situation.out.get(criterion.id)
        status, flag = _status(self.nodes, criterion, answer)
        if out is not None:
            status, flag = Status.OUT, None
        claimed = _claimed(scale, answer) if status is Status.ANSWERED and answer else None
        if status is Status.ANSWERED and claimed is None:
            status, flag = Status.NOT_ASSESSED, "unknown-level"
        records = self.evidence.read(answer.cited) if answer else ()
        counted = None
        if claimed is not None and answer is not None:
            counted = self._counted(criterion, claimed, answer, records)
        grade = self.evidence.best_grade(records) if status is Status.ANSWERED else None
        reason = _reason(answer)
        return Fact(key, status, claimed, counted, records, grade, reason, flag, count, path, out)

    def _counted(
        self, criterion: Criterion, claimed: Interval, answer: Answer, records: tuple[Record, ...]
    ) -> Interval:
        deemed = self.manner.deem_supported and answer.evidence is None
        if self.manner.as_claimed or deemed:
            return claimed
        scale = self.nodes.scales[criterion.scale]
        low, high = (self.evidence.supported(criterion, scale, r, records) for r in claimed)
        return Interval(low, high)


def _in_group(answers: Answers, group: str, instance: str, criterion: str) -> Answer | None:
    given = answers.get(group)
    if given is None or isinstance(given, Answer):
        return None
    return given.get(instance, {}).get(criterion)


def _reason(answer: Answer | None) -> str | None:
    if answer is None:
        return None
    if answer.not_applicable is not None:
        return answer.not_applicable or None
    return (answer.reason.fr or answer.reason.en) if answer.reason else None


def _status(nodes: Nodes, criterion: Criterion, answer: Answer | None) -> tuple[Status, str | None]:
    """Tell what became of a question, and what is wrong with a "not applicable"."""
    if answer is None:
        return Status.NOT_ASSESSED, None
    if answer.unknown:
        return Status.UNKNOWN, None
    if answer.not_applicable is None:
        return Status.ANSWERED, None
    if criterion.not_applicable == "refused":
        return Status.NOT_ASSESSED, "not-applicable-refused"
    if not answer.not_applicable and nodes.rubric.non_answers.not_applicable.reason == "required":
        return Status.NOT_ASSESSED, "reason-missing"
    return Status.NOT_APPLICABLE, None


def _claimed(scale: Scale, answer: Answer) -> Interval | None:
    """The ranks an answer states, or None where the scale has no such level."""
    if answer.amount is not None:
        rank = rank_of_amount(scale, answer.amount)
        return None if rank is None else Interval(rank, rank)
    names = (answer.level, answer.level) if answer.level is not None else answer.between
    if names is None:
        return None
    ranks = [scale.rank_of(name or "") for name in names]
    known = [rank for rank in ranks if rank is not None]
    return Interval(min(known), max(known)) if len(known) == 2 else None


def rank_of_amount(scale: Scale, amount: Fraction) -> int | None:
    """Read an amount as a level: the last one whose bound it reaches (`from`) or passes (`above`).

    Returns:
        A rank, or None where the scale states no bounds.
    """
    found = None
    for level in scale.levels:
        if level.from_ is None and level.above is None:
            found = level if found is None and level is scale.levels[0] else found
            continue
        reached = amount >= level.from_ if level.from_ is not None else amount > (level.above or 0)
        found = level if reached else found
    if found is None or all(v.from_ is None and v.above is None for v in scale.levels):
        return None
    return scale.by_rank.index(found)


def remark_answers(
    nodes: Nodes, answers: Answers, facts: Facts, situation: Situation, path: Path
) -> tuple[Remark, ...]:
    """Say which answers were set aside, and why."""
    return (
        *_set_aside(nodes, answers, situation, path),
        *(
            Remark(fact.flag, fact.path, (("name", fact.key.criterion),))
            for fact in facts.values()
            if fact.flag is not None
        ),
        *_unused_records(facts),
    )


def _set_aside(
    nodes: Nodes, answers: Answers, situation: Situation, path: Path
) -> Iterator[Remark]:
    for name, given in answers.items():
        here = (*path, name)
        if name in nodes.groups and not isinstance(given, Answer):
            yield from _unlisted(situation, name, given, here)
        elif name not in nodes.criteria:
            yield Remark("unknown-criterion", here, (("name", name),))
        elif nodes.criteria[name].computed is not None:
            yield Remark("answer-to-computed", here, (("name", name),))
        elif name in situation.out:
            yield Remark("answer-out-by-rule", here, (("name", name), ("by", situation.out[name])))


def _unlisted(
    situation: Situation, group: str, given: Collection[str], path: Path
) -> Iterator[Remark]:
    listed = {instance.id for instance in situation.instances[group] or ()}
    for instance in given:
        if instance not in listed:
            yield Remark("unlisted-instance", (*path, instance), (("name", instance),))


def _unused_records(facts: Facts) -> Iterator[Remark]:
    for fact in facts.values():
        for record in fact.records:
            if record.state in ("future", "unknown", "undated"):
                name = (("name", record.id), ("criterion", fact.key.criterion))
                yield Remark(f"evidence-{record.state}", fact.path, name)
