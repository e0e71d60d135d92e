"""Mappings: what each column of somebody's table says, in the words of a rubric."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Literal

from scalecheck.model.base import Frozen, Line, Slug, Whole
from scalecheck.model.diagnostic import Path, Problem, problem
from scalecheck.model.language import Language
from scalecheck.model.marks import Field
from scalecheck.model.text import Text


class Shape(StrEnum):
    """How a table is laid out: one row a project, or one row an answer."""

    WIDE = "wide"
    LONG = "long"


class ColumnUse(Frozen):
    """One column of the table: its header, what it gives, and how its values are read.

    `as` is a column of the wide table (`title`, `sector`, `besoin`, `besoin.grade`,
    `milieux/1/usage`); in a long table also `project`, `criterion`, `instance`, `level`,
    `grade`, `reason`, `count` and `dated`. `values` says what the words of its cells stand for.
    """

    column: Line
    as_: Annotated[Line, Field(alias="as")]
    values: Mapping[Line, Line] = Field(default_factory=dict)


class TableMapping(Frozen):
    """How a table is read under a rubric.

    Without `sheet`, the first that is not empty; without `header`, the row, among the first ones,
    where most names are known. `values` holds for every column that does not say otherwise.
    `ignored` lists the columns left out on purpose.
    """

    format: Literal["scalecheck/mapping@1"]
    rubric: Slug
    rubric_version: Line | None = None
    language: Language = Language.FR
    notes: Text | None = None
    shape: Shape = Shape.WIDE
    sheet: Line | None = None
    header: Annotated[Whole, Field(ge=1, le=20)] | None = None
    columns: Annotated[tuple[ColumnUse, ...], Field(min_length=1)]
    values: Mapping[Line, Line] = Field(default_factory=dict)
    ignored: tuple[Line, ...] = ()


def find_mapping_problems(mapping: TableMapping) -> tuple[Problem, ...]:
    """Find what a mapping says twice: a column of the table, or what two columns would give."""
    columns = [(one.column, ("columns", n, "column")) for n, one in enumerate(mapping.columns)]
    ignored = [(name, ("ignored", n)) for n, name in enumerate(mapping.ignored)]
    given = [(one.as_, ("columns", n, "as")) for n, one in enumerate(mapping.columns)]
    return (*_twice([*columns, *ignored]), *_twice(given))


def _twice(names: Sequence[tuple[str, Path]]) -> list[Problem]:
    seen: set[str] = set()
    found = []
    for name, path in names:
        if name in seen:
            found.append(problem("duplicate-in-list", path, name=name))
        seen.add(name)
    return found
