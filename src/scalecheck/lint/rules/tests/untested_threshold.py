"""A level that no case misses by one requirement alone: nothing shows where it begins."""

from collections.abc import Iterator

from scalecheck.lint.rule import TEST, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.trials import play
from scalecheck.model.diagnostic import Severity


def find(subject: Subject) -> Iterator[Found]:
    played = [result.outcome for result, _ in play(subject)]
    missed = {seen.next_level for seen in played if len(seen.gaps) == 1}
    levels = subject.rubric.levels if subject.rubric is not None else ()
    open_ones = [level.value for n, level in enumerate(levels) if n not in missed]
    if open_ones:
        yield found(("tests",), at_key=True, levels=", ".join(open_ones))


RULE = Rule("untested-threshold", Topic.TESTS, Severity.NOTE, TEST, find, Reads.SOUND)
