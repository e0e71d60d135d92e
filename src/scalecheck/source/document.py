"""Read YAML from strangers: bytes to plain data, with the place of every key and value.

One loop over libyaml's events builds the data and, beside it, a tree of places. There is no
recursion, and the limits act on the way, so no input can exhaust the process. A plain scalar
comes out as `Plain`, a quoted one as `str`: the model gives types, YAML guesses none.
"""

import gc
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn

import yaml

from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Diagnostic, Path, Problem, Severity, Span, split_lines
from scalecheck.source.decode import EncodingError, decode, find_control
from scalecheck.source.syntax import Fault, Mark, Quoted, explain

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAGS = (None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_INVISIBLE = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]")
# Cyrillic and Greek letters that look like those of the keys, in the same order.
_LOOKALIKES = dict(zip("асеорхуіјѕԁһոԛԝαογ", "aceopxyijsdhnqwaoy", strict=True))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a stranger's file is read before it is refused."""

    size: int = 2_000_000
    depth: int = 40
    nodes: int = 200_000
    alias_nodes: int = 10_000
    scalar: int = 100_000


class Place:
    """Where a value stands: its first and last event, and the places inside it."""

    __slots__ = ("children", "data", "end", "open", "size", "start")

    def __init__(self, event: Any) -> None:
        self.start = event
        self.end = event
        self.children: dict[str, tuple[Any, Place]] | list[Place] | None = None
        self.data: Any = None
        self.size = 1
        self.open = False

    @property
    def span(self) -> Span:
        """The stretch of the file that holds the value."""
        return _span(self.start.start_mark, self.end.end_mark)


def _span(start: Any, end: Any) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _span_of(event: Any) -> Span:
    return _span(event.start_mark, event.end_mark)


def _last_event(place: Place, event: Any) -> Any:
    """Where a collection ends: at its bracket, or, without one, where its last value does."""
    if place.start.flow_style or not place.children:
        return event
    if isinstance(place.children, dict):
        return next(reversed(place.children.values()))[1].end
    return place.children[-1].end


def _mark(mark: Any) -> Mark:
    return Mark(mark.line, mark.column)


def _written(tag: str) -> str:
    """A tag as an author writes it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: its data, the place of everything in it, what was wrong with it."""

    name: str
    text: str
    data: Any
    root: Place | None
    diagnostics: tuple[Diagnostic, ...]

    def locate(self, path: Path, *, at_key: bool = False) -> Span | None:
        """Find where a path stands; a part that the document lacks stops the walk.

        Parts that name a kind of the model rather than a key of the file are passed over.
        """
        place, span = self.root, None
        for position, part in enumerate(path):
            found = _step(place, part)
            if found is None:
                if place is not None and place.children is None:
                    span = None  # a list of one, written without its brackets: the thing itself
                continue
            key, place = found
            last = position == len(path) - 1
            span = _span_of(key) if key and (at_key or not last) else None
        if place is None:
            return None
        return span or place.span

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Make a problem concrete: put the file, the line and the column to it."""
        code, path, facts, at_key, severity = problem
        span = _inside(self.locate(path, at_key=at_key), self.text)
        return Diagnostic(code, severity, self.name, path, span, facts)


def _step(place: Place | None, part: str | int) -> tuple[Any, Place] | None:
    if place is None or place.children is None:
        return None
    children = place.children
    if isinstance(children, dict):
        return children.get(str(part))
    if isinstance(part, int):
        return (None, children[part]) if part < len(children) else None
    return _step(children[0], part) if len(children) == 1 else None


class _RefusedError(Exception):
    def __init__(self, code: str, span: Span | None = None, **facts: object) -> None:
        self.code, self.span, self.facts = code, span, facts
        super().__init__(code)


def parse(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """Read a document from bytes.

    Args:
        data: UTF-8, with or without a byte-order mark, with any line ends.
        name: what findings call the file.
        limits: how much is accepted; the defaults suit files of up to some megabytes.

    Returns:
        A document; where it could not be read, `root` is None and `diagnostics` says why.
    """
    builder = _Builder(name, limits or Limits())
    try:
        with _no_collection():
            builder.read(data)
    except (_RefusedError, EncodingError) as refused:
        builder.refuse(refused.code, refused.span, **refused.facts)
    except yaml.MarkedYAMLError as error:
        builder.refuse_syntax(error)
    root = builder.root
    found = tuple(d._replace(span=_inside(d.span, builder.text)) for d in builder.diagnostics)
    return Document(name, builder.text, root.data if root else None, root, found)


def _inside(span: Span | None, text: str) -> Span | None:
    """Bring back to the end of the file what stands behind it: YAML ends a line left open."""
    end = _end_of(text)
    return Span(*min(span[:2], end), *min(span[2:], end)) if span is not None else None


@lru_cache(maxsize=1)
def _end_of(text: str) -> tuple[int, int]:
    lines = split_lines(text)
    return len(lines), len(lines[-1]) + 1


@contextmanager
def _no_collection() -> Iterator[None]:
    """Put off garbage collection: a tree in the making has no garbage, and looking costs half."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class _Key(NamedTuple):
    """A key being read: its event, and its name once cleared of what cannot be seen."""

    event: Any
    name: str


class _Builder:
    """The loop: one event at a time, no recursion."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits, self.text = name, limits, ""
        self.diagnostics: list[Diagnostic] = []
        self.root: Place | None = None
        self.current: Place | None = None
        self.key: _Key | None = None
        self.last: Any = None
        self.stack: list[tuple[Place | None, _Key | None]] = []
        self.anchors: dict[str, Place] = {}
        self.nodes = self.alias_nodes = self.documents = 0

    def note(self, code: str, span: Span | None, path: Path, **facts: object) -> None:
        said = tuple((key, str(value)) for key, value in facts.items())
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, self.name, path, span, said))

    def refuse(self, code: str, span: Span | None, **facts: object) -> None:
        self.note(code, span, (), **facts)
        self.root = None

    def refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        at, opened = error.problem_mark or error.context_mark, error.context_mark
        words = f"{error.context or ''}: {error.problem or ''}"
        lines = split_lines(self.text)
        where = _mark(at) if at is not None else Mark(0, 0)
        begun = _mark(opened) if opened else None
        fault = Fault(words, where, begun, self._last(), self._containers(), lines)
        code, span, facts = explain(fault)
        self.refuse(code, span, **dict(facts))

    def _containers(self) -> tuple[Mark, ...]:
        open_ones = (self.current, *(place for place, _ in reversed(self.stack)))
        return tuple(_mark(place.start.start_mark) for place in open_ones if place is not None)

    def _last(self) -> Quoted | None:
        event = self.last
        if event is None:
            return None
        return Quoted(_mark(event.start_mark), _mark(event.end_mark), event.style)

    def read(self, data: bytes) -> None:
        if len(data) > self.limits.size:
            raise _RefusedError("too-large", None, size=len(data), limit=self.limits.size)
        try:
            self.text = decode(data)
        except EncodingError:
            self.text = data.decode("utf-8-sig", "replace")  # to quote the line from
            raise
        try:
            self.run()
        except yaml.reader.ReaderError as error:
            raise find_control(self.text) from error

    def run(self) -> None:
        loader = _Loader(self.text)
        try:
            while (event := loader.get_event()) is not None:
                handle = _HANDLERS.get(type(event))
                if handle is not None:
                    handle(self, event)
        finally:
            loader.dispose()
        if self.root is None:
            raise _RefusedError("empty-file", Span(1, 1, 1, 1))
        if not isinstance(self.root.children, dict):
            self.stop("not-a-mapping", self.root.start)

    def stop(self, code: str, event: Any, **facts: object) -> NoReturn:
        raise _RefusedError(code, _span_of(event), **facts)

    def begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop("several-documents", event)

    def new_place(self, event: Any) -> Place:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            self.stop("too-many-nodes", event, limit=self.limits.nodes)
        if event.tag not in _TAGS:
            self.stop("tag-refused", event, tag=_written(event.tag))
        place = Place(event)
        if event.anchor:
            self.anchors[event.anchor] = place
        return place

    def read_scalar(self, event: Any) -> None:
        place = self.new_place(event)
        if len(event.value) > self.limits.scalar:
            self.stop("scalar-too-long", event, limit=self.limits.scalar)
        place.data = Plain(event.value) if event.implicit[0] else event.value
        self.last = event
        self.attach(place)

    def open_mapping(self, event: Any) -> None:
        place = self.new_place(event)
        place.children, place.data = {}, {}
        self.descend(place)

    def open_sequence(self, event: Any) -> None:
        place = self.new_place(event)
        place.children, place.data = [], []
        self.descend(place)

    def descend(self, place: Place) -> None:
        place.open = True
        self.stack.append((self.current, self.key))
        if len(self.stack) > self.limits.depth:
            self.stop("too-deep", place.start, limit=self.limits.depth)
        self.current, self.key = place, None

    def close(self, event: Any) -> None:
        place = self.current
        if place is None:  # libyaml balances its events
            return
        place.end, place.open = _last_event(place, event), False
        if isinstance(place.data, list):
            place.data = tuple(place.data)
        self.current, self.key = self.stack.pop()
        self.attach(place)

    def read_alias(self, event: Any) -> None:
        target = self.anchors.get(event.anchor)
        if target is None:
            self.stop("alias-unknown", event, name=event.anchor, known=", ".join(self.anchors))
        if target.open:
            self.stop("alias-cycle", event, alias=event.anchor)
        self.alias_nodes += target.size
        if self.alias_nodes > self.limits.alias_nodes:
            self.stop("alias-too-large", event, alias=event.anchor, limit=self.limits.alias_nodes)
        place = Place(event)
        place.children, place.data, place.size = target.children, target.data, target.size
        self.attach(place)

    def attach(self, place: Place) -> None:
        parent = self.current
        if parent is None:
            self.root = place
        elif isinstance(parent.children, list):
            if isinstance(place.data, Plain) and place.data in _EMPTY:
                path = (*self.path(), len(parent.children))
                self.note("empty-item", place.span, path)
            parent.children.append(place)
            parent.data.append(place.data)
            parent.size += place.size
        elif self.key is None:
            self.read_key(place)
        else:
            self.attach_value(parent, place)

    def attach_value(self, parent: Place, place: Place) -> None:
        (event, name), self.key = self.key or (None, ""), None
        if isinstance(place.data, Plain) and place.data in _EMPTY:
            self.note("empty-value", _span_of(event), (*self.path(), name), key=name)
        children = parent.children
        if isinstance(children, dict) and name not in children:
            children[name] = (event, place)
            parent.data[name] = place.data
        parent.size += place.size + 1

    def path(self) -> Path:
        """The path of the container being read, found only when a finding needs it."""
        parts: list[str | int] = []
        for place, key in self.stack:
            if key is not None:
                parts.append(key.name)
            elif place is not None and isinstance(place.children, list):
                parts.append(len(place.children))
        return tuple(parts)

    def read_key(self, place: Place) -> None:
        event, parent = place.start, self.current
        if type(event) is not yaml.ScalarEvent or parent is None:
            self.refuse_key(event)
        name, children = event.value, parent.children
        if name == "<<" and event.implicit[0]:
            self.stop("merge-key", event)
        if not (name.isascii() and name) or name != name.strip():
            name = self.check_key(name, event)
        if isinstance(children, dict) and name in children:
            span, line = _span_of(event), children[name][0].start_mark.line + 1
            self.note("duplicate-key", span, (*self.path(), name), key=name, line=line)
        self.key = _Key(event, name)

    def refuse_key(self, event: Any) -> NoReturn:
        """Refuse a list, a mapping or an alias as a key; what was found in it says nothing more."""
        start = _span_of(event)
        self.diagnostics = [d for d in self.diagnostics if d.span is None or d.span < start]
        self.stop("key-not-text", event)

    def check_key(self, name: str, event: Any) -> str:
        """Refuse what nobody can see in a key; read on with the key that was meant."""
        span = _span_of(event)
        if not name.strip():
            self.note("empty-key", span, self.path())
            return name
        plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", name)).strip()
        if plain != name:
            self.note("invisible-in-key", span, (*self.path(), plain), key=plain)
        alike = "".join(_LOOKALIKES.get(character, character) for character in plain)
        if alike != plain:
            foreign = next(c for c in plain if c in _LOOKALIKES)
            character = f"U+{ord(foreign):04X}"
            facts = {"key": alike, "character": character}
            self.note("lookalike-in-key", span, (*self.path(), alike), **facts)
        return alike


_HANDLERS: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.ScalarEvent: _Builder.read_scalar,
    yaml.MappingStartEvent: _Builder.open_mapping,
    yaml.SequenceStartEvent: _Builder.open_sequence,
    yaml.MappingEndEvent: _Builder.close,
    yaml.SequenceEndEvent: _Builder.close,
    yaml.AliasEvent: _Builder.read_alias,
    yaml.DocumentStartEvent: _Builder.begin_document,
}
