"""The columns that a plan gives, as expressions: nulls come back, and means are divided, once."""

from collections.abc import Iterator

import narwhals as nw

from scalecheck.portfolio.engine.frames.dialect import Dialect, Expr
from scalecheck.portfolio.engine.frames.emit import Emitter
from scalecheck.portfolio.plan.columns import Kind, Output
from scalecheck.portfolio.plan.results import Problem


def give_column(emitter: Emitter, output: Output, scored: Expr) -> Expr:
    """Give one column: null in the rows that are refused, and where there is no value."""
    there = scored
    if not output.there.is_const:
        there = scored & emitter.text(output.there)
    elif not output.there.value:
        there = scored & ~scored
    return emitter.say.when(there).then(_value(emitter, output, scored)).alias(output.name)


def _value(emitter: Emitter, output: Output, scored: Expr) -> Expr:
    say = emitter.say
    match output.kind:
        case Kind.WHOLE:
            return say.cast(emitter.text(output.node), nw.Int64)
        case Kind.NUMBER:
            # NOTE: Polars divides by one number for all rows as it multiplies by its inverse, which
            # rounds twice; so the divisor is a column, whatever it is.
            over = say.cast(emitter.text(output.over), nw.Float64)
            by_row = say.cast(scored, nw.Float64) * say.lit(0.0) + over
            return say.cast(emitter.text(output.node), nw.Float64) / by_row
        case Kind.NAME:
            return say.word_at(emitter.text(output.node), output.words)
        case Kind.NAMES:
            return say.words_where(output.words, [emitter.text(flag) for flag in output.flags])


def give_problem(say: Dialect, number: str, problems: list[tuple[Problem, str]]) -> Iterator[Expr]:
    """Tell why a row is refused, and at which column."""
    is_refused = say.col(number) > 0
    refused = say.when(is_refused).then(say.col(number))
    texts = [problem.value for problem, _ in problems], [name for _, name in problems]
    for name, words in zip(("problem.code", "problem.column"), texts, strict=True):
        found = say.lit("")
        if words:
            found = say.look_up(refused, dict(enumerate(words, 1)), None, nw.String)
        yield say.when(is_refused).then(found).alias(name)
