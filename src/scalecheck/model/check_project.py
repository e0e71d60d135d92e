"""Refuse the projects whose references lead nowhere in the project itself."""

from collections.abc import Iterator
from typing import Any

from scalecheck.model.answer import Answer, Answers
from scalecheck.model.diagnostic import Path, Problem, listed, problem
from scalecheck.model.project import Project
from scalecheck.model.snapshot import Snapshot

Problems = Iterator[Problem]


def find_project_problems(project: Project) -> tuple[Problem, ...]:
    """Find the references of a project that lead nowhere in the project itself."""
    return tuple(_check_alone(project))


def _check_alone(project: Project) -> Problems:
    settings = {instance.id for instance in project.settings or ()}
    yield from check_unique(project.settings or (), ("settings",))
    for group, instances in project.groups.items():
        yield from check_unique(instances, ("groups", group))
    yield from check_unique(project.indicators, ("indicators",))
    for s, supporter in enumerate(project.supporters):
        here: Path = ("supporters", s, "rooted_in")
        yield from check_known(supporter.rooted_in, settings, here, "unknown-setting")
    for a, snapshot in enumerate(project.assessments):
        path: Path = ("assessments", a)
        yield from _check_evidence(snapshot.answers, project, (*path, "answers"))
        for p, plan in enumerate(snapshot.plans):
            yield from _check_evidence(plan.answers, project, (*path, "plans", p, "answers"))
        yield from check_known(
            snapshot.assessor.voices, settings, (*path, "assessor", "voices"), "unknown-setting"
        )
        yield from _check_context(snapshot, settings, (*path, "context", "settings"))


def check_unique(things: Any, path: Path) -> Problems:
    """Find the things of a list whose name another has already."""
    seen: set[str] = set()
    for position, thing in enumerate(things):
        if thing.id in seen:
            yield problem("duplicate-in-list", (*path, position, "id"), name=thing.id)
        seen.add(thing.id)


def check_known(names: tuple[str, ...], known: set[str], path: Path, code: str) -> Problems:
    """Find the names that are not among those known."""
    for position, name in enumerate(names):
        if name not in known:
            yield problem(code, (*path, position), name=name, known=listed(sorted(known)))


def _check_context(snapshot: Snapshot, settings: set[str], path: Path) -> Problems:
    for position, entry in enumerate(snapshot.context.settings or ()):
        if entry.id not in settings:
            known = listed(sorted(settings))
            yield problem("unknown-setting", (*path, position, "id"), name=entry.id, known=known)


def _check_evidence(answers: Answers, project: Project, path: Path) -> Problems:
    for answer, here in each_answer(answers, path):
        for position, name in enumerate(answer.cited):
            if name not in project.evidence:
                known = listed(project.evidence)
                yield problem(
                    "unknown-evidence", (*here, "evidence", position), name=name, known=known
                )


def each_answer(answers: Answers, path: Path) -> Iterator[tuple[Answer, Path]]:
    """Walk every answer, those given per instance included, with its path."""
    for name, given in answers.items():
        if isinstance(given, Answer):
            yield given, (*path, name)
        else:
            for instance, parts in given.items():
                for criterion, answer in parts.items():
                    yield answer, (*path, name, instance, criterion)
