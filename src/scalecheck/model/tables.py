"""A look-up's table, read by position: complete, typed, and known to be monotone or not."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from scalecheck.model.base import Plain, describe, is_number, read_number
from scalecheck.model.diagnostic import Path, Problem, problem
from scalecheck.model.form import Form
from scalecheck.model.measures import Lookup
from scalecheck.model.nodes import Nodes
from scalecheck.model.scale import Scale


class Axis:
    """One input of a table: what its keys mean, and whether they have an order."""

    def __init__(self, nodes: Nodes, name: str) -> None:
        self.name = name
        typed = nodes.typed(name)
        attribute = nodes.attributes.get(name)
        self.scale: Scale | None = typed.scale if typed else None
        self.is_index = typed is not None and typed.form is Form.INDEX and typed.scale is None
        self.is_answer = typed is not None and attribute is None
        self.values = tuple(v.id for v in attribute.values) if attribute and not typed else ()

    def size(self, table: Any) -> int:
        """How many cells the axis needs; a list over a count may stop anywhere."""
        if self.scale is not None:
            return len(self.scale.levels)
        return len(self.values) if self.values else len(table)

    def find(self, table: Any, position: int) -> Any:
        """The cell at a rank, a count or a value's position; None where there is none."""
        key = self.key(table, position)
        return table.get(key) if isinstance(table, Mapping) else table[key]

    def key(self, table: Any, position: int) -> Any:
        """The key or the index of that cell in the table as it was written."""
        if isinstance(table, Mapping):
            return self._key(table, position)
        if self.scale is not None:
            position = self.scale.levels.index(self.scale.by_rank[position])
        return min(position, len(table) - 1)

    def _key(self, table: Mapping[str, Any], position: int) -> str:
        if self.scale is not None:
            found = [k for k in table if self.scale.rank_of(k) == position]
            return found[0] if found else ""
        if self.values:
            return self.values[position]
        numbered = [int(k) for k in table if k.isdecimal()]
        return str(min(position, max(numbered, default=0)))

    def unknown_keys(self, table: Any) -> tuple[str, ...]:
        """The keys of a mapping that name nothing on this axis."""
        if not isinstance(table, Mapping):
            return ()
        if self.scale is not None:
            return tuple(k for k in table if self.scale.rank_of(k) is None)
        if self.values:
            return tuple(k for k in table if k not in self.values)
        return tuple(k for k in table if not k.isdecimal())


class LookupTable:
    """The cells of a look-up, by position on each axis."""

    def __init__(self, nodes: Nodes, measure: Lookup) -> None:
        self.measure = measure
        self.axes = tuple(Axis(nodes, name) for name in measure.of[:2])
        self.scale = nodes.scales.get(measure.scale or "")

    def cell(self, positions: tuple[int, ...]) -> Any:
        """Find the cell as written, or None where the table has none."""
        found: Any = self.measure.table
        for axis, position in zip(self.axes, positions, strict=True):
            if not isinstance(found, Mapping | tuple | list) or not found:
                return None
            found = axis.find(found, position)
        return None if isinstance(found, Mapping | tuple | list) else found

    def value(self, positions: tuple[int, ...]) -> int | Fraction | None:
        """Read a cell: a rank of the result's scale, or an exact number."""
        found = self.cell(positions)
        if found is None:
            return None
        if self.scale is not None:
            return self.scale.rank_of(found)
        return read_number(Plain(found)) if is_number(found) else None

    def sizes(self) -> tuple[int, ...]:
        """The number of positions on each axis."""
        first = self.axes[0].size(self.measure.table)
        if len(self.axes) == 1:
            return (first,)
        rows = self.measure.table
        inner = list(rows.values()) if isinstance(rows, Mapping) else list(rows)
        width = max((self.axes[1].size(r) for r in inner if not isinstance(r, str)), default=0)
        return first, width

    def positions(self) -> Iterator[tuple[int, ...]]:
        """Every position, first axis slowest."""
        sizes = self.sizes()
        if len(sizes) == 1:
            yield from ((i,) for i in range(sizes[0]))
        else:
            yield from ((i, j) for i in range(sizes[0]) for j in range(sizes[1]))

    def problems(self, path: Path) -> Iterator[Problem]:
        """Find unknown keys, missing cells and cells that are not of the result's kind."""
        if not isinstance(self.measure.table, Mapping | tuple | list) or not self.measure.table:
            yield problem("not-a-table", path, got=describe(self.measure.table))
            return
        if any(axis.is_index for axis in self.axes):
            yield problem("lookup-of-index", path, at_key=True)
            return
        for key in self.axes[0].unknown_keys(self.measure.table):
            yield problem("unknown-table-key", (*path, key), at_key=True, key=key)
        for position in self.positions():
            if self.cell(position) is None:
                yield problem("missing-cell", path, at_key=True, cell=self._name(position))
            elif self.value(position) is None:
                here = (*path, *self._place(position))
                yield problem("bad-cell", here, cell=self._name(position), got=self.cell(position))

    def _place(self, positions: tuple[int, ...]) -> Path:
        """Where a cell stands in the table as it was written."""
        place: list[str | int] = []
        found: Any = self.measure.table
        for axis, position in zip(self.axes, positions, strict=True):
            place.append(axis.key(found, position))
            found = axis.find(found, position)
        return tuple(place)

    def _name(self, positions: tuple[int, ...]) -> str:
        named = []
        for axis, position in zip(self.axes, positions, strict=True):
            if axis.scale is not None:
                named.append(str(axis.scale.by_rank[position].value))
            else:
                named.append(axis.values[position] if axis.values else str(position))
        return " × ".join(named)

    def is_monotone(self) -> bool:
        """Tell whether no better answer lowers the cell; attributes have no better."""
        values = {p: self.value(p) for p in self.positions()}
        for number, axis in enumerate(self.axes):
            if axis.is_answer and not all(_rising(values, number)):
                return False
        return True


def _rising(values: Mapping[tuple[int, ...], Any], axis: int) -> Iterator[bool]:
    lines: dict[tuple[int, ...], list[tuple[int, Any]]] = {}
    for position, value in values.items():
        rest = position[:axis] + position[axis + 1 :]
        lines.setdefault(rest, []).append((position[axis], value))
    for line in lines.values():
        yield all(a[1] <= b[1] for a, b in pairwise(sorted(line)))
