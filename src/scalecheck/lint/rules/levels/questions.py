"""The exact questions that several rules tell of, each settled once for a rubric."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from scalecheck.lint.logic_subject import full_logic_of
from scalecheck.lint.rules.levels.dead_ends import can_pass
from scalecheck.lint.rules.levels.doubts import UNDECIDED, confirm, is_share_apart, may_be_unmet
from scalecheck.lint.rules.levels.parts import Part, choices, every_rule, level_parts, level_rules
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.rules import AnyOf, Majority, Requirement, Rule
from scalecheck.scoring.logic.between import Answer, Verdict
from scalecheck.scoring.logic.logic import Logic


class Question(NamedTuple):
    """Something asked of a part of a rubric, and the answer.

    `position` is that of the level it is part of, or -1; `other` is a second part it speaks of.
    """

    part: Part
    answer: Answer
    position: int = -1
    other: Part | None = None


Asking = Callable[[RubricSubject, Logic], Iterator[Question]]


def ask_once(subject: RubricSubject, ask: Asking) -> tuple[Question, ...]:
    """Ask once for a subject; nothing where parts were refused that the answers may lean on."""
    kept = subject.__dict__
    key = ask.__name__
    if key not in kept:
        logic = full_logic_of(subject)
        kept[key] = tuple(_until_spent(ask, subject, logic)) if logic is not None else ()
    found: tuple[Question, ...] = kept[key]
    return found


def _until_spent(ask: Asking, subject: RubricSubject, logic: Logic) -> Iterator[Question]:
    """Ask until the purse is empty: what comes after is told as one question, undecided."""
    logic.purse.fill()
    for question in ask(subject, logic):
        yield question
        if logic.purse.is_empty:
            if question.answer.verdict is not Verdict.UNDECIDED:
                yield question._replace(answer=UNDECIDED)
            return


def implied(subject: RubricSubject) -> tuple[Question, ...]:
    """Of each level: is there a profile that reaches the levels before, and not this one?"""
    return ask_once(subject, _ask_implied)


def _ask_implied(subject: RubricSubject, logic: Logic) -> Iterator[Question]:
    levels = subject.value.levels
    last = {track.ceiling for track in subject.value.tracks}  # a track may end where others pass
    before: dict[str, Rule] = {}  # once each, by what it says
    for position, part in level_rules(subject.value):
        if not can_pass(logic, part):
            return
        is_asked = bool(before) and levels[position - 1].value not in last
        if is_asked and not logic.is_dropped(part.rule) and not logic.is_always_met(part.rule):
            yield Question(part, _answer_implied(logic, before, part), position)
        before.setdefault(repr(part.rule), part.rule)


def _answer_implied(logic: Logic, before: dict[str, Rule], part: Part) -> Answer:
    if repr(part.rule) in before:
        return Answer(Verdict.IMPOSSIBLE)
    rules = list(before.values())
    answer = logic.find(rules, part.rule)
    if not answer.is_impossible:
        return answer
    return confirm(logic, [*rules, part.rule], lambda less: _may_stop(less, rules, part.rule))


def _may_stop(less: Logic, before: list[Rule], rule: Rule) -> bool:
    """Tell whether a project may stop before a level, with some questions left out."""
    if not all(can_pass(less, Part((), one)) for one in before):
        return False
    if less.is_dropped(rule):
        return less.alike.is_rule_out(rule) or not less.alike.empty_passes
    return may_be_unmet(less, before, rule)


def nested(subject: RubricSubject) -> tuple[Question, ...]:
    """Of successive majorities: is there a profile that meets the later one, not the earlier?"""
    return ask_once(subject, _ask_nested)


def _ask_nested(subject: RubricSubject, logic: Logic) -> Iterator[Question]:
    last: Part | None = None
    for position, part, parts in level_parts(subject):
        own = next((one for one in parts if isinstance(one.rule, Majority)), None)
        if own is not None and last is not None and _restates(last.rule, own.rule):
            yield Question(own, logic.find([part.rule], last.rule), position, last)
        last = own


def _restates(earlier: Rule, later: Rule) -> bool:
    """Tell whether a majority speaks of most of what an earlier one speaks of."""
    if not isinstance(earlier, Majority) or not isinstance(later, Majority):
        return False
    names = earlier.majority.profile
    return 2 * sum(name in later.majority.profile for name in names) > len(names)


def redundant(subject: RubricSubject) -> tuple[Question, ...]:
    """Of each part of a level that shares answers with others: can it alone be unmet?"""
    return ask_once(subject, _ask_redundant)


def _ask_redundant(subject: RubricSubject, logic: Logic) -> Iterator[Question]:
    for position, level, every in level_parts(subject):
        if _are_apart(logic, every):
            continue
        parts = [p for p in every if not logic.is_dropped(p.rule)]
        if len(parts) > 1 and can_pass(logic, level):
            yield from _ask_parts(logic, parts, position)


def _are_apart(logic: Logic, parts: list[Part]) -> bool:
    """Tell at a glance whether parts share no answer: each asks one question of its own."""
    nodes = logic.nodes
    names = {name for p in parts if isinstance(p.rule, Requirement) for name in p.rule.root}
    if len(names) < len(parts):
        return False
    criteria = (nodes.criteria.get(name) for name in names & nodes.known)
    return all(one is not None and one.computed is None for one in criteria)


def _ask_parts(logic: Logic, parts: list[Part], position: int) -> Iterator[Question]:
    readers: dict[str, int] = {}
    for part in parts:
        for name in logic.cuts_of(part.rule):
            readers[name] = readers.get(name, 0) + 1
    left = list(parts)
    for part in reversed(parts):
        cuts = logic.cuts_of(part.rule)
        if cuts and all(readers[name] == 1 for name in cuts):
            continue
        others = [one.rule for one in left if one is not part]
        answer = _answer_redundant(logic, others, part.rule)
        if answer.is_impossible:
            left.remove(part)
        yield Question(part, answer, position)


def _answer_redundant(logic: Logic, others: list[Rule], rule: Rule) -> Answer:
    def is_decisive(less: Logic) -> bool:
        is_alone = all(less.is_dropped(one) for one in others) and not less.is_dropped(rule)
        return is_alone or may_be_unmet(less, others, rule)

    if is_share_apart(logic, others, rule):
        return Answer(Verdict.FOUND)
    answer = logic.find(others, rule)
    return confirm(logic, [*others, rule], is_decisive) if answer.is_impossible else answer


def branches(subject: RubricSubject) -> tuple[Question, ...]:
    """Of each branch of an `any_of`: does it ever help where no other branch does?"""
    return ask_once(subject, _ask_branches)


def _ask_branches(subject: RubricSubject, logic: Logic) -> Iterator[Question]:
    for rule in every_rule(subject.value):
        for choice in choices(rule):
            if isinstance(choice.rule, AnyOf) and len(choice.rule.any_of) > 1:
                yield from _ask_choice(logic, choice, choice.rule.any_of)


def _ask_choice(logic: Logic, choice: Part, rules: tuple[Rule, ...]) -> Iterator[Question]:
    parts = [Part((*choice.path, "any_of", n), rule, choice.inside) for n, rule in enumerate(rules)]
    left = [part for part in parts if not logic.is_dropped(part.rule)]
    if not choice.inside and not logic.can_be_met(choice.rule):
        return
    for part in reversed(tuple(left)):
        others = [one for one in left if one is not part]
        if not others:
            return
        union = AnyOf.model_construct(any_of=tuple(one.rule for one in others))
        answer = _answer_dead(logic, part, union)
        if answer.is_impossible:
            left.remove(part)
        wider = (one for one in others if _covers(logic, one, part))
        yield Question(part, answer, -1, next(wider, None) if answer.is_impossible else None)


def _answer_dead(logic: Logic, part: Part, union: AnyOf) -> Answer:
    def helps(less: Logic) -> bool:
        if less.is_dropped(part.rule):
            return False
        is_alone = less.is_dropped(union)
        return is_alone or may_be_unmet(less, [part.rule], union, is_inside=part.inside)

    answer = logic.find([part.rule], union, is_inside=part.inside)
    if not answer.is_impossible:
        return answer
    return confirm(logic, [part.rule, union], helps, is_level=part.path[0] == "levels")


def _covers(logic: Logic, one: Part, part: Part) -> bool:
    return logic.find([part.rule], one.rule, is_inside=part.inside).is_impossible
