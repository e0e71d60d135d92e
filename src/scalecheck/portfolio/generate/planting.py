"""What is planted in a fictional portfolio, and where: copies, twins and cohorts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.model.nodes import nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.portfolio.generate.answers import ids
from scalecheck.portfolio.generate.dice import Dice
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.generate.stories import local_name

COPY, TWIN = "copy", "twin"


class Likeness(NamedTuple):
    """That a position is a copy or a twin of another; `changed` is the share of words."""

    of: int
    kind: str
    changed: float = 0.0


class Group(NamedTuple):
    """A planted cohort: its sector, what holds it back, and whom its members share."""

    sector: str
    blocker: str
    setting: str
    supporter: str


class Plan(NamedTuple):
    """What is planted at which position."""

    likenesses: Mapping[int, Likeness]
    groups: Sequence[Group]
    group_at: Mapping[int, int]


def draw_plan(rubric: Rubric, lists: Vocabularies, options: GenerateOptions) -> Plan:
    """Draw where to plant, no position twice."""
    dice = Dice(options.seed, "plan")
    copies = round(options.copies * options.projects) if options.changed else 0
    twins = round(options.twins * options.projects)
    groups = list(_groups(dice, rubric, lists, options))
    wanted = 2 * (copies + twins) + len(groups) * options.gathered
    spots = iter(dice.sample(range(options.projects), wanted))
    likenesses = dict(_likenesses(spots, copies, twins, options))
    members = zip(spots, _turns(len(groups), options.gathered), strict=False)
    return Plan(likenesses, groups, dict(members))


def _likenesses(
    spots: Iterator[int], copies: int, twins: int, options: GenerateOptions
) -> Iterator[tuple[int, Likeness]]:
    kinds = [(COPY, options.changed[n % len(options.changed)]) for n in range(copies)]
    for kind, changed in [*kinds, *([(TWIN, 0.0)] * twins)]:
        pair = next(spots, None), next(spots, None)
        if pair[0] is not None and pair[1] is not None:
            yield max(pair[0], pair[1]), Likeness(min(pair[0], pair[1]), kind, changed)


def _turns(groups: int, size: int) -> Iterator[int]:
    for group in range(groups):
        yield from [group] * size


def _groups(
    dice: Dice, rubric: Rubric, lists: Vocabularies, options: GenerateOptions
) -> Iterator[Group]:
    sectors = dice.sample(ids(lists.sectors), options.gatherings)
    blockers = dice.sample(_decisive_criteria(rubric), options.gatherings)
    for sector, blocker in zip(sectors, blockers, strict=False):
        names = (local_name(dice, slot).fr for slot in ("setting", "supporter"))
        yield Group(sector, blocker, *names)


def _decisive_criteria(rubric: Rubric) -> list[str]:
    """The criteria outside groups that every track asks and some level reads; or else all asked."""
    nodes = nodes_of(rubric)
    read = {n for one in rubric.levels if one.requires for n in nodes.cone_of_rule(one.requires)}
    waived = {name for track in rubric.tracks for name in track.waives}
    asked = [c.id for c in nodes.asked() if c.id not in nodes.group_of and not c.applies_when]
    return [name for name in asked if name in read and name not in waived] or asked
