"""What a syntax error most likely comes from, and where: YAML's own words help nobody.

The parser says where it lost the thread, which is often far from the cause: a quote left open
on line 3 is noticed on line 40. Both of PyYAML's parsers, the C one and the Python one, word
their errors differently; what is read here is what they share.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from scalecheck.model.diagnostic import Span


class Mark(NamedTuple):
    """A place, counted from 0."""

    line: int
    column: int


class Quoted(NamedTuple):
    """The last scalar read before the error, and whether it stood in quotes."""

    start: Mark
    end: Mark
    style: str | None


class Fault(NamedTuple):
    """A syntax error as the parser saw it; `containers` were open, the innermost first."""

    words: str
    at: Mark
    opened: Mark | None
    last: Quoted | None
    containers: tuple[Mark, ...]
    lines: list[str]

    def line(self, number: int) -> str:
        """The text of a line, counted from 0; empty outside the file."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character at the error; empty at the end of a line."""
        return self.line(self.at.line)[self.at.column : self.at.column + 1]

    @property
    def before(self) -> str:
        """The line up to the error."""
        return self.line(self.at.line)[: self.at.column]


class Explanation(NamedTuple):
    """The cause: a code, where it stands, and the facts that its words need."""

    code: str
    span: Span
    facts: tuple[tuple[str, str], ...] = ()


Reader = Callable[[Fault], Explanation | None]

_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |\Z)")
_GLUED = re.compile(r"\s*(- )*[\w.-]+:[^\s:/]")
_TAG = re.compile(r"![^\s,\]}]*")


def explain(fault: Fault) -> Explanation:
    """Find the most likely cause of a syntax error; each reader knows one family of causes."""
    for read in _READERS:
        found = read(fault)
        if found is not None:
            return found
    return Explanation("yaml-syntax", _one(fault.at))


def _one(mark: Mark, width: int = 1) -> Span:
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + width)


def _line_of(fault: Fault, number: int) -> Span:
    text = fault.line(number)
    start = len(text) - len(text.lstrip())
    return Span(number + 1, start + 1, number + 1, max(len(text.rstrip()), start) + 1)


def _conflict(fault: Fault) -> Explanation | None:
    numbers = {fault.at.line - 1, fault.at.line}
    if fault.opened is not None:
        numbers.add(fault.opened.line)
    for number in sorted(numbers):
        if _CONFLICT.match(fault.line(number)):
            return Explanation("conflict-marker", _line_of(fault, number))
    return None


def _end_of_file(fault: Fault) -> Explanation | None:
    """A bracket still open where the file ends."""
    if "node content" not in fault.words or fault.character:
        return None
    for mark in fault.containers:
        opener = fault.line(mark.line)[mark.column : mark.column + 1]
        if opener in ("[", "{"):
            return _unclosed(mark, opener)
    return None


def _unclosed(mark: Mark, opener: str) -> Explanation:
    facts = (("opener", opener), ("closer", "]" if opener == "[" else "}"))
    return Explanation("yaml-unclosed-list", _one(mark), facts)


def _start(fault: Fault) -> Explanation | None:
    """A tab where spaces indent, or a character that YAML keeps for itself."""
    words = fault.words
    if "found a tab" in words or ("cannot start any token" in words and fault.character == "\t"):
        return Explanation("yaml-tab", _one(fault.at))
    if "cannot start any token" in words or "node content" in words:
        return _reserved(fault, fault.at)
    if "keys are not allowed" in words:
        return _reserved(fault, fault.at)
    if "alphabetic" in words and fault.opened is not None:
        return _reserved(fault, fault.opened)
    return None


def _reserved(fault: Fault, mark: Mark) -> Explanation | None:
    character = fault.line(mark.line)[mark.column : mark.column + 1]
    if not character:
        return None
    return Explanation("yaml-bad-start", _one(mark), (("character", character),))


def _tag(fault: Fault) -> Explanation | None:
    if "undefined tag handle" not in fault.words:
        return None
    found = _TAG.match(fault.line(fault.at.line), fault.at.column)
    tag = found[0] if found else "!"
    return Explanation("tag-refused", _one(fault.at, len(tag)), (("tag", tag),))


def _escape(fault: Fault) -> Explanation | None:
    if "escape" not in fault.words and "hex" not in fault.words:
        return None
    column = fault.line(fault.at.line).rfind("\\", 0, fault.at.column + 1)
    mark = Mark(fault.at.line, max(column, 0))
    got = fault.line(mark.line)[mark.column : mark.column + 2]
    return Explanation("yaml-escape", _one(mark, 2), (("got", got),))


def _open_quote(fault: Fault) -> Explanation | None:
    """A quote that nothing closes before the end of the file."""
    if "found unexpected" not in fault.words or fault.opened is None:
        return None
    if "end of stream" in fault.words or "document" in fault.words:
        return Explanation("yaml-unclosed-quote", _one(fault.opened))
    return None


def _early_quote(fault: Fault) -> Explanation | None:
    """A quoted text that ended sooner or later than meant: an apostrophe, an inner quote."""
    last = fault.last
    if last is None or last.style not in ("'", '"') or "mapping values" in fault.words:
        return None
    where = fault.opened if "expected ':'" in fault.words and fault.opened else fault.at
    between = fault.line(where.line)[last.end.column : where.column]
    if last.end.line != where.line or between.strip():
        return None
    if last.start.line != last.end.line:
        return Explanation("yaml-unclosed-quote", _one(last.start))
    if where.line == last.end.line and fault.line(where.line)[where.column :].strip() == "":
        return None
    if fault.character in ("]", "}", ":"):
        return None
    mark = Mark(last.end.line, last.end.column - 1)
    code = "yaml-apostrophe" if last.style == "'" else "yaml-quote-inside"
    return Explanation(code, _one(mark))


def _flow(fault: Fault) -> Explanation | None:
    """Inside [ ] or { }: a colon in a text, the wrong bracket, or none."""
    if "',' or '" not in fault.words or fault.opened is None:
        return None
    opener = fault.line(fault.opened.line)[fault.opened.column : fault.opened.column + 1]
    facts = (("opener", opener), ("closer", "]" if opener == "[" else "}"))
    if fault.character in ("]", "}"):
        return Explanation("yaml-wrong-closer", _one(fault.at), facts)
    last = fault.last
    is_whole = last is not None and last.start.line == last.end.line == fault.at.line
    if fault.character == ":" and is_whole:
        return Explanation("yaml-flow-colon", _one(fault.at))
    return _unclosed(fault.opened, opener)


def _colon(fault: Fault) -> Explanation | None:
    """A second colon on a line, or a line that hangs under a text."""
    if "mapping values are not allowed" not in fault.words:
        return None
    if re.search(r":\s+\S", fault.before):
        return Explanation("yaml-colon", _one(fault.at))
    above = fault.at.line - 1
    while above > 0 and not fault.line(above).strip():
        above -= 1
    if _GLUED.match(fault.line(above)):
        return _glued(fault, above)
    return _indentation_at(fault, fault.at.line)


def _glued(fault: Fault, number: int) -> Explanation:
    mark = Mark(number, fault.line(number).index(":"))
    return Explanation("yaml-space-after-colon", _one(mark))


def _missing_colon(fault: Fault) -> Explanation | None:
    if "could not find expected ':'" not in fault.words or fault.opened is None:
        return None
    number = fault.opened.line
    if _GLUED.match(fault.line(number)):
        return _glued(fault, number)
    return Explanation("yaml-missing-colon", _line_of(fault, number))


def _indentation_at(fault: Fault, number: int) -> Explanation:
    text = fault.line(number)
    width = len(text) - len(text.lstrip())
    return Explanation("yaml-indentation", _one(Mark(number, width)), (("spaces", str(width)),))


def _dash(fault: Fault) -> Explanation | None:
    if "entries are not allowed" not in fault.words:
        return None
    return Explanation("yaml-dash", _one(fault.at))


def _block_text(fault: Fault) -> Explanation | None:
    if "comment or" not in fault.words and "indentation indicators" not in fault.words:
        return None
    return Explanation("yaml-block-text", _one(fault.at))


def _second_document(fault: Fault) -> Explanation | None:
    """A line after the one that ends the document."""
    if "document start" not in fault.words:
        return None
    above = next((n for n in range(fault.at.line, -1, -1) if fault.line(n)[:3] == "..."), None)
    return None if above is None else Explanation("several-documents", _line_of(fault, above))


def _structure(fault: Fault) -> Explanation | None:
    """Anything else that stands where its indentation does not belong."""
    if "expected" not in fault.words or fault.before.strip(" -"):
        return None
    is_aligned = fault.opened is not None and fault.opened.column == fault.at.column
    if fault.character == ":":
        return Explanation("empty-key", _one(fault.at))
    if is_aligned and fault.line(fault.at.line)[fault.at.column :][:2] in ("-", "- "):
        return Explanation("yaml-stray-dash", _one(fault.at))
    if is_aligned and "block collection" in fault.words:
        return Explanation("yaml-missing-dash", _line_of(fault, fault.at.line))
    return _indentation_at(fault, fault.at.line)


_READERS: tuple[Reader, ...] = (
    _conflict,
    _end_of_file,
    _start,
    _tag,
    _escape,
    _open_quote,
    _early_quote,
    _flow,
    _colon,
    _missing_colon,
    _dash,
    _block_text,
    _second_document,
    _structure,
)
