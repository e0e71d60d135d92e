"""What the answers of a sheet give so far: the level, what holds it back, what would settle it."""

from collections.abc import Iterator, Sequence

from scalecheck.api.loading import load_vocabularies
from scalecheck.language.catalogue import say
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.join_sheet import join_sheet, new_project
from scalecheck.model.language import Language
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.report.view.answer import build_answer
from scalecheck.report.view.sensitivity import SensitivityView, build_coverage, build_sensitivity
from scalecheck.report.view.teller import Named, Teller
from scalecheck.scoring.assess import Options, assess

_MOST = 6  # entries of a list: what is longer is read in a report


def preview(
    rubric: Rubric, sheet: AnswerSheet, project: Project | None, language: Language
) -> tuple[str, ...]:
    """Assess the answers so far, and say the result in a few lines.

    Args:
        rubric: the instrument.
        sheet: the answers so far, dated.
        project: the one they are about, as it stands; None where it is new.
        language: of the words.
    """
    whole = join_sheet(sheet, project).project if project else new_project(sheet, rubric.id)
    position = len(whole.assessments) - 1
    options = Options(vocabularies=load_vocabularies(), position=position, steps=False)
    return tuple(_tell(Teller(assess(rubric, whole, options), language)))


def _tell(teller: Teller) -> Iterator[str]:
    yield from _level(teller)
    yield "; ".join(build_coverage(teller)) + "."
    answer = build_answer(teller)
    missing = (*answer.blockers, *answer.alternatives)
    if missing:
        yield _say(teller, "blockers", list=_some(missing))
    view = build_sensitivity(teller)
    if view is not None:
        yield from _settling(teller, view)


def _say(teller: Teller, key: str, **facts: object) -> str:
    return say(f"interview.preview.{key}", teller.speaker.language, **facts)


def _level(teller: Teller) -> Iterator[str]:
    headline = teller.found.headline
    low, high, claimed = headline.low, headline.high, headline.claimed_low
    if low is None or high is None:
        answer = build_answer(teller)
        yield " ".join(f"{words}." for words in (answer.label, answer.gate) if words).replace(
            "..", "."
        )
        return
    yield _say(teller, "official", level=_rung(teller, low))
    stage = teller.rung(low).stage
    if stage is not None:
        yield _say(teller, "stage", stage=stage)
    if claimed is not None and claimed != low:
        yield _say(teller, "claimed", level=_rung(teller, claimed))
    if high != low:
        yield _say(teller, "possible", level=_rung(teller, high))


def _rung(teller: Teller, position: int) -> str:
    """Name a level: `6, Adaptation éprouvée`; below the first, in words."""
    rung = teller.rung(position)
    return ", ".join(str(part) for part in (rung.value, rung.name) if part)


def _settling(teller: Teller, view: SensitivityView) -> Iterator[str]:
    if view.decisive:
        yield _say(teller, "settle")
        for row in view.decisive[:_MOST]:
            yield _say(teller, "decisive", name=row.named, words="; ".join(row.words))
    elif teller.found.coverage.unknown or teller.found.coverage.not_assessed:
        yield _say(teller, "none")
    if view.pivots:
        yield _say(teller, "pivots", list=_some(view.pivots))


def _some(names: Sequence[Named]) -> str:
    rest = "; …" if len(names) > _MOST else ""
    return "; ".join(map(str, names[:_MOST])) + rest
