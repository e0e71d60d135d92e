"""How a table is read: its columns recognised, from a mapping or by their very names."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from scalecheck.model.mapping import ColumnUse, Shape, TableMapping
from scalecheck.portfolio.layout import Part
from scalecheck.portfolio.mapping.carried import reader_named
from scalecheck.portfolio.mapping.columns import Instrument
from scalecheck.portfolio.mapping.headers import LONG, LONG_NEEDS, Headers
from scalecheck.portfolio.mapping.long import LongRows, LongUse
from scalecheck.portfolio.mapping.reading import squeeze
from scalecheck.portfolio.mapping.wide import Use, WideRows
from scalecheck.portfolio.tables.decoding import refuse_table
from scalecheck.portfolio.tables.heading import header_cells, repeated
from scalecheck.portfolio.tables.table import Remark, Table, remark


class Recognised(NamedTuple):
    """What the columns of a table are used for, and those that nothing reads."""

    shape: Shape
    uses: Mapping[int, ColumnUse]
    unread: tuple[int, ...]
    missing: tuple[str, ...] = ()


class TablePlan:
    """Reads tables under one rubric, with a mapping or without.

    `carries`: what no score reads and reports do (money, supporters…) is read as well.
    """

    def __init__(
        self, instrument: Instrument, mapping: TableMapping | None = None, *, carries: bool = False
    ) -> None:
        self.instrument, self.mapping, self.carries = instrument, mapping, carries
        self.headers = Headers(instrument)

    @cached_property
    def _stated(self) -> Mapping[str, ColumnUse]:
        return {squeeze(one.column): one for one in (self.mapping.columns if self.mapping else ())}

    def count_known(self, number: int, names: Sequence[str]) -> int:
        """Tell how many names of a row are known: what the header is found by."""
        stated = self.mapping.header if self.mapping else None
        if stated is not None:
            return 1 if number == stated else -1
        if self.mapping is not None:
            return sum(name in self._stated for name in names)
        return sum(name in LONG or self.headers.knows(name) for name in names if name)

    def recognise(self, names: Sequence[str]) -> Recognised:
        """Tell what each column is used for."""
        if self.mapping is not None:
            return self._by_mapping(self.mapping, names)
        is_long = set(LONG_NEEDS) <= set(names)
        shape = Shape.LONG if is_long else Shape.WIDE
        uses = {
            at: ColumnUse.model_construct(column=name, as_=name, values={})
            for at, name in enumerate(names)
            if name and (self.headers.knows(name) or (is_long and name in LONG))
        }
        unread = tuple(at for at, name in enumerate(names) if name and at not in uses)
        return Recognised(shape, uses, unread)

    def _by_mapping(self, mapping: TableMapping, names: Sequence[str]) -> Recognised:
        uses = {at: self._stated[name] for at, name in enumerate(names) if name in self._stated}
        ignored = set(map(squeeze, mapping.ignored))
        named = [at for at, name in enumerate(names) if name and name not in ignored]
        missing = [name for name in self._stated if name not in names]
        unread = tuple(at for at in named if at not in uses)
        return Recognised(mapping.shape, uses, unread, tuple(missing))

    def read(self, table: Table) -> WideRows | LongRows:
        """Read a table: the rows that the engine takes, and remarks on its columns.

        Raises:
            UnreadableSource: a column that is read stands twice, or none says anything of a
                criterion.
        """
        found = self.recognise(table.names)
        self._check_repeated(table, found)
        self._check_targets(table, found)
        table.remarks.extend(self._remarks(table, found))
        if found.shape is Shape.LONG:
            return self._long(table, found)
        uses = [
            self._use(at, one) for at, one in sorted(found.uses.items()) if self._is_read(one.as_)
        ]
        columns = (self.headers.exact(use.name) for use in uses)
        if not any(column is not None and column.part is Part.LEVEL for column in columns):
            raise refuse_table(table.source, "table-no-criterion", sheet=table.sheet)
        return WideRows(table, uses)

    def _is_read(self, name: str) -> bool:
        """Tell whether what a column gives is read: what is only carried may be left alone."""
        return self.carries or name in LONG or self.headers.exact(name) is not None

    def _use(self, at: int, one: ColumnUse) -> Use:
        return Use(at, one.as_, reader_named(self.instrument, one.as_, self.values_of(one)))

    def values_of(self, one: ColumnUse) -> Mapping[str, str]:
        """What words stand for in a column: its own, then those of the whole table."""
        shared = self.mapping.values if self.mapping else {}
        return {**shared, **one.values}

    def _long(self, table: Table, found: Recognised) -> LongRows:
        uses = {
            one.as_: LongUse(at, self.values_of(one))
            for at, one in sorted(found.uses.items())
            if self._is_read(one.as_)
        }
        lacking = [name for name in LONG_NEEDS if name not in uses]
        if lacking:
            raise refuse_table(table.source, "table-long-lacks", names=", ".join(lacking))
        return LongRows(table, uses, self.instrument, self.headers)

    def _check_repeated(self, table: Table, found: Recognised) -> None:
        for name, places in repeated(table.names).items():
            if any(at in found.uses for at in places):
                cells = header_cells(table.sheet, table.header, places)
                raise refuse_table(table.source, "table-column-twice", name=name, cells=cells)

    def _check_targets(self, table: Table, found: Recognised) -> None:
        for one in found.uses.values():
            in_long = found.shape is Shape.LONG and one.as_ in LONG
            if not in_long and not self.headers.knows(one.as_):
                near = self.headers.find(one.as_) or self.headers.near(one.as_)
                facts = {"near": near} if near else {}
                raise refuse_table(
                    table.source, "table-no-such-target", column=one.column, name=one.as_, **facts
                )

    def _remarks(self, table: Table, found: Recognised) -> list[Remark]:
        told = [remark("table-column-missing", name=name) for name in found.missing]
        for at in found.unread:
            name = table.names[at]
            near = self.headers.find(name) or self.headers.near(name)
            where = table.place(table.header, at)
            facts = {"near": near} if near and near != name else {}
            told.append(remark("table-column-unread", where, column=name, **facts))
        return told
