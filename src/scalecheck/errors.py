"""What can go wrong, as a tree. Each error carries facts; words are found by whoever shows it.

ScalecheckError
├── SourceError            .diagnostics
│   ├── UnreadableSource   no such file, not a file, too large, not UTF-8, not YAML
│   └── InvalidDocument    read, and refused: every problem at once
├── UnknownName            .kind .name .known
├── AmbiguousRubric        .name .places
├── MismatchedRubric       .wanted .found
├── WouldOverwrite         .path
├── CannotWrite            .path .cause
├── UnusableReference      .reason .part .path
├── PrintingError          .cause
└── MissingExtra           .extra
"""

from collections.abc import Sequence

from scalecheck.model.diagnostic import Diagnostic


class ScalecheckError(Exception):
    """Anything that scalecheck refuses on purpose."""


class SourceError(ScalecheckError):
    """A file that cannot be used; `diagnostics` says why, all of it."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))


class UnreadableSource(SourceError):
    """The bytes cannot be had, or are not YAML."""


class InvalidDocument(SourceError):
    """The document was read, and it is not a valid rubric, project or test."""


class UnknownName(ScalecheckError):
    """A name that nothing answers to: a rubric, a format, a node."""

    def __init__(self, kind: str, name: str, known: Sequence[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        super().__init__(f"{kind} {name}")


class AmbiguousRubric(ScalecheckError):
    """Two rubrics of one id and version, with different content."""

    def __init__(self, name: str, places: Sequence[str]) -> None:
        self.name, self.places = name, tuple(places)
        super().__init__(f"{name}: {', '.join(places)}")


class MismatchedRubric(ScalecheckError):
    """The project's current answers were given to another rubric."""

    def __init__(self, wanted: str, found: str) -> None:
        self.wanted, self.found = wanted, found
        super().__init__(f"{wanted} != {found}")


class WouldOverwrite(ScalecheckError):
    """A file stands there already, and nobody said to replace it."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)


class CannotWrite(ScalecheckError):
    """The system refused the write; nothing was left half-written."""

    def __init__(self, path: str, cause: str) -> None:
        self.path, self.cause = path, cause
        super().__init__(f"{path}: {cause}")


class MissingExtra(ScalecheckError):
    """An optional part that is asked for is not installed."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(f'pip install "scalecheck[{extra}]"')


class UnusableReference(ScalecheckError):
    """The document given as a house style cannot be used; `part` says where, "" for all of it."""

    def __init__(self, reason: str, part: str = "", path: str = "") -> None:
        self.reason, self.part, self.path = reason, part, path
        super().__init__(f"reference: {reason}" + (f" ({part})" if part else ""))


class PrintingError(ScalecheckError):
    """The printer refused a document: a fault of ours, never of the reader's; `cause` says what."""

    def __init__(self, cause: str) -> None:
        self.cause = cause
        super().__init__(cause)
