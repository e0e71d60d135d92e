"""The profile: one row a dimension, at its lowest criterion; never an average."""

from collections.abc import Iterator
from typing import NamedTuple

from scalecheck.model.assessment import Assessment
from scalecheck.model.criterion import Dimension
from scalecheck.model.facts import Fact, Status
from scalecheck.report.view.mark import Mark, Row, computed_mark
from scalecheck.report.view.phrase import Phrase, Words
from scalecheck.report.view.teller import Teller


class DimensionRow(NamedTuple):
    """One dimension.

    `required` is the most that the next level asks of one of its criteria; `ready` counts those
    that hold what it asks; `evidence` is the weakest grade behind its answers; `previous` the
    figure of the last assessment.
    """

    id: str
    title: Phrase
    mark: Mark
    bottleneck: bool
    previous: str | None
    required: str | None
    ready: str | None
    evidence: Words
    open: str | None


class Profile(NamedTuple):
    """The rows of one scale, and the answers of that scale from worst to best."""

    axis: tuple[tuple[str, Words], ...]
    rows: tuple[DimensionRow, ...]
    bottlenecks: tuple[Phrase, ...]
    bottleneck_figure: str | None
    spread: str | None


def build_profiles(teller: Teller, before: Assessment | None) -> tuple[Profile, ...]:
    """Lay out the profile, scale by scale.

    Args:
        teller: what names things.
        before: the assessment before this one, for the hollow dots.
    """
    by_scale: dict[str, list[Dimension]] = {}
    for dimension in teller.rubric.dimensions:
        scale = teller.scale(dimension.id)
        by_scale.setdefault(scale.id if scale else "", []).append(dimension)
    return tuple(_profile(teller, before, scale, group) for scale, group in by_scale.items())


def _profile(
    teller: Teller, before: Assessment | None, scale: str, dimensions: list[Dimension]
) -> Profile:
    lowest = next((b for b in teller.found.bottlenecks if b.scale == scale), None)
    # Where every dimension is as low as the others, none holds the others back.
    names = lowest.dimensions if lowest and len(lowest.dimensions) < len(dimensions) else ()
    rows = tuple(_row(teller, before, d, d.id in names) for d in dimensions)
    figure = teller.value(names[0], lowest.rank, lowest.rank) if lowest and names else None
    titles = tuple(teller.title(name) for name in names)
    return Profile(tuple(_axis(teller, scale)), rows, titles, figure, _spread(teller, scale))


def _axis(teller: Teller, scale: str) -> Iterator[tuple[str, Words]]:
    levels = teller.nodes.scales[scale].by_rank if scale else ()
    for level in levels:
        label = teller.speaker.maybe(level.label) or ""
        yield teller.speaker.number(level.value), label


def _spread(teller: Teller, scale: str) -> str | None:
    found = next((s for s in teller.found.spreads if s.scale == scale), None)
    if found is None or found.lowest == found.highest:
        return None
    levels = teller.nodes.scales[scale].by_rank
    ends = (found.lowest, found.median, found.highest)
    low, middle, high = (teller.speaker.number(levels[rank].value) for rank in ends)
    return teller.speaker.say("profile.spread", low=low, middle=middle, high=high)


def _row(
    teller: Teller, before: Assessment | None, dimension: Dimension, bottleneck: bool
) -> DimensionRow:
    scale = teller.scale(dimension.id)
    members = teller.nodes.members(dimension)
    asked = [rank for (name, _), rank in teller.required.items() if name in members]
    earlier = _earlier(before, dimension.id)
    aims = [t.wanted for t in teller.found.targets if t.name in (dimension.id, *members)]
    row = Row(
        len(scale.levels) if scale else 0,
        previous=earlier,
        required=max(asked, default=None),
        target=max(aims, default=None),
        bottleneck=bottleneck,
    )
    return DimensionRow(
        dimension.id,
        teller.speaker.text(dimension.title),
        computed_mark(teller, teller.node(dimension.id), row),
        bottleneck,
        None if earlier is None else teller.value(dimension.id, earlier, earlier),
        teller.value(dimension.id, row.required, row.required) if asked else None,
        _ready(teller, members),
        _weakest(teller, dimension),
        _open(teller, dimension),
    )


def _earlier(before: Assessment | None, name: str) -> int | None:
    node = before.nodes.get((name, "")) if before else None
    low = node.value.low if node else None
    return low if isinstance(low, int) else None


def _ready(teller: Teller, members: tuple[str, ...]) -> str | None:
    if teller.found.next_level is None:
        return None
    nodes = [teller.node(name) for name in members]
    asked = [node.name for node in nodes if node and not node.out and node.value.low is not None]
    short = {gap.name for gap in teller.found.gaps}
    held = sum(name not in short for name in asked)
    return teller.speaker.say("profile.of", part=held, whole=len(asked)) if asked else None


def _facts(teller: Teller, dimension: Dimension) -> list[Fact]:
    own = {criterion.id for criterion in dimension.criteria}
    return [fact for key, fact in teller.found.facts.items() if key.criterion in own]


def _weakest(teller: Teller, dimension: Dimension) -> Words:
    """Name the weakest grade; an answer at the worst level claims nothing, and needs no proof."""
    claims = [f for f in _facts(teller, dimension) if f.claimed and f.claimed.low > 0]
    for grade in teller.rubric.evidence.grades:
        if any(fact.grade == grade.id for fact in claims):
            return teller.speaker.text(grade.title) if grade.title else grade.id
    return teller.speaker.say("profile.no-evidence")


def _open(teller: Teller, dimension: Dimension) -> str | None:
    waiting = (Status.UNKNOWN, Status.NOT_ASSESSED)
    count = sum(fact.status in waiting for fact in _facts(teller, dimension))
    return teller.speaker.say("profile.open", count=count) if count else None
