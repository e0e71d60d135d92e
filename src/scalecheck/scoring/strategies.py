"""Tell of a strategy whether it fits, whether it is ready, and what is missing."""

from scalecheck.model.assessment import StrategyResult, StrategyState
from scalecheck.model.levels import Strategy
from scalecheck.model.proof import Truth
from scalecheck.scoring.corners import Corners
from scalecheck.scoring.evidence import EvidenceReader
from scalecheck.scoring.gaps import find_gaps
from scalecheck.scoring.proofs import judge_rule, prove
from scalecheck.scoring.results import Case
from scalecheck.scoring.situation import judge


def judge_strategy(
    strategy: Strategy, case: Case, evidence: EvidenceReader, gates: Corners
) -> StrategyResult:
    """Judge a strategy on the attributes of the project and on the gate readings."""
    fit, _ = judge(strategy.fits_when, case.situation.attributes)
    proof = prove(gates, strategy.ready_when) if strategy.ready_when else None
    # A strategy that states no rule can be named, never called ready.
    rule = strategy.ready_when
    ready = judge_rule(gates, rule)[0] if rule else Truth.UNKNOWN
    return StrategyResult(
        strategy.id,
        strategy.id in case.situation.strategies,
        _state(fit, ready),
        fit,
        ready,
        proof,
        find_gaps(case, evidence, proof) if proof else (),
    )


def _state(fit: Truth, ready: Truth) -> StrategyState:
    if fit is Truth.UNMET:
        return StrategyState.UNFIT
    if ready in (Truth.UNMET, Truth.NOT_ASSESSABLE):
        return StrategyState.TOO_EARLY
    both = ready is Truth.MET and fit is Truth.MET
    return StrategyState.READY if both else StrategyState.POSSIBLE
