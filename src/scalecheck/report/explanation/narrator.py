"""Who tells the reasons: one assessment, one language, and where the file says what it says."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from scalecheck.language import catalogue, numbers
from scalecheck.language.numbers import Exact, decided, interval, percent
from scalecheck.model.assessment import Assessment, Target
from scalecheck.model.diagnostic import Path
from scalecheck.model.facts import Fact, Interval, Key
from scalecheck.model.language import Language
from scalecheck.model.levels import Readiness
from scalecheck.model.proof import Gap, GapReason, Truth
from scalecheck.model.scale import Scale
from scalecheck.model.text import Text
from scalecheck.report.explanation.lines import Line, Mark
from scalecheck.report.view.phrase import clean
from scalecheck.report.view.teller import Teller

Locate = Callable[[Path], str | None]
Number = int | Fraction

_MARKS = {
    Truth.MET: Mark.MET,
    Truth.UNMET: Mark.UNMET,
    Truth.UNKNOWN: Mark.UNKNOWN,
    Truth.NOT_ASSESSABLE: Mark.ASIDE,
}


class Narrator:
    """Says the reasons of one assessment; it reads, and computes nothing."""

    def __init__(
        self, assessment: Assessment, language: Language, locate: Locate | None = None
    ) -> None:
        self.found, self.language = assessment, language
        self.rubric = assessment.rubric
        self.teller = Teller(assessment, language)
        self.nodes = self.teller.nodes
        self._locate = locate
        gaps = (*assessment.gaps, *(g for s in assessment.strategies for g in s.gaps))
        self._reasons = {(g.name, g.instance, g.wanted): g.reason for g in reversed(gaps)}

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `explain.<key>`."""
        return catalogue.say(f"explain.{key}", self.language, **facts)

    def line(self, key: str, mark: Mark = Mark.TEXT, /, **facts: object) -> Line:
        """Make a line of the words of a key."""
        return Line(self.say(key, **facts), mark=mark)

    def heading(self, key: str, **facts: object) -> Line:
        """Make a heading of the words of a key."""
        return self.line(f"section.{key}", Mark.HEADING, **facts)

    def judged(self, key: str, truth: Truth, /, **facts: object) -> Line:
        """Make a line marked with what became of a rule."""
        return self.line(key, mark_of(truth), **facts)

    def place(self, path: Path) -> str | None:
        """Say where in the file something stands, or None where nobody knows."""
        found = self._locate(path) if self._locate is not None else None
        return clean(found) if found else None

    def words(self, text: Text) -> str:
        """Say a text of a document, on one line."""
        return str(self.teller.speaker.text(text))

    def own(self, text: str) -> str:
        """Say a text that the project wrote in its own language, on one line."""
        return str(self.teller.speaker.line(text, self.found.project.language))

    def title(self, name: str, instance: str = "") -> str:
        """Name a node, or one instance of it."""
        return str(self.teller.name(name, self.own_instance(name, instance)))

    def fact(self, name: str, instance: str) -> Fact | None:
        """What is known of a question, at an instance where it is asked there."""
        return self.teller.fact(name, self.own_instance(name, instance))

    def own_instance(self, name: str, instance: str) -> str:
        """Keep an instance only where the node has a result of its own there."""
        return instance if (name, instance) in self.found.nodes else ""

    def label(self, name: str) -> str:
        """Name a part of a rule: a node, or an instance."""
        is_node = self.nodes.typed(name) is not None or name in self.nodes.criteria
        return self.title(name) if is_node else str(self.teller.instance(name))

    def question(self, key: Key) -> str:
        """Name a question."""
        return self.title(key.criterion, key.instance)

    def join(self, items: Iterable[object]) -> str:
        """List items in a sentence."""
        return numbers.join([str(item) for item in items], self.language)

    def either(self, items: Iterable[object]) -> str:
        """List alternatives in a sentence."""
        return numbers.join([str(item) for item in items], self.language, "or")

    def level(self, position: int) -> str:
        """Name a level of the headline, with its name."""
        if position < 0:
            return self.say("name.no-level")
        level = self.rubric.levels[position]
        value = clean(level.value)
        if level.name is None:
            return self.say("name.level-bare", value=value)
        return self.say("name.level-title", value=value, name=self.words(level.name))

    def numbered(self, position: int) -> str:
        """Name a level after the word "level": `4, Expérimentation en cours`."""
        name = self.teller.rung(position).name if position >= 0 else None
        return self._short(position) if name is None else f"{self._short(position)}, {name}"

    def levels(self, low: int, high: int) -> str:
        """Name an interval of levels of the headline by their values."""
        return interval(self._short(low), self._short(high))

    def _short(self, position: int) -> str:
        none = self.say("name.no-level")
        return none if position < 0 else clean(self.rubric.levels[position].value)

    def attribute(self, name: str) -> tuple[str, ...]:
        """The values that the project gives to an attribute, as they stood on the day."""
        on_the_day = self.found.snapshot.context.attributes
        return on_the_day.get(name, self.found.project.attributes.get(name, ()))

    def stage(self, position: int) -> str | None:
        """Name the stage of a level of the headline."""
        stage = self.teller.rung(position).stage
        return None if stage is None else str(stage)

    def readiness(self, position: int) -> Readiness | None:
        """Find what a level answers to "can it be scaled now?", on the track chosen."""
        level, track = self.rubric.levels[position], self.teller.track
        own = track.readiness.get(level.value) if track else None
        return own or level.readiness

    def ambition(self) -> Target | None:
        """The target for the level itself, if the project has one."""
        return next((target for target in self.found.targets if not target.name), None)

    def out_by(self, name: str) -> str | None:
        """Tell what put a criterion out by rule, or None where it is asked."""
        return self.teller.out_by(name)

    def number(self, value: Exact) -> str:
        """Write an exact number."""
        return numbers.number(value, self.language)

    def exact(self, value: Fraction) -> str:
        """Write a number in decimals where they end soon, or as the fraction it is."""
        return self.number(value) if 10**6 % value.denominator == 0 else str(value)

    def range(self, low: str, high: str) -> str:
        """Write two ends in words, or one where they are equal."""
        return low if low == high else self.say("name.range", low=low, high=high)

    def ranks(self, name: str, ends: Interval) -> str:
        """Write ranks of a criterion by the values of its scale."""
        return self.teller.value(name, *ends)

    def named_rank(self, scale: Scale, rank: int) -> str:
        """Write a rank by its value and its label: `2 (Structuré)`."""
        level = scale.by_rank[rank]
        value = self.number(level.value)
        if level.label is None:
            return value if level.id is None else f"{value} ({level.id})"
        return f"{value} ({self.words(level.label)})"

    def named(self, name: str, low: Number, high: Number) -> str:
        """Write what a node is between, each end by its value and its label."""
        scale = self.teller.scale(name)
        if scale is None:
            return self.range(self.exact(Fraction(low)), self.exact(Fraction(high)))
        return self.range(*(self.named_rank(scale, int(end)) for end in (low, high)))

    def held(self, name: str, low: Number | None, high: Number | None) -> str:
        """Write what a node is between, or that it is not computed."""
        if low is None or high is None:
            return self.say("name.no-value")
        return self.teller.value(name, low, high)

    def wanted(self, name: str, wanted: str) -> str:
        """Write what a rule asks of a node."""
        scale = self.teller.scale(name)
        rank = scale.rank_of(wanted) if scale else None
        if scale is not None and rank is not None:
            return self.number(scale.by_rank[rank].value)
        if wanted.endswith("%"):
            return percent(Fraction(wanted[:-1]) / 100, self.language)
        return self.number(wanted)

    def shares(self, part: Fraction, threshold: Fraction, total: Fraction) -> tuple[str, str]:
        """Write two parts of a total as percentages that the eye decides alike, and exactly."""
        ends = part / total, threshold / total
        shown = decided(*ends, self.language)
        return f"{shown[0]} ({ends[0]})", f"{shown[1]} ({ends[1]})"

    def name_of(self, gap: Gap) -> str:
        """Name the level that a gap wants, as a rule would."""
        scale = self.teller.scale(gap.name)
        return str(scale.by_rank[int(gap.wanted)].value) if scale else str(gap.wanted)

    def reason(self, name: str, instance: str, wanted: str) -> GapReason | None:
        """Find the one reason that the engine gave for an unmet requirement, if it gave one."""
        asked = self.nodes.wanted(name, wanted) if wanted else 0
        return self._reasons.get((name, self.own_instance(name, instance), asked))


def mark_of(truth: Truth) -> Mark:
    """Choose the mark of a truth."""
    return _MARKS[truth]
