"""The tracks and strategies of a rubric, on a page."""

from collections.abc import Iterator

from scalecheck.model.levels import Strategy
from scalecheck.report.rubric_words import Line, RubricWords


def show_tracks(words: RubricWords) -> Iterator[Line]:
    """Show the tracks: what each waives, and where its ladder ends."""
    for track in words.rubric.tracks:
        yield Line(f"{words.text(track.title)} ({track.id})")
        yield from words.maybe(track.description, 1)
        yield Line(_say_waives(words, track.waives), 1)
        if track.ceiling is not None:
            yield Line(words.say("track.ceiling", level=track.ceiling), 1)


def _say_waives(words: RubricWords, names: tuple[str, ...]) -> str:
    if not names:
        return words.say("track.waives-none")
    return words.say("track.waives", list=words.titles(names))


def show_strategies(words: RubricWords) -> Iterator[Line]:
    """Show the strategies: when each fits, when it is ready, what it waives."""
    for strategy in words.rubric.strategies:
        yield Line(f"{words.text(strategy.title)} ({strategy.id})")
        yield from words.maybe(strategy.description, 1)
        yield from words.maybe(strategy.note, 1)
        yield from _show_fit(words, strategy)


def _show_fit(words: RubricWords, strategy: Strategy) -> Iterator[Line]:
    if strategy.fits_when:
        condition = words.condition(strategy.fits_when)
        yield Line(words.say("strategy.fits", condition=condition), 1)
    if strategy.ready_when is not None:
        yield Line(words.say("strategy.ready"), 1)
        yield from words.rule(strategy.ready_when, 2)
    if strategy.waives:
        yield Line(_say_waives(words, strategy.waives), 1)
