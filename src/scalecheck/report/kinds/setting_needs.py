"""What adopter settings still need: the advice for the next level of each of their questions."""

from typing import NamedTuple

from scalecheck.report.blocks import Cell
from scalecheck.report.view.gaps import Deed, anchor, deed
from scalecheck.report.view.mark import Mark, mark
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.teller import Named, Teller


class Readiness(NamedTuple):
    """One question at one setting: where it stands, what that looks like, what comes next."""

    named: Named
    mark: Mark
    now: Phrase | None
    next: Phrase | None
    next_figure: str
    deed: Deed | None


def setting_names(teller: Teller) -> tuple[str, ...]:
    """Every adopter setting of the project, in its order."""
    groups = [group.id for group in teller.rubric.groups if group.of == "settings"]
    listed = [one.id for one in teller.project.settings or ()]
    asked = [name for group in groups for name in teller.found.instances.get(group) or ()]
    return tuple(dict.fromkeys((*listed, *asked)))


def setting_readiness(teller: Teller, setting: str) -> tuple[Readiness, ...]:
    """Where a setting stands on each question that is asked of settings."""
    groups = [group for group in teller.rubric.groups if group.of == "settings"]
    names = [name for group in groups for name in group.criteria]
    return tuple(
        _readiness(teller, name, setting)
        for name in names
        if teller.fact(name, setting) is not None
    )


def _readiness(teller: Teller, name: str, setting: str) -> Readiness:
    found = mark(teller, name, setting)
    rank = found.row.low
    scale = teller.scale(name)
    is_asked = found.status in ("answered", "unknown", "not-assessed")
    follows = (0 if rank is None else rank) + 1
    if scale is None or not is_asked or follows > scale.top:
        now = None if rank is None else anchor(teller, name, rank)
        return Readiness(teller.name(name), found, now, None, "", None)
    return Readiness(
        teller.name(name),
        found,
        None if rank is None else anchor(teller, name, rank),
        anchor(teller, name, follows),
        teller.value(name, follows, follows),
        deed(teller, name, follows),
    )


def setting_needs(teller: Teller) -> tuple[Deed, ...] | None:
    """What all settings still need, each thing once; None where no setting is named."""
    names = setting_names(teller)
    if not names:
        return None
    found = (one.deed for name in names for one in setting_readiness(teller, name))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def readiness_words(one: Readiness) -> Cell:
    """Write where a question stands, in a figure and in words."""
    words = one.mark.words
    lang = words.lang if isinstance(words, Phrase) else ""
    return Cell(f"{one.mark.figure} {words}".strip(), lang=lang)
