"""The majorities of a rubric, each with its path, its weights and what stands beside it."""

from functools import lru_cache
from typing import NamedTuple

from scalecheck.lint.chains import can_be_followed
from scalecheck.lint.rules.weights.beside import beside
from scalecheck.lint.rules.weights.lapses import Lapses, cases, lapses_of
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.weighing import Weighing, weigh
from scalecheck.model.diagnostic import Path
from scalecheck.model.rules import Majority, MajorityTerms
from scalecheck.model.walking import every_part


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


class Setting(NamedTuple):
    """A majority in its rubric: which criteria may not apply, what else is asked of them."""

    subject: RubricSubject
    here: MajorityAt
    weighing: Weighing
    lapses: Lapses

    def cases(self) -> tuple[frozenset[str], ...]:
        """The sets of criteria that may not apply together; `lapses.is_modest` goes first."""
        share = self.subject.value.non_answers.not_applicable.min_applicable
        return tuple(cases(self.lapses, self.weighing, share))

    def is_compulsory_beside(self, name: str) -> bool:
        """Tell whether a criterion is asked at the level of the profile by what stands beside."""
        around = beside(self.subject, self.here.path)
        return around.is_compulsory(name, self.here.terms.profile[name])

    def is_guarded(self) -> bool:
        """Tell whether a veto, or what stands beside, may ask something of these criteria."""
        profile, around = self.here.terms.profile, beside(self.subject, self.here.path)
        return any(map(self.is_vetoed, self.here.terms.veto)) or any(
            around.may_ask(name, level) for name, level in profile.items()
        )

    def is_vetoed(self, name: str) -> bool:
        """Tell whether a veto on a node may ever act."""
        level = self.here.terms.veto.get(name)
        return level is not None and not self._is_worst(name, level)

    def is_given(self, name: str) -> bool:
        """Tell whether any answer meets the profile of a criterion."""
        return self._is_worst(name, self.here.terms.profile[name])

    def _is_worst(self, name: str, level: str) -> bool:
        typed = self.subject.names.typed(name)
        return typed is not None and typed.scale is not None and typed.scale.rank_of(level) == 0

    def is_plain(self) -> bool:
        """Tell whether no two names lean on one answer, and none is met by every answer."""
        names = self.subject.names
        seen: set[str] = set()
        for name in (*self.weighing.names, *self.here.terms.veto.keys() - set(self.weighing.names)):
            cone = names.cone(name) or {name}
            if not seen.isdisjoint(cone):
                return False
            seen.update(cone)
        return not any(map(self.is_given, self.weighing.names))


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


@lru_cache(maxsize=2)
def settings(subject: RubricSubject) -> tuple[Setting, ...]:
    """The same majorities, each in its rubric."""
    return tuple(Setting(subject, h, w, lapses_of(subject, w)) for h, w in weighed(subject))
