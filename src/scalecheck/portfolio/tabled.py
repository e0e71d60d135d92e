"""Members of a portfolio from the rows of a table: what it says beside answers, and results."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from scalecheck.model.base import is_number
from scalecheck.model.facts import Interval, Key
from scalecheck.model.figures import Bottleneck
from scalecheck.model.form import Form
from scalecheck.model.language import Language
from scalecheck.model.nodes import nodes_of
from scalecheck.model.portfolio import (
    Amount,
    LevelNow,
    Member,
    Milestone,
    MilestoneKind,
    Open,
    Setting,
    Support,
)
from scalecheck.model.project import Confidentiality
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text
from scalecheck.portfolio.cohorts.strengths import Strengths
from scalecheck.portfolio.engine.questions import QuestionReader
from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.members import ends_early

Cells = Mapping[str, str]
Results = Mapping[str, Any]
Figures = Mapping[str, Interval]


class TabledMembers:
    """Reads members from rows scored under one rubric.

    Beside the columns of `layout`, a table may hold `language`, `summary`, `confidentiality` (what
    is none of its words is read as `restricted`: a slip opens nothing), `ambition`,
    `ambition.by`, `funding/k/…` (`year`, `amount`, `currency`, `for`, `to`, `status`),
    `supporters/k/…` (`title`, `kind`, `functions`, `stages`) and, for each group of settings,
    `g/k/title`. What it lacks is not known of the project.

    Args:
        rubric: the instrument.
        year: the year of the assessments; None where it is not known.
        questions: how the questions of the rows were read when they were scored. Without it, the
            ranks of criteria are not known, nor what the next level asks above them.
    """

    def __init__(
        self, rubric: Rubric, year: int | None = None, questions: QuestionReader | None = None
    ) -> None:
        self.rubric, self.nodes, self.year = rubric, nodes_of(rubric), year
        self.strengths = Strengths(rubric, questions) if questions else None
        self.settings = [group.id for group in rubric.groups if group.of == "settings"]
        self.attributes = [attribute.id for attribute in rubric.attributes]

    def member(self, cells: Cells, results: Results, source: str) -> Member:
        """Read one project.

        Args:
            cells: the row, by the columns of the wide table and those named above.
            results: the columns that the engine gives.
            source: the file.
        """
        language = Language.EN if cells.get("language") == "en" else Language.FR
        track = results.get("track.chosen") or ""
        blockers = _split(results.get("level.blockers"))
        level, figures = self._level(results), dict(self._figures(cells, results))
        return Member(
            id=cells["id"],
            title=_text(cells.get("title") or cells["id"], language),
            language=language,
            organization=_maybe(cells.get("organization"), language),
            sector=cells.get("sector", ""),
            clientele=_split(cells.get("clientele")),
            territory=_split(cells.get("territory")),
            applicant=cells.get("applicant", ""),
            strategies=_split(cells.get("strategies")),
            track=track,
            local=ends_early(self.rubric, track),
            attributes={n: _split(cells[n]) for n in self.attributes if cells.get(n)},
            summary=_maybe(cells.get("summary"), language),
            confidentiality=_confidentiality(cells.get("confidentiality", "")),
            funding=tuple(_funding(cells)),
            settings=tuple(self._settings(cells, language)),
            supporters=tuple(_supporters(cells, language)),
            level=level,
            blockers=blockers,
            bottlenecks=self._bottlenecks(results),
            figures=figures,
            open=_open(results),
            lacks=self._lacks(cells, level, blockers, figures),
            ways=tuple(filter(None, (blockers,))),
            milestones=tuple(self._milestones(cells, results)),
            source=source,
        )

    def _level(self, results: Results) -> LevelNow:
        values = [level.value for level in self.rubric.levels]
        following = results.get("level.next")
        return LevelNow(
            results.get("position.claimed"),
            results.get("position.official"),
            results.get("position.possible"),
            values.index(str(following)) if following is not None else None,
            results.get("stage.official"),
        )

    def _bottlenecks(self, results: Results) -> tuple[Bottleneck, ...]:
        found: dict[str, list[str]] = {}
        for name in _split(results.get("dimensions.lowest")):
            typed = self.nodes.typed(name)
            if typed is not None and typed.scale is not None:
                found.setdefault(typed.scale.id, []).append(name)
        return tuple(
            Bottleneck(scale, self._rank(names[0], results) or 0, tuple(names))
            for scale, names in found.items()
        )

    def _rank(self, name: str, results: Results, end: str = "low") -> int | None:
        typed, value = self.nodes.typed(name), results.get(f"{name}.{end}")
        is_rank = typed is not None and typed.form is Form.ORDINAL and typed.scale is not None
        if not is_rank or value is None or typed is None or typed.scale is None:
            return None
        return typed.scale.rank_of(str(value))

    def _lacks(
        self, cells: Cells, level: LevelNow, blockers: tuple[str, ...], figures: Figures
    ) -> Mapping[str, int]:
        if self.strengths is None or level.next is None:
            return {}
        return self.strengths.lacks(cells, level.next, blockers, figures)

    def _figures(self, cells: Cells, results: Results) -> Iterator[tuple[str, Interval]]:
        names = [*self.nodes.dimensions, *self.nodes.measures, *self.nodes.criteria]
        for name in names:
            low, high = self._rank(name, results), self._rank(name, results, "high")
            if low is not None and high is not None:
                yield name, Interval(low, high)
        if self.strengths is not None:
            yield from self.strengths.figures(cells)

    def _settings(self, cells: Cells, language: Language) -> Iterator[Setting]:
        for group in self.settings:
            for head in _numbered(cells, group):
                name = cells.get(f"{head}id") or head.rstrip("/").replace("/", "-")
                roles, types, status, where = (
                    _split(cells.get(head + fact)) for fact in _SETTING_FACTS
                )
                alike = cells.get(f"{head}count", "")
                count = int(alike) if alike.isdecimal() else 1
                title = _maybe(cells.get(f"{head}title"), language)
                yield Setting(name, title, roles, types, status, where, count)

    def _milestones(self, cells: Cells, results: Results) -> Iterator[Milestone]:
        position = results.get("position.official")
        if position is not None and self.year is not None:
            yield Milestone(self.year, MilestoneKind.ASSESSED, position)
        values = [level.value for level in self.rubric.levels]
        by, wanted = cells.get("ambition.by", "")[:4], cells.get("ambition", "")
        if by.isdecimal() and wanted in values:
            yield Milestone(int(by), MilestoneKind.AIMED, values.index(wanted))


_SETTING_FACTS = ("role", "type", "status", "territory")


def _split(cell: object) -> tuple[str, ...]:
    return tuple(part for part in str(cell or "").split(JOINT) if part)


def _text(words: str, language: Language) -> Text:
    return Text(**{language.value: words})


def _maybe(words: str | None, language: Language) -> Text | None:
    return _text(words, language) if words and words.strip() else None


def _confidentiality(cell: str) -> Confidentiality:
    said = cell.strip().casefold()
    if not said:
        return Confidentiality.INTERNAL
    return Confidentiality(said) if said in tuple(Confidentiality) else Confidentiality.RESTRICTED


def _numbered(cells: Cells, family: str) -> Iterator[str]:
    """The heads of the numbered columns of a family that hold something: `funding/1/`."""
    start = len(family) + 1
    named = (name for name in cells if name.startswith(f"{family}/") and cells[name])
    numbers = {name[start:].partition("/")[0] for name in named}
    for number in sorted(int(one) for one in numbers if one.isdecimal()):
        yield f"{family}/{number}/"


def _funding(cells: Cells) -> Iterator[Amount]:
    for head in _numbered(cells, "funding"):
        amount, year = cells.get(f"{head}amount", ""), cells.get(f"{head}year", "")
        if is_number(amount) and year.isdecimal():
            said = (cells.get(head + name, "") for name in ("for", "to", "status"))
            yield Amount(int(year), Fraction(amount), cells.get(f"{head}currency") or "CAD", *said)


def _supporters(cells: Cells, language: Language) -> Iterator[Support]:
    for head in _numbered(cells, "supporters"):
        title = cells.get(f"{head}title")
        if title:
            functions, stages = (_split(cells.get(head + n)) for n in ("functions", "stages"))
            kind = cells.get(f"{head}kind", "")
            yield Support(_text(title, language), kind, functions, (), stages)


def _open(results: Results) -> Open:
    unknown, blank, aside = (results.get(f"questions.{name}") or 0 for name in _COUNTS)
    return Open(unknown, blank, aside, tuple(map(_key, _split(results.get("level.decisive")))))


_COUNTS = ("unknown", "not-assessed", "not-applicable")


def _key(name: str) -> Key:
    """Read an open answer: a criterion, or `g/k/c` for one of an instance."""
    parts = name.split("/")
    return Key(parts[-1], "/".join(parts[:-1]))
