"""Two editions of one rubric under one version: a result no longer says what it was made with."""

from collections.abc import Iterator

from scalecheck.lint.life.diff import compare_meanings, compare_texts, place_of
from scalecheck.lint.life.fingerprint import meaning_fingerprint, text_fingerprint
from scalecheck.lint.life.texts import read_texts
from scalecheck.lint.rule import RUBRIC, Found, Reads, Rule, Topic, found
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Severity
from scalecheck.model.rubric import Rubric

_MOST = 5


def find(subject: RubricSubject) -> Iterator[Found]:
    before, now = subject.before, subject.value
    if not isinstance(before, Rubric) or before.version != now.version:
        return
    if meaning_fingerprint(before) != meaning_fingerprint(now):
        changes = compare_meanings(before, now, {})
        names = dict.fromkeys(".".join(place_of(change)) for change in changes)
        yield found(("version",), version=now.version, things=_first(names))
    elif text_fingerprint(before) != text_fingerprint(now):
        texts = compare_texts(read_texts(before), read_texts(now))
        names = dict.fromkeys(change.place for change in texts)
        things = _first(names)
        severity = Severity.WARNING
        yield found(("version",), severity=severity, version=now.version, things=things)


def _first(names: dict[str, None]) -> str:
    shown = list(names)[:_MOST]
    return ", ".join((*shown, "…") if len(names) > _MOST else shown)


RULE = Rule("version-not-raised", Topic.LIFE, Severity.ERROR, RUBRIC, find, Reads.SOUND)
