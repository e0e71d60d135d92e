"""Where a question stands, in a figure, in words and for a drawing: never one for the other."""

from typing import NamedTuple

from scalecheck.model.facts import Fact, Status
from scalecheck.model.figures import Node
from scalecheck.report.view.phrase import Words
from scalecheck.report.view.teller import Teller

_FIGURES = {Status.UNKNOWN: "?", Status.NOT_ASSESSED: "…", Status.OUT: "–"}


class Row(NamedTuple):
    """What a row of dots shows, in ranks from 0; `open` where nothing is known yet.

    `target` is the rank that the project aims at.
    """

    levels: int
    low: int | None = None
    high: int | None = None
    claimed: int | None = None
    previous: int | None = None
    required: int | None = None
    open: bool = False
    bottleneck: bool = False
    target: int | None = None


class Mark(NamedTuple):
    """What became of a question: a figure (`2`, `1–2`, `?`), the words for it, a row of dots.

    `claimed` is the figure of the answer as given, where its evidence supports less.
    """

    status: str
    figure: str
    words: Words
    claimed: str | None
    row: Row


def mark(teller: Teller, name: str, instance: str = "", required: int | None = None) -> Mark:
    """Say where a criterion stands, at an instance where it has them."""
    fact, node = teller.fact(name, instance), teller.node(name, instance)
    row = Row(_size(teller, name), required=required)
    if fact is not None and fact.status is not Status.ANSWERED:
        return _silence(teller, fact, row)
    if fact is not None:
        return _answer(teller, fact, row)
    return computed_mark(teller, node, row)


def _size(teller: Teller, name: str) -> int:
    scale = teller.scale(name)
    return len(scale.levels) if scale else 0


def _silence(teller: Teller, fact: Fact, row: Row) -> Mark:
    speaker, status = teller.speaker, fact.status
    figure = _FIGURES.get(status) or speaker.say("figure.not-applicable")
    is_open = status in (Status.UNKNOWN, Status.NOT_ASSESSED)
    name, is_out = fact.key.criterion, status is Status.OUT
    words = teller.out_words(name) if is_out else speaker.say(f"status.{status.value}")
    return Mark(status.value, figure, words, None, row._replace(open=is_open))


def _answer(teller: Teller, fact: Fact, row: Row) -> Mark:
    name, claimed, counted = fact.key.criterion, fact.claimed, fact.counted
    if claimed is None or counted is None:
        return _silence(teller, fact._replace(status=Status.NOT_ASSESSED), row)
    told = teller.value(name, *claimed) if claimed != counted else None
    words = teller.labels(name, *counted) or ""
    row = row._replace(low=counted.low, high=counted.high, claimed=claimed.high if told else None)
    return Mark("answered", teller.value(name, *counted), words, told, row)


def computed_mark(teller: Teller, node: Node | None, row: Row) -> Mark:
    """Say where a computed criterion or a dimension stands."""
    speaker = teller.speaker
    if node is None or node.out:
        words = teller.out_words(node.name if node else "")
        return Mark("out-by-rule", _FIGURES[Status.OUT], words, None, row)
    low, high = node.value.low, node.value.high
    if not isinstance(low, int) or not isinstance(high, int):
        why = speaker.coded("why", node.value.why or "not-computed")
        return Mark("not-computed", speaker.say("figure.not-computed"), why, None, row)
    more = node.claimed.low if isinstance(node.claimed.low, int) else low
    claimed = more if more > low else None
    row = row._replace(low=low, high=high, claimed=claimed)
    told = teller.value(node.name, node.claimed.low, node.claimed.high) if claimed else None
    label = teller.labels(node.name, low, high) or ""
    return Mark("computed", teller.value(node.name, low, high), label, told, row)
