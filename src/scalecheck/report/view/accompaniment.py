"""Who supports the settings: each function, at each stage, covered or not; partners apart."""

from typing import NamedTuple

from scalecheck.model.project import Supporter
from scalecheck.report.view.levels import Stair, StepState
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Teller


class SupporterView(NamedTuple):
    """Who accompanies, under a letter that the table of functions uses."""

    letter: str
    title: Phrase
    kind: Words | None
    functions: tuple[Phrase, ...]
    rooted: tuple[Phrase, ...]
    note: Phrase | None


class Cover(NamedTuple):
    """A function at a stage: `covered`, `missing` (now or next), or `open` (past, later)."""

    state: str
    figure: str
    words: str


class FunctionRow(NamedTuple):
    """One function across the stages."""

    title: Phrase
    cells: tuple[Cover, ...]


class PartnerView(NamedTuple):
    """An organisation that helps, never counted as a setting."""

    title: Phrase
    role: Phrase | None
    note: Phrase | None


class Accompaniment(NamedTuple):
    """Supporters, what they cover stage by stage, and partners."""

    supporters: tuple[SupporterView, ...]
    stages: tuple[tuple[Words, str], ...]
    rows: tuple[FunctionRow, ...]
    partners: tuple[PartnerView, ...]


def build_accompaniment(teller: Teller, stairs: tuple[Stair, ...]) -> Accompaniment | None:
    """Say who accompanies; nothing where neither project nor rubric speaks of it."""
    project = teller.project
    rows = _rows(teller, stairs) if project.supporters or _has_settings(teller) else ()
    if not rows and not project.partners:
        return None
    return Accompaniment(
        tuple(_supporter(teller, n, one) for n, one in enumerate(project.supporters)),
        tuple((stair.title, stair.words) for stair in stairs) if rows else (),
        rows,
        tuple(_partner(teller, position) for position in range(len(project.partners))),
    )


def _has_settings(teller: Teller) -> bool:
    """Tell whether adopter settings are asked about on this track."""
    groups = [group for group in teller.rubric.groups if group.of == "settings"]
    asked = {k.criterion for k, fact in teller.found.facts.items() if fact.out_by is None}
    return any(name in asked for group in groups for name in group.criteria)


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _supporter(teller: Teller, number: int, one: Supporter) -> SupporterView:
    return SupporterView(
        _letter(number),
        teller.speaker.text(one.title),
        teller.word("supporter_kinds", one.kind) if one.kind else None,
        teller.words("supporter_functions", one.functions),
        tuple(teller.instance(name) for name in one.rooted_in),
        teller.speaker.maybe(one.note),
    )


def _functions(teller: Teller) -> list[str]:
    lists = teller.found.vocabularies
    known = [word.id for word in lists.supporter_functions] if lists else []
    stated = [name for one in teller.project.supporters for name in one.functions]
    return list(dict.fromkeys((*known, *stated)))


def _rows(teller: Teller, stairs: tuple[Stair, ...]) -> tuple[FunctionRow, ...]:
    return tuple(
        FunctionRow(
            teller.word("supporter_functions", name),
            tuple(_cover(teller, name, stair) for stair in stairs),
        )
        for name in _functions(teller)
    )


def _cover(teller: Teller, function: str, stair: Stair) -> Cover:
    held = [
        number
        for number, one in enumerate(teller.project.supporters)
        if function in one.functions and (not one.stages or stair.stage in one.stages)
    ]
    if held:
        titles = [teller.speaker.text(teller.project.supporters[n].title) for n in held]
        return Cover("covered", ", ".join(map(_letter, held)), teller.speaker.join(titles))
    waited = stair.state in (StepState.HERE, StepState.NEXT) and not teller.is_local
    state = "missing" if waited else "open"
    return Cover(state, "○" if waited else "·", teller.speaker.say(f"support.{state}"))


def _partner(teller: Teller, position: int) -> PartnerView:
    partner = teller.project.partners[position]
    role = teller.word("partner_roles", partner.role) if partner.role else None
    return PartnerView(teller.speaker.text(partner.title), role, teller.speaker.maybe(partner.note))
