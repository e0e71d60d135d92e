"""Answers to any rubric, that depend on how far a fictional project has really come."""

from collections.abc import Iterator, Mapping, Sequence

from scalecheck.model.criterion import Criterion, level_needs
from scalecheck.model.names import SETTING_ATTRIBUTES
from scalecheck.model.nodes import nodes_of
from scalecheck.model.rubric import Rubric
from scalecheck.model.scale import Scale
from scalecheck.model.vocabularies import Vocabularies, Words
from scalecheck.portfolio.generate.dice import Dice
from scalecheck.portfolio.generate.draft import Given, Place
from scalecheck.portfolio.generate.ladders import ranks_by_level
from scalecheck.portfolio.generate.paths import Paths
from scalecheck.portfolio.generate.phrases import phrases
from scalecheck.portfolio.generate.stories import local_name
from scalecheck.portfolio.layout import NOT_APPLICABLE, UNKNOWN

OFTEN, SELDOM = 2.4, 0.12  # how much likelier than on average a question is left open
LONGEST = 20  # months: the age of the oldest record of a project that follows its files


class Subject:
    """One project that answers: how far it has come (0 to 1), on which day, and its silences.

    A question that its level asks is seldom left open, the others often. One that is `steady`
    leaves nothing open, and has just what its level asks.
    """

    def __init__(self, dice: Dice, progress: float, day: str, silence: float) -> None:
        self.dice, self.progress, self.day, self.silence = dice, progress, day, silence
        self.steady = silence == 0

    def is_silent(self, *, asked: bool) -> bool:
        """Draw whether a question is left open."""
        return self.dice.chance(self.silence * (OFTEN if not asked else SELDOM))

    def months_ago(self, months: int) -> str:
        """Name the month so many months before the day."""
        total = int(self.day[:4]) * 12 + int(self.day[5:7]) - 1 - months
        return f"{total // 12:04d}-{total % 12 + 1:02d}"


class Questionnaire:
    """The questions of a rubric, and how fictional projects answer them."""

    def __init__(self, rubric: Rubric, vocabularies: Vocabularies) -> None:
        self.rubric, self.vocabularies = rubric, vocabularies
        self.nodes = nodes_of(rubric)
        self.paths = Paths(rubric)
        self._waived = {track.id: frozenset(track.waives) for track in rubric.tracks}
        self._ladder = ranks_by_level(self.nodes)
        self._needs = {c.id: level_needs(c, self.nodes.scales[c.scale]) for c in rubric.criteria}

    def answer(self, subject: Subject, track: str, worst: str = "") -> Iterator[Given]:
        """Answer the criteria outside groups that a track asks; `worst` is at its worst level."""
        waived = self._waived.get(track, frozenset())
        for criterion in self.nodes.asked():
            if criterion.id in self.nodes.group_of or criterion.id in waived:
                continue
            yield self._given(subject, criterion, held_back=criterion.id == worst)

    def _given(self, subject: Subject, criterion: Criterion, *, held_back: bool = False) -> Given:
        dice, scale = subject.dice, self.nodes.scales[criterion.scale]
        if held_back:
            return Given(criterion.id, str(scale.by_rank[0].value))
        if criterion.not_applicable == "allowed" and dice.chance(0.02):
            reason = phrases()["reason"][0]
            return Given(criterion.id, NOT_APPLICABLE[0], reason=reason.fr)
        wanted = self._wanted(subject, criterion)
        if subject.is_silent(asked=wanted > 0):
            return Given(criterion.id, UNKNOWN[0])
        rank = _rank(subject, scale, wanted)
        return self._supported(subject, criterion, scale, rank)

    def _wanted(self, subject: Subject, criterion: Criterion) -> int:
        """The rank that the level of a project asks: 0 where it asks nothing yet."""
        if not self._ladder:
            return 0
        reached = min(len(self._ladder) - 1, int(subject.progress * (len(self._ladder) + 1)))
        return self._ladder[reached].get(criterion.id, 0)

    def _supported(self, subject: Subject, criterion: Criterion, scale: Scale, rank: int) -> Given:
        """Support a level as it asks; now and then by the weakest grade only, or by nothing."""
        level, need = str(scale.by_rank[rank].value), self._needs[criterion.id][rank]
        dice, grades = subject.dice, self.rubric.evidence.grades
        kept = subject.steady or dice.chance(0.9 + 0.1 * subject.progress)
        if need is None or not kept:
            grade = grades[0].id if dice.chance(0.3) else ""
            return Given(criterion.id, level, grade)
        oldest = min(LONGEST, (need.newest_within or LONGEST) - 1)
        dated = subject.months_ago(dice.whole(0, oldest))
        return Given(criterion.id, level, need.grade, need.count, dated)

    def places(
        self, subject: Subject, territory: Sequence[str], shared: str
    ) -> Iterator[tuple[str, tuple[Place, ...]]]:
        """List the members of each group; `shared` is the name of a setting that comes first."""
        for group in self.rubric.groups:
            most = 1 + round(3 * subject.progress)
            count = max(subject.dice.whole(0, most), 1 if shared and group.of else 0)
            names = [local_name(subject.dice, "setting") for _ in range(count)]
            titles = [name.fr for name in names]
            if shared and group.of and titles:
                titles[0] = shared
            yield (
                group.id,
                tuple(
                    self._place(subject, group.id, f"{group.id}-{n}", title, territory)
                    for n, title in enumerate(titles, start=1)
                ),
            )

    def _place(
        self, subject: Subject, group: str, name: str, title: str, territory: Sequence[str]
    ) -> Place:
        found = self.nodes.groups[group]
        told: dict[str, str] = {}
        values: Mapping[str, Sequence[str]] = {
            **(self._settings(territory) if found.of else {}),
            **{a.id: [v.id for v in a.values] for a in found.attributes if a.values},
        }
        for attribute, some in values.items():
            if some:
                told[attribute] = subject.dice.pick(some)
        asked = (c for c in self.nodes.asked() if c.id in found.criteria)
        answers = tuple(self._given(subject, criterion) for criterion in asked)
        return Place(name, title, tuple(told.items()), answers)

    def _settings(self, territory: Sequence[str]) -> Mapping[str, Sequence[str]]:
        lists = self.vocabularies
        words: Sequence[Words] = (lists.roles, lists.setting_types, lists.setting_statuses)
        found = {n: ids(some) for n, some in zip(SETTING_ATTRIBUTES, words, strict=False)}
        return {**found, SETTING_ATTRIBUTES[-1]: territory}

    def attributes(self, dice: Dice, track: str) -> Iterator[tuple[str, str]]:
        """Give the facts that conditions read, one value each; now and then none.

        A project wants what the strategies of its own track fit, and nothing that only those of
        another track do.
        """
        asked = self.paths.wanted(track)
        for attribute in self.rubric.attributes:
            scale = self.nodes.scales.get(attribute.scale or "")
            levels = [str(level.value) for level in scale.levels] if scale else []
            values = levels or [value.id for value in attribute.values]
            left = [v for v in values if v not in self.paths.elsewhere(track, attribute.id)]
            drawn = dice.pick(left or values) if values and dice.chance(0.9) else ""
            if told := asked.get(attribute.id, drawn):
                yield attribute.id, told


def _rank(subject: Subject, scale: Scale, wanted: int) -> int:
    """Draw a rank: mostly what its level asks, now and then one less, or what is ahead of it."""
    dice = subject.dice
    if wanted and not subject.steady and dice.chance(0.06):
        return wanted - 1
    ahead = int(subject.progress * scale.top + dice.between(-0.6, 0.6))
    return max(wanted, min(scale.top, ahead))


def ids(words: Words) -> list[str]:
    """Give the ids of a closed list."""
    return [word.id for word in words]
