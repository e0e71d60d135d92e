"""The letters that the fonts hold: what they lack is replaced, as the standards ask."""

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scalecheck.report.layout.hyphens import HYPHEN, part
from scalecheck.report.layout.sizes import fragments, size
from scalecheck.report.view.phrase import clean

FONTS = Path(__file__).parent / "fonts"
LACKING = "▢"
LONG_WORD = 24
_OVER = 3  # letters that may stand out of the narrowest column: nothing shorter is cut

_ALIKE = {"◐": "⬓", "━": "—", "┃": "|", "│": "|", "☐": "□", "☑": "✓", "✔": "✓", "✘": "✗", "ꞌ": "’"}
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060")
_BLANK = "".join(sorted(_UNSEEN)) + " \u00a0\u202f"
_CHARACTER_MAP = 12  # the form of table that covers all of Unicode; 4, its older half


def shown(text: str) -> str:
    """Write a text with what the fonts hold, as one line without controls.

    A sign has its like; a run of letters of another script or of pictures becomes one `▢`.
    """
    line = clean(text)
    if _held(line):
        return line
    line = unicodedata.normalize("NFC", line)
    return re.sub(f"{LACKING}+", LACKING, "".join(map(_letter, line)))


def is_said(text: str) -> bool:
    """Tell whether anything of a text is seen."""
    return bool(shown(text).strip(_BLANK))


def pieces(text: str, most: float = LONG_WORD, lang: str = "") -> list[str]:
    """Cut a text where a line may break, though a word goes on: a word longer than `most` letters.

    The pieces together are the text as shown, whole; a word of letters is not cut: it may be parted
    with a hyphen, by the usage of its language, which is not seen where no line ends.
    """
    most = max(min(most, LONG_WORD), 4)
    line = shown(text)
    if size(line) <= most:
        return [line]
    return re.sub(r"\S+", lambda word: _cut(word[0], most), part(line, most, lang)).split("\n")


def _cut(word: str, most: float) -> str:
    """Cut what bears no hyphen: an address, a number, a run of signs."""
    whole = (piece for one in fragments(word) for piece in one.split(HYPHEN))
    if all(size(piece) <= most + _OVER for piece in whole):
        return word
    step = max(int(most) // 2, 3)
    return "\n".join(word[at : at + step] for at in range(0, len(word), step))


def _held(line: str) -> bool:
    return letters().issuperset(line)


def _letter(sign: str) -> str:
    if sign in letters():
        return sign
    is_ignorable = unicodedata.category(sign) in ("Cf", "Mn", "Me")
    return _ALIKE.get(sign, "" if is_ignorable else LACKING)


@cache
def letters() -> frozenset[str]:
    """Every letter and sign that may be printed."""
    held = {chr(code) for font in sorted(FONTS.glob("*.ttf")) for code in _codes(font.read_bytes())}
    return frozenset(sign for sign in held if unicodedata.category(sign)[0] != "C") | _UNSEEN


def _codes(font: bytes) -> Iterator[int]:
    """Read which code points a font draws, from its character map."""
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4s4xI4x", font, 12 + 16 * n) for n in range(count))
    start = next(offset for tag, offset in entries if tag == b"cmap")
    tables = struct.unpack_from(">H", font, start + 2)[0]
    forms = {}
    for number in range(tables):
        offset = start + struct.unpack_from(">I", font, start + 8 + 8 * number)[0]
        forms[struct.unpack_from(">H", font, offset)[0]] = offset
    if _CHARACTER_MAP in forms:
        yield from _groups(font, forms[_CHARACTER_MAP])
    else:
        yield from _segments(font, forms[4])


def _groups(font: bytes, at: int) -> Iterator[int]:
    for number in range(struct.unpack_from(">I", font, at + 12)[0]):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _segments(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    for first, last in zip(firsts, lasts, strict=True):
        yield from range(first, min(last, 0xFFFE) + 1)
