"""What the reports of a portfolio write with: the names of values, counts, shares and amounts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from scalecheck.language import numbers
from scalecheck.language.catalogue import say
from scalecheck.model.balance import AxisKind, Sum
from scalecheck.model.language import Language
from scalecheck.model.overlap import Overlap
from scalecheck.model.portfolio import Amount, Member
from scalecheck.model.project import Confidentiality
from scalecheck.model.text import Text
from scalecheck.report.blocks import Cell, Tone
from scalecheck.report.fund.material import FundMaterial
from scalecheck.report.rubric_words import RubricWords
from scalecheck.report.view.phrase import Phrase, Words

_LISTS = {
    AxisKind.SECTOR: "sectors",
    AxisKind.CLIENTELE: "clienteles",
    AxisKind.TERRITORY: "territories",
    AxisKind.APPLICANT: "applicant_types",
    AxisKind.PURPOSE: "funding_purposes",
    AxisKind.RECIPIENT: "funding_recipients",
}
_ASIDE = ("refused",)  # money that nobody will spend


class FundPen:
    """Says things of a portfolio in one language."""

    def __init__(self, material: FundMaterial) -> None:
        self.material = material
        self.portfolio = material.portfolio
        self.words = RubricWords(material.portfolio.rubric, material.language)
        self.speaker = self.words.speaker
        self.members = {member.id: member for member in material.portfolio.members}
        self.currency = _most_used(material.portfolio.members)
        totals = {one.currency for one in material.balance.totals.money if one.status is None}
        self.currencies = tuple(sorted(totals, key=lambda name: (name != self.currency, name)))
        self.restricted = frozenset(
            member.id
            for member in material.portfolio.members
            if member.confidentiality is Confidentiality.RESTRICTED
        )

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.material.language

    def say(self, key: str, **facts: object) -> str:
        """Say the words of `fund.<key>`."""
        return say(f"fund.{key}", self.language, **facts)

    def columns(self, *names: str) -> tuple[str, ...]:
        """Head the columns of a table."""
        return tuple(self.say(f"column.{name}") for name in names)

    def value(self, kind: AxisKind, value: str) -> Words:
        """Name one value of an axis, by its title in the rubric or in the closed lists."""
        if kind is AxisKind.LEVEL:
            return self.level(int(value) if value else None)
        if not value:
            return self.say("no-stage" if kind is AxisKind.STAGE else "not-said")
        lists, name = self.portfolio.vocabularies, _LISTS.get(kind)
        label = lists.label(name, value) if lists is not None and name else self._own(kind, value)
        return self.speaker.text(label) if label is not None else value

    def _own(self, kind: AxisKind, value: str) -> Text | None:
        rubric = self.portfolio.rubric
        shelves: Mapping[AxisKind, Mapping[str, Text | None]] = {
            AxisKind.STAGE: {one.id: one.title for one in rubric.stages},
            AxisKind.STRATEGY: {one.id: one.title for one in rubric.strategies},
            AxisKind.TRACK: {one.id: one.title for one in rubric.tracks},
        }
        return shelves.get(kind, {}).get(value)

    def values(self, kind: AxisKind, values: Sequence[str]) -> Cell:
        """Name several values of an axis in one cell."""
        return Cell(", ".join(str(self.value(kind, value)) for value in values))

    def level(self, position: int | None) -> str:
        """Name a level by its value and its name."""
        if position is None:
            return self.say("level.unknown")
        if position < 0:
            return self.say("level.below")
        level = self.portfolio.rubric.levels[position]
        name = f" {self.speaker.text(level.name)}" if level.name is not None else ""
        return f"{level.value}{name}"

    def named(self, name: str) -> str:
        """Name a criterion, a dimension or a measure."""
        return self.words.title(name)

    def names(self, names: Iterable[str]) -> str:
        """Name several of them in a sentence."""
        return self.words.titles(names)

    def project(self, name: str) -> Words:
        """Name a project by its title."""
        member = self.members.get(name)
        return self.speaker.text(member.title) if member is not None else name

    def projects(self, names: Sequence[str], most: int = 12) -> str:
        """Name several projects in a list, the first ones where there are many."""
        said = [str(self.project(name)) for name in names[:most]]
        more = len(names) - most
        if more > 0:
            said.append(self.say("more", count=more))
        return "; ".join(said)

    def may_quote(self, one: Overlap) -> bool:
        """Tell whether the words that two projects share may be shown: neither is restricted."""
        return self.restricted.isdisjoint((one.one, one.other))

    def is_small(self, number: int) -> bool:
        """Tell whether a count is too small to be printed; none at all points at nobody."""
        return 0 < number < self.material.balance.smallest

    def count(self, number: int | None) -> Cell:
        """Write a count, or that it is held back."""
        if number is None:
            return Cell(self.say("held-back"), Tone.QUIET)
        return Cell(numbers.number(number, self.language))

    def share(self, part: Fraction | int | None, whole: int) -> Cell:
        """Write a share of a whole; a dash where there is none or it is held back."""
        if part is None or not whole:
            return Cell("–", Tone.QUIET)
        return Cell(self.percent(Fraction(part) / whole))

    def percent(self, share: Fraction | int) -> str:
        """Write a share of 1, to the percent."""
        return numbers.percent(share, self.language, 0)

    def status(self, value: str) -> Words:
        """Name what became of an amount: asked for, confirmed, received."""
        lists = self.portfolio.vocabularies
        label = lists.label("funding_statuses", value) if lists is not None and value else None
        return self.speaker.text(label) if label is not None else value or self.say("not-said")

    def heads(self, name: str) -> tuple[str, ...]:
        """Head one column for each currency; it names it where there are several."""
        if len(self.currencies) < 2:
            return self.columns(name)
        return tuple(self.say(f"column.{name}-in", currency=one) for one in self.currencies)

    def amounts(self, sums: Sequence[Sum] | None) -> tuple[Cell, ...]:
        """Write what counts, a cell for each currency of the portfolio; a dash where none is."""
        return self._each(
            sums,
            lambda one: None if one.amount is None else self.amount(one.amount, one.currency),
        )

    def parts(self, sums: Sequence[Sum] | None) -> tuple[Cell, ...]:
        """Write which part of the whole portfolio's money this is, a cell for each currency."""
        return self._each(sums, lambda one: None if one.share is None else self.percent(one.share))

    def _each(
        self, sums: Sequence[Sum] | None, write: Callable[[Sum], str | None]
    ) -> tuple[Cell, ...]:
        counted = {one.currency: one for one in sums or () if one.status is None}
        said = []
        for currency in self.currencies or ("",):
            one = counted.get(currency)
            words = "–" if one is None and sums is not None else one and write(one)
            said.append(Cell(words or self.say("held-back"), Tone.PLAIN if one else Tone.QUIET))
        return tuple(said)

    def amount(self, amount: Fraction, currency: str) -> str:
        """Write an amount of money."""
        return numbers.money(amount, currency, self.language)

    def money(self, sums: Sequence[Sum] | None) -> Cell:
        """Write what counts in each currency; a dash where no money is stated, never 0."""
        if sums is None:
            return Cell(self.say("held-back"), Tone.QUIET)
        counted = [one for one in sums if one.status is None]
        said = [self.amount(one.amount, one.currency) for one in counted if one.amount is not None]
        held = [one.currency for one in counted if one.amount is None]
        said += [self.say("held-back-in", currency=currency) for currency in held]
        return Cell(" + ".join(said)) if said else Cell("–", Tone.QUIET)


def counting(lines: Sequence[Amount]) -> list[Amount]:
    """Keep the lines of money that count: what was refused does not."""
    return [line for line in lines if line.status not in _ASIDE]


def _most_used(members: Sequence[Member]) -> str:
    """The currency of most projects; the first by name of several, "" where there is no money."""
    counts: dict[str, int] = {}
    for member in members:
        for currency in {line.currency for line in counting(member.funding)}:
            counts[currency] = counts.get(currency, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def worded(said: Words, tone: Tone = Tone.PLAIN) -> Cell:
    """Write words in a cell, marked with their language."""
    return Cell(str(said), tone, said.lang if isinstance(said, Phrase) else "")
