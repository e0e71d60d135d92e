"""Readiness beside what adopter settings do with the innovation: two ranks, never one figure."""

from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.report.view.mark import Mark, mark
from scalecheck.report.view.teller import Teller


class Axis(NamedTuple):
    """One side of a plane: its name, its levels, and where the project stands, in ranks from 0."""

    name: str
    levels: tuple[str, ...]
    low: int
    high: int


class Plane(NamedTuple):
    """Two ranks at once, and the words that say the same."""

    across: Axis
    up: Axis
    caption: str
    words: str


def build_plane(teller: Teller) -> Plane | None:
    """Lay the level beside what is computed from the settings; None where one is not known.

    The side that goes up is the last criterion of the rubric that is computed from adopter settings
    alone: rubrics go from interest to use. A rubric without one has no plane.
    """
    headline, name = teller.found.headline, _use(teller)
    if name is None or headline.low is None or headline.high is None or teller.ceiling < 0:
        return None
    found = mark(teller, name)
    if found.row.low is None or found.row.high is None:
        return None
    across = _across(teller, headline.low, headline.high)
    up = _up(teller, name, found)
    return Plane(across, up, _say(teller, "caption"), _words(teller, found, up.name))


def _use(teller: Teller) -> str | None:
    """The last criterion computed from answers that are given setting by setting."""
    nodes = teller.nodes
    asked = {n for g in teller.rubric.groups if g.of == "settings" for n in g.criteria}
    found = None
    for criterion in teller.rubric.criteria:
        inside = nodes.cone(criterion.id) - {criterion.id}
        if criterion.computed is not None and inside and inside <= asked:
            found = criterion.id
    return found


def _across(teller: Teller, low: int, high: int) -> Axis:
    """The levels up to the end of the track, after a place for none of them."""
    levels = [teller.rung(position).value for position in range(teller.ceiling + 1)]
    return Axis(_say(teller, "readiness"), ("–", *levels), low + 1, max(low, high) + 1)


def _up(teller: Teller, name: str, found: Mark) -> Axis:
    levels = tuple(teller.value(name, r, r) for r in range(found.row.levels))
    return Axis(str(teller.title(name)), levels, found.row.low or 0, found.row.high or 0)


def _words(teller: Teller, found: Mark, title: str) -> str:
    headline = teller.found.headline
    level = teller.rungs(*(end or 0 for end in (headline.low, headline.high)))
    shown = f"{found.figure}\u00a0{found.words}".strip()
    return _say(teller, "words", level=level, title=title, figure=shown)


def _say(teller: Teller, key: str, **facts: object) -> str:
    return say(f"pages.plane.{key}", teller.speaker.language, **facts)
