"""Build the view: one frozen tree, in the order it is read."""

from collections.abc import Sequence
from typing import NamedTuple

from scalecheck.model.assessment import Assessment
from scalecheck.model.language import Language
from scalecheck.report.provenance import Provenance
from scalecheck.report.view.accompaniment import Accompaniment, build_accompaniment
from scalecheck.report.view.ambition import Ambition, build_ambition
from scalecheck.report.view.answer import Answer, build_answer
from scalecheck.report.view.criteria import DimensionView, build_criteria
from scalecheck.report.view.evidence import EvidenceRow, build_evidence
from scalecheck.report.view.gaps import GapRow, NextSteps, build_gaps, build_next_steps
from scalecheck.report.view.gates import Gates, build_gates
from scalecheck.report.view.header import Header, build_header
from scalecheck.report.view.levels import Levels, build_levels
from scalecheck.report.view.means import IndicatorRow, Money, build_indicators, build_money
from scalecheck.report.view.measures import MeasureView, build_measures
from scalecheck.report.view.method import Method, build_method
from scalecheck.report.view.plane import Plane, build_plane
from scalecheck.report.view.profile import Profile, build_profiles
from scalecheck.report.view.progress import ProgressRow, build_progress
from scalecheck.report.view.sensitivity import SensitivityView, build_coverage, build_sensitivity
from scalecheck.report.view.settings import GroupView, build_groups
from scalecheck.report.view.strategies import StrategyView, build_strategies
from scalecheck.report.view.support import Support, build_support
from scalecheck.report.view.teller import Teller


class View(NamedTuple):
    """A report in one language, before any layout. What a project has not is None or empty.

    `calm` asks for no alarm in colour: the project has chosen where its ladder ends.
    """

    language: Language
    calm: bool
    header: Header
    answer: Answer
    levels: Levels
    support: Support | None
    coverage: tuple[str, ...]
    next_steps: NextSteps | None
    profiles: tuple[Profile, ...]
    gates: Gates | None
    gaps: tuple[GapRow, ...]
    criteria: tuple[DimensionView, ...]
    groups: tuple[GroupView, ...]
    plane: Plane | None
    accompaniment: Accompaniment | None
    strategies: tuple[StrategyView, ...]
    ambition: Ambition | None
    money: tuple[Money, ...]
    indicators: tuple[IndicatorRow, ...]
    measures: tuple[MeasureView, ...]
    evidence: tuple[EvidenceRow, ...]
    progress: tuple[ProgressRow, ...]
    sensitivity: SensitivityView | None
    method: Method


def build_view(
    assessment: Assessment,
    language: Language,
    history: Sequence[Assessment] = (),
    provenance: Provenance | None = None,
    smallest: int = 0,
) -> View:
    """Resolve all that a report shows, for one language; the same bytes for the same inputs.

    Args:
        assessment: what the engine found.
        language: of the report; a text that lacks it is shown in its own, and marked so.
        history: earlier assessments of the same project under the same rubric, oldest first.
        provenance: the tool and the inputs, to print at the end.
        smallest: the smallest count of people or places to print; 0 prints them all.
    """
    teller = Teller(assessment, language, smallest)
    levels = build_levels(teller)
    return View(
        language=language,
        calm=teller.is_local,
        header=build_header(teller),
        answer=build_answer(teller),
        levels=levels,
        support=build_support(teller),
        coverage=tuple(build_coverage(teller)),
        next_steps=build_next_steps(teller),
        profiles=build_profiles(teller, history[-1] if history else None),
        gates=build_gates(teller),
        gaps=build_gaps(teller),
        criteria=build_criteria(teller),
        groups=build_groups(teller),
        plane=build_plane(teller),
        accompaniment=build_accompaniment(teller, levels.stairs),
        strategies=build_strategies(teller),
        ambition=build_ambition(teller),
        money=build_money(teller),
        indicators=build_indicators(teller),
        measures=build_measures(teller),
        evidence=build_evidence(teller),
        progress=build_progress(teller, history),
        sensitivity=build_sensitivity(teller),
        method=build_method(teller, provenance),
    )
