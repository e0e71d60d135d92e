"""Projects that may do the same thing: why one thinks so, and what to do about it."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class OverlapKind(StrEnum):
    """How two projects were brought together.

    `text`: they share wording, in one language. `twin`: one is written in French and the other in
    English, and they share coded facets and names. `facets`: every facet is shared, a coded need
    included, whatever the words.
    """

    TEXT = "text"
    TWIN = "twin"
    FACETS = "facets"


class Verb(StrEnum):
    """What two projects could do; a proposal to look into, never an exclusion."""

    MERGE = "merge"
    JOIN = "join"
    REPLICATE = "replicate-from"
    DIFFER = "differ"


class FacetState(StrEnum):
    """What two projects say of one facet. Silence on either side is no difference."""

    SHARED = "shared"
    DIFFERENT = "apart"
    NOT_SAID = "not-said"


class Facet(NamedTuple):
    """One coded facet of two projects: its name, what they say of it, the values they share."""

    name: str
    state: FacetState
    values: tuple[str, ...] = ()


class Overlap(NamedTuple):
    """Two projects that may do the same thing, by id, `one` before `other`.

    `common` of `total` distinct terms are in both texts; a term is two words that follow one
    another, or, across languages, a name, a number or the stem of a word. `terms` shows some as the
    first project writes them, in the order of its text: passages made of such terms, or words
    across languages. `source` is the project to
    replicate from, where `verb` says so.
    """

    one: str
    other: str
    kind: OverlapKind
    verb: Verb
    facets: tuple[Facet, ...]
    terms: tuple[str, ...]
    common: int
    total: int
    source: str | None = None

    @property
    def share(self) -> Fraction:
        """The share of the text in common, 0 where there is no text."""
        return Fraction(self.common, self.total) if self.total else Fraction(0)


class Crowd(NamedTuple):
    """Many projects that share every coded facet: named once, and not pair by pair."""

    facets: tuple[Facet, ...]
    members: tuple[str, ...]


class Overlaps(NamedTuple):
    """The possible overlaps of a portfolio, sorted by the two ids.

    `read` counts the projects looked at; `silent` are those with too little text to compare,
    `usual` those whose text is made of terms that too many projects have: there is no telling
    them apart. `frequent` counts those terms, which are set aside.
    """

    pairs: tuple[Overlap, ...]
    crowds: tuple[Crowd, ...]
    read: int
    silent: tuple[str, ...]
    usual: tuple[str, ...]
    frequent: int
