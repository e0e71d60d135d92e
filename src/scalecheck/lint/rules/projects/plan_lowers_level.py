"""A plan that puts a criterion lower than it stands today, and does not say why."""

from collections.abc import Iterator

from scalecheck.lint.current import Current, read_current
from scalecheck.lint.rule import PROJECT, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.answer import Answer
from scalecheck.model.check_project import each_answer
from scalecheck.model.diagnostic import Path, Severity

Ranks = dict[Path, int]


def find(subject: Subject) -> Iterator[Found]:
    current = read_current(subject)
    if current is None:
        return
    reached = _ranks_of_today(current)
    for position, plan in enumerate(current.snapshot.plans):
        path = (*current.path, "plans", position, "answers")
        for answer, here in each_answer(plan.answers, path):
            names, rank = here[len(path) :], _rank(current, here[-1], answer)
            before = reached.get(names)
            if rank is None:
                continue
            if before is not None and rank < before and not (answer.note or answer.reason):
                yield found((*here, "level"), criterion=here[-1], level=answer.level, phase=plan.id)
            reached[names] = rank


def _ranks_of_today(current: Current) -> Ranks:
    answers, size = current.facts.values(), len(current.path) + 1
    return {fact.path[size:]: fact.claimed.low for fact in answers if fact.claimed is not None}


def _rank(current: Current, name: str | int, answer: Answer) -> int | None:
    typed = current.nodes.typed(str(name))
    if answer.level is None or typed is None or typed.scale is None:
        return None
    return typed.scale.rank_of(answer.level)


RULE = Rule("plan-lowers-level", Topic.PROJECTS, Severity.WARNING, PROJECT, find, Reads.SOUND)
