"""Which strategies go with which track, so that a fictional project does not contradict itself."""

from collections.abc import Mapping

from scalecheck.model.levels import Strategy
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text
from scalecheck.portfolio.folding import fold


class Paths:
    """The strategies of each track.

    A strategy that bears the name of a track that ends early, in any language, goes with it alone:
    staying where one is, is not a way to extend. The others go with the tracks that do not end.
    """

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self._own: Mapping[str, tuple[Strategy, ...]] = {
            track.id: tuple(one for one in rubric.strategies if _alike(one.title, track.title))
            for track in rubric.tracks
            if track.ceiling is not None
        }

    def of(self, track: str) -> tuple[Strategy, ...]:
        """Give the strategies that a project on a track may choose."""
        if track in self._own:
            return self._own[track]
        bound = {one.id for some in self._own.values() for one in some}
        return tuple(one for one in self.rubric.strategies if one.id not in bound)

    def wanted(self, track: str) -> Mapping[str, str]:
        """Give what the strategies of a track that ends early ask a project to want."""
        cases = [case for one in self._own.get(track, ()) for case in one.fits_when[:1]]
        return {name: values[0] for case in cases for name, values in case.root.items()}

    def elsewhere(self, track: str, attribute: str) -> frozenset[str]:
        """Give the values of an attribute that only strategies of other tracks ask for."""
        mine = {value for one in self.of(track) for value in _asked(one, attribute)}
        every = {value for one in self.rubric.strategies for value in _asked(one, attribute)}
        return frozenset(every - mine)


def _asked(one: Strategy, attribute: str) -> set[str]:
    return {value for case in one.fits_when for value in case.root.get(attribute, ())}


def _alike(one: Text, other: Text) -> bool:
    pairs = ((one.fr, other.fr), (one.en, other.en))
    return any(a and b and fold(a) == fold(b) for a, b in pairs)
