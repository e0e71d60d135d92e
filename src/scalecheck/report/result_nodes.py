"""Write the nodes and the answers of a result."""

from scalecheck.model.facts import Fact, Interval
from scalecheck.model.figures import Node, Value
from scalecheck.model.form import Form
from scalecheck.report.result_naming import Json, Naming, write_key, write_path


def write_node(naming: Naming, node: Node) -> Json:
    """Write what a criterion, a dimension or a measure came to."""
    written: dict[str, Json] = {
        "name": node.name,
        "kind": node.kind,
        "instance": node.instance or None,
        "form": node.form.value,
        "scale": node.scale,
        "out_by_rule": node.out,
        "official": _value(naming, node.name, node.value),
        "claimed": _value(naming, node.name, node.claimed),
    }
    if node.form is Form.INDEX:
        written["note"] = "index"
    if node.bounds is not None:
        written["bounds"] = _value(naming, node.name, node.bounds)
    if node.ties:
        written["ties"] = [write_key(key) for key in node.ties]
    if node.next_share is not None:
        written["next_share"] = [str(share) for share in node.next_share]
    return written


def _value(naming: Naming, name: str, value: Value) -> Json:
    if value.low is None:
        return {"not_computed": value.why}
    ends = [naming.of(name, end) for end in (value.low, value.high)]
    return {"low": ends[0], "high": ends[1], **({} if value.exact else {"outer": True})}


def write_fact(naming: Naming, fact: Fact) -> Json:
    """Write a question, its answer and the records that support it."""
    name = fact.key.criterion
    written: dict[str, Json] = {"question": write_key(fact.key), "status": fact.status.value}
    for word, interval in (("claimed", fact.claimed), ("counted", fact.counted)):
        if interval is not None:
            written[word] = _interval(naming, name, interval)
    if fact.grade is not None:
        written["grade"] = fact.grade
    if fact.records:
        written["evidence"] = [
            {"id": r.id, "state": r.state.value, "held": r.held} for r in fact.records
        ]
    for word in ("reason", "flag", "out_by"):
        if getattr(fact, word) is not None:
            written[word] = getattr(fact, word)
    return {**written, "path": write_path(fact.path)}


def _interval(naming: Naming, name: str, interval: Interval) -> Json:
    return [naming.of(name, interval.low), naming.of(name, interval.high)]
