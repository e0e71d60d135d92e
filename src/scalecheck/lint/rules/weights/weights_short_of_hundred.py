"""Weights written as shares that nearly make a whole: one was forgotten, or changed alone.

Only the ratios of weights count, so nothing is computed wrong; but whoever reads 30, 25 and 40 on
a hundred believes something else than what is done. Rounded thirds (0.33 thrice) are no fault.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scalecheck.lint.rule import RUBRIC, Found, Rule, Topic, found
from scalecheck.lint.rules.weights.weighted import weighted
from scalecheck.lint.subject import RubricSubject
from scalecheck.lint.wording import write_number
from scalecheck.model.diagnostic import Severity

_HUNDRED = 100
_NEAR = 10


def find(subject: RubricSubject) -> Iterator[Found]:
    for path, _, given in weighted(subject.value):
        hundredths = _as_hundredths(given or {})
        if hundredths and _miss_the_whole(hundredths):
            whole = _HUNDRED if _are_whole(given or {}) else 1
            total = write_number(Fraction(sum(hundredths) * whole, _HUNDRED))
            yield found((*path, "weights"), at_key=True, total=total, whole=whole)


def _are_whole(given: Mapping[str, Fraction]) -> bool:
    return all(weight.denominator == 1 for weight in given.values())


def _as_hundredths(given: Mapping[str, Fraction]) -> list[int]:
    """Weights as parts of a hundred, whether of 100 or of 1; none where they are neither."""
    if _are_whole(given):
        return [weight.numerator for weight in given.values()]
    scaled = [weight * _HUNDRED for weight in given.values()]
    return [int(w) for w in scaled] if all(w.denominator == 1 for w in scaled) else []


def _miss_the_whole(shares: list[int]) -> bool:
    """Tell whether three shares or more, not all alike, nearly make a hundred and do not."""
    miss = abs(sum(shares) - _HUNDRED)
    is_near = len(shares) < 2 * miss <= 2 * _NEAR  # beyond what rounding each one explains
    return is_near and len(shares) > 2 and len(set(shares)) > 1 and 0 < max(shares) < _HUNDRED


RULE = Rule("weights-short-of-hundred", Topic.WEIGHTS, Severity.NOTE, RUBRIC, find)
