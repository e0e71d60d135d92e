"""The members of a portfolio: what a fund reads of each assessment."""

from collections.abc import Iterable, Iterator, Mapping

from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Interval
from scalecheck.model.form import Form
from scalecheck.model.instance import Instance
from scalecheck.model.portfolio import (
    Amount,
    LevelNow,
    Member,
    Milestone,
    MilestoneKind,
    Open,
    Portfolio,
    Refused,
    Setting,
    Support,
)
from scalecheck.model.project import Funding, Project, Supporter
from scalecheck.model.proof import Gap
from scalecheck.model.rubric import Rubric
from scalecheck.model.steps import Step
from scalecheck.model.text import Text
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.portfolio.folding import fold


def member_of(result: Assessment, source: str = "") -> Member:
    """Read one assessment as a member of a portfolio.

    Args:
        result: any assessment; the context that it was made in (track, strategies) is the one kept.
        source: where the project came from, for whoever must find the file again.

    Returns:
        The member. What the assessment does not know is left empty.
    """
    project, figures = result.project, dict(_figures(result))
    return Member(
        id=project.id,
        title=project.title,
        language=project.language,
        organization=project.organization,
        sector=project.sector or "",
        clientele=project.clientele,
        territory=project.territory,
        applicant=project.applicant.type if project.applicant else "",
        strategies=result.strategies_chosen,
        track=result.track or "",
        local=ends_early(result.rubric, result.track),
        attributes=project.attributes,
        summary=project.summary,
        confidentiality=project.confidentiality,
        funding=tuple(map(amount_of, project.funding)),
        settings=tuple(map(setting_of, project.settings or ())),
        supporters=tuple(map(support_of, project.supporters)),
        level=_level_now(result),
        blockers=_blockers(result),
        bottlenecks=result.bottlenecks,
        figures=figures,
        open=_open(result),
        lacks=lacks_of(result.gaps, figures),
        ways=_ways(result),
        actions=_actions(result),
        milestones=tuple(_milestones(result)),
        source=source,
    )


def gather(
    rubric: Rubric,
    members: Iterable[Member],
    refused: Iterable[Refused] = (),
    vocabularies: Vocabularies | None = None,
) -> Portfolio:
    """Put members together, sorted by title (accents folded) and then by id: never by level."""
    ordered = sorted(members, key=lambda member: (fold(said(member.title, member)), member.id))
    return Portfolio(rubric, tuple(ordered), tuple(refused), vocabularies)


def ends_early(rubric: Rubric, track: str | None) -> bool:
    """Tell whether a track has a ceiling: a project on it chose to stay where it is."""
    return any(one.id == track and one.ceiling is not None for one in rubric.tracks)


def lacks_of(gaps: Iterable[Gap], figures: Mapping[str, Interval]) -> dict[str, int]:
    """Read the rank asked of each requirement that is under it, where both are ranks.

    What is asked of one instance of a group is left out: another project has other instances.
    """
    asked = {gap.name: gap.wanted for gap in gaps if not gap.instance and gap.name in figures}
    return {name: int(rank) for name, rank in asked.items() if rank > figures[name].low}


def amount_of(line: Funding) -> Amount:
    """Read one line of funding."""
    said = (line.for_ or "", line.to or "", line.status or "")
    return Amount(line.year, line.amount, line.currency, *said)


def setting_of(instance: Instance) -> Setting:
    """Read one adopter setting."""
    roles, types, status, territory = (
        instance.attributes.get(name, ()) for name in ("role", "type", "status", "territory")
    )
    return Setting(instance.id, instance.title, roles, types, status, territory, instance.count)


def support_of(supporter: Supporter) -> Support:
    """Read one supporter."""
    named = supporter.title, supporter.kind or ""
    return Support(*named, supporter.functions, supporter.rooted_in, supporter.stages)


def said(text: Text | None, member: Member) -> str:
    """Say a text of a member in its own language, or in the other; "" where there is none."""
    return "" if text is None else text.said_in(member.language)[0]


def _level_now(result: Assessment) -> LevelNow:
    found = result.headline
    reached = found.low is not None and found.low >= 0
    stage = result.levels[found.low].stage if reached and found.low is not None else None
    return LevelNow(found.claimed_low, found.low, found.high, result.next_level, stage)


def _blockers(result: Assessment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gap.name for gap in result.gaps))


def _ways(result: Assessment) -> tuple[tuple[str, ...], ...]:
    steps = result.next_steps
    sets = [one for one in (steps.fewest, steps.cheapest) if one] if steps else []
    ways = [tuple(dict.fromkeys(step.key.criterion for step in one.steps)) for one in sets]
    return tuple(dict.fromkeys(ways)) or tuple(filter(None, (_blockers(result),)))


def _actions(result: Assessment) -> tuple[Step, ...]:
    cheapest = result.next_steps.cheapest if result.next_steps else None
    return cheapest.steps if cheapest else ()


def _figures(result: Assessment) -> Iterator[tuple[str, Interval]]:
    for (name, instance), node in result.nodes.items():
        low, high = node.value.low, node.value.high
        ranked = node.form is Form.ORDINAL and not node.out and not instance
        if ranked and low is not None and high is not None:
            yield name, Interval(int(low), int(high))


def _open(result: Assessment) -> Open:
    found = result.coverage
    decisive = result.sensitivity.decisive if result.sensitivity else ()
    keys = tuple(one.key for one in decisive)
    return Open(found.unknown, found.not_assessed, found.not_applicable, keys)


def _milestones(result: Assessment) -> Iterator[Milestone]:
    """What was found, what the plans give, and what is aimed at, in that order."""
    if result.headline.low is not None:
        year = int(result.snapshot.date[:4])
        yield Milestone(year, MilestoneKind.ASSESSED, result.headline.low)
    for plan in result.plans:
        if plan.by and plan.low is not None:
            yield Milestone(int(plan.by[:4]), MilestoneKind.PLANNED, plan.low)
    yield from _aimed(result.project, result.rubric)


def _aimed(project: Project, rubric: Rubric) -> Iterator[Milestone]:
    wanted, by = project.ambition.level, project.ambition.by
    for position, level in enumerate(rubric.levels):
        if by and level.value == wanted:
            yield Milestone(int(by[:4]), MilestoneKind.AIMED, position)
