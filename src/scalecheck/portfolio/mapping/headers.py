"""What people call the columns: ids and titles in every language, folded, and what is near."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property

from scalecheck.portfolio.folding import fold
from scalecheck.portfolio.layout import Column, Part
from scalecheck.portfolio.mapping.columns import Instrument, declared
from scalecheck.portfolio.mapping.levels import said

LONG = ("project", "criterion", "instance", "level", "grade", "reason", "count", "dated")
LONG_NEEDS = ("project", "criterion", "level")
_EVERY_PART = (Part.LEVEL, Part.GRADE, Part.REASON, Part.COUNT, Part.DATED)
_MOST_CALLED = 30  # instances of a group whose columns are known by what people call them
_CLOSE = 0.82
_SHORT_WORD, _LONG_WORD = 3, 8
# What no score reads, and reports do: money, supporters, aims, what a setting is called.
_CARRIED = re.compile(
    r"language|summary|confidentiality|ambition(\.by)?"
    r"|funding/[1-9][0-9]{0,2}/(year|amount|currency|for|to|status)"
    r"|supporters/[1-9][0-9]{0,2}/(title|kind|functions|stages)"
)
_SIGNS = re.compile(r"[^\w/?]+|_+")
_NUMBERING = re.compile(r"(?:[a-z]{1,2} ?)?[0-9]+(?: [0-9]+)* ")


def plainly(header: str) -> str:
    """Fold a header to words: no case, no accent, no punctuation."""
    return _SIGNS.sub(" ", fold(header)).strip()


class Headers:
    """The names of the columns of a rubric's wide table, as people write them."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument, self.layout = instrument, instrument.layout

    def exact(self, header: str) -> Column | None:
        """Read a header that is the very name of a column."""
        return self.layout.read(header)

    def is_carried(self, header: str) -> bool:
        """Tell whether a column is carried on: no score reads it, and reports do."""
        group, _, rest = header.partition("/")
        number, _, last = rest.partition("/")
        if group in self.layout.nodes.groups and last == "title":
            return self.layout.read(f"{group}/{number}/id") is not None
        return _CARRIED.fullmatch(header) is not None

    def knows(self, header: str) -> bool:
        """Tell whether a header is the very name of a column, read by a score or carried."""
        return self.exact(header) is not None or self.is_carried(header)

    def find(self, header: str) -> str | None:
        """Find the column that a header names in other words; None where two may be meant."""
        plain = plainly(header)
        return self._names.get(plain) or self._names.get(_NUMBERING.sub("", plain, count=1))

    def near(self, header: str, *, levels: bool = False) -> str | None:
        """Find the column that a header probably means; only among those of levels if told so."""
        plain = _NUMBERING.sub("", plainly(header), count=1)
        names = self._level_names if levels else self._plain_names
        found = get_close_matches(plain, names, 1, _CLOSE) if len(plain) > 2 else []
        return self._names[found[0]] if found else self._within(plain, names)

    def _within(self, plain: str, names: Sequence[str]) -> str | None:
        """Find the shortest name that holds all the words of a header: two, or a long one."""
        words = {word for word in plain.split() if len(word) > _SHORT_WORD}
        if len(words) < 2 and len(plain) < _LONG_WORD:
            return None
        holding = (name for name in names if words <= set(name.split()))
        found = min(holding, key=len, default=None)
        return self._names[found] if found else None

    def find_long(self, header: str) -> str | None:
        """Find the column of a long table that a header names."""
        if header in LONG:
            return header
        plain, words = plainly(header), self.instrument.words
        return next((n for n in LONG if plain in words.columns.get(f"long-{n}", ())), None)

    def find_subject(self, text: str) -> Column | None:
        """Find the criterion or the attribute that a text names, of an instance or not."""
        layout = self.layout
        names = [text, *(f"{group}/1/{text}" for group in layout.nodes.groups)]
        found = next((column for name in names if (column := layout.read(name))), None)
        named = None if found else self.find(text) or self._find_in_groups(text)
        return layout.read(named) if named else found

    def _find_in_groups(self, text: str) -> str | None:
        found = {self.find(f"{group} 1 {text}") for group in self.layout.nodes.groups}
        named = [name for name in found if name]
        return named[0] if len(named) == 1 else None

    @cached_property
    def _plain_names(self) -> list[str]:
        """The names worth comparing letter by letter: those of instances are too many."""
        return [name for name, column in self._names.items() if column and "/" not in column]

    @cached_property
    def _level_names(self) -> list[str]:
        criteria = {criterion.id for criterion in self.layout.criteria}
        return [name for name in self._plain_names if self._names[name] in criteria]

    @cached_property
    def _names(self) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        rooms = dict.fromkeys(self.layout.nodes.groups, _MOST_CALLED)
        for column in self.layout.columns(rooms, _EVERY_PART):
            for name in map(plainly, self._called(column)):
                known = found.setdefault(name, column.name)
                found[name] = column.name if known == column.name else None
        for column in self.layout.columns(rooms, _EVERY_PART):
            found[plainly(column.name)] = column.name
        return found

    def _called(self, column: Column) -> Iterator[str]:
        match column.part:
            case Part.ABOUT | Part.ATTRIBUTE if not column.group:
                yield from self.instrument.words.columns.get(column.subject, ())
                yield from self._titles(column.subject, "")
            case Part.INSTANCES:
                yield from self.instrument.words.columns.get("instances", ())
            case _:
                for title in self._phrases(column):
                    yield from self._of_instance(column, title)

    def _phrases(self, column: Column) -> Iterator[str]:
        """The title of what a column says, with the word of its part where it has one."""
        if column.part is Part.ALIKE:
            yield from self.instrument.words.parts.get(Part.COUNT, ())
            return
        words = self.instrument.words.parts.get(column.part, ())
        for title in self._titles(column.subject, column.group):
            if column.part in (Part.LEVEL, Part.ATTRIBUTE):
                yield title
            else:
                yield from (f"{title} {word}" for word in words)
                yield from (f"{word} {title}" for word in words)

    def _of_instance(self, column: Column, title: str) -> Iterator[str]:
        if not column.group:
            yield title
            return
        group = self.layout.nodes.groups[column.group]
        called = {group.id, *said(group.title)}
        called |= self.instrument.words.instance if group.of == "settings" else set()
        for name in called:
            yield f"{name} {column.instance} {title}"
            yield f"{title} {name} {column.instance}"

    def _titles(self, subject: str, group: str) -> Iterator[str]:
        nodes = self.layout.nodes
        yield subject
        criterion = nodes.criteria.get(subject)
        if criterion is not None:
            yield from (*said(criterion.title), *said(criterion.question))
        own = declared(nodes, subject, group)
        yield from said(own.title if own else None)
        if group:
            yield from self.instrument.words.columns.get(subject, ())
