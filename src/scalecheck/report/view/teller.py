"""An assessment, and how to name what is in it: levels, ranks, criteria, settings."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from scalecheck.language.numbers import interval
from scalecheck.model.answer import Answer
from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Fact, Key
from scalecheck.model.figures import Node
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.levels import Track
from scalecheck.model.nodes import nodes_of
from scalecheck.model.proof import Truth
from scalecheck.model.scale import Scale
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.requirements import requirements
from scalecheck.report.view.speaker import Speaker

UNLISTED = "?"  # the engine's name for the instances of a group that nobody listed


class Rung(NamedTuple):
    """A level of the headline: its value, its name, its stage, its place from 0."""

    position: int
    value: str
    name: Phrase | None
    stage: Phrase | None


class Named(NamedTuple):
    """A node by its title, and the instance it is read at, if any."""

    id: str
    title: Phrase
    at: Phrase | None = None

    def __str__(self) -> str:
        return f"{self.title} ({self.at})" if self.at else str(self.title)


class Teller:
    """Names things in one language. It reads the assessment, and changes nothing in it."""

    def __init__(self, assessment: Assessment, language: Language, smallest: int = 0) -> None:
        self.found, self.smallest = assessment, smallest
        self.rubric, self.project = assessment.rubric, assessment.project
        self.nodes = nodes_of(assessment.rubric)
        self.speaker, self.listed = Speaker(language), _instances(assessment)
        self.stages = {stage.id: stage for stage in assessment.rubric.stages}
        self._figures: dict[int, tuple[str, ...]] = {}  # by the place of a scale in memory

    @property
    def track(self) -> Track | None:
        """The track that the project is on."""
        return next((t for t in self.rubric.tracks if t.id == self.found.track), None)

    @property
    def is_local(self) -> bool:
        """Tell whether the track ends the ladder before the rubric does."""
        return self.track is not None and self.track.ceiling is not None

    @property
    def ceiling(self) -> int:
        """The position of the last level that the track leaves."""
        inside = [p for p, level in enumerate(self.found.levels) if not level.beyond_ceiling]
        return max(inside, default=-1)

    @cached_property
    def required(self) -> Mapping[Key, int]:
        """The rank that the next level, and those before it, ask of each node: the highest."""
        found: dict[Key, int] = {}
        following = self.found.next_level
        if following is None:
            return found
        for level in self.found.levels[: following + 1]:
            for asked in requirements(level.proof):
                if asked.proof.truth is Truth.NOT_ASSESSABLE:
                    continue
                scale = self.scale(asked.proof.name)
                rank = scale.rank_of(asked.proof.wanted) if scale else None
                if rank is not None:
                    key = Key(asked.proof.name, asked.proof.instance)
                    found[key] = max(rank, found.get(key, 0))
        for gap in self.found.gaps:
            found.setdefault(Key(gap.name, gap.instance), int(gap.wanted))
        return found

    def rung(self, position: int) -> Rung:
        """Name a level of the headline; -1 is below the first."""
        if position < 0:
            return Rung(-1, "", self.speaker.line(self.speaker.say("level.below")), None)
        level = self.rubric.levels[position]
        stage = self.stages.get(level.stage or "")
        title = self.speaker.text(stage.title) if stage else None
        return Rung(position, level.value, self.speaker.maybe(level.name), title)

    def rungs(self, low: int, high: int) -> str:
        """Name an interval of levels by their values: `6`, `2–4`."""
        return interval(*(self._short(position) for position in (low, high)))

    def the_level(self, position: int) -> str:
        """Name a level in a sentence: `le niveau 6`; below the first, `aucun niveau`."""
        if position < 0:
            return self.speaker.say("level.none")
        return self.speaker.say("level.the", value=self.rung(position).value)

    def _short(self, position: int) -> str:
        return self.rung(position).value or self.speaker.say("level.below-short")

    def scale(self, name: str) -> Scale | None:
        """The scale that a node is a rank of."""
        typed = self.nodes.typed(name)
        return typed.scale if typed else None

    def value(self, name: str, low: Fraction | int | None, high: Fraction | int | None) -> str:
        """Write what a node is between: values of its scale, or numbers."""
        scale = self.scale(name)
        if low is None or high is None:
            return "–"
        if scale is None:
            return interval(self.speaker.number(low), self.speaker.number(high))
        return interval(*(self._value_at(scale, int(end)) for end in (low, high)))

    def _value_at(self, scale: Scale, rank: int) -> str:
        if id(scale) not in self._figures:
            values = (level.value for level in scale.by_rank)
            self._figures[id(scale)] = tuple(map(self.speaker.number, values))
        return self._figures[id(scale)][rank]

    def label(self, name: str, rank: int) -> Phrase | None:
        """Name a rank of a node's scale: `Structuré`."""
        scale = self.scale(name)
        return self.speaker.maybe(scale.by_rank[rank].label) if scale else None

    def labels(self, name: str, low: int, high: int) -> Phrase | None:
        """Name both ends of an interval of ranks."""
        ends = self.label(name, low), self.label(name, high)
        if ends[0] is None or ends[1] is None:
            return None
        return Phrase(interval(ends[0].text, ends[1].text), ends[0].lang)

    def name(self, node: str, instance: str = "") -> Named:
        """Name a node, at an instance."""
        at = self.instance(instance) if instance else None
        return Named(node, self.title(node), at)

    def title(self, node: str) -> Phrase:
        """The title of a criterion, a dimension, a measure, a group or an attribute."""
        shelves: tuple[Mapping[str, object], ...] = (
            self.nodes.criteria,
            self.nodes.dimensions,
            self.nodes.measures,
            self.nodes.groups,
            self.nodes.attributes,
        )
        for shelf in shelves:
            title = getattr(shelf.get(node), "title", None)
            if title is not None:
                return self.speaker.text(title)
        return self._attribute_title(node)

    def _attribute_title(self, name: str) -> Phrase:
        """The title of an attribute of instances, or the name where it has none."""
        own = (a for group in self.rubric.groups for a in group.attributes if a.id == name)
        title = next((attribute.title for attribute in own if attribute.title), None)
        return self.speaker.text(title) if title else Phrase(name)

    def is_masked(self, count: Fraction | int) -> bool:
        """Tell whether a count is too small to be printed: under the smallest one, and not 0."""
        return 0 < count < self.smallest

    def names(self, keys: Sequence[Key]) -> tuple[Named, ...]:
        """Name several questions."""
        return tuple(self.name(key.criterion, key.instance) for key in keys)

    def instance(self, name: str) -> Phrase:
        """Name an instance of a group."""
        if name == UNLISTED:
            return self.speaker.line(self.speaker.say("settings.unlisted"))
        found = self.listed.get(name)
        return self.speaker.text(found.title) if found and found.title else Phrase(name)

    def answer(self, key: Key) -> Answer | None:
        """The answer as it was given, with its note."""
        answers = self.found.snapshot.answers
        given = answers.get(key.criterion)
        group = self.nodes.group_of.get(key.criterion)
        if group is not None:
            table = answers.get(group.id)
            inside = {} if table is None or isinstance(table, Answer) else table
            given = inside.get(key.instance, {}).get(key.criterion)
        return given if isinstance(given, Answer) else None

    def note(self, key: Key) -> Phrase | None:
        """The note written beside an answer."""
        answer = self.answer(key)
        return self.speaker.maybe(answer.note) if answer else None

    def fact(self, name: str, instance: str = "") -> Fact | None:
        """What is known of a question; None where it is computed."""
        return self.found.facts.get(Key(name, instance))

    def node(self, name: str, instance: str = "") -> Node | None:
        """The result of a node."""
        return self.found.nodes.get((name, instance))

    def out_by(self, name: str) -> str | None:
        """Tell what put a criterion out by rule, or None where it is asked."""
        for key, fact in self.found.facts.items():
            if key.criterion == name:
                return fact.out_by
        node = self.node(name)
        if node is None or not node.out:
            return None
        if self.track is not None and name in self.track.waives:
            return "track"
        waived = [s.waives for s in self.rubric.strategies if s.id in self.found.strategies_chosen]
        return "strategy" if any(name in names for names in waived) else "condition"

    def out_words(self, name: str) -> str:
        """Say that a node is not asked, and by what where one thing put it out."""
        by = self.out_by(name) if name in self.nodes.criteria else None
        return self.speaker.say(f"out.{by}" if by else "status.out-by-rule")

    def word(self, vocabulary: str, slug: str) -> Phrase:
        """The label of a word of a closed list, or the word itself."""
        lists = self.found.vocabularies
        label = lists.label(vocabulary, slug) if lists else None
        return self.speaker.text(label) if label else Phrase(slug)

    def words(self, vocabulary: str, slugs: Sequence[str]) -> tuple[Phrase, ...]:
        """The labels of several words."""
        return tuple(self.word(vocabulary, slug) for slug in slugs)


def _instances(assessment: Assessment) -> dict[str, Instance]:
    """Every instance by its id, with its attributes as they stood on the day."""
    project, context = assessment.project, assessment.snapshot.context
    found = {one.id: one for group in project.groups.values() for one in group}
    found.update({one.id: one for one in project.settings or ()})
    for entry in context.settings or ():
        known = found.get(entry.id) or Instance(id=entry.id)
        attributes = {**known.attributes, **entry.attributes}
        found[entry.id] = known.model_copy(update={"attributes": attributes})
    return found
