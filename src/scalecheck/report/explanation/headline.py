"""Why this level, why not the next one, and what would change it."""

from collections.abc import Iterator

from scalecheck.language.numbers import percent
from scalecheck.model.assessment import Headline, LevelResult
from scalecheck.model.proof import Gap, Truth
from scalecheck.report.explanation.inputs import tell_items
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.operations import tell_operation
from scalecheck.report.explanation.path import tell_open, tell_path
from scalecheck.report.explanation.requirements import tell_behind
from scalecheck.report.explanation.rules import find_enough, tell_rule


def tell_headline(narrator: Narrator) -> Iterator[Line]:
    """Say the level and all its reasons."""
    headline = narrator.found.headline
    if headline.low is None or headline.high is None:
        yield tell_no_level(narrator)
        return
    yield from _tell_level(narrator, headline, headline.low, headline.high)
    yield from _tell_why(narrator, headline.low)
    yield from _tell_why_not(narrator)
    if narrator.found.sensitivity is not None:
        yield narrator.heading("open")
        yield from under(tell_open(narrator, narrator.found.sensitivity))
    yield from tell_out_list(narrator)


def tell_no_level(narrator: Narrator) -> Line:
    """Say why there is no level."""
    why = narrator.found.headline.why or "not-computed"
    if why != "too-little-applicable":
        return narrator.line(f"why.{why}", Mark.UNKNOWN)
    coverage = narrator.found.coverage
    share = narrator.rubric.non_answers.not_applicable.min_applicable
    return narrator.line(
        "why.too-little-applicable",
        Mark.UNKNOWN,
        not_applicable=coverage.not_applicable,
        asked=coverage.asked,
        share=percent(share, narrator.language),
    )


# The level ------------------------------------------------------------------------------------


def _tell_level(narrator: Narrator, headline: Headline, low: int, high: int) -> Iterator[Line]:
    if low < 0:
        yield narrator.line("headline.below", Mark.HEADING)
    else:
        yield narrator.line("headline.official", Mark.HEADING, level=narrator.numbered(low))
    yield from under(_tell_stages(narrator, low, high))
    claimed_low, claimed_high = headline.claimed_low, headline.claimed_high
    if claimed_low is not None and claimed_high is not None:
        claimed, held = narrator.levels(claimed_low, claimed_high), narrator.levels(low, high)
        if claimed != held:
            yield from under([narrator.line("headline.claimed", claimed=claimed, held=held)])
    yield from under(_tell_convention(narrator, headline))
    yield from under(_tell_course(narrator))


def _tell_stages(narrator: Narrator, low: int, high: int) -> Iterator[Line]:
    official, possible = narrator.stage(low), narrator.stage(high)
    if official is not None:
        yield narrator.line("headline.stage", stage=official)
    if high > low:
        yield narrator.line("headline.possible", Mark.UNKNOWN, high=narrator.numbered(high))
        if possible is not None and possible != official:
            yield narrator.line("headline.possible-stage", Mark.UNKNOWN, stage=possible)


def _tell_convention(narrator: Narrator, headline: Headline) -> Iterator[Line]:
    """Say where the official figure follows a convention, and what it would be without."""
    if headline.bounds_low is None or headline.bounds_high is None:
        return
    policies = narrator.rubric.non_answers
    yield narrator.line(
        "headline.convention",
        unknown=narrator.say(f"policy.{policies.unknown}"),
        not_assessed=narrator.say(f"policy.{policies.not_assessed}"),
        bounds=narrator.levels(headline.bounds_low, headline.bounds_high),
    )


def _tell_course(narrator: Narrator) -> Iterator[Line]:
    """The track chosen, where it ends, and the ambition."""
    track = narrator.teller.track
    if track is not None:
        title = narrator.words(track.title)
        if track.ceiling is None:
            yield narrator.line("headline.track", track=title)
        else:
            yield narrator.line("headline.ceiling", track=title, ceiling=track.ceiling)
    target = narrator.ambition()
    if target is not None:
        key = "ambition-reached" if target.reached else "ambition"
        yield narrator.line(f"headline.{key}", level=narrator.levels(target.wanted, target.wanted))


# Why this level -------------------------------------------------------------------------------


def _tell_why(narrator: Narrator, low: int) -> Iterator[Line]:
    if low >= 0:
        yield narrator.heading("why")
        yield from under(_tell_measure(narrator))
    for position in range(low + 1):
        yield from under(tell_level_briefly(narrator, position))
    for found in narrator.found.out_of_order:
        missing = narrator.join(narrator.level(p) for p in found.missing)
        level = narrator.level(found.level)
        line = narrator.line("headline.out-of-order", Mark.ASIDE, level=level, missing=missing)
        yield from under([line])


def _tell_measure(narrator: Narrator) -> Iterator[Line]:
    name = narrator.rubric.headline
    if name in narrator.nodes.measures:
        yield narrator.line("headline.measure", title=narrator.title(name))
        node = narrator.found.nodes[name, ""]
        yield from under(tell_operation(narrator, narrator.nodes.measures[name]))
        yield from under(tell_items(narrator, name, node))


def tell_level_briefly(narrator: Narrator, position: int) -> Iterator[Line]:
    """Say in one line what became of a level, and what it could lose without failing."""
    level, result = narrator.level(position), narrator.found.levels[position]
    if result.passed_over:
        yield narrator.line("level.passed-over", Mark.ASIDE, level=level)
    elif result.truth is Truth.NOT_ASSESSABLE:
        yield narrator.line("level.empty-passes", Mark.ASIDE, level=level)
    elif result.truth is not Truth.MET:
        yield narrator.judged(f"level.{result.truth}", result.truth, level=level)
    elif result.proof is None:
        yield narrator.line("level.met-plain", Mark.MET, level=level)
    else:
        listed = narrator.join(find_enough(narrator, result.proof))
        yield narrator.line("level.met", Mark.MET, level=level, list=listed)
        if result.proof.surplus:
            names = narrator.join(narrator.label(name) for name in result.proof.surplus)
            yield from under([narrator.line("rule.surplus", list=names)])


# Why not the next one -------------------------------------------------------------------------


def _tell_why_not(narrator: Narrator) -> Iterator[Line]:
    position = narrator.found.next_level
    if position is None:
        yield tell_top(narrator)
        return
    target, result = narrator.ambition(), narrator.found.levels[position]
    level = narrator.level(position)
    beyond = target is not None and target.reached
    if beyond:
        yield narrator.line("top.ambition", Mark.HEADING)
        yield narrator.heading("beyond", level=level)
    else:
        key = "undecided" if result.truth is Truth.UNKNOWN else "why-not"
        yield narrator.heading(key, level=level)
    yield from under(tell_requirements(narrator, result, position, neutral=beyond))
    if not beyond:
        yield narrator.heading("path")
        yield from under(tell_path(narrator))


def tell_top(narrator: Narrator) -> Line:
    """Say why there is no next level: the last one, or the end of the track."""
    track = narrator.teller.track
    if track is not None and any(level.beyond_ceiling for level in narrator.found.levels):
        return narrator.line("top.ceiling", Mark.HEADING, track=narrator.words(track.title))
    return narrator.line("top.last", Mark.HEADING)


def tell_requirements(
    narrator: Narrator, result: LevelResult, position: int, *, neutral: bool
) -> Iterator[Line]:
    """Say what a level asks and what became of it; of a measure's level, what still lacks."""
    if result.proof is not None:
        yield from tell_rule(narrator, result.proof, neutral)
        return
    if position != narrator.found.next_level:
        return
    for gap in narrator.found.gaps:
        yield from _tell_gap(narrator, gap, neutral=neutral)


def _tell_gap(narrator: Narrator, gap: Gap, *, neutral: bool) -> Iterator[Line]:
    wanted = narrator.held(gap.name, gap.wanted, gap.wanted)
    title = narrator.title(gap.name, gap.instance)
    facts = {"title": title, "wanted": wanted, "held": narrator.held(gap.name, gap.low, gap.high)}
    if neutral:
        yield narrator.line("requirement.neutral", **facts)
        return
    may_hold = gap.high is not None and gap.high >= gap.wanted
    truth = Truth.UNKNOWN if may_hold else Truth.UNMET
    yield narrator.judged(f"requirement.{truth}", truth, **facts)
    reason = narrator.say(f"reason.{gap.reason}")
    yield from under([narrator.line("requirement.because", reason=reason)])
    yield from under(tell_behind(narrator, gap.name, gap.instance, narrator.name_of(gap)))


# What is not asked ----------------------------------------------------------------------------


def tell_out_list(narrator: Narrator) -> Iterator[Line]:
    """Say which criteria are not asked, and by what."""
    found: dict[str, list[str]] = {"track": [], "strategy": [], "condition": []}
    for criterion in narrator.rubric.criteria:
        by = narrator.out_by(criterion.id)
        if by is not None:
            found[by].append(narrator.words(criterion.title))
    if any(found.values()):
        yield narrator.heading("out")
    for by, titles in found.items():
        if titles:
            facts = {"list": narrator.join(titles)} | _who_puts_out(narrator, by)
            yield from under([narrator.line(f"out.by-{by}", Mark.ASIDE, **facts)])


def _who_puts_out(narrator: Narrator, by: str) -> dict[str, str]:
    track = narrator.teller.track
    return {"track": narrator.words(track.title)} if track and by == "track" else {}
