"""Two levels described in the same words: nobody can choose between them."""

from collections.abc import Iterator, Mapping

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import fold
from scalecheck.model.diagnostic import Also, Severity
from scalecheck.model.text import Text
from scalecheck.model.walking import every_criterion


def find(subject: RubricSubject) -> Iterator[Found]:
    for path, criterion in every_criterion(subject.value):
        here = (*path, "anchors")
        for level, other in _twins(criterion.anchors):
            also = (Also((*here, other), "same-words", at_key=True),)
            yield found((*here, level), at_key=True, also=also, level=level, other=other)


def _twins(anchors: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    """Each level said in the words of an earlier one, in either language, with that one."""
    seen: dict[tuple[str, str], str] = {}
    for level, text in anchors.items():
        said = [(name, fold(words)) for name, words in (("fr", text.fr), ("en", text.en)) if words]
        other = next((seen[words] for words in said if words in seen), None)
        if other is not None:
            yield level, other
        for words in said:
            seen.setdefault(words, level)


RULE = Rule("identical-anchors", Topic.SCALES, Severity.WARNING, RUBRIC, find)
