"""What a new edition does to a portfolio, on a page: who moves first, who does not last."""

from collections.abc import Iterator

from scalecheck.language import numbers
from scalecheck.model.language import Language
from scalecheck.model.rubric import Rubric
from scalecheck.model.rubric_impact import Impact, Move, ProjectImpact, SetAside, Standing
from scalecheck.report.life.change_words import ChangeWords
from scalecheck.report.life.diff_words import say_edition
from scalecheck.report.life.page import LAYOUTS, Page, Part
from scalecheck.report.rubric_words import Line

_ORDER = (Move.DOWN, Move.UP, Move.POSSIBLE, Move.INCOMPARABLE, Move.SAME)


def render_impact(old: Rubric, new: Rubric, impact: Impact, format: str, language: Language) -> str:
    """Lay out an impact: `terminal` or `markdown`."""
    words = ChangeWords(old, new, language)
    title = words.say("impact.title", old=say_edition(impact.old), new=say_edition(impact.new))
    parts = [Part("", tuple(_summary(words, impact)))]
    for move in _ORDER:
        rows = [project for project in impact.projects if project.move is move]
        heading = words.say(f"impact.section.{move}", count=len(rows))
        parts.append(Part(heading, tuple(line for row in rows for line in _row(words, row))))
    heading = words.say("impact.section.set-aside", count=len(impact.set_aside))
    apart = (_set_aside(words, one, impact) for one in impact.set_aside)
    return LAYOUTS[format](Page(title, (*parts, Part(heading, tuple(apart)))))


def _summary(words: ChangeWords, impact: Impact) -> Iterator[Line]:
    count = len(impact.projects)
    told = [words.say("impact.projects", count=count) if count else words.say("impact.nobody")]
    if impact.set_aside:
        told.append(words.say("impact.apart", count=len(impact.set_aside)))
    told.append(words.say("impact.with-table" if impact.has_table else "impact.by-name"))
    yield from map(Line, told)


def _row(words: ChangeWords, row: ProjectImpact) -> Iterator[Line]:
    before, after = (_standing(words, standing) for standing in (row.before, row.after))
    facts = {"title": words.new.text(row.title), "file": row.file}
    key = "impact.stays" if before == after else "impact.row"
    yield Line(words.say(key, **facts, before=before, after=after), 1)
    if row.criteria:
        key = "blocked" if row.move is Move.DOWN else "freed"
        yield Line(words.say(f"impact.{key}", names=_join(words, row.criteria)), 2)
    if row.asked and row.move is not Move.SAME:
        yield Line(words.say("impact.asked", names=_join(words, row.asked)), 2)


def _standing(words: ChangeWords, standing: Standing) -> str:
    if standing.why:
        return words.say("unknown-level")
    low, high = (end or words.say("below") for end in (standing.low, standing.high))
    if low != high:
        return words.say("impact.level-possible", level=low, high=high)
    return words.say("impact.level", level=low) if standing.low else low


def _set_aside(words: ChangeWords, one: SetAside, impact: Impact) -> Line:
    facts = {"file": one.file, "old": say_edition(impact.old)}
    return Line(words.say(f"impact.reason.{one.reason}", **facts), 1)


def _join(words: ChangeWords, names: tuple[str, ...]) -> str:
    return numbers.join([words.name(name) for name in names], words.language)
