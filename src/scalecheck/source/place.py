"""Where things stand in a file: a tree of places beside the data."""

from typing import Any

from scalecheck.model.diagnostic import Span


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
        return span_between(self.start.start_mark, self.end.end_mark)


def span_between(start: Any, end: Any) -> Span:
    """The stretch between two marks of the parser, counted from 1."""
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def span_of(event: Any) -> Span:
    """The stretch that an event covers."""
    return span_between(event.start_mark, event.end_mark)


def last_event(place: Place, event: Any) -> Any:
    """Where a collection ends: at its bracket, or, without one, where its last value does."""
    if place.start.flow_style or not place.children:
        return event
    if isinstance(place.children, dict):
        return next(reversed(place.children.values()))[1].end
    return place.children[-1].end


def step(place: Place | None, part: str | int) -> tuple[Any, Place] | None:
    """Go one part down a path: the event of the key, if any, and the place; None without one."""
    if place is None or place.children is None:
        return None
    children = place.children
    if isinstance(children, dict):
        return children.get(str(part))
    if isinstance(part, int):
        return (None, children[part]) if part < len(children) else None
    return step(children[0], part) if len(children) == 1 else None
