"""Grow the data of a document and, beside it, the tree of its places, one event at a time."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, NoReturn

from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Diagnostic, Path, Severity, Span, listed
from scalecheck.source.place import Place, last_event, span_of

_TAGS = (None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_EMPTY = frozenset(("", "~", "null", "Null", "NULL"))
_INVISIBLE = re.compile("[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]")
# Cyrillic and Greek letters that look like those of the keys, in the same order.
_LOOKALIKES = dict(zip("асеорхуіјѕԁһոԛԝαογ", "aceopxyijsdhnqwaoy", strict=True))
_LONGEST_FACT = 300
_TOP = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a stranger's file is read before it is refused."""

    size: int = 2_000_000
    depth: int = 40
    nodes: int = 100_000
    alias_nodes: int = 10_000
    scalar: int = 100_000
    key: int = 1_000
    findings: int = 1_000


def _written(tag: str) -> str:
    """A tag as an author writes it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


class RefusedError(Exception):
    """A document that is read no further, and why."""

    def __init__(self, code: str, span: Span | None = None, **facts: object) -> None:
        self.code, self.span, self.facts = code, span, facts
        super().__init__(code)


class Tree:
    """The tree in the making; what an event does to it. Nothing here is recursive.

    `key` is the key whose value is waited for, cleared of what cannot be seen.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits, self.text = name, limits, ""
        self.diagnostics: list[Diagnostic] = []
        self.root: Place | None = None
        self.current: Place | None = None
        self.key: str | None = None
        self.key_event: Any = None
        self.last: Any = None
        self.stack: list[tuple[Place | None, str | None, Any]] = []
        self.anchors: dict[str, Place] = {}
        self.nodes = self.alias_nodes = self.documents = 0

    def note(self, code: str, span: Span | None, path: Path, **facts: object) -> None:
        """Note a finding, and read on, unless there are more than anyone will read."""
        self.add(code, span, path, **facts)
        if len(self.diagnostics) >= self.limits.findings:
            raise RefusedError("too-many-findings", _TOP, limit=self.limits.findings)

    def add(self, code: str, span: Span | None, path: Path, **facts: object) -> None:
        """Add a finding to those noted; a fact holds no more of a text than can be shown."""
        said = tuple((key, _bounded(key, str(value))) for key, value in facts.items())
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, self.name, path, span, said))

    def stop(self, code: str, event: Any, **facts: object) -> NoReturn:
        """Refuse the whole document, for what an event is."""
        raise RefusedError(code, span_of(event), **facts)

    def begin_document(self, event: Any) -> None:
        """Begin the one document of a file."""
        self.documents += 1
        if self.documents > 1:
            self.stop("several-documents", event)

    def _admit(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            self.stop("too-many-nodes", event, limit=self.limits.nodes)
        if event.tag is not None and event.tag not in _TAGS:
            self.stop("tag-refused", event, tag=_written(event.tag))
        if event.anchor is not None and len(event.anchor) > self.limits.key:
            self.stop("scalar-too-long", event, limit=self.limits.key)

    def read_scalar(self, event: Any) -> None:
        """Take a scalar: a key, or a value: `Plain` without quotes, a `str` with them."""
        self._admit(event)
        value = event.value
        if len(value) > self.limits.scalar:
            self.stop("scalar-too-long", event, limit=self.limits.scalar)
        self.last = event
        if event.anchor is not None:
            self.anchors[event.anchor] = self._scalar(event, value)
        parent = self.current
        if self.key is None and parent is not None and parent.data.__class__ is dict:
            self._read_key(event, value, parent)
        else:
            self._attach(self._scalar(event, value))

    def _scalar(self, event: Any, value: str) -> Place:
        place = Place(event)
        place.data = Plain(value) if event.implicit[0] else value
        return place

    def open_mapping(self, event: Any) -> None:
        """Go down into a mapping."""
        place = Place(event)
        place.children, place.data = {}, {}
        self._descend(place, event)

    def open_sequence(self, event: Any) -> None:
        """Go down into a list."""
        place = Place(event)
        place.children, place.data = [], []
        self._descend(place, event)

    def _descend(self, place: Place, event: Any) -> None:
        self._admit(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = place
        place.open = True
        self.stack.append((self.current, self.key, self.key_event))
        if len(self.stack) > self.limits.depth:
            self.stop("too-deep", event, limit=self.limits.depth)
        self.current, self.key = place, None

    def close(self, event: Any) -> None:
        """Come up out of a mapping or a list, and put it in its place."""
        place = self.current
        if place is None:  # libyaml balances its events
            return
        place.end, place.open = last_event(place, event), False
        if isinstance(place.data, list):
            place.data = tuple(place.data)
        self.current, self.key, self.key_event = self.stack.pop()
        self._attach(place)

    def read_alias(self, event: Any) -> None:
        """Put what an anchor named in the place of its alias."""
        target = self.anchors.get(event.anchor)
        if target is None:
            self.stop("alias-unknown", event, name=event.anchor, known=listed(self.anchors))
        if target.open:
            self.stop("alias-cycle", event, alias=event.anchor)
        self.alias_nodes += target.size
        if self.alias_nodes > self.limits.alias_nodes:
            self.stop("alias-too-large", event, alias=event.anchor, limit=self.limits.alias_nodes)
        place = Place(event)
        place.children, place.data, place.size = target.children, target.data, target.size
        self._attach(place)

    def _attach(self, place: Place) -> None:
        parent = self.current
        if parent is None:
            self.root = place
        elif self.key is not None:
            self._attach_value(parent, place, self.key)
        elif isinstance(parent.children, list):
            self._attach_item(parent, place, parent.children)
        else:
            self._refuse_key(place.start)

    def _attach_item(self, parent: Place, place: Place, children: list[Place]) -> None:
        data = place.data
        if data.__class__ is Plain and data in _EMPTY:
            self.note("empty-item", place.span, (*self._path(), len(children)))
        children.append(place)
        parent.data.append(data)
        parent.size += place.size

    def _attach_value(self, parent: Place, place: Place, name: str) -> None:
        data, children, self.key = place.data, parent.children, None
        if data.__class__ is Plain and data in _EMPTY:
            self.note("empty-value", span_of(self.key_event), (*self._path(), name), key=name)
        if isinstance(children, dict) and name not in children:
            children[name] = (self.key_event, place)
            parent.data[name] = data
        parent.size += place.size + 1

    def _path(self) -> Path:
        """The path of the container being read, found only when a finding needs it."""
        parts: list[str | int] = []
        for place, key, _ in self.stack:
            if key is not None:
                parts.append(key)
            elif place is not None and isinstance(place.children, list):
                parts.append(len(place.children))
        return tuple(parts)

    def _read_key(self, event: Any, name: str, parent: Place) -> None:
        children = parent.children
        if name == "<<" and event.implicit[0]:
            self.stop("merge-key", event)
        if len(name) > self.limits.key:
            self.stop("scalar-too-long", event, limit=self.limits.key)
        if not (name.isascii() and name) or name != name.strip():
            name = self._check_key(name, event)
        if isinstance(children, dict) and name in children:
            span, line = span_of(event), children[name][0].start_mark.line + 1
            self.note("duplicate-key", span, (*self._path(), name), key=name, line=line)
        self.key, self.key_event = name, event

    def _refuse_key(self, event: Any) -> NoReturn:
        """Refuse a list, a mapping or an alias as a key; what was found in it says nothing more."""
        start = span_of(event)
        self.diagnostics = [d for d in self.diagnostics if d.span is None or d.span < start]
        self.stop("key-not-text", event)

    def _check_key(self, name: str, event: Any) -> str:
        """Refuse what nobody can see in a key; read on with the key that was meant."""
        span = span_of(event)
        if not name.strip():
            self.note("empty-key", span, self._path())
            return name
        plain = unicodedata.normalize("NFC", _INVISIBLE.sub("", name)).strip()
        if plain != name:
            self.note("invisible-in-key", span, (*self._path(), plain), key=plain)
        alike = "".join(_LOOKALIKES.get(character, character) for character in plain)
        if alike != plain:
            foreign = next(c for c in plain if c in _LOOKALIKES)
            character = f"U+{ord(foreign):04X}"
            facts = {"key": alike, "character": character}
            self.note("lookalike-in-key", span, (*self._path(), alike), **facts)
        return alike


def _bounded(name: str, fact: str) -> str:
    return fact if name == "known" or len(fact) <= _LONGEST_FACT else f"{fact[:_LONGEST_FACT]}…"
