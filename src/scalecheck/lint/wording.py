"""Texts brought to what they say: case, accents, spaces and a last point do not count."""

import re
import unicodedata
from difflib import SequenceMatcher
from fractions import Fraction
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f]+")
_WORDS = re.compile(r"[^\W_]+")
_DECIMALS = 6
_FURTHEST = 40

Words = tuple[str, ...]

# Words that tell two levels apart by how much or how many, and nothing else; folded.
_QUANTITY = re.compile(
    r".*[0-9].*|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|cent|mille"
    r"|premier|premiere|aucun|aucune|peu|quelques|certains|certaines|plusieurs|plupart|tous|toutes"
    r"|tout|toute|chaque|majorite|minorite|moitie|tiers|quart|moins|plus|partie|partiellement"
    r"|largement|completement|rarement|parfois|souvent|toujours|jamais"
    r"|one|two|three|four|five|seven|eight|nine|ten|twelve|twenty|hundred|thousand|first"
    r"|no|none|few|some|several|many|most|all|each|every|half|third|quarter|less|more|part|partly"
    r"|partially|largely|fully|completely|rarely|seldom|sometimes|often|usually|always|never"
)


@lru_cache(maxsize=4096)  # several rules compare the same texts
def fold(text: str) -> str:
    """Bring a text to its letters and figures, to compare it with another."""
    plain = text.casefold()
    if not plain.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain))
    return " ".join(plain.split()).strip(" .;:!?\u2026")


def words_of(text: str) -> Words:
    """The folded words of a text, in order, figures included."""
    return tuple(_WORDS.findall(fold(text)))


def are_alike(one: Words, other: Words, share: float) -> bool:
    """Tell whether two texts have that share of their words in common, in the same order.

    Texts that differ by figures and quantities only (“one setting”, “most settings”) tell two
    levels apart clearly: they are not alike. Nor are those that differ over more than a long
    sentence, from their first difference to their last.
    """
    mine, theirs = _between_ends(one, other)
    if max(len(mine), len(theirs)) > _FURTHEST:
        return False
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    inside = sum(block.size for block in matcher.get_matching_blocks())
    if 2 * (len(one) - len(mine) + inside) < share * (len(one) + len(other)):
        return False
    changed = [
        word
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
        for word in (*mine[a:b], *theirs[c:d])
    ]
    return not all(_QUANTITY.fullmatch(word) for word in changed)


def _between_ends(one: Words, other: Words) -> tuple[Words, Words]:
    """What stands between the words that two texts begin and end with alike."""
    pairs = list(zip(one, other, strict=False))
    start = next((n for n, (a, b) in enumerate(pairs) if a != b), len(pairs))
    ends = list(zip(reversed(one[start:]), reversed(other[start:]), strict=False))
    end = next((n for n, (a, b) in enumerate(ends) if a != b), len(ends))
    return one[start : len(one) - end], other[start : len(other) - end]


def write_number(number: Fraction) -> str:
    """Write an exact number as a rubric would: `3`, `0.25`, or `1/3` where decimals never end."""
    for digits in range(_DECIMALS + 1):
        scaled = number * 10**digits
        if scaled.denominator == 1:
            whole, rest = divmod(abs(scaled.numerator), 10**digits)
            sign = "-" if number < 0 else ""
            return f"{sign}{whole}.{rest:0{digits}}" if digits else f"{sign}{whole}"
    return str(number)


def write_share(share: Fraction) -> str:
    """Write a share as a rubric would: `70%`, or `2/3` where decimals never end."""
    text = write_number(share * 100)
    return str(share) if "/" in text else f"{text}%"
