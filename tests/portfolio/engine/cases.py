"""An engine that interprets plans, project by project: what those that generate code must share.

The facts are those of `scoring`, every expression is computed one by one, and nothing is kept from
one project to the next.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from scalecheck.model.facts import Key
from scalecheck.model.nodes import Nodes
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.engine.facts import Cells, read_attribute, read_fact
from scalecheck.portfolio.engine.memo import Memo
from scalecheck.portfolio.engine.single import columns_of
from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.plan.columns import Kind, Output
from scalecheck.portfolio.plan.compile import Plan, compile_plan
from scalecheck.portfolio.plan.node import Bundle, Node, Op, TooLarge
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.plan.scene import Room, Scene, Shape
from scalecheck.scoring.assess import Assessor, Options
from scalecheck.scoring.leaves import keeps
from scalecheck.scoring.results import Case


class CaseEngine:
    """Scores projects under one rubric: the facts are those of `scoring`, the rest is a plan.

    Args:
        rubric: the instrument.
        groups: the groups of columns to give.
    """

    def __init__(self, rubric: Rubric, groups: tuple[Results, ...]) -> None:
        self.rubric, self.groups = rubric, groups
        self._plans: dict[tuple[object, ...], Plan | None] = {}

    def score(self, project: Project, options: Options | None = None) -> dict[str, object]:
        """Give the columns of one project, by name."""
        assessor = Assessor(self.rubric, project, options or Options())
        plan = self._plan(shape_of(assessor))
        if plan is None:
            return columns_of(assessor.run(), self.groups)
        cells: Memo[Bundle, Cells] = Memo(lambda b: read_bundle(plan.scene, assessor.case, b))
        inputs = {node.value: cells[part.bundle][part.name] for part, node in plan.parts}
        found = evaluate(plan.nodes, inputs)
        return {output.name: _read(output, found) for output in plan.outputs}

    def _plan(self, shape: Shape) -> Plan | None:
        key = (*sorted(shape.rooms.items()), shape.out, shape.ceiling, shape.track)
        if key not in self._plans:
            try:
                self._plans[key] = compile_plan(self.rubric, shape, self.groups)
            except TooLarge:
                self._plans[key] = None
        return self._plans[key]


def _read(output: Output, found: dict[int, int]) -> object:
    """The value of a column, from what each expression gives."""
    if not found[output.there.number]:
        return None
    number = found[output.node.number]
    match output.kind:
        case Kind.WHOLE:
            return number
        case Kind.NUMBER:
            return number / found[output.over.number]
        case Kind.NAME:
            return output.words[number]
        case Kind.NAMES:
            pairs = zip(output.words, output.flags, strict=True)
            return JOINT.join(word for word, flag in pairs if found[flag.number])


def shape_of(assessor: Assessor) -> Shape:
    """Tell what the plan of a project may take for granted; few shapes serve all projects."""
    situation = assessor.situation
    rooms = {
        group: Room(_room(len(listed or ())), listed is not None, full=not listed or None)
        for group, listed in situation.instances.items()
    }
    return Shape(rooms, frozenset(situation.out), assessor.ladder.ceiling, situation.track)


def _room(instances: int) -> int:
    """Room for so many instances: the next power of two."""
    return 1 << (instances - 1).bit_length() if instances else 0


def read_bundle(scene: Scene, case: Case, bundle: Bundle) -> Cells:
    """Read the inputs of one bundle from what is known of a project."""
    match bundle.kind:
        case "question":
            fact = case.facts.get(Key(bundle.name, _instance(scene.nodes, case, bundle)))
            return read_fact(fact, scene.question(bundle.name, bundle.instance).top)
        case "instance":
            return _read_instance(scene, case, bundle)
        case _:
            return read_attribute(scene.nodes, bundle.name, case.situation.attributes)


def _instance(nodes: Nodes, case: Case, bundle: Bundle) -> str:
    if bundle.instance == 0:
        return ""
    listed = case.situation.instances[nodes.group_of[bundle.name].id] or ()
    return listed[bundle.instance - 1].id if bundle.instance <= len(listed) else ""


def _read_instance(scene: Scene, case: Case, bundle: Bundle) -> Cells:
    listed = case.situation.instances[bundle.name] or ()
    if bundle.instance > len(listed):
        kept = (f"kept:{number}" for number in range(len(scene.kept[bundle.name])))
        return {"here": 0, "alike": 1, **dict.fromkeys(kept, 0)}
    instance = listed[bundle.instance - 1]
    found = {"here": 1, "alike": instance.count}
    for number, where in enumerate(scene.kept[bundle.name]):
        found[f"kept:{number}"] = int(keeps(where, instance))
    return found


_DO: Mapping[Op, Callable[[Sequence[int]], int]] = {
    Op.ADD: sum,
    Op.MUL: lambda v: v[0] * v[1],
    Op.FLOOR: lambda v: v[0] // v[1],
    Op.POWER: lambda v: v[0] ** v[1],
    Op.LEAST: min,
    Op.MOST: max,
    Op.CHOOSE: lambda v: v[1] if v[0] else v[2],
    Op.WHOLE: lambda v: v[0],
    Op.REACHES: lambda v: int(v[0] >= v[1]),
    Op.SAME: lambda v: int(v[0] == v[1]),
    Op.EVERY: lambda v: int(all(v)),
    Op.EITHER: lambda v: int(any(v)),
    Op.NOT: lambda v: int(not v[0]),
}


def evaluate(nodes: Iterable[Node], inputs: Mapping[int, int]) -> dict[int, int]:
    """Compute expressions, arguments first.

    Args:
        nodes: expressions, each after its arguments.
        inputs: the number of each input, by the input's own number.

    Returns:
        What each expression gives, by its number; truths are 1 and 0.
    """
    found: dict[int, int] = {}
    for node in nodes:
        if node.op is Op.CONST:
            found[node.number] = node.value
        elif node.op is Op.INPUT:
            found[node.number] = inputs[node.value]
        else:
            found[node.number] = _DO[node.op]([found[arg.number] for arg in node.args])
    return found
