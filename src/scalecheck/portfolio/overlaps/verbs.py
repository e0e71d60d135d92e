"""What two projects that overlap could do: a proposal, from what they share and how they differ."""

from collections.abc import Mapping, Sequence

from scalecheck.model.overlap import Facet, FacetState, Verb
from scalecheck.model.portfolio import Member
from scalecheck.portfolio.overlaps.facets import CLIENTELE, SECTOR, TERRITORY


def propose(
    one: Member, other: Member, facets: Sequence[Facet], *, same: bool
) -> tuple[Verb, str | None]:
    """Propose what two overlapping projects could do; the first rule that holds decides.

    1. Another sector or another clientele: *differ*. The words are alike, the people are not; each
       file should say what sets it apart.
    2. Another territory, and one is ahead on the same track: *replicate from* it. What looks like
       a duplicate is then a way to scale.
    3. The same sector, clientele and territory, and nearly the same text: *merge*. It is probably
       one project filed twice.
    4. Otherwise: *join*. They serve the same people; neither is ahead, or it is not known.

    A project that chose to stay local is not compared with one that extends: its level is measured
    against another ambition, so that rule 2 passes it over.

    Args:
        one: a project.
        other: the other one.
        facets: their facets, compared.
        same: whether their texts are nearly the same.

    Returns:
        The verb; and the id of the project to replicate from, for that verb.
    """
    states = {facet.name: facet.state for facet in facets}
    if FacetState.DIFFERENT in (states[SECTOR], states[CLIENTELE]):
        return Verb.DIFFER, None
    if states[TERRITORY] is FacetState.DIFFERENT:
        ahead = _ahead(one, other)
        return (Verb.REPLICATE, ahead.id) if ahead else (Verb.JOIN, None)
    return (Verb.MERGE if same and _shares_all(states) else Verb.JOIN), None


def _shares_all(states: Mapping[str, FacetState]) -> bool:
    return all(states[name] is FacetState.SHARED for name in (SECTOR, CLIENTELE, TERRITORY))


def _ahead(one: Member, other: Member) -> Member | None:
    """The project with the better official level, where both are known and on one track."""
    levels = one.level.official, other.level.official
    if one.track != other.track or levels[0] is None or levels[1] is None:
        return None
    if levels[0] == levels[1]:
        return None
    return one if levels[0] > levels[1] else other
