"""From bytes to text: UTF-8 and nothing else, said in words where it is something else."""

import re

from scalecheck.model.diagnostic import Span, split_lines

# What YAML does not admit in a stream (YAML 1.1, production 1, c-printable).
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class EncodingError(ValueError):
    """The bytes are no UTF-8 text; `code` and `facts` say what they seem to be."""

    def __init__(self, code: str, span: Span, **facts: object) -> None:
        self.code, self.span, self.facts = code, span, facts
        super().__init__(code)


def decode(data: bytes) -> str:
    """Turn bytes into text, without its byte-order mark.

    Raises:
        EncodingError: UTF-16, or another encoding than UTF-8.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:64].count(0) * 4 >= len(data[:64]) > 0:
        raise EncodingError("encoding-utf16", Span(1, 1, 1, 1))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start) from error


def find_control(text: str) -> EncodingError:
    """Find the control character that made YAML refuse a text."""
    found = _UNPRINTABLE.search(text)
    position = found.start() if found else 0
    character = f"U+{ord(text[position]):04X}"
    return EncodingError("control-character", _place(text[:position]), character=character)


def _not_utf8(data: bytes, start: int) -> EncodingError:
    # The offset counts from behind a byte-order mark when there is one.
    body = data[3:] if data.startswith(b"\xef\xbb\xbf") else data
    before = body[:start].decode("utf-8", "replace")
    if start + 3 >= len(body) and body[start] >= 0xC2 and _is_cut_short(body[start:]):
        return EncodingError("encoding-cut-short", _place(before))
    byte = body[start : start + 1]
    character = byte.decode("cp1252", "replace")
    facts = {"byte": f"0x{byte[0]:02X}", "character": character}
    return EncodingError("encoding-windows", _place(before), **facts)


def _is_cut_short(rest: bytes) -> bool:
    """Tell whether bytes begin one character of UTF-8, and end before it does."""
    return all(0x80 <= byte < 0xC0 for byte in rest[1:])


def _place(before: str) -> Span:
    """The one character that follows a text."""
    lines = split_lines(before)
    line, column = len(lines), len(lines[-1]) + 1
    return Span(line, column, line, column + 1)
