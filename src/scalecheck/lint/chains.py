"""Whether the names of a rubric can be followed: no loop, and no chain without end."""

from functools import lru_cache

from scalecheck.lint.subject import RubricSubject
from scalecheck.model.check_chains import check_chains
from scalecheck.model.check_names import named


@lru_cache(maxsize=2)  # several rules ask it of one subject
def can_be_followed(subject: RubricSubject) -> bool:
    """Tell whether every name leads to answers in a few steps; a sound rubric's always do."""
    if subject.is_sound:
        return True
    return not any(True for _ in check_chains(subject.names, dict(named(subject.value))))
