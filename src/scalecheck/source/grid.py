"""A form made of cells, seen as a document: what stands where, said by sheet and cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scalecheck.model.diagnostic import Diagnostic, Path, Problem


@dataclass(frozen=True, slots=True)
class Grid:
    """What was read from a form, and the cell of each part; it stands where a `Document` does."""

    name: str
    data: Any
    cells: Mapping[Path, str]
    diagnostics: tuple[Diagnostic, ...] = ()
    root: str = "grid"

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Make a problem concrete: the cell of its path, or of the nearest part around it.

        What stands in no cell is said of the line, where the whole form is one of a table.
        """
        path = problem.path
        around = (path[:n] for n in range(len(path), 0, -1))
        cell = next((self.cells[part] for part in around if part in self.cells), self._line())
        return Diagnostic(
            problem.code, problem.severity, self.name, path, None, problem.facts, cell=cell
        )

    def _line(self) -> str:
        lines = {cell.partition(":")[0] for cell in self.cells.values()}
        return lines.pop() if len(lines) == 1 else ""
