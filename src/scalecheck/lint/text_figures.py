"""The figures that a text gives, brought to one writing, so that two languages can be compared."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from scalecheck.lint.text_data import number_words

_SPACE = "[ \u00a0\u202f]"
_NUMBER = re.compile(
    r"(?<![^\W\d_])(?<!\d)(?<!\d[.,])"
    rf"(?P<number>\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)"
    rf"(?:{_SPACE}?h(?:{_SPACE}?(?P<minutes>[0-5]\d))?(?!\w)"
    rf"|:(?P<clock>[0-5]\d)(?!\d))?"
    rf"(?P<half>{_SPACE}?(?:[ap]\.m\.|[ap]m\b))?"
    rf"(?:[-{_SPACE[1:-1]}](?:de{_SPACE})?(?P<unit>[^\W\d_]+))?"
)
_MARKED = re.compile(
    r"(?<![^\W_])([A-Za-z]{1,4})(\d+)(?![^\W_])"
)  # J1, TRL4: letters, then a figure
_ROMAN = re.compile(r"\b([IVX][IVXLC]*)(?:e|er|ᵉ|ème)\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WORDS = re.compile(r"[^\W\d_]+")
# How many of its smallest unit a word counts; the first letter says which family it is of.
_UNITS = {
    **dict.fromkeys(("mois", "month", "months"), ("m", 1)),
    **dict.fromkeys(("an", "ans", "année", "années", "year", "years"), ("m", 12)),
    **dict.fromkeys(("jour", "jours", "day", "days"), ("d", 24)),
    **dict.fromkeys(("semaine", "semaines", "week", "weeks"), ("d", 168)),
    **dict.fromkeys(("heure", "heures", "hour", "hours"), ("d", 1)),
}
_MULTIPLES = {
    **dict.fromkeys(("million", "millions", "M"), 1_000_000),
    **dict.fromkeys(("mille", "milliers", "millier", "thousand", "thousands", "k"), 1_000),
    **dict.fromkeys(("milliard", "milliards", "billion", "billions", "G"), 1_000_000_000),
}


_LONGEST = 40  # digits: what is longer is no quantity
_SEVERAL = 3  # figures in a row: with fewer, one may be said in words on either side
_Unlike = tuple[tuple[str, ...], tuple[str, ...]]  # written in French, written in English


class Figure(NamedTuple):
    """A number of a text: as written, and all that it may mean."""

    written: str
    readings: frozenset[str]


def compare_figures(fr: str, en: str) -> _Unlike:
    """Find the figures of each text to which nothing answers in the other."""
    french, english = tuple(_figures(fr, "fr")), tuple(_figures(en, "en"))
    changed = _only_change(french, english)
    if changed:
        return changed
    in_french, in_english = (*french, *_marked(fr, en)), (*english, *_marked(en, fr))
    if fr == en or {f.written for f in in_french} == {f.written for f in in_english}:
        return (), ()
    return (
        tuple(_unanswered(in_french, (*in_english, *_said_in_words(en, "en")))),
        tuple(_unanswered(in_english, (*in_french, *_said_in_words(fr, "fr")))),
    )


def _only_change(fr: tuple[Figure, ...], en: tuple[Figure, ...]) -> _Unlike | None:
    """Find the one figure that changed among several that follow each other alike.

    It would pass unseen where the text gives the same figure again, or says it in words.
    """
    if len(fr) != len(en) or len(fr) < _SEVERAL:
        return None
    unlike = [(f, e) for f, e in zip(fr, en, strict=True) if f.readings.isdisjoint(e.readings)]
    return ((unlike[0][0].written,), (unlike[0][1].written,)) if len(unlike) == 1 else None


def _unanswered(figures: Iterable[Figure], others: tuple[Figure, ...]) -> Iterator[str]:
    seen = frozenset(reading for other in others for reading in other.readings)
    yield from dict.fromkeys(f.written for f in figures if seen.isdisjoint(f.readings))


def _figures(text: str, language: str) -> Iterator[Figure]:
    for found in _NUMBER.finditer(text):
        yield Figure(found["number"], frozenset(_readings(found, language)))
    if language == "fr":
        for found in _ROMAN.finditer(text):
            yield Figure(found[1], frozenset((str(_read_roman(found[1])),)))


def _marked(text: str, other: str) -> Iterator[Figure]:
    """The figures behind letters that stand before one in the other text as well."""
    shared = {found[1] for found in _MARKED.finditer(other)}
    for found in _MARKED.finditer(text):
        if found[1] in shared:
            yield Figure(found[0], frozenset((found[0],)))


def _readings(found: re.Match[str], language: str) -> Iterator[str]:
    minutes = found["minutes"] or found["clock"]
    late = 12 if (found["half"] or "").strip().startswith("p") else 0
    for number in _numbers(found["number"], language):
        if minutes:
            yield f"{(number + late) % 24 if late and number < 12 else number}:{minutes}"
        yield str(number)
        if late and number < 12:
            yield str(number + late)
        yield from _counted(number, found["unit"] or "")
    if not found["number"].isdigit() or len(found["number"]) > _LONGEST:
        yield found["number"]


def _counted(number: Fraction, unit: str) -> Iterator[str]:
    family, times = _UNITS.get(unit, ("", 0))
    if family:
        yield f"{family}{number * times}"
    if unit in _MULTIPLES:
        yield str(number * _MULTIPLES[unit])


def _numbers(written: str, language: str) -> Iterator[Fraction]:
    """What a number may say: a comma or a point may part thousands or begin the decimals."""
    bare = re.sub(_SPACE, "", written)
    if len(bare) > _LONGEST:
        return
    if re.fullmatch(r"\d+", bare):
        yield Fraction(int(bare))
    elif re.fullmatch(r"\d+[.,]\d+", bare):
        yield Fraction(bare.replace(",", "."))
        if re.fullmatch(r"\d{1,3}[.,]\d{3}", bare):
            yield Fraction(re.sub("[.,]", "", bare))
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare):
        yield Fraction(bare.replace(",", ""))


def _said_in_words(text: str, language: str) -> Iterator[Figure]:
    table = number_words(language)
    words = _WORDS.findall(text.lower())
    for word, unit in zip(words, (*words[1:], ""), strict=False):
        for number in table.get(word, ()):
            yield Figure(word, frozenset((str(number), *_counted(number, unit))))


def _read_roman(written: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in written]
    following = (*values[1:], 0)
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))
