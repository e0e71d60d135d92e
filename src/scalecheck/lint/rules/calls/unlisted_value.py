"""A condition on a sector, a territory, a track… that no project can have: it never holds."""

from collections.abc import Iterator, Mapping

from scalecheck.lint.rule import CALL, Found, Rule, Topic, found
from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Path, Severity, listed
from scalecheck.model.rules import Condition

_LISTS = {
    "sector": "sectors",
    "clientele": "clienteles",
    "territory": "territories",
    "applicant": "applicant_types",
}
Known = Mapping[str, tuple[str, ...]]


def find(subject: Subject) -> Iterator[Found]:
    known = _known(subject)
    for number, gate in enumerate(subject.value.gates):
        for word in ("when", "holds"):
            yield from _look_up(known, getattr(gate, word) or (), ("gates", number, word))


def _known(subject: Subject) -> Known:
    """The values of each attribute that every project has; none where nothing closes the list."""
    words, rubric = subject.vocabularies, subject.rubric
    found = {name: tuple(w.id for w in getattr(words, key)) for name, key in _LISTS.items()}
    found["track"] = tuple(track.id for track in rubric.tracks) if rubric else ()
    found["strategy"] = tuple(strategy.id for strategy in rubric.strategies) if rubric else ()
    return found


def _look_up(known: Known, condition: Condition, path: Path) -> Iterator[Found]:
    for position, case in enumerate(condition):
        for name, values in case.root.items():
            here = (*path, position, name) if len(condition) > 1 else (*path, name)
            for place, value in enumerate(values):
                if known.get(name) and value not in known[name]:
                    yield found(
                        (*here, place), attribute=name, name=value, known=listed(known[name])
                    )


RULE = Rule("unlisted-value", Topic.CALLS, Severity.WARNING, CALL, find)
