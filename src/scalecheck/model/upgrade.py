"""Upgrade tables: how the answers given to one edition of a rubric are read under another."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, NamedTuple

from scalecheck.model.base import Frozen, LevelName, Line, Slug, Slugs, as_tuple
from scalecheck.model.marks import BeforeValidator, Field
from scalecheck.model.text import Languages, Text


class RubricEdition(Frozen):
    """A rubric at one version; `file` says where it stands, from the folder of the table."""

    rubric: Slug
    version: Line
    file: Line | None = None


Target = Annotated[
    tuple[LevelName, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=2)
]


class MappedAnswer(Frozen):
    """An answer read from older ones: their criteria, and what each of their levels becomes.

    A level becomes one level, or an interval of two: the truth lies between. Without `levels`,
    each keeps its name. Of several older answers the lowest counts, once read.
    """

    from_: Annotated[Slugs, Field(alias="from", min_length=1)]
    levels: Annotated[Mapping[LevelName, Target], Field(min_length=1)] | None = None
    note: Text


class Upgrade(Frozen):
    """From one edition to another: what is kept, read anew, asked again and let go.

    `carry`: criteria of both, whose answers are kept as they are. `map`: criteria of the new
    rubric, read from the old ones. `ask`: those of the new rubric that must be answered, and why.
    `drop`: those of the old one that nothing reads any more, and why.
    """

    format: Literal["scalecheck/upgrade@1"]
    from_: Annotated[RubricEdition, Field(alias="from")]
    to: RubricEdition
    languages: Languages
    title: Text
    notes: Text | None = None
    carry: Slugs = ()
    map: Mapping[Slug, MappedAnswer] = Field(default_factory=dict)
    ask: Mapping[Slug, Text] = Field(default_factory=dict)
    drop: Mapping[Slug, Text] = Field(default_factory=dict)

    def told(self) -> Iterator[str]:
        """The criteria of the new rubric that the table tells of, repeats included."""
        yield from self.carry
        yield from self.map
        yield from self.ask

    def used(self) -> Iterator[str]:
        """The criteria of the old rubric that the table tells of, repeats included.

        One that is asked again under the same id is told of as well.
        """
        yield from self.carry
        yield from (name for mapped in self.map.values() for name in mapped.from_)
        yield from self.drop
        yield from self.ask


class UpgradeDraft(NamedTuple):
    """What a table would say, as far as two rubrics tell.

    `carry`: the same question on the same levels. `reworded`: the same, in other words.
    `renamed`: old and new id of what bears the same texts. `rescaled`: the same id on other
    levels, or asked elsewhere. `added` and `dropped`: in one of the two rubrics only.
    """

    carry: tuple[str, ...]
    reworded: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    rescaled: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]
