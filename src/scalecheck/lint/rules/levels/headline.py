"""Whether each level that a headline measure names is ever given."""

from collections.abc import Iterator

from scalecheck.lint.rules.levels.doubts import UNDECIDED
from scalecheck.lint.rules.levels.left_out import find_way
from scalecheck.lint.rules.levels.parts import Part, requirement
from scalecheck.lint.rules.levels.questions import Question, ask_once
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.measures import Lookup
from scalecheck.model.nodes import Nodes
from scalecheck.model.tables import LookupTable
from scalecheck.scoring.logic.between import Answer, Verdict
from scalecheck.scoring.logic.logic import Logic

_GIVEN, _NEVER = Answer(Verdict.FOUND), Answer(Verdict.IMPOSSIBLE)


def given(subject: RubricSubject) -> tuple[Question, ...]:
    """Of each level of a headline measure: does any profile get it?"""
    return ask_once(subject, _ask_given)


def _ask_given(subject: RubricSubject, logic: Logic) -> Iterator[Question]:
    nodes, headline = subject.names, subject.value.headline
    typed = nodes.typed(headline) if headline in nodes.measures else None
    if typed is None or typed.scale is None:
        return
    ranks = [typed.scale.rank_of(level.value) for level in subject.value.levels]
    known = [rank for rank in ranks if rank is not None]
    if len(known) == len(ranks) and known == sorted(set(known)):
        yield from _ask(subject, logic, known)


def _ask(subject: RubricSubject, logic: Logic, ranks: list[int]) -> Iterator[Question]:
    headline = subject.value.headline
    parts = [
        Part(("levels", position, "value"), requirement(headline, level.value))
        for position, level in enumerate(subject.value.levels)
    ]
    if not logic.nodes.is_monotone(headline):
        yield from _ask_table(logic.nodes, parts, ranks)
        return
    for position, part in enumerate(parts):
        after = parts[position + 1] if position + 1 < len(parts) else None
        answer = _between(logic, part, after)
        if answer.is_impossible:
            answer = _without(logic, part, after)
        yield Question(part, answer, position)


def _between(logic: Logic, part: Part, after: Part | None) -> Answer:
    """Find a profile that gives a level, and not the next one."""
    if after is not None:
        return logic.find([part.rule], after.rule)
    return _GIVEN if logic.can_be_met(part.rule) else _NEVER


def _without(logic: Logic, part: Part, after: Part | None) -> Answer:
    """Tell whether leaving questions out gives a level that all of them together never do."""
    names = logic.nodes.cone_of_rule(part.rule)
    way = find_way(logic, names, lambda less: not _between(less, part, after).is_impossible)
    if way is not None:
        return _GIVEN
    return UNDECIDED if logic.purse.is_empty else _NEVER


def _ask_table(nodes: Nodes, parts: list[Part], ranks: list[int]) -> Iterator[Question]:
    """A table that is not monotone: every cell can be had where its axes are free."""
    measure = nodes.measures[nodes.rubric.headline]
    if not isinstance(measure, Lookup) or not _is_free(nodes, measure):
        yield Question(parts[0], Answer(Verdict.UNDECIDED), 0)
        return
    table = LookupTable(nodes, measure)
    values = {value for p in table.positions() if (value := table.value(p)) is not None}
    got = {max((n for n, rank in enumerate(ranks) if rank <= v), default=-1) for v in values}
    for position, part in enumerate(parts):
        yield Question(part, _GIVEN if position in got else _NEVER, position)


def _is_free(nodes: Nodes, measure: Lookup) -> bool:
    """Tell whether each axis of a table is a question of its own."""
    asked = {criterion.id for criterion in nodes.asked()} - nodes.group_of.keys()
    names = measure.of
    return len(set(names)) == len(names) and all(n in asked or n in nodes.attributes for n in names)
