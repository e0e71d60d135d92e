"""Find the answers that a project gave to one edition of a rubric."""

from scalecheck.model.project import Project
from scalecheck.model.snapshot import Snapshot


def find_snapshot(project: Project, rubric: str, version: str) -> Snapshot | None:
    """Find the current assessment under an edition; one that states no version counts.

    Returns:
        The newest, panel voices last, or None where the project was never assessed under it.
    """
    own = tuple(
        snapshot
        for snapshot in project.assessments
        if snapshot.rubric == rubric and snapshot.rubric_version in (None, version)
    )
    return only(project, *own).current if own else None


def only(project: Project, *snapshots: Snapshot) -> Project:
    """The project as if it had been assessed no other time."""
    return project.model_copy(update={"assessments": snapshots})
