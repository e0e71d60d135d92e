"""What a syntax error most likely comes from, and where: YAML's own words help nobody.

The parser says where it lost the thread, which is often far from the cause: a quote left open
on line 3 is noticed on line 40. Both of PyYAML's parsers, the C one and the Python one, word
their errors differently; what is read here is what they share.
"""

import re

from scalecheck.source.fault import Explanation, Fault, Mark, Reader, span_at, span_of_line
from scalecheck.source.syntax_quotes import (
    read_early_quote,
    read_end_of_file,
    read_escape,
    read_flow,
    read_open_quote,
)

_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |\Z)")
_GLUED = re.compile(r"\s*(- )*[\w.-]+:[^\s:/]")
_TAG = re.compile(r"![^\s,\]}]*")


def explain(fault: Fault) -> Explanation:
    """Find the most likely cause of a syntax error; each reader knows one family of causes."""
    for read in _READERS:
        found = read(fault)
        if found is not None:
            return found
    return Explanation("yaml-syntax", span_at(fault.at))


def _conflict(fault: Fault) -> Explanation | None:
    numbers = {fault.at.line - 1, fault.at.line}
    if fault.opened is not None:
        numbers.add(fault.opened.line)
    for number in sorted(numbers):
        if _CONFLICT.match(fault.line(number)):
            return Explanation("conflict-marker", span_of_line(fault, number))
    return None


def _start(fault: Fault) -> Explanation | None:
    """A tab where spaces indent, or a character that YAML keeps for itself."""
    words = fault.words
    if "found a tab" in words or ("cannot start any token" in words and fault.character == "\t"):
        return Explanation("yaml-tab", span_at(fault.at))
    if "cannot start any token" in words or "node content" in words:
        return _reserved(fault, fault.at)
    if "keys are not allowed" in words:
        return _reserved(fault, fault.at)
    if "scanning a directive" in words:
        start = span_at(fault.opened or fault.at)
        return Explanation("yaml-bad-start", start, (("character", "%"),))
    if "alphabetic" in words and fault.opened is not None:
        return _reserved(fault, fault.opened)
    return None


def _reserved(fault: Fault, mark: Mark) -> Explanation | None:
    character = fault.line(mark.line)[mark.column : mark.column + 1]
    if not character:
        return None
    return Explanation("yaml-bad-start", span_at(mark), (("character", character),))


def _tag(fault: Fault) -> Explanation | None:
    if "undefined tag handle" not in fault.words:
        return None
    found = _TAG.match(fault.line(fault.at.line), fault.at.column)
    tag = found[0] if found else "!"
    return Explanation("tag-refused", span_at(fault.at, len(tag)), (("tag", tag),))


def _colon(fault: Fault) -> Explanation | None:
    """A second colon on a line, or a line that hangs under a text."""
    if "mapping values are not allowed" not in fault.words:
        return None
    if re.search(r":\s+\S", fault.before):
        return Explanation("yaml-colon", span_at(fault.at))
    above = fault.at.line - 1
    while above > 0 and not fault.line(above).strip():
        above -= 1
    if _GLUED.match(fault.line(above)):
        return _glued(fault, above)
    return _indentation_at(fault, fault.at.line)


def _glued(fault: Fault, number: int) -> Explanation:
    mark = Mark(number, fault.line(number).index(":"))
    return Explanation("yaml-space-after-colon", span_at(mark))


def _missing_colon(fault: Fault) -> Explanation | None:
    if "could not find expected ':'" not in fault.words or fault.opened is None:
        return None
    number = fault.opened.line
    if _GLUED.match(fault.line(number)):
        return _glued(fault, number)
    return Explanation("yaml-missing-colon", span_of_line(fault, number))


def _indentation_at(fault: Fault, number: int) -> Explanation:
    text = fault.line(number)
    width = len(text) - len(text.lstrip())
    return Explanation("yaml-indentation", span_at(Mark(number, width)), (("spaces", str(width)),))


def _dash(fault: Fault) -> Explanation | None:
    if "entries are not allowed" not in fault.words:
        return None
    return Explanation("yaml-dash", span_at(fault.at))


def _block_text(fault: Fault) -> Explanation | None:
    if "comment or" not in fault.words and "indentation indicators" not in fault.words:
        return None
    return Explanation("yaml-block-text", span_at(fault.at))


def _second_document(fault: Fault) -> Explanation | None:
    """A line after the one that ends the document."""
    if "document start" not in fault.words:
        return None
    above = next((n for n in range(fault.at.line, -1, -1) if fault.line(n)[:3] == "..."), None)
    return None if above is None else Explanation("several-documents", span_of_line(fault, above))


def _structure(fault: Fault) -> Explanation | None:
    """Anything else that stands where its indentation does not belong."""
    if "expected" not in fault.words or fault.before.strip(" -"):
        return None
    is_aligned = fault.opened is not None and fault.opened.column == fault.at.column
    if fault.character == ":":
        return Explanation("empty-key", span_at(fault.at))
    if is_aligned and fault.line(fault.at.line)[fault.at.column :][:2] in ("-", "- "):
        return Explanation("yaml-stray-dash", span_at(fault.at))
    if is_aligned and "block collection" in fault.words:
        return Explanation("yaml-missing-dash", span_of_line(fault, fault.at.line))
    return _indentation_at(fault, fault.at.line)


_READERS: tuple[Reader, ...] = (
    _conflict,
    read_end_of_file,
    _start,
    _tag,
    read_escape,
    read_open_quote,
    read_early_quote,
    read_flow,
    _colon,
    _missing_colon,
    _dash,
    _block_text,
    _second_document,
    _structure,
)
