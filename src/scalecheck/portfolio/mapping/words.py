"""The words that tables use beside those of a rubric: given by whoever knows the languages."""

from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.portfolio.folding import fold

Names = frozenset[str]


class TableWords(NamedTuple):
    """What people write in tables, folded (`folding.fold`), in every language at once.

    `yes`, `no`, `unknown`, `not_applicable` and `none` are what cells hold. `columns` gives the
    headers of the columns that no rubric names, `parts` what follows the title of a criterion to
    mean its evidence (`grade`) or its reason, and `instance` what a member of a group is called.
    `languages`, `confidentialities` and `currencies` give the names of each, by its code; those of
    `dollar` may be any of the dollars.
    """

    yes: Names = frozenset()
    no: Names = frozenset()
    unknown: Names = frozenset()
    not_applicable: Names = frozenset()
    none: Names = frozenset()
    columns: Mapping[str, Names] = {}
    parts: Mapping[str, Names] = {}
    instance: Names = frozenset()
    languages: Mapping[str, Names] = {}
    confidentialities: Mapping[str, Names] = {}
    currencies: Mapping[str, Names] = {}


def folded(text: str) -> Names:
    """Fold the alternatives of a text, which `|` separates."""
    return frozenset(fold(one) for one in text.split("|") if one.strip())
