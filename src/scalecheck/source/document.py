"""Read YAML from strangers: bytes to plain data, with the place of every key and value.

One loop over libyaml's events builds the data and, beside it, a tree of places. There is no
recursion, and the limits act on the way, so no input can exhaust the process. A plain scalar
comes out as `Plain`, a quoted one as `str`: the model gives types, YAML guesses none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from scalecheck.model.diagnostic import (
    Diagnostic,
    Edit,
    Path,
    Problem,
    Related,
    Rewrite,
    Span,
    split_lines,
)
from scalecheck.source.collector import without_collection
from scalecheck.source.decode import EncodingError, decode, find_control
from scalecheck.source.fault import Fault, Mark, Quoted
from scalecheck.source.place import Place, span_of, step
from scalecheck.source.stretch import name_place, narrow
from scalecheck.source.tree import Limits, RefusedError, Tree

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _mark(mark: Any) -> Mark:
    return Mark(mark.line, mark.column)


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
            found = step(place, part)
            if found is None:
                if place is not None and place.children is None:
                    span = None  # a list of one, written without its brackets: the thing itself
                continue
            key, place = found
            last = position == len(path) - 1
            span = span_of(key) if key and (at_key or not last) else None
        if place is None:
            return None
        return span or place.span

    def diagnose(self, problem: Problem) -> Diagnostic:
        """Make a problem concrete: put the file, the line and the column to it."""
        span = problem.span or self.locate(problem.path, at_key=problem.at_key)
        places = ((self.locate(a.path, at_key=a.at_key), a.label) for a in problem.also)
        return Diagnostic(
            problem.code,
            problem.severity,
            self.name,
            problem.path,
            _inside(span, self.text),
            problem.facts,
            name_place(self.data, problem.path),
            tuple(Related(place, label) for place, label in places if place is not None),
            self.edits(problem.repair),
        )

    def edits(self, repair: tuple[Rewrite, ...]) -> tuple[Edit, ...]:
        """Make a repair concrete; none at all where a part of it has no single place."""
        found: list[Edit] = []
        for rewrite in repair:
            span = rewrite.span or self.locate(rewrite.path, at_key=rewrite.at_key)
            narrowed = narrow(self.text, span, rewrite.old) if span is not None else None
            if narrowed is None:
                return ()
            found.append(Edit(narrowed, rewrite.new))
        return tuple(found)


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
        with without_collection(len(data)):
            builder.read(data)
    except (RefusedError, EncodingError) as refused:
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


class _Builder(Tree):
    """The loop: one event at a time, no recursion."""

    def refuse(self, code: str, span: Span | None, **facts: object) -> None:
        self.add(code, span, (), **facts)
        self.root = None

    def refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        from scalecheck.source.syntax import explain  # a sound file needs none of it

        at, opened = error.problem_mark or error.context_mark, error.context_mark
        words = f"{error.context or ''}: {error.problem or ''}"
        lines = split_lines(self.text)
        where = _mark(at) if at is not None else Mark(0, 0)
        begun = _mark(opened) if opened else None
        fault = Fault(words, where, begun, self._last(), self._containers(), lines)
        code, span, facts = explain(fault)
        self.refuse(code, span, **dict(facts))

    def _containers(self) -> tuple[Mark, ...]:
        open_ones = (self.current, *(place for place, *_ in reversed(self.stack)))
        return tuple(_mark(place.start.start_mark) for place in open_ones if place is not None)

    def _last(self) -> Quoted | None:
        event = self.last
        if event is None:
            return None
        return Quoted(_mark(event.start_mark), _mark(event.end_mark), event.style)

    def read(self, data: bytes) -> None:
        if len(data) > self.limits.size:
            raise RefusedError("too-large", None, size=len(data), limit=self.limits.size)
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
            raise RefusedError("empty-file", Span(1, 1, 1, 1))
        if not isinstance(self.root.children, dict):
            self.stop("not-a-mapping", self.root.start)


_HANDLERS: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.ScalarEvent: _Builder.read_scalar,
    yaml.MappingStartEvent: _Builder.open_mapping,
    yaml.SequenceStartEvent: _Builder.open_sequence,
    yaml.MappingEndEvent: _Builder.close,
    yaml.SequenceEndEvent: _Builder.close,
    yaml.AliasEvent: _Builder.read_alias,
    yaml.DocumentStartEvent: _Builder.begin_document,
}
