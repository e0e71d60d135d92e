"""A criterion: its answer and evidence, what it changes, and how it is computed where it is."""

from collections.abc import Iterator

from scalecheck.model.criterion import Criterion, Group
from scalecheck.model.facts import Fact, Key
from scalecheck.model.figures import Node
from scalecheck.model.proof import Proof, Truth
from scalecheck.model.scale import Scale
from scalecheck.report.explanation.lines import Line, Mark, under
from scalecheck.report.explanation.links import find_readers
from scalecheck.report.explanation.narrator import Narrator
from scalecheck.report.explanation.phrases import say_attribute, say_rule
from scalecheck.report.explanation.questions import tell_briefly, tell_fact, tell_out_by
from scalecheck.report.explanation.requirements import tell_instances


def tell_question(narrator: Narrator, fact: Fact) -> Iterator[Line]:
    """Explain one question: a criterion, or a criterion asked of one instance."""
    criterion = narrator.nodes.criteria[fact.key.criterion]
    title = narrator.question(fact.key)
    if fact.counted is None:
        yield narrator.line("criterion.open", Mark.HEADING, title=title)
    else:
        value = narrator.ranks(criterion.id, fact.counted)
        yield narrator.line("criterion.title", Mark.HEADING, title=title, value=value)
    yield from under(_tell_identity(narrator, criterion))
    yield narrator.heading("answer")
    yield from under(tell_fact(narrator, fact))
    yield from under(_tell_missing_attributes(narrator, criterion))
    yield narrator.heading("use")
    yield from under(_tell_use(narrator, criterion))
    yield from under(_tell_pivots(narrator, fact.key))
    yield from _tell_anchors(narrator, criterion, fact)


def _tell_identity(narrator: Narrator, criterion: Criterion) -> Iterator[Line]:
    if criterion.question is not None:
        yield narrator.line("criterion.question", question=narrator.words(criterion.question))
    dimensions = narrator.nodes.dimensions.values()
    own = next(d for d in dimensions if criterion in d.criteria)
    yield narrator.line("criterion.dimension", dimension=narrator.words(own.title))


def _tell_missing_attributes(narrator: Narrator, criterion: Criterion) -> Iterator[Line]:
    for remark in narrator.found.remarks:
        facts = dict(remark.facts)
        if remark.code == "missing-attribute" and facts.get("criterion") == criterion.id:
            attribute = say_attribute(narrator, facts["name"])
            yield narrator.line("out.missing-attribute", Mark.UNKNOWN, attribute=attribute)


# What it changes ------------------------------------------------------------------------------


def _tell_use(narrator: Narrator, criterion: Criterion) -> Iterator[Line]:
    asked, feeds = (
        list(_asked_by(narrator, criterion.id)),
        find_readers(narrator.nodes, criterion.id),
    )
    if asked:
        yield narrator.line("criterion.asked-by", list="; ".join(asked))
    if feeds:
        listed = narrator.join(narrator.title(name) for name in feeds)
        yield narrator.line("criterion.feeds", list=listed)
    if not asked and not feeds:
        yield narrator.line("criterion.asked-by-none")


def _asked_by(narrator: Narrator, name: str) -> Iterator[str]:
    """The levels whose rule names a criterion, and what each asks of it."""
    for position, level in enumerate(narrator.found.levels):
        proofs = [p for p in _leaves(level.proof) if p.name == name and p.wanted]
        wanted = list(dict.fromkeys(narrator.wanted(name, p.wanted) for p in proofs))
        if wanted:
            yield f"{narrator.level(position)} ({narrator.either(wanted)})"


def _leaves(proof: Proof | None) -> Iterator[Proof]:
    waiting = [proof] if proof is not None else []
    while waiting:
        current = waiting.pop(0)
        waiting[:0] = current.parts
        if current.kind == "level":
            yield current


def _tell_pivots(narrator: Narrator, key: Key) -> Iterator[Line]:
    sensitivity = narrator.found.sensitivity
    scale = narrator.teller.scale(key.criterion)
    for pivot in sensitivity.pivots if sensitivity else ():
        if pivot.key == key and scale is not None:
            rank = narrator.named_rank(scale, pivot.rank)
            level = narrator.level(pivot.level)
            yield narrator.line("criterion.pivot", rank=rank, level=level)


def _tell_anchors(narrator: Narrator, criterion: Criterion, fact: Fact) -> Iterator[Line]:
    """What the rubric says of the level held, of the one claimed, and of the next one."""
    scale = narrator.nodes.scales[criterion.scale]
    anchors = {scale.rank_of(name): text for name, text in criterion.anchors.items()}
    shown = [rank for rank in _ranks_to_show(fact, scale) if rank in anchors]
    if shown:
        yield narrator.heading("anchors")
    for rank in shown:
        level, anchor = narrator.named_rank(scale, rank), narrator.words(anchors[rank])
        yield from under([narrator.line("criterion.anchor", level=level, anchor=anchor)])


def _ranks_to_show(fact: Fact, scale: Scale) -> range:
    if fact.claimed is None or fact.counted is None:
        return range(scale.top + 1)
    return range(fact.counted.low, min(max(fact.claimed.high, fact.counted.low + 1), scale.top) + 1)


# Computed criteria, and those asked of every instance -----------------------------------------


def tell_computed(narrator: Narrator, criterion: Criterion, node: Node) -> Iterator[Line]:
    """Explain a computed criterion: its rules, level by level, and the instances they read."""
    title = narrator.words(criterion.title)
    if node.value.low is None:
        yield narrator.line("criterion.open", Mark.HEADING, title=title)
    else:
        value = narrator.held(criterion.id, node.value.low, node.value.high)
        yield narrator.line("criterion.title", Mark.HEADING, title=title, value=value)
    yield from under([narrator.line("criterion.computed")])
    yield from under(_tell_identity(narrator, criterion))
    by = narrator.out_by(criterion.id)
    if by is not None:
        yield from under([tell_out_by(narrator, criterion.id, by)])
        return
    if node.claimed != node.value:
        claimed = narrator.held(criterion.id, node.claimed.low, node.claimed.high)
        yield from under([narrator.line("measure.claimed", value=claimed)])
    yield narrator.heading("rules")
    yield from under(_tell_rungs(narrator, criterion, node))
    yield narrator.heading("instances")
    yield from under(tell_instances(narrator, criterion.id))
    yield narrator.heading("use")
    yield from under(_tell_use(narrator, criterion))


def _tell_rungs(narrator: Narrator, criterion: Criterion, node: Node) -> Iterator[Line]:
    scale = narrator.nodes.scales[criterion.scale]
    for name, rule in (criterion.computed or {}).items():
        truth = _truth(node, scale.rank_of(name) or 0)
        level, words = narrator.wanted(criterion.id, name), say_rule(narrator, rule)
        yield narrator.judged(f"computed.{truth}", truth, level=level, rule=words)


def _truth(node: Node, rank: int) -> Truth:
    """A level at or under the value is reached; the others are not, or wait for open answers."""
    if node.value.low is None or node.value.high is None:
        return Truth.NOT_ASSESSABLE
    if rank <= node.value.low:
        return Truth.MET
    return Truth.UNKNOWN if rank <= node.value.high else Truth.UNMET


def tell_spread(narrator: Narrator, criterion: Criterion, group: Group) -> Iterator[Line]:
    """Explain a criterion that is asked of every instance of a group."""
    yield Line(narrator.words(criterion.title), mark=Mark.HEADING)
    title = narrator.title(group.id)
    yield from under([narrator.line("criterion.spread", group=title)])
    yield from under(_tell_identity(narrator, criterion))
    yield narrator.heading("instances")
    if narrator.found.instances.get(group.id) is None:
        yield from under([narrator.line("group.absent", Mark.UNKNOWN)])
        return
    facts = [f for key, f in narrator.found.facts.items() if key.criterion == criterion.id]
    yield from under(tell_briefly(narrator, f, narrator.question(f.key)) for f in facts)
