"""Write what leads elsewhere: next steps, sensitivity, strategies, ambition and plans."""

from scalecheck.model.assessment import Planned, StrategyResult, Target
from scalecheck.model.steps import NextSteps, Sensitivity, Step, StepSet
from scalecheck.report.result_levels import write_gap
from scalecheck.report.result_naming import Json, Naming, write_key


def write_next_steps(naming: Naming, steps: NextSteps | None) -> Json:
    """Write the ways to the next level; null where there is nothing to reach."""
    if steps is None:
        return None
    return {
        "level": naming.level_at(steps.level),
        "cheapest": _step_set(naming, steps.cheapest),
        "fewest_actions": _step_set(naming, steps.fewest),
    }


def _step_set(naming: Naming, found: StepSet | None) -> Json:
    if found is None:
        return None
    steps = [_step(naming, step) for step in found.steps]
    return {"cost": str(found.cost), "proved_smallest": found.proved, "steps": steps}


def _step(naming: Naming, step: Step) -> Json:
    name = step.key.criterion
    written: dict[str, Json] = {
        "question": write_key(step.key),
        "from": naming.of(name, step.start),
        "to": naming.of(name, step.target),
        "cost": str(step.cost),
    }
    if step.instances:
        written["instances"] = [_step(naming, part) for part in step.instances]
    if step.needs_instances:
        written["needs_instances"] = True
    return written


def write_sensitivity(naming: Naming, found: Sensitivity | None) -> Json:
    """Write the answers that the level turns on; null where they were not looked for."""
    if found is None:
        return None
    level = naming.level_at
    return {
        "decisive": [
            {
                "question": write_key(d.key),
                "official_at_best": level(d.low_at_best),
                "possible_at_worst": level(d.high_at_worst),
            }
            for d in found.decisive
        ],
        "pivots": [
            {
                "question": write_key(p.key),
                "at": naming.of(p.key.criterion, p.rank),
                "level": level(p.level),
            }
            for p in found.pivots
        ],
        "margin": found.margin,
        "stress": None
        if found.stress is None
        else {n: level(v) for n, v in found.stress._asdict().items()},
    }


def write_strategy(naming: Naming, strategy: StrategyResult) -> Json:
    """Write whether a strategy fits, whether it is ready, and what is missing."""
    return {
        "id": strategy.id,
        "chosen": strategy.chosen,
        "state": strategy.state.value,
        "fits": strategy.fit.value,
        "ready": strategy.ready.value,
        "missing": [write_gap(naming, gap) for gap in strategy.gaps],
    }


def write_target(naming: Naming, target: Target) -> Json:
    """Write an ambition and how far it is; the headline's is named `level`."""
    name = target.name

    def say(value: int | None) -> str | None:
        return naming.of(name, value) if name else naming.level_at(value)

    return {
        "name": name or "level",
        "target": say(target.wanted),
        "found": [say(target.low), say(target.high)],
        "gap": target.gap,
        "reached": target.reached,
    }


def write_plan(naming: Naming, plan: Planned) -> Json:
    """Write the level that a planned phase would give."""
    return {
        "id": plan.id,
        "by": plan.by,
        "planned_level": naming.level_at(plan.low),
        "planned_possible": naming.level_at(plan.high),
    }
