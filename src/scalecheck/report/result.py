"""The machine-readable result: a versioned contract, written from shapes of its own.

Numbers are exact: a rank is named by the value of its level, an index is a text such as `18/5`.
Nothing here depends on the language of the reader, the clock or the machine.
"""

from scalecheck.model.assessment import Assessment, OutOfOrder
from scalecheck.model.facts import Remark
from scalecheck.model.figures import Bottleneck, Spread
from scalecheck.report.provenance import Provenance
from scalecheck.report.result_levels import write_gap, write_headline, write_level
from scalecheck.report.result_naming import Json, Naming, write_path, write_text
from scalecheck.report.result_nodes import write_fact, write_node
from scalecheck.report.result_steps import (
    write_next_steps,
    write_plan,
    write_sensitivity,
    write_strategy,
    write_target,
)
from scalecheck.report.result_text import write_lines

FORMAT = "scalecheck/assessment@1"


def render_json(assessment: Assessment, provenance: Provenance) -> str:
    """Write an assessment as JSON: UTF-8, two spaces, keys in a fixed order, a final newline."""
    return write_lines(_write(assessment, provenance)) + "\n"


def _write(found: Assessment, provenance: Provenance) -> Json:
    naming = Naming(found)
    return {
        "format": FORMAT,
        "tool": {"name": "scalecheck", "version": provenance.tool_version},
        "inputs": _inputs(found, provenance),
        "assessment": _about(found),
        "headline": write_headline(naming, found.headline),
        "next_level": naming.level_at(found.next_level),
        "blockers": [write_gap(naming, gap) for gap in found.gaps],
        "levels": [write_level(naming, level) for level in found.levels],
        "out_of_order": [_out_of_order(naming, passed) for passed in found.out_of_order],
        "bottlenecks": [_bottleneck(naming, bottleneck) for bottleneck in found.bottlenecks],
        "spreads": [_spread(naming, spread) for spread in found.spreads],
        "nodes": [write_node(naming, node) for node in found.nodes.values()],
        "answers": [write_fact(naming, fact) for fact in found.facts.values()],
        "next_steps": write_next_steps(naming, found.next_steps),
        "sensitivity": write_sensitivity(naming, found.sensitivity),
        "strategies": [write_strategy(naming, strategy) for strategy in found.strategies],
        "ambition": [write_target(naming, target) for target in found.targets],
        "plans": [write_plan(naming, plan) for plan in found.plans],
        "coverage": found.coverage._asdict(),
        "remarks": [_remark(remark) for remark in found.remarks],
    }


def _inputs(found: Assessment, provenance: Provenance) -> Json:
    return {
        "project": {"file": provenance.project_file, "sha256": provenance.project_hash},
        "rubric": {
            "id": found.rubric.id,
            "version": found.rubric.version,
            "origin": provenance.rubric_origin,
            "sha256": provenance.rubric_hash,
        },
        "as_of": provenance.as_of,
    }


def _about(found: Assessment) -> Json:
    return {
        "project": found.project.id,
        "title": write_text(found.project.title),
        "date": found.snapshot.date,
        "as_of": found.as_of,
        "kind": found.snapshot.kind.value,
        "track": found.track,
        "strategies": found.strategies_chosen,
        "confidentiality": found.project.confidentiality.value,
    }


def _out_of_order(naming: Naming, passed: OutOfOrder) -> Json:
    missing = [naming.level_at(position) for position in passed.missing]
    return {"level": naming.level_at(passed.level), "missing": missing}


def _bottleneck(naming: Naming, found: Bottleneck) -> Json:
    level = naming.at(found.scale, found.rank)
    return {"scale": found.scale, "level": level, "dimensions": found.dimensions}


def _spread(naming: Naming, spread: Spread) -> Json:
    ranks = {"lowest": spread.lowest, "median": spread.median, "highest": spread.highest}
    return {
        "scale": spread.scale,
        **{word: naming.at(spread.scale, rank) for word, rank in ranks.items()},
    }


def _remark(remark: Remark) -> Json:
    return {"code": remark.code, "path": write_path(remark.path), **dict(remark.facts)}
