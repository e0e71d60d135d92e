"""The machine-readable result: a versioned contract, written from shapes of its own.

Numbers are exact: a rank is named by the value of its level, an index is a text such as `18/5`.
Nothing here depends on the language of the reader, the clock or the machine.
"""

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from scalecheck.model.assessment import Assessment, Headline, LevelResult, StrategyResult, Target
from scalecheck.model.facts import Fact, Interval, Key
from scalecheck.model.figures import Node, Value
from scalecheck.model.nodes import Form, Nodes, Typed
from scalecheck.model.proof import Gap, Proof
from scalecheck.model.steps import NextSteps, Sensitivity, Step, StepSet
from scalecheck.model.text import Text
from scalecheck.report.provenance import Provenance

FORMAT = "scalecheck/assessment@1"

Json = Any


def render_json(assessment: Assessment, provenance: Provenance) -> str:
    """Write an assessment as JSON: UTF-8, two spaces, keys in a fixed order, a final newline."""
    result = _Writer(assessment).write(provenance)
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


class _Writer:
    """Writes ranks as the values of their levels."""

    def __init__(self, assessment: Assessment) -> None:
        self.found = assessment
        self.nodes = Nodes(assessment.rubric)

    def write(self, provenance: Provenance) -> Json:
        found, level = self.found, self._level_at
        return {
            "format": FORMAT,
            "tool": {"name": "scalecheck", "version": provenance.tool_version},
            "inputs": self._inputs(provenance),
            "assessment": self._about(),
            "headline": self._headline(found.headline),
            "next_level": self._level_at(found.next_level),
            "blockers": [self._gap(gap) for gap in found.gaps],
            "levels": [self._level(level) for level in found.levels],
            "out_of_order": [
                {
                    "level": self._level_at(o.level),
                    "missing": [self._level_at(m) for m in o.missing],
                }
                for o in found.out_of_order
            ],
            "bottlenecks": [
                {"scale": b.scale, "level": self._at(b.scale, b.rank), "dimensions": b.dimensions}
                for b in found.bottlenecks
            ],
            "spreads": [
                {"scale": s.scale, **{n: self._at(s.scale, getattr(s, n)) for n in _SPREAD}}
                for s in found.spreads
            ],
            "nodes": [self._node(node) for node in found.nodes.values()],
            "answers": [self._fact(fact) for fact in found.facts.values()],
            "next_steps": self._next_steps(found.next_steps),
            "sensitivity": self._sensitivity(found.sensitivity),
            "strategies": [self._strategy(strategy) for strategy in found.strategies],
            "ambition": [self._target(target) for target in found.targets],
            "plans": [
                {
                    "id": p.id,
                    "by": p.by,
                    "planned_level": self._level_at(p.low),
                    "planned_possible": self._level_at(p.high),
                }
                for p in found.plans
            ],
            "coverage": found.coverage._asdict(),
            "remarks": [
                {"code": r.code, "path": _path(r.path), **dict(r.facts)} for r in found.remarks
            ],
        }

    def _inputs(self, provenance: Provenance) -> Json:
        rubric = self.found.rubric
        return {
            "project": {"file": provenance.project_file, "sha256": provenance.project_hash},
            "rubric": {
                "id": rubric.id,
                "version": rubric.version,
                "origin": provenance.rubric_origin,
                "sha256": provenance.rubric_hash,
            },
            "as_of": provenance.as_of,
        }

    def _about(self) -> Json:
        found, snapshot = self.found, self.found.snapshot
        return {
            "project": found.project.id,
            "title": _text(found.project.title),
            "date": snapshot.date,
            "as_of": found.as_of,
            "kind": snapshot.kind.value,
            "track": found.track,
            "strategies": found.strategies_chosen,
            "confidentiality": found.project.confidentiality.value,
        }

    # Levels ------------------------------------------------------------------------------------

    def _level_at(self, position: int | None) -> str | None:
        """Name a position of the ladder; `none` below the first level, null where unknown."""
        if position is None:
            return None
        return "none" if position < 0 else self.found.rubric.levels[position].value

    def _stage_at(self, position: int | None) -> str | None:
        if position is None or position < 0:
            return None
        return self.found.rubric.levels[position].stage

    def _headline(self, headline: Headline) -> Json:
        return {
            "official": self._level_at(headline.low),
            "possible": self._level_at(headline.high),
            "claimed": [self._level_at(p) for p in (headline.claimed_low, headline.claimed_high)],
            "stage": self._stage_at(headline.low),
            "possible_stage": self._stage_at(headline.high),
            "name": self._name_at(headline.low),
            "readiness": self._readiness(headline.low),
            "bounds": None
            if headline.bounds_low is None and headline.bounds_high is None
            else [self._level_at(p) for p in (headline.bounds_low, headline.bounds_high)],
            "not_assessable_because": headline.why,
        }

    def _name_at(self, position: int | None) -> Json:
        if position is None or position < 0:
            return None
        return _text(self.found.rubric.levels[position].name)

    def _readiness(self, position: int | None) -> Json:
        """The readiness of the official level, in the words of the track when it has its own."""
        if position is None or position < 0:
            return None
        level = self.found.rubric.levels[position]
        own = [t.readiness for t in self.found.rubric.tracks if t.id == self.found.track]
        readiness = own[0].get(level.value, level.readiness) if own else level.readiness
        if readiness is None:
            return None
        words = ("label", "gate", "decided_by", "support")
        return {word: _text(getattr(readiness, word)) for word in words}

    def _level(self, level: LevelResult) -> Json:
        return {
            "level": level.value,
            "stage": level.stage,
            "result": level.truth.value,
            "claimed": level.claimed.value,
            "passed_over": level.passed_over,
            "beyond_ceiling": level.beyond_ceiling,
            "proof": self._proof(level.proof) if level.proof else None,
        }

    def _proof(self, proof: Proof) -> Json:
        counted = ("got_low", "got_high", "asked", "total")
        written = {
            "rule": proof.kind,
            "result": proof.truth.value,
            "claimed": proof.claimed.value if proof.claimed is not proof.truth else None,
            **{word: getattr(proof, word) for word in ("name", "instance", "wanted", "role")},
            "found": self._ends(proof) if proof.kind == "level" else None,
            **{w: str(getattr(proof, w)) for w in counted if getattr(proof, w) is not None},
            **{word: getattr(proof, word) for word in ("enough", "surplus", "missing")},
            "parts": [self._proof(part) for part in proof.parts],
        }
        return {word: value for word, value in written.items() if value}

    def _ends(self, proof: Proof) -> Json:
        return [self._of(proof.name, end) for end in (proof.low, proof.high)]

    def _gap(self, gap: Gap) -> Json:
        return {
            "name": gap.name,
            "instance": gap.instance or None,
            "wanted": self._of(gap.name, gap.wanted),
            "found": [self._of(gap.name, end) for end in (gap.low, gap.high)],
            "reason": gap.reason.value,
            "alternative": gap.alternative,
        }

    # Nodes and answers -------------------------------------------------------------------------

    def _at(self, scale: str, rank: int | None) -> str | None:
        """Name a rank of a scale by the value of its level."""
        if rank is None:
            return None
        known = self.nodes.scales.get(scale)
        return str(rank) if known is None else str(known.by_rank[rank].value)

    def _of(self, name: str, value: int | Fraction | None) -> str | None:
        """Name a value of a node: a level of its scale, or an exact number."""
        typed: Typed | None = self.nodes.typed(name)
        if value is None:
            return None
        if typed is None or typed.scale is None or not isinstance(value, int):
            return str(value)
        level = typed.scale.by_rank[value]
        is_band = typed.scale.id not in self.nodes.scales and level.id is not None
        return str(level.id) if is_band else str(level.value)

    def _value(self, name: str, value: Value) -> Json:
        if value.low is None:
            return {"not_computed": value.why}
        ends = [self._of(name, end) for end in (value.low, value.high)]
        return {"low": ends[0], "high": ends[1], **({} if value.exact else {"outer": True})}

    def _node(self, node: Node) -> Json:
        written: dict[str, Json] = {
            "name": node.name,
            "kind": node.kind,
            "instance": node.instance or None,
            "form": node.form.value,
            "scale": node.scale,
            "out_by_rule": node.out,
            "official": self._value(node.name, node.value),
            "claimed": self._value(node.name, node.claimed),
        }
        if node.form is Form.INDEX:
            written["note"] = "index"
        if node.bounds is not None:
            written["bounds"] = self._value(node.name, node.bounds)
        if node.ties:
            written["ties"] = [_key(key) for key in node.ties]
        if node.next_share is not None:
            written["next_share"] = [str(share) for share in node.next_share]
        return written

    def _fact(self, fact: Fact) -> Json:
        name = fact.key.criterion
        written: dict[str, Json] = {"question": _key(fact.key), "status": fact.status.value}
        for word, interval in (("claimed", fact.claimed), ("counted", fact.counted)):
            if interval is not None:
                written[word] = self._interval(name, interval)
        if fact.grade is not None:
            written["grade"] = fact.grade
        if fact.records:
            written["evidence"] = [
                {"id": r.id, "state": r.state.value, "held": r.held} for r in fact.records
            ]
        for word in ("reason", "flag", "out_by"):
            if getattr(fact, word) is not None:
                written[word] = getattr(fact, word)
        return {**written, "path": _path(fact.path)}

    def _interval(self, name: str, interval: Interval) -> Json:
        return [self._of(name, interval.low), self._of(name, interval.high)]

    # Steps and the rest ------------------------------------------------------------------------

    def _next_steps(self, steps: NextSteps | None) -> Json:
        if steps is None:
            return None
        return {
            "level": self._level_at(steps.level),
            "cheapest": self._step_set(steps.cheapest),
            "fewest_actions": self._step_set(steps.fewest),
        }

    def _step_set(self, found: StepSet | None) -> Json:
        if found is None:
            return None
        steps = [self._step(step) for step in found.steps]
        return {"cost": str(found.cost), "proved_smallest": found.proved, "steps": steps}

    def _step(self, step: Step) -> Json:
        name = step.key.criterion
        written: dict[str, Json] = {
            "question": _key(step.key),
            "from": self._of(name, step.start),
            "to": self._of(name, step.target),
            "cost": str(step.cost),
        }
        if step.instances:
            written["instances"] = [self._step(part) for part in step.instances]
        if step.needs_instances:
            written["needs_instances"] = True
        return written

    def _sensitivity(self, found: Sensitivity | None) -> Json:
        if found is None:
            return None
        level = self._level_at
        return {
            "decisive": [
                {
                    "question": _key(d.key),
                    "official_at_best": level(d.low_at_best),
                    "possible_at_worst": level(d.high_at_worst),
                }
                for d in found.decisive
            ],
            "pivots": [
                {
                    "question": _key(p.key),
                    "at": self._of(p.key.criterion, p.rank),
                    "level": level(p.level),
                }
                for p in found.pivots
            ],
            "margin": found.margin,
            "stress": None
            if found.stress is None
            else {n: level(v) for n, v in found.stress._asdict().items()},
        }

    def _strategy(self, strategy: StrategyResult) -> Json:
        return {
            "id": strategy.id,
            "chosen": strategy.chosen,
            "state": strategy.state.value,
            "fits": strategy.fit.value,
            "ready": strategy.ready.value,
            "missing": [self._gap(gap) for gap in strategy.gaps],
        }

    def _target(self, target: Target) -> Json:
        name = target.name

        def say(value: int | None) -> str | None:
            return self._of(name, value) if name else self._level_at(value)

        return {
            "name": name or "level",
            "target": say(target.wanted),
            "found": [say(target.low), say(target.high)],
            "gap": target.gap,
            "reached": target.reached,
        }


_SPREAD = ("lowest", "median", "highest")


def _text(text: Text | None) -> Mapping[str, str] | None:
    if text is None:
        return None
    return {language: said for language, said in (("fr", text.fr), ("en", text.en)) if said}


def _key(key: Key) -> str:
    return f"{key.criterion}@{key.instance}" if key.instance else key.criterion


def _path(path: tuple[str | int, ...]) -> str:
    return "/".join(str(part) for part in path)
