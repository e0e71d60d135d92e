"""What gathers other things: levels, dimensions, groups, strategies and tracks."""

from collections.abc import Iterator

from scalecheck.model.assessment import StrategyResult
from scalecheck.model.criterion import Dimension, Group
from scalecheck.model.facts import Key
from scalecheck.model.figures import Node
from scalecheck.model.levels import Strategy, Track
from scalecheck.model.proof import Truth
from scalecheck.report.explanation.headline import tell_requirements
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.phrases import say_condition, say_instance
from scalecheck.report.explanation.questions import tell_briefly, tell_out_by
from scalecheck.report.explanation.rules import tell_rule


def tell_level(narrator: Narrator, position: int) -> Iterator[Line]:
    """Explain one level of the headline, reached or not."""
    result, level = narrator.found.levels[position], narrator.level(position)
    family = "passed-over" if result.passed_over else result.truth
    key = "met-plain" if family is Truth.MET else family
    yield narrator.line(f"level.{key}", Mark.HEADING, level=level)
    yield from under(_tell_standing(narrator, position))
    yield narrator.heading("requires")
    name = narrator.rubric.headline
    if result.proof is None and name in narrator.nodes.measures:
        title = narrator.title(name)
        yield from under([narrator.line("level.no-rule", title=title)])
    yield from under(tell_requirements(narrator, result, position, neutral=False))


def _tell_standing(narrator: Narrator, position: int) -> Iterator[Line]:
    result, low = narrator.found.levels[position], narrator.found.headline.low
    if result.beyond_ceiling:
        yield narrator.line("level.beyond-ceiling", Mark.ASIDE)
    elif low is not None:
        yield narrator.line("level.held" if position <= low else "level.not-held")
    if result.claimed is not result.truth:
        truth = narrator.say(f"truth.{result.claimed}")
        yield narrator.line("level.claimed", truth=truth)
    stage = narrator.stage(position)
    if stage is not None:
        yield narrator.line("headline.stage", stage=stage)
    readiness = narrator.readiness(position)
    if readiness is not None:
        yield narrator.line("level.readiness", label=narrator.words(readiness.label))
    for found in narrator.found.out_of_order:
        if found.level == position:
            missing = narrator.join(narrator.level(p) for p in found.missing)
            level = narrator.level(position)
            yield narrator.line("headline.out-of-order", Mark.ASIDE, level=level, missing=missing)


# Dimensions -----------------------------------------------------------------------------------


def tell_dimension(narrator: Narrator, dimension: Dimension, node: Node) -> Iterator[Line]:
    """Explain a dimension: its lowest criterion, with all ties."""
    title = narrator.words(dimension.title)
    if node.value.low is None:
        yield narrator.line("dimension.none", Mark.HEADING, title=title)
        yield from under([narrator.line(f"why.{node.value.why or 'not-computed'}", Mark.ASIDE)])
    else:
        value = narrator.held(dimension.id, node.value.low, node.value.high)
        yield narrator.line("dimension.title", Mark.HEADING, title=title, value=value)
        yield from under(_tell_lowest(narrator, node))
        yield from under(_tell_bottleneck(narrator, dimension))
    yield narrator.heading("inputs")
    for criterion in dimension.criteria:
        yield from under(_tell_member(narrator, criterion.id))


def _tell_lowest(narrator: Narrator, node: Node) -> Iterator[Line]:
    lowest = [
        narrator.question(key)
        for key in node.inputs
        if narrator.found.nodes[key.criterion, key.instance].value.low == node.value.low
    ]
    listed = narrator.join(lowest)
    yield narrator.line("dimension.lowest", count=len(lowest), list=listed)


def _tell_bottleneck(narrator: Narrator, dimension: Dimension) -> Iterator[Line]:
    for found in narrator.found.bottlenecks:
        if dimension.id not in found.dimensions:
            continue
        if len(found.dimensions) == 1:
            yield narrator.line("dimension.bottleneck", Mark.ASIDE)
        else:
            listed = narrator.join(narrator.title(name) for name in found.dimensions)
            yield narrator.line("dimension.bottleneck-tied", Mark.ASIDE, list=listed)


def _tell_member(narrator: Narrator, name: str) -> Iterator[Line]:
    facts = [fact for key, fact in narrator.found.facts.items() if key.criterion == name]
    yield from (tell_briefly(narrator, fact, narrator.question(fact.key)) for fact in facts)
    node = narrator.found.nodes.get((name, ""))
    if facts or node is None:
        return
    by = narrator.out_by(name)
    if by is not None:
        yield narrator.line("short.out-by-rule", Mark.ASIDE, title=narrator.title(name))
        yield from under([tell_out_by(narrator, name, by)])
        return
    counted = narrator.held(name, node.value.low, node.value.high)
    claimed = narrator.held(name, node.claimed.low, node.claimed.high)
    facts_said = {"title": narrator.title(name), "counted": counted}
    if claimed == counted:
        yield narrator.line("short.answered", **facts_said)
    else:
        yield narrator.line("short.capped", **facts_said, claimed=claimed)


# Groups ---------------------------------------------------------------------------------------


def tell_group(narrator: Narrator, group: Group) -> Iterator[Line]:
    """Explain a group: its closed list, and the answers of each instance."""
    yield Line(narrator.title(group.id), mark=Mark.HEADING)
    listed = narrator.found.instances.get(group.id)
    if not listed:
        key = "group.absent" if listed is None else "group.empty"
        yield from under([narrator.line(key, Mark.UNKNOWN)])
        return
    yield from under([narrator.line("group.size", count=len(listed))])
    for instance in listed:
        yield from under([Line(say_instance(narrator, instance), mark=Mark.TEXT)])
        for criterion in group.criteria:
            fact = narrator.found.facts.get(Key(criterion, instance))
            if fact is not None:
                line = tell_briefly(narrator, fact, narrator.title(criterion))
                yield from under([line], 2)


# Strategies and tracks ------------------------------------------------------------------------


def tell_strategy(narrator: Narrator, strategy: Strategy, result: StrategyResult) -> Iterator[Line]:
    """Explain a strategy: whether it fits, whether it is time, what is missing."""
    title = narrator.words(strategy.title)
    yield narrator.line(f"strategy.{result.state}", Mark.HEADING, title=title)
    key = "chosen" if result.chosen else "not-chosen"
    yield from under([narrator.line(f"strategy.{key}")])
    if strategy.waives:
        waived = narrator.join(narrator.title(name) for name in strategy.waives)
        yield from under([narrator.line("strategy.waives", list=waived)])
    if strategy.note is not None:
        note = narrator.words(strategy.note)
        yield from under([narrator.line("strategy.note", note=note)])
    yield narrator.heading("fits")
    yield from under([_tell_fit(narrator, strategy, result)])
    yield narrator.heading("ready")
    if result.proof is None:
        yield from under([narrator.line("strategy.no-rule", Mark.MET)])
    else:
        yield from under(tell_rule(narrator, result.proof))


def _tell_fit(narrator: Narrator, strategy: Strategy, result: StrategyResult) -> Line:
    if not strategy.fits_when:
        return narrator.line("strategy.fits-any", Mark.MET)
    condition = say_condition(narrator, strategy.fits_when)
    return narrator.judged(f"strategy.fit-{result.fit}", result.fit, condition=condition)


def tell_track(narrator: Narrator, track: Track) -> Iterator[Line]:
    """Explain a track: what it waives, and where its ladder ends."""
    yield Line(narrator.words(track.title), mark=Mark.HEADING)
    chosen = track.id == narrator.found.track
    yield from under([narrator.line("track.chosen" if chosen else "track.not-chosen")])
    if track.description is not None:
        yield from under([Line(narrator.words(track.description))])
    if track.waives:
        waived = narrator.join(narrator.title(name) for name in track.waives)
        yield from under([narrator.line("track.waives", list=waived)])
    else:
        yield from under([narrator.line("track.waives-none")])
    values = [level.value for level in narrator.rubric.levels]
    if track.ceiling in values:
        level = narrator.level(values.index(track.ceiling))
        yield from under([narrator.line("track.ceiling", level=level)])
    else:
        yield from under([narrator.line("track.no-ceiling")])
