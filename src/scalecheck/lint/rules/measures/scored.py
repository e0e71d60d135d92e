"""The scales whose scores a measure puts together."""

from collections.abc import Iterator

from scalecheck.lint.chains import can_be_followed
from scalecheck.lint.subject import RubricSubject
from scalecheck.model.diagnostic import Path
from scalecheck.model.measures import Measure
from scalecheck.model.scale import Scale

_MEANS = ("mean", "weighted-mean")
_TOGETHER = (*_MEANS, "sum", "percent", "additive", "product")


def scales_put_together(
    subject: RubricSubject, *, means_only: bool = False
) -> Iterator[tuple[Path, Measure, dict[str, Scale]]]:
    """The measures that put scores of several nodes together, with the scale of each node."""
    wanted = _MEANS if means_only else _TOGETHER
    every = [(m, v) for m, v in enumerate(subject.value.measures) if v.op in wanted]
    if not every or not can_be_followed(subject):
        return
    names = subject.names
    for position, measure in every:
        typed = {name: names.typed(name) for name in names.reads(measure.id)}
        scales = {n: kind.scale for n, kind in typed.items() if kind is not None and kind.scale}
        yield ("measures", position), measure, scales
