"""The majorities of a rubric, each with its path and its weights."""

from functools import lru_cache
from typing import NamedTuple

from scalecheck.lint.chains import can_be_followed
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.walking import every_part
from scalecheck.lint.weighing import Weighing, weigh
from scalecheck.model.diagnostic import Path
from scalecheck.model.rules import Majority, MajorityTerms


class MajorityAt(NamedTuple):
    """A majority, where it stands, and its weights where every one is given and positive."""

    path: Path
    terms: MajorityTerms
    weighing: Weighing | None

    @property
    def at_key(self) -> bool:
        """Tell whether weights are those of the criteria: then a name of the profile is meant."""
        return self.terms.weights is None

    def place_of(self, name: str) -> Path:
        """Where a criterion is weighed: its weight beside the profile, or its name in it."""
        word = "profile" if self.terms.weights is None else "weights"
        return (*self.path, word, name)


@lru_cache(maxsize=2)  # every rule about weights asks for the same
def majorities(subject: RubricSubject) -> tuple[MajorityAt, ...]:
    """The majorities of a rubric, in the order of the file."""
    found = [
        (p, rule.majority) for p, rule in every_part(subject.value) if isinstance(rule, Majority)
    ]
    if not found or not can_be_followed(subject):
        return ()
    names = subject.names
    return tuple(MajorityAt((*p, "majority"), terms, weigh(names, terms)) for p, terms in found)


def weighed(subject: RubricSubject) -> tuple[tuple[MajorityAt, Weighing], ...]:
    """The majorities over two criteria or more that ask for less than all of the weight."""
    return tuple(
        (here, here.weighing)
        for here in majorities(subject)
        if here.weighing is not None and len(here.weighing.names) > 1 and not here.weighing.is_plain
    )
