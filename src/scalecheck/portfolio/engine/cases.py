"""Score real projects, with their records of evidence, by the same plans as rows."""

from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.engine.facts import Cells, read_bundle, shape_of
from scalecheck.portfolio.engine.memo import Memo
from scalecheck.portfolio.engine.single import columns_of
from scalecheck.portfolio.layout import JOINT
from scalecheck.portfolio.plan.columns import Kind, Output
from scalecheck.portfolio.plan.compile import Plan, compile_plan
from scalecheck.portfolio.plan.evaluate import evaluate
from scalecheck.portfolio.plan.node import Bundle, TooLarge
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.plan.scene import Shape
from scalecheck.scoring.assess import Assessor, Options


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
