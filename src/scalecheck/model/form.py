"""The forms that a node gives: a rank of a scale, a whole count, or an index."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from scalecheck.model.item_measures import Highest, Ladder
from scalecheck.model.measures import Bands
from scalecheck.model.scale import Scale, ScaleLevel


class Form(StrEnum):
    """What a node gives: a rank of a scale, a whole count, or an index."""

    ORDINAL = "ordinal"
    COUNT = "count"
    INDEX = "index"


class Typed(NamedTuple):
    """The form of what a node gives, and its scale when it is a rank."""

    form: Form
    scale: Scale | None = None


INDEX = Typed(Form.INDEX)
COUNT = Typed(Form.COUNT)


def band_scale(measure: Bands) -> Scale:
    """The scale that bands make: one level each, in their order."""
    levels = tuple(
        ScaleLevel.model_construct(value=Fraction(i), id=band.id, label=band.label)
        for i, band in enumerate(measure.bands)
    )
    return Scale.model_construct(id=measure.id, levels=levels)


def item_scale(measure: Ladder | Highest) -> Scale | None:
    """The scale of a ladder that names none: its levels, and a floor one below the first.

    Returns:
        The scale; None where a level is no number, which is told of elsewhere.
    """
    if not all(key.removeprefix("-").isdecimal() for key in measure.items):
        return None
    values = [Fraction(key) for key in measure.items]
    levels = tuple(ScaleLevel.model_construct(value=value) for value in (values[0] - 1, *values))
    return Scale.model_construct(id=measure.id, levels=levels)
