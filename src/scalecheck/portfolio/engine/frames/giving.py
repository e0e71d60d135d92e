"""The columns that a plan gives, as expressions: nulls come back, and means are divided, once."""

from collections.abc import Iterator

import narwhals as nw

from scalecheck.portfolio.engine.frames.emit import Emitter
from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.plan.columns import Kind, Output
from scalecheck.portfolio.plan.results import Problem


def give_column(emitter: Emitter, output: Output, scored: nw.Expr) -> nw.Expr:
    """Give one column: null in the rows that are refused, and where there is no value."""
    there = scored
    if not output.there.is_const:
        there = scored & emitter.text(output.there)
    elif not output.there.value:
        there = scored & ~scored
    return nw.when(there).then(_value(emitter, output, scored)).alias(output.name)


def _value(emitter: Emitter, output: Output, scored: nw.Expr) -> nw.Expr:
    match output.kind:
        case Kind.WHOLE:
            return emitter.text(output.node).cast(nw.Int64)
        case Kind.NUMBER:
            # NOTE: Polars divides by one number for all rows as it multiplies by its inverse, which
            # rounds twice; so the divisor is a column, whatever it is.
            over = emitter.text(output.over).cast(nw.Float64)
            by_row = scored.cast(nw.Float64) * nw.lit(0.0) + over
            return emitter.text(output.node).cast(nw.Float64) / by_row
        case Kind.NAME:
            return _word(emitter.text(output.node), output.words)
        case Kind.NAMES:
            none = nw.lit(None, nw.String)
            words = [
                nw.when(emitter.text(flag)).then(nw.lit(word)).otherwise(none)
                for word, flag in zip(output.words, output.flags, strict=True)
            ]
            joined = nw.concat_str(*words, separator=JOINT, ignore_nulls=True) if words else None
            return nw.lit("") if joined is None else joined


def _word(place: nw.Expr, words: tuple[str, ...]) -> nw.Expr:
    found: nw.Expr = nw.lit(words[-1] if words else "", nw.String)
    for number in range(len(words) - 2, -1, -1):
        found = nw.when(place == number).then(nw.lit(words[number], nw.String)).otherwise(found)
    return found


def give_problem(number: str, problems: list[tuple[Problem, str]]) -> Iterator[nw.Expr]:
    """Tell why a row is refused, and at which column; what is nearly always null costs nothing."""
    refused = nw.when(nw.col(number) > 0).then(nw.col(number))
    places = list(range(1, len(problems) + 1))
    texts = [problem.value for problem, _ in problems], [name for _, name in problems]
    for name, words in zip(("problem.code", "problem.column"), texts, strict=True):
        found = nw.when(nw.col(number) > 0).then(nw.lit(""))
        if words:
            told = refused.replace_strict(places, words, default=None, return_dtype=nw.String)
            found = nw.when(nw.col(number) > 0).then(told)
        yield found.alias(name)
