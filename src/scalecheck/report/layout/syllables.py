"""Where a word may be parted with a hyphen, by the usage of its language.

French goes by its syllables, with the usage of printers: three letters at least on either side, no
syllable that is not heard at the head of a line, no break before or after an `x` between vowels.
English has no such rules that a program may trust: it is parted between two consonants that are
not said together, and before a few endings. No other language is parted.
"""

import re
from collections.abc import Callable, Iterator, Mapping

LEAST = 3  # letters on either side of a break

_VOWELS = "aeiouyàâäáåãéèêëîïíôöóõùûüúœæÿ"
_BETWEEN = re.compile(rf"(?<=[{_VOWELS}])[^\W\d_{_VOWELS}]+(?=[{_VOWELS}])")
_MUTE = re.compile(rf"(?!ment)[^\W\d_{_VOWELS}]*u?(e|es|ent)")
_FRENCH_PAIR = re.compile("[bcfgp]l|[bcdfgkptv]r|[cpgkrst]h|gn")
_ENGLISH_PAIR = re.compile(
    "[bcfgps]l|[bcdfgkptvw]r|[cgkprstw]h|[st]w|[gkms]n|c[kt]|[fklnprs]t|l[dfkmp]|mb|n[dgk]"
    "|r[dklmn]|s[ckmp]"
)
_ENDINGS = re.compile(r"(?<=[^\W\d_]{3})(tion|sion|ment|ness|less|ship|hood)(?=(s|al|ally)?$)")


def breaks(word: str, lang: str) -> tuple[int, ...]:
    """Tell before which letters a word may be parted; none in a word that is all capitals.

    Args:
        word: letters only.
        lang: the language of the word, `fr` or `fr-CA`.
    """
    find = _FINDERS.get(lang.partition("-")[0].lower())
    if find is None or word.isupper():
        return ()
    most = len(word) - LEAST
    return tuple(sorted({at for at in find(word.lower()) if LEAST <= at <= most}))


def _french(word: str) -> Iterator[int]:
    for found in _BETWEEN.finditer(word):
        at = found.end() - (2 if _FRENCH_PAIR.fullmatch(found[0][-2:]) else 1)
        if found[0] != "x" and not _MUTE.fullmatch(word, at):
            yield at


def _english(word: str) -> Iterator[int]:
    yield from (found.start() for found in _ENDINGS.finditer(word))
    for found in _BETWEEN.finditer(word):
        if len(found[0]) == 2 and not _ENGLISH_PAIR.fullmatch(found[0]):
            yield found.start() + 1


_FINDERS: Mapping[str, Callable[[str], Iterator[int]]] = {"fr": _french, "en": _english}
