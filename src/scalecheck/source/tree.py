"""Grow the data of a document and, beside it, the tree of its places, one event at a time."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn

from scalecheck.model.base import Plain
from scalecheck.model.diagnostic import Diagnostic, Path, Severity, Span
from scalecheck.source.place import Place, last_event, span_of

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


def _written(tag: str) -> str:
    """A tag as an author writes it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


class RefusedError(Exception):
    """A document that is read no further, and why."""

    def __init__(self, code: str, span: Span | None = None, **facts: object) -> None:
        self.code, self.span, self.facts = code, span, facts
        super().__init__(code)


class _Key(NamedTuple):
    """A key being read: its event, and its name once cleared of what cannot be seen."""

    event: Any
    name: str


class Tree:
    """The tree in the making; what an event does to it. Nothing here is recursive."""

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
        """Note a finding, and read on."""
        said = tuple((key, str(value)) for key, value in facts.items())
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, self.name, path, span, said))

    def stop(self, code: str, event: Any, **facts: object) -> NoReturn:
        """Refuse the whole document, for what an event is."""
        raise RefusedError(code, span_of(event), **facts)

    def begin_document(self, event: Any) -> None:
        """Begin the one document of a file."""
        self.documents += 1
        if self.documents > 1:
            self.stop("several-documents", event)

    def _new_place(self, event: Any) -> Place:
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
        """Take a scalar: `Plain` without quotes, a `str` with them."""
        place = self._new_place(event)
        if len(event.value) > self.limits.scalar:
            self.stop("scalar-too-long", event, limit=self.limits.scalar)
        place.data = Plain(event.value) if event.implicit[0] else event.value
        self.last = event
        self._attach(place)

    def open_mapping(self, event: Any) -> None:
        """Go down into a mapping."""
        place = self._new_place(event)
        place.children, place.data = {}, {}
        self._descend(place)

    def open_sequence(self, event: Any) -> None:
        """Go down into a list."""
        place = self._new_place(event)
        place.children, place.data = [], []
        self._descend(place)

    def _descend(self, place: Place) -> None:
        place.open = True
        self.stack.append((self.current, self.key))
        if len(self.stack) > self.limits.depth:
            self.stop("too-deep", place.start, limit=self.limits.depth)
        self.current, self.key = place, None

    def close(self, event: Any) -> None:
        """Come up out of a mapping or a list, and put it in its place."""
        place = self.current
        if place is None:  # libyaml balances its events
            return
        place.end, place.open = last_event(place, event), False
        if isinstance(place.data, list):
            place.data = tuple(place.data)
        self.current, self.key = self.stack.pop()
        self._attach(place)

    def read_alias(self, event: Any) -> None:
        """Put what an anchor named in the place of its alias."""
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
        self._attach(place)

    def _attach(self, place: Place) -> None:
        parent = self.current
        if parent is None:
            self.root = place
        elif isinstance(parent.children, list):
            if isinstance(place.data, Plain) and place.data in _EMPTY:
                path = (*self._path(), len(parent.children))
                self.note("empty-item", place.span, path)
            parent.children.append(place)
            parent.data.append(place.data)
            parent.size += place.size
        elif self.key is None:
            self._read_key(place)
        else:
            self._attach_value(parent, place)

    def _attach_value(self, parent: Place, place: Place) -> None:
        (event, name), self.key = self.key or (None, ""), None
        if isinstance(place.data, Plain) and place.data in _EMPTY:
            self.note("empty-value", span_of(event), (*self._path(), name), key=name)
        children = parent.children
        if isinstance(children, dict) and name not in children:
            children[name] = (event, place)
            parent.data[name] = place.data
        parent.size += place.size + 1

    def _path(self) -> Path:
        """The path of the container being read, found only when a finding needs it."""
        parts: list[str | int] = []
        for place, key in self.stack:
            if key is not None:
                parts.append(key.name)
            elif place is not None and isinstance(place.children, list):
                parts.append(len(place.children))
        return tuple(parts)

    def _read_key(self, place: Place) -> None:
        event, parent = place.start, self.current
        if parent is None or not hasattr(event, "value"):  # only a scalar has one
            self._refuse_key(event)
        name, children = event.value, parent.children
        if name == "<<" and event.implicit[0]:
            self.stop("merge-key", event)
        if not (name.isascii() and name) or name != name.strip():
            name = self._check_key(name, event)
        if isinstance(children, dict) and name in children:
            span, line = span_of(event), children[name][0].start_mark.line + 1
            self.note("duplicate-key", span, (*self._path(), name), key=name, line=line)
        self.key = _Key(event, name)

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
