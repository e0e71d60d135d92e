"""Upgrade a project file: add the answers, as a new edition reads them, at the end of its history.

Nothing that was written is changed: the file gains an entry, as text, and is read again.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from scalecheck.lint.life.convert import Converted, Editions, Fate, convert, gather
from scalecheck.model.answer import Answer, Answers
from scalecheck.model.base import Plain
from scalecheck.model.check_upgrade import check_kept
from scalecheck.model.plain_data import answer_data, text_data
from scalecheck.model.project import Project
from scalecheck.model.snapshot import Snapshot
from scalecheck.model.text import Text
from scalecheck.source.append import append_entry
from scalecheck.source.document import Document

_KEPT = ("assessor", "context")


class Move(NamedTuple):
    """What an upgrade starts from, and how it is dated and entitled."""

    snapshot: Snapshot
    date: str
    title: Text


def upgrade_text(
    document: Document, project: Project, editions: Editions, move: Move
) -> tuple[str, tuple[Converted, ...]]:
    """Write the file of a project with a new assessment at its end.

    Returns:
        The whole text, and what became of each question.

    Raises:
        CannotAppendError: the list of assessments is written in a way that text cannot extend.
    """
    position = next(n for n, s in enumerate(project.assessments) if s is move.snapshot)
    raw = document.data["assessments"][position]
    writer = _Writer(project, editions, raw)
    found = convert(editions, move.snapshot.answers)
    rubric = editions.new.rubric
    entry: dict[str, Any] = {
        "date": Plain(move.date),
        "kind": Plain(str(move.snapshot.kind)),
        "rubric": Plain(rubric.id),
        "rubric_version": Plain(rubric.version),
        **{key: raw[key] for key in _KEPT if key in raw},
        "note": text_data(move.title, project.language),
        "answers": writer.write(found, raw["answers"]),
    }
    plans = [writer.plan(plan, one) for plan, one in zip_plans(raw, move.snapshot)]
    if plans:
        entry["plans"] = tuple(plans)
    return append_entry(document, ("assessments",), entry), found


def zip_plans(raw: Mapping[str, Any], snapshot: Snapshot) -> list[tuple[Any, Answers]]:
    """The plans of an assessment as written, with their answers as read."""
    plans = zip(raw.get("plans", ()), snapshot.plans, strict=True)
    return [(written, plan.answers) for written, plan in plans]


class _Writer(NamedTuple):
    """Writes converted answers as data; those that were kept stay as their author wrote them."""

    project: Project
    editions: Editions
    raw: Mapping[str, Any]

    def plan(self, written: Any, answers: Answers) -> Any:
        raw = written.get("answers", {})
        stated = {name: raw[name] for name in answers if self._is_computed(name)}
        found = self.write(convert(self.editions, answers), raw)
        return {**written, "answers": {**found, **stated}}

    def _is_computed(self, name: str) -> bool:
        """Tell whether a plan states a criterion that both editions compute, on the same levels."""
        old, new, _ = self.editions
        both = (old.criteria.get(name), new.criteria.get(name))
        is_computed = all(c is not None and c.computed is not None for c in both)
        return is_computed and not any(check_kept(name, name, old, new, ()))

    def write(self, converted: tuple[Converted, ...], raw: Mapping[str, Any]) -> dict[str, Any]:
        by_answer = {id(c.answer): c for c in converted if c.answer is not None}
        found = gather(self.editions, converted)
        return {name: self._given(given, by_answer, raw) for name, given in found.items()}

    def _given(self, given: Any, known: Mapping[int, Converted], raw: Mapping[str, Any]) -> Any:
        if not isinstance(given, Answer):
            return {
                instance: {name: self._given(one, known, raw) for name, one in parts.items()}
                for instance, parts in given.items()
            }
        one = known[id(given)]
        if one.fate is not Fate.KEPT:
            return answer_data(given, self.project.language)
        group = self.editions.old.group_of.get(one.sources[0])
        here = raw if group is None else raw[group.id][one.instance]
        return here[one.sources[0]]
