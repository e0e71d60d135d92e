"""Places in the text of a file, for rules that look at what is written."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from scalecheck.lint.subject import Subject
from scalecheck.model.diagnostic import Path, Rewrite, Span
from scalecheck.source.document import Document
from scalecheck.source.place import Place
from scalecheck.source.stretch import offsets, span_at

_ANCHOR = re.compile(r"&(?=\S)(?<![^\s\[{,]&)")
_MOST = 200  # repairs of one text; a text with more of them is to be typed again


def rewrite_each(
    document: Document, path: Path, wanted: re.Pattern[str], new: str
) -> tuple[Rewrite, ...]:
    """Replace every occurrence of a pattern in what is written at a path."""
    span = document.locate(path)
    if span is None:
        return ()
    text = document.text
    first, last = offsets(text, span)
    found = tuple(islice(wanted.finditer(text[first:last]), _MOST + 1))
    if len(found) > _MOST:
        return ()
    return tuple(
        Rewrite(path, f.expand(new), span=span_at(text, first + f.start(), first + f.end()))
        for f in found
    )


def lists_by_place(document: Document) -> Mapping[tuple[int, int], Path]:
    """The paths of the lists of a document, by the line and column where each begins."""
    found: dict[tuple[int, int], Path] = {}
    waiting: list[tuple[Path, Place]] = [((), document.root)] if document.root else []
    while waiting:
        path, here = waiting.pop()
        children = here.children
        if isinstance(children, dict):
            waiting.extend(((*path, key), below) for key, (_, below) in children.items())
        elif children is not None:
            found.setdefault(here.span[:2], path)
            waiting.extend(((*path, n), below) for n, below in enumerate(children))
    return found


@lru_cache(maxsize=1)
def anchors(subject: Subject) -> tuple[Any, ...]:
    """The events that carry an anchor or are an alias, once each, in the order of the file."""
    document = subject.document
    if _ANCHOR.search(document.text) is None:  # a walk is dear, and most files hold none
        return ()
    seen: dict[int, Any] = {}
    waiting = [document.root] if document.root is not None else []
    while waiting:
        place = waiting.pop()
        children = place.children
        keyed = tuple(children.values()) if isinstance(children, dict) else ()
        waiting.extend(children if isinstance(children, list) else (below for _, below in keyed))
        for event in (place.start, *(key for key, _ in keyed)):
            if event.anchor:
                seen[id(event)] = event
    return tuple(sorted(seen.values(), key=lambda event: event.start_mark.index))


def is_alias(event: Any) -> bool:
    """Tell whether an event is an alias: it has nothing of its own."""
    return not hasattr(event, "implicit")


def span_of_event(event: Any) -> Span:
    """The place where an event begins, and nothing behind it."""
    mark = event.start_mark
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1)
