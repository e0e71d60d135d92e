"""Read YAML from strangers: bytes to plain data, with the place of every key and value.

One loop over libyaml's events builds the data and, beside it, a tree of places. There is no
recursion, and the limits act on the way, so no input can exhaust the process. A plain scalar
comes out as `Plain`, a quoted one as `str`: the model gives types, YAML guesses none.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Diagnostic, Path, Problem, Severity, Span

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAGS = (None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_EMPTY = ("", "~", "null", "Null", "NULL")
_INVISIBLE = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]")


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
                continue
            key, place = found
            last = position == len(path) - 1
            span = _span(key.start_mark, key.end_mark) if key and (at_key or not last) else None
        if place is None:
            return None
        return span or place.span

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Make a problem concrete: put the file, the line and the column to it."""
        code, path, facts, at_key, severity = problem
        return Diagnostic(code, severity, self.name, path, self.locate(path, at_key=at_key), facts)


def _step(place: "Place | None", part: str | int) -> tuple[Any, Place] | None:
    if place is None:
        return None
    if isinstance(place.children, dict):
        return place.children.get(str(part))
    if isinstance(place.children, list) and isinstance(part, int) and part < len(place.children):
        return None, place.children[part]
    return None


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
        builder.text = decode(data, builder.limits)
        builder.run()
    except _RefusedError as refused:
        builder.note(refused.code, refused.span, **refused.facts)
        builder.root = None
    except yaml.MarkedYAMLError as error:
        builder.note_syntax(error)
        builder.root = None
    except yaml.reader.ReaderError as error:
        builder.note_character(error)
        builder.root = None
    root = builder.root
    return Document(
        name, builder.text, root.data if root else None, root, tuple(builder.diagnostics)
    )


def decode(data: bytes, limits: Limits) -> str:
    """Turn bytes into text, or say which encoding they seem to be in."""
    if len(data) > limits.size:
        raise _RefusedError("too-large", None, size=len(data), limit=limits.size)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        raise _RefusedError("encoding-utf16", Span(1, 1, 1, 2))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start) from error


def _not_utf8(data: bytes, start: int) -> _RefusedError:
    # The offset counts from behind a byte-order mark when there is one.
    body = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    lines = body[:start].decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    byte = body[start : start + 1]
    span = Span(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
    character = byte.decode("cp1252", "replace")
    return _RefusedError("encoding-windows", span, byte=f"0x{byte[0]:02X}", character=character)


class _Builder:
    """The loop: one event at a time, no recursion."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits, self.text = name, limits, ""
        self.diagnostics: list[Diagnostic] = []
        self.root: Place | None = None
        self.current: Place | None = None
        self.key: Any = None
        self.stack: list[tuple[Place | None, Any]] = []
        self.anchors: dict[str, Place] = {}
        self.nodes = self.alias_nodes = self.documents = 0

    def note(self, code: str, span: Span | None, **facts: object) -> None:
        said = tuple((key, str(value)) for key, value in facts.items())
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, self.name, (), span, said))

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
            self.stop("empty-file", None)
        if not isinstance(self.root.children, dict):
            self.stop("not-a-mapping", self.root.start)

    def stop(self, code: str, event: Any, **facts: object) -> NoReturn:
        span = _span(event.start_mark, event.end_mark) if event is not None else None
        raise _RefusedError(code, span, **facts)

    def begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop("several-documents", event)

    def new_place(self, event: Any) -> Place:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            self.stop("too-many-nodes", event, limit=self.limits.nodes)
        if event.tag not in _TAGS:
            self.stop("tag-refused", event, tag=event.tag)
        place = Place(event)
        if event.anchor:
            self.anchors[event.anchor] = place
        return place

    def read_scalar(self, event: Any) -> None:
        place = self.new_place(event)
        if len(event.value) > self.limits.scalar:
            self.stop("scalar-too-long", event, limit=self.limits.scalar)
        place.data = Plain(event.value) if event.implicit[0] else event.value
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
        place.end, place.open = event, False
        if isinstance(place.data, list):
            place.data = tuple(place.data)
        self.current, self.key = self.stack.pop()
        self.attach(place)

    def read_alias(self, event: Any) -> None:
        target = self.anchors.get(event.anchor)
        if target is None:
            self.stop("alias-unknown", event, alias=event.anchor)
        if target.open:
            self.stop("alias-cycle", event, alias=event.anchor)
        self.alias_nodes += target.size
        if self.alias_nodes > self.limits.alias_nodes:
            self.stop("alias-too-large", event, limit=self.limits.alias_nodes)
        place = Place(event)
        place.children, place.data, place.size = target.children, target.data, target.size
        self.attach(place)

    def attach(self, place: Place) -> None:
        parent = self.current
        if parent is None:
            self.root = place
        elif isinstance(parent.children, list):
            parent.children.append(place)
            parent.data.append(place.data)
            parent.size += place.size
            self.check_value(place, place.start)
        elif self.key is None:
            self.read_key(place)
        else:
            self.attach_value(parent, place)

    def attach_value(self, parent: Place, place: Place) -> None:
        key, self.key = self.key, None
        children = parent.children
        if isinstance(children, dict) and key.value not in children:
            children[key.value] = (key, place)
            parent.data[key.value] = place.data
        parent.size += place.size + 1
        self.check_value(place, key)

    def check_value(self, place: Place, event: Any) -> None:
        if isinstance(place.data, Plain) and place.data in _EMPTY:
            self.note("empty-value", _span(event.start_mark, event.end_mark), key=event.value)

    def read_key(self, place: Place) -> None:
        event, parent = place.start, self.current
        if place.children is not None or parent is None or not isinstance(parent.children, dict):
            self.stop("key-not-text", event)
        if isinstance(event, yaml.AliasEvent):
            self.stop("key-not-text", event)
        key = event.value
        if key == "<<" and event.implicit[0]:
            self.stop("merge-key", event)
        span = _span(event.start_mark, event.end_mark)
        if not key.isascii() or key != key.strip() or not key:
            self.check_key(key, span)
        if key in parent.children:
            first = parent.children[key][0].start_mark
            self.note("duplicate-key", span, key=key, line=first.line + 1)
        self.key = event

    def check_key(self, key: str, span: Span) -> None:
        plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", key)).strip()
        if plain != key:
            self.note("invisible-in-key", span, key=plain)

    def note_syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark: Any = error.problem_mark or error.context_mark
        span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        lines = re.split("\r\n|[\r\n\x85\u2028\u2029]", self.text)
        line = lines[mark.line] if mark.line < len(lines) else ""
        code = _syntax_code(error.problem or "", line, mark.column)
        opened = error.context_mark.line + 1 if error.context_mark else mark.line + 1
        self.note(code, span, detail=error.problem or "", line=opened)

    def note_character(self, error: yaml.reader.ReaderError) -> None:
        found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", self.text)
        position = found.start() if found else 0
        lines = self.text[:position].replace("\r\n", "\n").split("\n")
        span = Span(len(lines), len(lines[-1]) + 1, len(lines), len(lines[-1]) + 2)
        number = ord(self.text[position]) if found else 0
        self.note("control-character", span, character=f"U+{number:04X}")


_HANDLERS: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.ScalarEvent: _Builder.read_scalar,
    yaml.MappingStartEvent: _Builder.open_mapping,
    yaml.SequenceStartEvent: _Builder.open_sequence,
    yaml.MappingEndEvent: _Builder.close,
    yaml.SequenceEndEvent: _Builder.close,
    yaml.AliasEvent: _Builder.read_alias,
    yaml.DocumentStartEvent: _Builder.begin_document,
}

_SYNTAX: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", "yaml-colon"),
    ("found unexpected end of stream", "yaml-unclosed-quote"),
    ("found unexpected document indicator", "yaml-unclosed-quote"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("did not find expected key", "yaml-indentation"),
    ("did not find expected '-' indicator", "yaml-indentation"),
    ("did not find expected ',' or ']'", "yaml-unclosed-list"),
    ("did not find expected ',' or '}'", "yaml-unclosed-list"),
    ("found unknown escape character", "yaml-escape"),
    ("found undefined tag handle", "tag-refused"),
    ("block sequence entries are not allowed", "yaml-indentation"),
)


def _syntax_code(problem: str, line: str, column: int) -> str:
    if "cannot start any token" in problem or "found a tab" in problem:
        is_tab = "\t" in line[: column + 1] or line[column : column + 1] == "\t"
        return "yaml-tab" if is_tab else "yaml-bad-start"
    for words, code in _SYNTAX:
        if words in problem:
            return code
    return "yaml-syntax"
