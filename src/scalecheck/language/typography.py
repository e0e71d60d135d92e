"""The spaces and apostrophes of printed French (OQLF, Québec) and English."""

import re
from functools import lru_cache

from scalecheck.model.language import Language

NO_BREAK = "\u00a0"
THIN_NO_BREAK = "\u202f"

_KEPT_MARK = "\ue000"
_GAP = r"[ \t\u00a0\u202f]"
_KEPT = re.compile(
    r"`[^`]*`"  # code
    r"|(?:https?://|mailto:)[^\s«»<>\"`\ue000]+"  # addresses
    r"|(?<![^\s«»`])[^\s«»`\ue000]+\.\w+(?::\d+)+:?"  # places in a file: project.yaml:12:3:
    r"|\ue000"
)
_APOSTROPHE = re.compile(r"(?<=\w)'(?=[\w«])")
_FRENCH = (
    (re.compile(rf"«{_GAP}*"), f"«{NO_BREAK}"),
    (re.compile(rf"(?<!{_GAP}){_GAP}*»"), f"{NO_BREAK}»"),
    (re.compile(rf"(?<=[^\s:]){_GAP}*:(?=\s|\Z)"), f"{NO_BREAK}:"),
    (re.compile(rf"(?<=\d){_GAP}*([%$])(?![\w{{])"), rf"{NO_BREAK}\1"),
    (re.compile(rf"(?<=\S){_GAP}+([%$])(?![\w{{])"), rf"{NO_BREAK}\1"),
)
# Nothing is ever changed in a text without one of these.
_SIGNS = re.compile("['`«»:%$;!?\ue000]")
_BEFORE_HIGH = re.compile(rf"(?<=[^\s:;!?«]){_GAP}*([;!?]+)(?![\w=;!?])")


def typeset(text: str, language: Language, thin: bool = False) -> str:
    r"""Give a text the spaces and apostrophes of its language; twice is as good as once.

    French: a no-break space before `:` `%` `$` and inside « guillemets »; before `; ! ?` no space,
    or a thin no-break one. English: only the apostrophe. Code between backquotes, addresses, times,
    ratios and places in a file are left alone. Nothing here escapes or reads markup.

    Args:
        text: what to print, not yet escaped.
        language: the language that the text is really in.
        thin: whether the output shows U+202F well (HTML, PDF, DOCX: yes; terminal, CSV: no).

    Source: Office québécois de la langue française, « Espacement avant et après les signes de
    ponctuation », tableau; differs from France, where `; ! ?` take a space.
    """
    return text if _SIGNS.search(text) is None else _typeset(text, language, thin)


@lru_cache(maxsize=4096)  # a report says the same titles many times
def _typeset(text: str, language: Language, thin: bool) -> str:
    kept = _KEPT.findall(text)
    bare = _APOSTROPHE.sub("’", _KEPT.sub(_KEPT_MARK, text))
    if language is Language.FR:
        bare = _set_french(bare, thin)
    pieces = iter(kept)
    return re.sub(_KEPT_MARK, lambda _: next(pieces), bare)


def _set_french(text: str, thin: bool) -> str:
    for pattern, replacement in _FRENCH:
        text = pattern.sub(replacement, text)
    return _BEFORE_HIGH.sub(rf"{THIN_NO_BREAK if thin else ''}\1", text)
