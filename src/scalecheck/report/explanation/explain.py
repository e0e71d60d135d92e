"""Find what a name stands for, and have it explained."""

from collections.abc import Iterator

from scalecheck.errors import UnknownName
from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Key
from scalecheck.model.language import Language
from scalecheck.report.explanation.criteria import tell_computed, tell_question, tell_spread
from scalecheck.report.explanation.families import (
    tell_dimension,
    tell_group,
    tell_level,
    tell_strategy,
    tell_track,
)
from scalecheck.report.explanation.headline import tell_headline
from scalecheck.report.explanation.lines import Explanation, Line
from scalecheck.report.explanation.measures import tell_measure, tell_without_instance
from scalecheck.report.explanation.narrator import Locate, Narrator

_LEVEL_WORDS = ("niveau-", "level-")


def explain(
    assessment: Assessment, node: str | None, language: Language, locate: Locate | None = None
) -> Explanation:
    """Explain a figure of an assessment, in words of one language.

    Args:
        assessment: what the engine found.
        node: None for the level; a level (`niveau-6`, `level-6`, `6`); the id of a criterion, a
            dimension, a measure, a group, a strategy or a track; or a question of one instance
            (`milieux/cpe-a/usage`, `usage@cpe-a`).
        language: in which language.
        locate: gives the place in the project's file of a path, `file:line:column`.

    Raises:
        UnknownName: nothing in the rubric or the project answers to `node`.
    """
    narrator = Narrator(assessment, language, locate)
    lines = tell_headline(narrator) if node is None else _tell(narrator, node)
    if lines is None:
        raise UnknownName("node", node or "", known_nodes(assessment, language))
    return Explanation(node, language, tuple(lines))


def known_nodes(assessment: Assessment, language: Language) -> tuple[str, ...]:
    """List every name that can be explained, in the rubric's order."""
    narrator = Narrator(assessment, language)
    rubric, nodes = assessment.rubric, narrator.nodes
    return (
        *(narrator.say("name.level", value=level.value) for level in rubric.levels),
        *nodes.dimensions,
        *nodes.criteria,
        *nodes.measures,
        *nodes.groups,
        *(strategy.id for strategy in rubric.strategies),
        *(track.id for track in rubric.tracks),
        *(f"{name}@{instance}" for name, instance in assessment.nodes if instance),
    )


def _tell(narrator: Narrator, node: str) -> Iterator[Line] | None:
    """Choose who tells; None where nothing answers to the name."""
    name, instance = _split(node)
    if instance:
        return _tell_instance(narrator, name, instance)
    for teller in (_tell_node, _tell_gathering, _tell_level):
        found = teller(narrator, node)
        if found is not None:
            return found
    return None


def _split(node: str) -> tuple[str, str]:
    if "@" in node:
        name, _, instance = node.partition("@")
        return name, instance
    parts = node.split("/")
    return (parts[2], parts[1]) if len(parts) == 3 else (node, "")


def _tell_instance(narrator: Narrator, name: str, instance: str) -> Iterator[Line] | None:
    fact = narrator.found.facts.get(Key(name, instance))
    if fact is not None:
        return tell_question(narrator, fact)
    node = narrator.found.nodes.get((name, instance))
    if node is None or name not in narrator.nodes.measures:
        return None
    return tell_measure(narrator, narrator.nodes.measures[name], node)


def _tell_node(narrator: Narrator, name: str) -> Iterator[Line] | None:
    nodes, node = narrator.nodes, narrator.found.nodes.get((name, ""))
    if name in nodes.criteria:
        return _tell_criterion(narrator, name)
    if name in nodes.dimensions and node is not None:
        return tell_dimension(narrator, nodes.dimensions[name], node)
    if name in nodes.measures:
        every = [n for (of, _), n in narrator.found.nodes.items() if of == name]
        measure = nodes.measures[name]
        if not every:
            return tell_without_instance(narrator, measure)
        return (line for one in every for line in tell_measure(narrator, measure, one))
    return None


def _tell_criterion(narrator: Narrator, name: str) -> Iterator[Line] | None:
    criterion, fact = narrator.nodes.criteria[name], narrator.found.facts.get(Key(name))
    if fact is not None:
        return tell_question(narrator, fact)
    if name in narrator.nodes.group_of:
        return tell_spread(narrator, criterion, narrator.nodes.group_of[name])
    node = narrator.found.nodes.get((name, ""))
    return None if node is None else tell_computed(narrator, criterion, node)


def _tell_gathering(narrator: Narrator, name: str) -> Iterator[Line] | None:
    if name in narrator.nodes.groups:
        return tell_group(narrator, narrator.nodes.groups[name])
    results = {result.id: result for result in narrator.found.strategies}
    for strategy in narrator.rubric.strategies:
        if strategy.id == name:
            return tell_strategy(narrator, strategy, results[name])
    for track in narrator.rubric.tracks:
        if track.id == name:
            return tell_track(narrator, track)
    return None


def _tell_level(narrator: Narrator, name: str) -> Iterator[Line] | None:
    word = next((word for word in _LEVEL_WORDS if name.startswith(word)), "")
    values = [level.value for level in narrator.rubric.levels]
    for value in (name, name.removeprefix(word)):
        if value in values:
            return tell_level(narrator, values.index(value))
    return None
