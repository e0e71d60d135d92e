"""What quotes and brackets go wrong by: left open, closed too soon, closed by another."""

from scalecheck.source.fault import Explanation, Fault, Mark, span_at


def read_end_of_file(fault: Fault) -> Explanation | None:
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
    return Explanation("yaml-unclosed-list", span_at(mark), facts)


def read_escape(fault: Fault) -> Explanation | None:
    """A backslash that begins no escape, inside double quotes."""
    if "escape" not in fault.words and "hex" not in fault.words:
        return None
    column = fault.line(fault.at.line).rfind("\\", 0, fault.at.column + 1)
    mark = Mark(fault.at.line, max(column, 0))
    got = fault.line(mark.line)[mark.column : mark.column + 2]
    return Explanation("yaml-escape", span_at(mark, 2), (("got", got),))


def read_open_quote(fault: Fault) -> Explanation | None:
    """A quote that nothing closes before the end of the file."""
    if "found unexpected" not in fault.words or fault.opened is None:
        return None
    if "end of stream" in fault.words or "document" in fault.words:
        return Explanation("yaml-unclosed-quote", span_at(fault.opened))
    return None


def read_early_quote(fault: Fault) -> Explanation | None:
    """A quoted text that ended sooner or later than meant: an apostrophe, an inner quote."""
    last = fault.last
    if last is None or last.style not in ("'", '"') or "mapping values" in fault.words:
        return None
    where = fault.opened if "expected ':'" in fault.words and fault.opened else fault.at
    between = fault.line(where.line)[last.end.column : where.column]
    if last.end.line != where.line or between.strip():
        return None
    if last.start.line != last.end.line:
        return Explanation("yaml-unclosed-quote", span_at(last.start))
    if where.line == last.end.line and fault.line(where.line)[where.column :].strip() == "":
        return None
    if fault.character in ("]", "}", ":"):
        return None
    mark = Mark(last.end.line, last.end.column - 1)
    code = "yaml-apostrophe" if last.style == "'" else "yaml-quote-inside"
    return Explanation(code, span_at(mark))


def read_flow(fault: Fault) -> Explanation | None:
    """Inside [ ] or { }: a colon in a text, the wrong bracket, or none."""
    if "',' or '" not in fault.words or fault.opened is None:
        return None
    opener = fault.line(fault.opened.line)[fault.opened.column : fault.opened.column + 1]
    facts = (("opener", opener), ("closer", "]" if opener == "[" else "}"))
    if fault.character in ("]", "}"):
        return Explanation("yaml-wrong-closer", span_at(fault.at), facts)
    last = fault.last
    is_whole = last is not None and last.start.line == last.end.line == fault.at.line
    if fault.character == ":" and is_whole:
        return Explanation("yaml-flow-colon", span_at(fault.at))
    return _unclosed(fault.opened, opener)
