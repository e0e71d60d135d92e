"""The logic of a rubric to look at: its rules made ready for exact questions, once."""

from scalecheck.lint.subject import RubricSubject
from scalecheck.model.check_chains import check_chains
from scalecheck.model.check_names import named
from scalecheck.model.diagnostic import Path
from scalecheck.scoring.logic.logic import Logic
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import examine_closely

# Where nothing stands that a rule could lean on.
_TEXTS = frozenset(
    (
        "advice",
        "anchors",
        "decided_by",
        "description",
        "display",
        "evidence",
        "label",
        "licence",
        "name",
        "note",
        "notes",
        "phases",
        "question",
        "readiness",
        "source",
        "sources",
        "support",
        "title",
    )
)


def logic_of(subject: RubricSubject) -> Logic | None:
    """The logic of a rubric, built when first asked; None where names lead too far to follow."""
    kept = subject.__dict__
    if "logic" not in kept:
        kept["logic"] = None if _is_endless(subject) else Logic(subject.names)
    found: Logic | None = kept["logic"]
    return found


def full_logic_of(subject: RubricSubject) -> Logic | None:
    """The same, but None where a part was refused that rules may lean on.

    What is proved impossible stays so when a part comes back that asks more; "whoever reaches
    this reaches that" may not. Parts that name what is unknown do no harm: they are left open.
    """
    return logic_of(subject) if _is_full(subject) else None


def _is_endless(subject: RubricSubject) -> bool:
    if subject.is_sound:
        return False
    found = check_chains(subject.names, dict(named(subject.value)))
    return any(problem.code == "chain-too-long" for problem in found)


def _is_full(subject: RubricSubject) -> bool:
    kept = subject.__dict__
    if "is_full" not in kept:
        kept["is_full"] = subject.is_sound or not any(map(_is_leaned_on, _removed(subject)))
    return bool(kept["is_full"])


def _removed(subject: RubricSubject) -> frozenset[Path]:
    if subject.removed is not None:
        return subject.removed
    left = examine_closely(subject.document, kind_named("rubric")).left
    return left.removed if left is not None else frozenset(((),))


def _is_leaned_on(path: Path) -> bool:
    return not any(part in _TEXTS for part in path)
