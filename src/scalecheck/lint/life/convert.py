"""Read the answers given to one edition of a rubric under another."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from scalecheck.lint.life.ways import Way, Ways
from scalecheck.model.answer import Answer, Answers
from scalecheck.model.criterion import Criterion
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale
from scalecheck.scoring.facts import rank_of_amount


class Fate(StrEnum):
    """What became of a question.

    `kept` as it was, `mapped` to other levels, `asked` again, or `open`: it had no answer before.
    """

    KEPT = "kept"
    MAPPED = "mapped"
    ASKED = "asked"
    OPEN = "open"


class Converted(NamedTuple):
    """One question of the new edition: where it is asked, its answer, where that comes from.

    `instance` is "" for what is asked once; `sources` are criteria of the old edition.
    """

    criterion: str
    instance: str
    fate: Fate
    answer: Answer | None = None
    sources: tuple[str, ...] = ()


class Editions(NamedTuple):
    """The two editions, and the ways from one to the other."""

    old: Nodes
    new: Nodes
    ways: Ways


def convert(editions: Editions, answers: Answers) -> tuple[Converted, ...]:
    """Read every question of the new edition, in its order.

    Args:
        editions: the rubrics and the ways; every way must fit both.
        answers: those given to the old edition.

    Returns:
        One entry a question; one asked per instance has an entry for each that was answered.
    """
    asked = editions.new.asked()
    return tuple(one for criterion in asked for one in _convert(editions, criterion, answers))


def gather(editions: Editions, converted: tuple[Converted, ...]) -> Answers:
    """Put converted answers together as an assessment writes them."""
    found: dict[str, object] = {}
    for one in converted:
        group = editions.new.group_of.get(one.criterion)
        if one.answer is None:
            continue
        if group is None:
            found[one.criterion] = one.answer
        else:
            instances = found.setdefault(group.id, {})
            instances.setdefault(one.instance, {})[one.criterion] = one.answer  # type: ignore[attr-defined]
    return found  # type: ignore[return-value]


def _convert(editions: Editions, criterion: Criterion, answers: Answers) -> Iterator[Converted]:
    way = editions.ways.get(criterion.id)
    if way is None:
        yield Converted(criterion.id, "", Fate.ASKED)
        return
    group = editions.old.group_of.get(way.sources[0])
    if group is None:
        given = {name: answers.get(name) for name in way.sources}
        yield _read(editions, criterion, "", _plain(given))
        return
    listed = answers.get(group.id)
    instances = {} if listed is None or isinstance(listed, Answer) else listed
    for instance, parts in instances.items():
        yield _read(editions, criterion, instance, {n: parts.get(n) for n in way.sources})


def _plain(given: Mapping[str, object]) -> dict[str, Answer | None]:
    return {name: one if isinstance(one, Answer) else None for name, one in given.items()}


def _read(
    editions: Editions, criterion: Criterion, instance: str, given: Mapping[str, Answer | None]
) -> Converted:
    way = editions.ways[criterion.id]
    known = {name: answer for name, answer in given.items() if answer is not None}
    if not known:
        return Converted(criterion.id, instance, Fate.OPEN, sources=way.sources)
    if len(known) < len(given):
        return Converted(criterion.id, instance, Fate.ASKED, sources=way.sources)
    answer = _join(editions, criterion, way, known)
    if answer is None:
        return Converted(criterion.id, instance, Fate.ASKED, sources=way.sources)
    is_kept = way.levels is None and len(way.sources) == 1
    fate = Fate.KEPT if is_kept else Fate.MAPPED
    return Converted(criterion.id, instance, fate, answer, way.sources)


def _join(
    editions: Editions, criterion: Criterion, way: Way, given: Mapping[str, Answer]
) -> Answer | None:
    """Make one answer of several; None where it must be asked again."""
    applicable = {name: a for name, a in given.items() if a.not_applicable is None}
    first = next(iter(given.values()))
    if not applicable:
        return first if criterion.not_applicable == "allowed" else None
    if way.levels is None and len(given) == 1:
        return first
    if any(answer.unknown for answer in applicable.values()):
        return _with(applicable, unknown=True)
    scale = editions.new.scales[criterion.scale]
    ends = [_ends(_scale_of(editions, n), scale, way, a) for n, a in applicable.items()]
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    low, high = min(end[0] for end in known), min(end[1] for end in known)
    names = tuple(str(scale.by_rank[rank].value) for rank in (low, high))
    said = {"level": names[0]} if low == high else {"between": names}
    return _with(applicable, **said)


def _with(given: Mapping[str, Answer], **said: object) -> Answer:
    """Say an answer anew, with the evidence of the older ones, and the words of a single one."""
    cited = dict.fromkeys(name for answer in given.values() for name in answer.cited)
    if any(answer.evidence is not None for answer in given.values()):
        said["evidence"] = tuple(cited)
    if len(given) == 1:
        alone = next(iter(given.values()))
        said |= {word: getattr(alone, word) for word in ("note", "reason") if getattr(alone, word)}
    return Answer.model_construct(**said)


def _scale_of(editions: Editions, source: str) -> Scale:
    return editions.old.scales[editions.old.criteria[source].scale]


def _ends(old: Scale, new: Scale, way: Way, answer: Answer) -> tuple[int, int] | None:
    """The two ranks in the new scale between which an older answer lies; None without them."""
    span = _span(old, answer)
    if span is None:
        return None
    values = [str(old.by_rank[rank].value) for rank in range(span[0], span[1] + 1)]
    targets = [(v, v) if way.levels is None else way.levels.get(v, ("", "")) for v in values]
    ranks = [new.rank_of(end) for target in targets for end in target]
    known = [rank for rank in ranks if rank is not None]
    return (min(known), max(known)) if len(known) == len(ranks) else None


def _span(scale: Scale, answer: Answer) -> tuple[int, int] | None:
    """The ranks that an answer states, the lowest and the highest."""
    if answer.amount is not None:
        rank = rank_of_amount(scale, answer.amount)
        return None if rank is None else (rank, rank)
    stated = (answer.level,) if answer.level is not None else answer.between or ()
    ranks = [scale.rank_of(name or "") for name in stated]
    known = [rank for rank in ranks if rank is not None]
    return (min(known), max(known)) if known and len(known) == len(ranks) else None
