"""Which sets of requirements suffice for each level and which block it, in words."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scalecheck.language import catalogue, numbers
from scalecheck.model.coalition import Asked, Coalition, Kind, LevelCoalitions, Sets
from scalecheck.model.language import Language
from scalecheck.model.levels import Level
from scalecheck.model.rubric import Rubric
from scalecheck.model.rules import Requirement
from scalecheck.report.rubric_lines import WIDTH, lay_out
from scalecheck.report.rubric_words import Line, RubricWords

_BULLET = "- "
_PLUS = " + "  # titles hold “and” themselves
_WITH_SETS = (Kind.MAJORITY, Kind.ANY_OF)
# What its sets settle and block: the level, or one part of several.
_WHOLE = ("reached", "blocked")
_PART = ("part", "part-blocked")


def render_coalitions(
    rubric: Rubric, coalitions: Sequence[LevelCoalitions], language: Language
) -> str:
    """Write, level by level, which sets of requirements suffice and which block, as plain text.

    Args:
        rubric: where the names come from.
        coalitions: one for each level of the rubric, in its order.
        language: in which to say it.
    """
    return _View(rubric, language).render(coalitions)


class _View:
    """Says coalitions, in the words of one rubric and one language."""

    def __init__(self, rubric: Rubric, language: Language) -> None:
        self.words, self.language = RubricWords(rubric, language), language
        self.levels = {level.value: level for level in rubric.levels}

    def render(self, coalitions: Sequence[LevelCoalitions]) -> str:
        return lay_out(self._page(coalitions))

    def _say(self, key: str, **facts: object) -> str:
        return catalogue.say(f"coalitions.{key}", self.language, **facts)

    def _page(self, coalitions: Sequence[LevelCoalitions]) -> Iterator[Line]:
        title = self.words.text(self.words.rubric.title)
        yield from (Line(title), Line("=" * min(len(title), WIDTH)))
        yield from (Line(self._say("title")), Line(""))
        yield Line(self._say("intro" if coalitions else "none"))
        for found in coalitions:
            yield from self._show_level(self.levels[found.level], found.parts)

    def _show_level(self, level: Level, parts: Sequence[Coalition]) -> Iterator[Line]:
        name = f". {self.words.text(level.name)}" if level.name is not None else ""
        yield from (Line(""), Line(f"{level.value}{name}"))
        if not parts:
            yield Line(self._say("nothing"), 1)
        if len(parts) > 1:
            yield Line(self._say("all-parts", count=len(parts)), 1)
        is_whole = len(parts) == 1
        for part in parts:
            yield from self._show_part(part, is_whole)
            if part.kind in _WITH_SETS:
                yield from self._show_vetoes(part)
                enough, blocked = _WHOLE if is_whole else _PART
                yield from self._show_sets(enough, level, part, part.sufficient)
                yield from self._show_sets(blocked, level, part, part.blocking)
                yield from self._show_roles(part)

    def _show_part(self, part: Coalition, is_whole: bool) -> Iterator[Line]:
        yield Line(self._head(part, is_whole), 1)
        for position, ask in enumerate(part.asked):
            yield from self._show_asked(ask, part.weights[position : position + 1])

    def _head(self, part: Coalition, is_whole: bool) -> str:
        size = len(part.asked)
        if part.kind is Kind.AT_LEAST:
            least = int(part.quota or 0)
            key = "at-least" if is_whole else "at-least-part"
            return self._say(key, count=size, least=least, most=size - least + 1)
        if part.kind is not Kind.MAJORITY:
            return self._say(part.kind, count=size)
        threshold = numbers.percent(Fraction(part.quota or 0), self.language)
        if not part.weights:
            return self._say("majority-bare", count=size, threshold=threshold)
        total = sum(part.weights, Fraction(0))
        need = total * Fraction(part.quota or 0)
        return self._say("majority", count=size, threshold=threshold, need=need, total=total)

    def _show_asked(self, ask: Asked, weight: Sequence[Fraction]) -> Iterator[Line]:
        """One requirement, on one line; a rule over instances may take several."""
        if ask.rule is not None:
            yield from self.words.rule(ask.rule, 2)
        elif weight:
            requirement = self._level(ask)
            said = self.words.say("rule.weighted", requirement=requirement, weight=weight[0])
            yield Line(said, 2)
        else:
            yield Line(self._level(ask), 2)

    def _level(self, ask: Asked) -> str:
        """A node and the level asked of it, in the words that a rule uses."""
        return next(self.words.rule(Requirement({ask.name: ask.level}))).text

    def _show_sets(self, key: str, level: Level, part: Coalition, sets: Sets) -> Iterator[Line]:
        is_only = len(sets.listed) == 1 and not sets.others
        yield Line(self._say(f"{key}-one" if is_only else key, level=level.value), 2)
        names = self._names(part)
        for one in sets.listed:
            yield Line(_BULLET + _PLUS.join(names[position] for position in one), 3)
        if sets.others is None:
            yield Line(_BULLET + self._say("too-many"), 3)
        elif sets.others:
            yield Line(_BULLET + self._say("others", count=sets.others), 3)

    def _show_roles(self, part: Coalition) -> Iterator[Line]:
        names = self._names(part)
        for key, positions in (("compulsory", part.compulsory), ("idle", part.idle)):
            if positions:
                listed = self.words.join(names[position] for position in positions)
                yield Line(self._say(key, count=len(positions), list=listed), 2)

    def _show_vetoes(self, part: Coalition) -> Iterator[Line]:
        if part.vetoes:
            least = (f"{self.words.title(n)} {self.words.wanted(n, v)}" for n, v, _ in part.vetoes)
            yield Line(self._say("vetoes", list=self.words.join(least)), 2)

    def _names(self, part: Coalition) -> tuple[str, ...]:
        """How each requirement is named in a set: by its title, with its level where both occur."""
        names = [ask.name for ask in part.asked]
        return tuple(
            " ".join(line.text for line in self.words.rule(ask.rule))
            if ask.rule is not None
            else self._level(ask)
            if names.count(ask.name) > 1
            else self.words.title(ask.name)
            for ask in part.asked
        )
