"""Projects worth scaling together: cohort by cohort, why it is one, and who shares what."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from scalecheck.language import numbers
from scalecheck.model.cohort import Cohort, SharedBlocker, SharedSetting, SharedSupport
from scalecheck.report.blocks import Block, Cell, Fields, Grid, Heading, Paragraph, Tone
from scalecheck.report.fund.cohort_figures import hold_levels
from scalecheck.report.fund.pen import FundPen, worded

_MOST = 5
_OTHERS = 30
_NAMED = 12  # projects named in one line; a brief names them all
_RARE = Fraction(1, 1000)  # a probability under this is said in words

Row = tuple[str, Cell]
Levels = Sequence[tuple[int | None, int]]
Shared = SharedSetting | SharedSupport


def tell_cohorts(pen: FundPen, level: int = 2) -> Iterator[Block]:
    """Tell the cohorts that share more than chance would give, then name the other candidates."""
    found = pen.material.cohorts
    if not found.cohorts or not pen.members:
        yield Paragraph(Cell(pen.say("cohort.too-few")))
        return
    if not found.looks:
        yield Paragraph(Cell(pen.say("cohort.nothing-shared")))
        return
    yield Paragraph(Cell(pen.say("cohort.meaning", count=found.looks)))
    strong = [one for one in found.cohorts if one.beyond_chance]
    others = [one for one in found.cohorts if not one.beyond_chance]
    for one in strong:
        yield Heading(cohort_name(pen, one), level)
        yield from tell_case(pen, one)
    if not strong:
        yield Paragraph(Cell(pen.say("cohort.none")))
    if others:
        yield Heading(pen.say("cohort.others"), level)
        yield from _others(pen, others)


def _others(pen: FundPen, others: Sequence[Cohort]) -> Iterator[Block]:
    rows = tuple(_other(pen, one) for one in others[:_OTHERS])
    columns = heads(pen, "group", "requirement", "here", "elsewhere", "expected")
    yield Grid(columns, rows, pen.say("cohort.caption.others"))
    if len(others) > _OTHERS:
        more = pen.say("more", count=len(others) - _OTHERS)
        yield Paragraph(Cell(more.capitalize() + ".", Tone.QUIET))


def _other(pen: FundPen, one: Cohort) -> tuple[Cell, ...]:
    name, reason = Cell(cohort_name(pen, one)), one.reason
    if reason is None:
        return name, Cell("–", Tone.QUIET), *[Cell("–", Tone.QUIET)] * 3
    return name, Cell(pen.named(reason.name)), *figures_of(pen, one, reason)


def heads(pen: FundPen, *names: str) -> tuple[str, ...]:
    """Head the columns of a table on cohorts."""
    return tuple(pen.say(f"cohort.column.{name}") for name in names)


def cohort_name(pen: FundPen, cohort: Cohort) -> str:
    """Name a cohort by what gathers it."""
    value = pen.value(cohort.axis, cohort.value)
    return pen.say(f"cohort.name.{cohort.axis}", value=value)


def figures_of(pen: FundPen, cohort: Cohort, one: SharedBlocker) -> tuple[Cell, Cell, Cell]:
    """Write how many share a requirement here, how many elsewhere, and what chance would give."""
    if not _is_told(pen, cohort, one):
        return pen.count(None), pen.count(None), pen.count(None)
    whole, asked = len(cohort.members), pen.material.frequent.asked
    here = pen.say("cohort.part", part=len(one.blocked), whole=whole)
    elsewhere = pen.say("cohort.part", part=one.elsewhere, whole=asked - whole)
    return Cell(here), Cell(elsewhere), Cell(_expected(pen, cohort, one))


def _expected(pen: FundPen, cohort: Cohort, one: SharedBlocker) -> str:
    found = one.expected(len(cohort.members), pen.material.frequent.asked)
    return pen.say("cohort.about", number=numbers.number(found, pen.language, 1))


def _is_told(pen: FundPen, cohort: Cohort, one: SharedBlocker) -> bool:
    """Tell whether how many share a requirement may be printed: no count behind it is small.

    Those who extend are all but those who stay local: where the latter are held back, so are they.
    """
    if pen.material.balance.totals.local is None:
        return False
    return not any(map(pen.is_small, (len(cohort.members), len(one.blocked), one.elsewhere)))


def tell_case(pen: FundPen, cohort: Cohort, listed: bool = False) -> Iterator[Block]:
    """Tell why a cohort would gain from scaling together, in a few lines.

    Where every count is shown, projects that share the requirement come first and the others
    apart; elsewhere they are named together, for who lacks what is not said of one project.

    `listed` says that its projects, and whom they share, are told beside one by one.
    """
    if pen.is_small(len(cohort.members)):
        yield Paragraph(Cell(pen.say("cohort.small")))
        return
    rows = [*_reason(pen, cohort), *_members(pen, cohort, listed)]
    shared = blockers_of(pen, cohort)
    if shared:
        rows.append((pen.say("cohort.blockers"), Cell(shared)))
    if cohort.actions:
        rows.append((pen.say("cohort.actions"), Cell(action_of(pen, cohort), Tone.STRONG)))
    if not listed:
        rows += _sharing(pen, cohort)
    if cohort.local:
        rows.append((pen.say("cohort.local"), worded(pen.projects(cohort.local))))
    yield Fields(tuple(rows))


def _reason(pen: FundPen, cohort: Cohort) -> Iterator[Row]:
    """What is beyond chance, in figures."""
    one = cohort.reason
    if one is None:
        return
    label, name = pen.say("cohort.beyond"), pen.named(one.name)
    if not _is_told(pen, cohort, one):
        yield label, Cell(name, Tone.STRONG)
        return
    whole, asked = len(cohort.members), pen.material.frequent.asked
    facts = {"here": len(one.blocked), "whole": whole, "name": name}
    others = {"elsewhere": one.elsewhere, "rest": asked - whole}
    expected = _expected(pen, cohort, one)
    odds = pen.say("cohort.rarely")
    if cohort.chance >= _RARE:
        odds = pen.say("cohort.odds", share=numbers.percent(cohort.chance, pen.language, 1))
    looks = pen.say("cohort.looks", count=pen.material.cohorts.looks, odds=odds)
    figures = pen.say("cohort.figures", **facts, **others, expected=expected)
    yield label, Cell(f"{figures} {looks}")


def split_members(cohort: Cohort) -> tuple[list[str], list[str]]:
    """Part the projects that share what gathers a cohort from the others, in their order."""
    blocked = frozenset(cohort.reason.blocked if cohort.reason else cohort.members)
    sharing = [name for name in cohort.members if name in blocked]
    return sharing, [name for name in cohort.members if name not in blocked]


def _members(pen: FundPen, cohort: Cohort, listed: bool) -> Iterator[Row]:
    """Its projects and their levels: those that share the requirement apart where one may say."""
    if pen.material.balance.smallest > 1:
        yield pen.say("cohort.members"), Cell(_counted(pen, cohort.members))
        yield pen.say("cohort.levels"), Cell(levels_of(pen, cohort.levels))
        return
    for key, names in zip(("sharing", "apart"), split_members(cohort), strict=True):
        if names and not listed:
            yield pen.say(f"cohort.{key}"), Cell(_counted(pen, names))
        if names:
            yield pen.say(f"cohort.{key}-levels"), Cell(levels_of(pen, _levels(pen, names)))


def _counted(pen: FundPen, names: Sequence[str]) -> str:
    facts = {"count": len(names), "names": pen.projects(names, _NAMED)}
    return pen.say("cohort.named", **facts)


def _levels(pen: FundPen, names: Sequence[str]) -> Levels:
    counts = Counter(pen.members[name].level.official for name in names)
    return sorted(counts.items(), key=lambda one: (one[0] is None, one[0] or 0))


def levels_of(pen: FundPen, levels: Levels) -> str:
    """Say how many projects are at each level: a distribution, never a mean.

    Small counts are held back, at least two together: the whole is known.
    """
    told = hold_levels(pen, levels)
    said = [
        pen.say("cohort.at-level", count=count, level=pen.level(position))
        for position, count in told
        if count is not None
    ]
    is_held = any(count is None for _, count in told)
    return "; ".join([*said, pen.say("held-back-others")] if is_held else said)


def blockers_of(pen: FundPen, cohort: Cohort) -> str:
    """Say what holds its projects back, and in how many of them."""
    whole = len(cohort.members)
    said = (
        pen.say("cohort.blocked", name=pen.named(one.name), count=len(one.blocked), whole=whole)
        for one in cohort.blockers[:_MOST]
        if _is_told(pen, cohort, one)
    )
    return "; ".join(said)


def action_of(pen: FundPen, cohort: Cohort) -> str:
    """Say the best joint action: the first that brings the most projects to their next level."""
    best = max(cohort.actions, key=lambda one: (len(one.passing), -len(one.names)))
    if pen.is_small(len(best.passing)):
        return names_of(pen, best.names)
    facts = {"names": names_of(pen, best.names), "count": len(best.passing)}
    return pen.say("cohort.action", **facts)


def names_of(pen: FundPen, names: Sequence[str]) -> str:
    """Name several requirements: their names may hold commas and "and"."""
    return "; ".join(map(pen.named, names))


def _sharing(pen: FundPen, cohort: Cohort) -> Iterator[Row]:
    """The settings and the supporters that several projects name, then how many count on each."""
    for key, some in (("settings", cohort.settings), ("supporters", cohort.supporters)):
        said = [_shared(pen, "within", one, len(one.within)) for one in some[:_MOST]]
        if said:
            yield pen.say(f"cohort.{key}"), Cell("; ".join(said))
    every: list[Shared] = [*cohort.settings[:_MOST], *cohort.supporters[:_MOST]]
    loads = [
        _shared(pen, "load", one, one.load) for one in sorted(every, key=lambda one: -one.load)
    ]
    if loads:
        yield pen.say("cohort.loads"), Cell("; ".join(loads))


def _shared(pen: FundPen, key: str, one: Shared, count: int) -> str:
    others = one.load - len(one.within)
    title = str(pen.speaker.text(one.title))
    if any(map(pen.is_small, (len(one.within), one.load, others))):
        return title
    return pen.say(f"cohort.{key}", title=title, count=count)
