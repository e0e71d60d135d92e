"""From the project that a sheet became back to the sheet: the place on it of what is wrong."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.diagnostic import Path, Problem
from scalecheck.model.instance import ContextSetting, Instance
from scalecheck.model.project import Project

Named = Instance | ContextSetting


def on_the_day(project: Project) -> Project:
    """The project with its last assessment alone, its facts as they stood on that day."""
    last = project.assessments[-1]
    stated = {one.id: one.attributes for one in last.context.settings or ()}
    settings = project.settings and tuple(
        one.model_copy(update={"attributes": {**one.attributes, **stated.get(one.id, {})}})
        for one in project.settings
    )
    facts = {**project.attributes, **last.context.attributes}
    update = {"assessments": (last,), "settings": settings, "attributes": facts}
    return project.model_copy(update=update)


class Mover(NamedTuple):
    """Finds, on a sheet, the place of what is wrong in the project that it became.

    `names` gives the name that a record has on the sheet, where the project calls it otherwise.
    """

    sheet: AnswerSheet
    project: Project
    names: Mapping[str, str]

    def move(self, found: Problem) -> Problem | None:
        """Give a problem its place on the sheet; None for what the sheet did not bring."""
        path = self._path(found.path)
        return found._replace(path=path, also=(), repair=()) if path is not None else None

    def _path(self, path: Path) -> Path | None:
        match path:
            case ("assessments", _, "context", "settings", int(at), *rest):
                listed = self.project.assessments[-1].context.settings or ()
                return self._setting(listed[at].id, rest)
            case ("assessments", _, *rest):
                return tuple(rest)
            case ("evidence" | "attributes", *_):
                return self._named(path)
            case ("settings" | "groups", *_):
                return self._instance(path)
            case _:
                return None

    def _named(self, path: Path) -> Path | None:
        match path:
            case ("evidence", str(name), *rest) if (
                self.names.get(name, name) in self.sheet.evidence
            ):
                return ("evidence", self.names.get(name, name), *rest)
            case ("attributes", name, *_) if name in self.sheet.attributes:
                return path
            case ("attributes", name, *_) if name in self.sheet.context.attributes:
                return ("context", *path)
            case _:
                return None

    def _instance(self, path: Path) -> Path | None:
        match path:
            case ("settings", int(at), *rest):
                return self._setting((self.project.settings or ())[at].id, rest)
            case ("groups", str(group), int(at), *rest):
                name = self.project.groups[group][at].id
                return _within(self.sheet.groups.get(group), name, ("groups", group), rest)
            case _:
                return path

    def _setting(self, name: str, rest: Sequence[str | int]) -> Path | None:
        context = self.sheet.context.settings
        here = _within(self.sheet.settings, name, ("settings",), rest)
        return here or _within(context, name, ("context", "settings"), rest)


def _within(
    told: Sequence[Named] | None, name: str, here: Path, rest: Sequence[str | int]
) -> Path | None:
    ids = [one.id for one in told or ()]
    return (*here, ids.index(name), *rest) if name in ids else None
