"""Hold what was found against the ambition, and lay planned answers over those given."""

from collections.abc import Iterator, Mapping

from scalecheck.model.answer import Answers
from scalecheck.model.assessment import Headline, Target
from scalecheck.model.figures import Node
from scalecheck.model.form import Form
from scalecheck.model.nodes import Nodes
from scalecheck.model.project import Ambition


def find_targets(
    nodes: Nodes, ambition: Ambition, found: Mapping[tuple[str, str], Node], headline: Headline
) -> Iterator[Target]:
    """Measure each ambition that is stated at a level the rubric has, the headline's first."""
    values = [level.value for level in nodes.rubric.levels]
    if ambition.level in values:
        yield _target("", values.index(ambition.level), headline.low, headline.high)
    for name, wanted in ambition.at.items():
        node, typed = found.get((name, "")), nodes.typed(name)
        if node is None or typed is None or typed.scale is None:
            continue
        rank = typed.scale.rank_of(wanted)
        if rank is not None and typed.form is Form.ORDINAL:
            yield _target(name, rank, _whole(node.value.low), _whole(node.value.high))


def _target(name: str, wanted: int, low: int | None, high: int | None) -> Target:
    """Measure an ambition: the gap is in ranks, target less low, negative when exceeded."""
    gap = None if low is None else wanted - low
    return Target(name, wanted, low, high, gap, gap is not None and gap <= 0)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def merge_answers(before: dict[str, object], after: Answers) -> dict[str, object]:
    """Lay planned answers over those before; inside a group, instance by instance."""
    merged = dict(before)
    for name, given in after.items():
        old = merged.get(name)
        if isinstance(given, dict) and isinstance(old, dict):
            instances = {**old}
            for instance, answers in given.items():
                instances[instance] = {**old.get(instance, {}), **answers}
            merged[name] = instances
        else:
            merged[name] = given
    return merged
