"""What a new edition may change beyond complete answers: “not applicable”, and open questions."""

from collections.abc import Iterator

from scalecheck.language import numbers
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_diff import Change, Family, RubricDiff
from scalecheck.model.rules import AllOf, Answered, AnyOf, InGroup, Rule
from scalecheck.report.life.change_words import ChangeWords

_NOT_APPLICABLE = ("min_applicable", "reason", "empty_level", "not_applicable")
_SILENT = ("unknown", "not_assessed")


def say_beyond(words: ChangeWords, diff: RubricDiff) -> Iterator[str]:
    """Say whose level may change though complete answers do not show it, and through what."""
    told = (("not-applicable", _not_applicable(words, diff)), ("silent", _silent(words, diff)))
    for key, found in told:
        things = list(dict.fromkeys(found))
        if things:
            joined = numbers.join(things, words.language)
            yield words.say(f"diff.level.{key}", things=joined)


def _not_applicable(words: ChangeWords, diff: RubricDiff) -> Iterator[str]:
    for change in diff.changes:
        if change.field in _NOT_APPLICABLE:
            yield words.name(change.name) if change.name else words.field(change)


def _silent(words: ChangeWords, diff: RubricDiff) -> Iterator[str]:
    for change in diff.changes:
        if change.family is Family.RUBRIC and change.field in _SILENT:
            yield words.field(change)
        for rubric in (words.old.rubric, words.new.rubric):
            for rule in _changed_rules(rubric, change):
                yield from map(words.name, _asked_to_be_answered(rule))


def _changed_rules(rubric: Rubric, change: Change) -> Iterator[Rule]:
    """The rules of an edition that a change is about."""
    asked: list[Rule | None] = []
    if change.family is Family.LEVEL:
        asked = [level.requires for level in rubric.levels if level.value == change.name]
    elif change.family is Family.MEASURE:
        measures = (one for one in rubric.measures if one.id == change.name)
        asked = [getattr(one, "unless", None) for one in measures]
    elif change.family is Family.CRITERION:
        criteria = (one for one in rubric.criteria if one.id == change.name)
        asked = [rule for one in criteria for rule in (one.computed or {}).values()]
    yield from (rule for rule in asked if rule is not None)


def _asked_to_be_answered(rule: Rule) -> Iterator[str]:
    waiting = [rule]
    while waiting:
        match waiting.pop(0):
            case Answered(answered=names):
                yield from names
            case AllOf(all_of=parts) | AnyOf(any_of=parts):
                waiting.extend(parts)
            case InGroup(meet=met):
                waiting.append(met)
            case _:
                pass
