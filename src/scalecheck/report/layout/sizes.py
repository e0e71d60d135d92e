"""How much room words take, counted in letters of the mean width."""

import re

_FRAGMENT = re.compile("[^-‐–—/\u00ad]*[-‐–—/\u00ad]+|[^-‐–—/\u00ad]+")
_NARROW, _LEAN, _LARGE, _WIDE = 0.55, 0.7, 1.25, 1.6
_NARROW_ONES, _LEAN_ONES = frozenset("ijlI1.,;:'’|!·\u00a0\u202f "), frozenset('fjrt()[]-–/"«»°')
_WIDE_ONES, _NOTHING = frozenset("mwMW@%œæŒ—→…"), frozenset("\u00ad\u200b\u200c\u200d\u2060")


def size(text: str) -> float:
    """Tell how many letters of the mean width a text is as wide as; the hidden ones count for 0."""
    return sum(map(_size, text))


def widest(text: str) -> float:
    """Tell how wide the widest piece is that no line parts: a word, or what ends with a hyphen."""
    return max((size(one) for word in text.split(" ") for one in fragments(word)), default=0)


def fragments(word: str) -> list[str]:
    """Cut a word where a line may end without another sign: after its hyphens, its bars."""
    return _FRAGMENT.findall(word)


def _size(sign: str) -> float:
    if sign in _NARROW_ONES:
        return _NARROW
    if sign in _LEAN_ONES:
        return _LEAN
    if sign in _WIDE_ONES:
        return _WIDE
    if sign in _NOTHING:
        return 0
    return _LARGE if sign.isupper() else 1
