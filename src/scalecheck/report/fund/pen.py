"""What the reports of a portfolio write with: the names of values, counts, shares and amounts."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from scalecheck.language import numbers
from scalecheck.language.catalogue import has, say
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
BELOW = -1  # the position of what is before the first level
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
        totals = [one for one in material.balance.totals.money if one.status is None]
        told = {one.currency for one in totals if one.amount is not None}
        self.currencies = tuple(sorted(told, key=lambda name: (name != self.currency, name)))
        self.several = len(totals) > 1
        self.order = {member.id: n for n, member in enumerate(material.portfolio.members)}
        self.stageless = _why_no_stage(material.portfolio.members)
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
            return self.say(self.stageless if kind is AxisKind.STAGE else "not-said")
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
        return Cell("; ".join(str(self.value(kind, value)) for value in values))

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
        """Name several of them one after the other: a name may hold commas and links itself."""
        return "; ".join(map(self.named, names))

    def project(self, name: str) -> Words:
        """Name a project by its title."""
        member = self.members.get(name)
        return self.speaker.text(member.title) if member is not None else name

    def projects(self, names: Sequence[str], most: int = 12) -> str:
        """Name several projects in alphabetical order, the first ones where there are many."""
        sorted_names = sorted(names, key=lambda name: self.order.get(name, len(self.order)))
        said = [str(self.project(name)) for name in sorted_names[:most]]
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
        """Write a share of 1, to the percent; what is not nothing, nor all, is never said so."""
        said, nothing, whole = (
            numbers.percent(one, self.language, 0) for one in (share, Fraction(0), Fraction(1))
        )
        if share > 0 and said == nothing:
            return self.say("under-one", share=numbers.percent(Fraction(1, 100), self.language))
        if share < 1 and said == whole:
            return self.say("nearly-all", share=numbers.percent(Fraction(99, 100), self.language))
        return said

    def status(self, value: str) -> Words:
        """Name what became of an amount: asked for, confirmed, received."""
        lists = self.portfolio.vocabularies
        label = lists.label("funding_statuses", value) if lists is not None and value else None
        return self.speaker.text(label) if label is not None else value or self.say("not-said")

    def heads(self, name: str) -> tuple[str, ...]:
        """Head one column for each currency; it names it where the portfolio has several."""
        return self.heads_in(name, self.currencies or ("",))

    def heads_in(self, name: str, currencies: Sequence[str]) -> tuple[str, ...]:
        """Head one column for each of these currencies, likewise."""
        if not self.several:
            return self.columns(name) * len(currencies)
        named = map(self.currency_name, currencies)
        return tuple(self.say(f"column.{name}-in", currency=one) for one in named)

    def amount(self, amount: Fraction, currency: str) -> str:
        """Write an amount of money, with the sign of its currency where people have one."""
        key = f"money.{currency}"
        if not has(f"fund.{key}", self.language):
            return numbers.money(amount, currency, self.language)
        return self.say(key, money=numbers.money(amount, "CAD", self.language))

    def currency_name(self, currency: str) -> str:
        """Name a currency by its sign, or by its code."""
        key = f"currency.{currency}"
        return self.say(key) if has(f"fund.{key}", self.language) else currency

    def money(self, sums: Sequence[Sum] | None) -> Cell:
        """Write what counts in each currency, one beside the other, for they do not add up.

        A dash where no money is stated, never 0.
        """
        if sums is None:
            return Cell(self.say("held-back"), Tone.QUIET)
        counted = [one for one in sums if one.status is None]
        said = [self.amount(one.amount, one.currency) for one in counted if one.amount is not None]
        held = [self.currency_name(one.currency) for one in counted if one.amount is None]
        said += [self.say("held-back-in", currency=currency) for currency in held]
        return Cell(numbers.join(said, self.language)) if said else Cell("–", Tone.QUIET)


Line = TypeVar("Line", Amount, Sum)


def counting(lines: Sequence[Line]) -> list[Line]:
    """Keep the lines of money that count: what was refused does not."""
    return [line for line in lines if line.status not in _ASIDE]


def _why_no_stage(members: Sequence[Member]) -> str:
    """Why projects have no stage: they are before the first one, it is not known, or either."""
    below = {m.level.official == BELOW for m in members if not m.level.stage}
    if len(below) > 1:
        return "below-or-no-stage"
    return "below-stages" if True in below else "no-stage"


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
