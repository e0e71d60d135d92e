"""Where a node is defined that limits what a level can ask of it."""

from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Also, Path


def limit_of(subject: RubricSubject, name: str) -> tuple[Also, ...]:
    """The measure or the computed criterion behind a name, as a second place."""
    path = place_of(subject, name)
    return (Also((*path, "id"), "limit"),) if path else ()


def place_of(subject: RubricSubject, name: str) -> Path:
    """Where a measure or a criterion stands; empty where neither has that name."""
    for position, measure in enumerate(subject.value.measures):
        if measure.id == name:
            return ("measures", position)
    for d, dimension in enumerate(subject.value.dimensions):
        for c, criterion in enumerate(dimension.criteria):
            if criterion.id == name:
                return ("dimensions", d, "criteria", c)
    return ()
