"""One French text said in two ways in English: a reader will look for a difference."""

from collections.abc import Iterator

from scalecheck.lint.rule import ANY, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import Pair, sayings
from scalecheck.lint.wording import fold
from scalecheck.model.diagnostic import Also, Severity

_SHORTEST = 12  # characters: a single short word may well have two renderings


def find(subject: Subject) -> Iterator[Found]:
    first: dict[str, Pair] = {}
    for pair in sayings(subject).pairs:
        if not pair.fr or not pair.en or len(pair.fr) < _SHORTEST or " " not in pair.fr:
            continue
        before = first.setdefault(pair.fr, pair)
        if before.en and before.en != pair.en and fold(before.en) != fold(pair.en):
            also = (Also((*before.path, "en"), "said-so-before"),)
            yield found((*pair.path, "en"), also=also, got=_bare(pair.en), before=_bare(before.en))


def _bare(text: str | None) -> str:
    return (text or "").strip(" .")


RULE = Rule("same-text-two-translations", Topic.TEXTS, Severity.NOTE, ANY, find, Reads.DOCUMENT)
