"""Coded facets of two projects: what they share, whatever the language of their words."""

from collections.abc import Sequence

from scalecheck.model.overlap import Facet, FacetState
from scalecheck.model.portfolio import Member

SECTOR, CLIENTELE, TERRITORY, STRATEGY = "sector", "clientele", "territory", "strategy"


def read_facets(member: Member, needs: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """Read the coded facets of a project: the built-in ones, then those that code its need."""
    return {
        SECTOR: (member.sector,) if member.sector else (),
        CLIENTELE: member.clientele,
        TERRITORY: member.territory,
        STRATEGY: member.strategies,
        **{name: member.attributes.get(name, ()) for name in needs},
    }


def compare_facets(one: Member, other: Member, needs: Sequence[str] = ()) -> tuple[Facet, ...]:
    """Compare two projects facet by facet: shared, different, or not said by one of them."""
    left, right = read_facets(one, needs), read_facets(other, needs)
    return tuple(_compare(name, values, right[name]) for name, values in left.items())


def _compare(name: str, left: Sequence[str], right: Sequence[str]) -> Facet:
    if not left or not right:
        return Facet(name, FacetState.NOT_SAID)
    shared = tuple(value for value in left if value in right)
    return Facet(name, FacetState.SHARED if shared else FacetState.DIFFERENT, shared)
