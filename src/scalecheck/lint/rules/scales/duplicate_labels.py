"""Two levels of one scale with one label: a report that names one may mean the other."""

from collections.abc import Iterator

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import fold, write_number
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.scale import Scale


def find(subject: RubricSubject) -> Iterator[Found]:
    for s, scale in enumerate(subject.value.scales):
        path = ("scales", s, "levels")
        for position, other in _twins(scale):
            also = (Also((*path, other, "label"), "same-label"),)
            level, first = (write_number(scale.levels[n].value) for n in (position, other))
            here = (*path, position, "label")
            yield found(here, also=also, level=level, other=first, scale=scale.id)


def _twins(scale: Scale) -> Iterator[tuple[int, int]]:
    seen: dict[tuple[str, str], int] = {}
    for position, level in enumerate(scale.levels):
        label = level.label
        texts = (("fr", label.fr), ("en", label.en)) if label is not None else ()
        said = [(name, fold(text)) for name, text in texts if text]
        other = next((seen[words] for words in said if words in seen), None)
        if other is not None:
            yield position, other
        for words in said:
            seen.setdefault(words, position)


RULE = Rule("duplicate-labels", Topic.SCALES, Severity.WARNING, RUBRIC, find)
