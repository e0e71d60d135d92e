"""Words for people, by key: two folders, `fr/` and `en/`, with the same files and the same keys.

The first segment of a key names a file, or a folder whose files are read as one.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from scalecheck.language.numbers import Exact, exact, number
from scalecheck.language.tables import read_table
from scalecheck.model.language import Language

FOLDER = Path(__file__).parent
PLURAL_FORMS = frozenset({"one", "other"})


class UnknownKeyError(KeyError):
    """No words answer to this key in this language: a fault of ours, never of the user."""


class MissingFactError(KeyError):
    """The words hold a placeholder, or a plural, for which no fact was given."""


def say(key: str, language: Language, /, **facts: object) -> str:
    """Say the words of a key, with the facts put in their places.

    Args:
        key: a dotted path; its first segment names the file, read when first asked for.
        language: in which language.
        facts: one value a placeholder. Integers, rationals and decimals are written as the
            language does (so pass a year as text); everything else is written by `str`.
            `count` also chooses between the singular and the plural.

    Returns:
        One text. French is singular below 2 (0, 1, 1.5), English at exactly 1.

    Raises:
        UnknownKeyError: where the key leads to no words.
        MissingFactError: where a placeholder, or the plural, lacks its fact.
    """
    found = _find(key, language)
    if found is None:
        raise UnknownKeyError(f"{language}: {key}")
    shown = {name: _show(fact, language) for name, fact in facts.items()}
    try:
        text = found if isinstance(found, str) else found[_form(facts["count"], language)]
        return text.format_map(shown)
    except KeyError as missing:
        raise MissingFactError(f"{language}: {key} lacks {missing}") from missing


def has(key: str, language: Language) -> bool:
    """Tell whether a key leads to words, and not to nothing or to a table of other keys."""
    return _find(key, language) is not None


def _find(key: str, language: Language) -> str | Mapping[str, str] | None:
    first, *rest = key.split(".")
    found: object = _read(first, language)
    for segment in rest:
        found = found.get(segment) if isinstance(found, dict) else None
    if isinstance(found, str):
        return found
    return found if isinstance(found, dict) and found.keys() == PLURAL_FORMS else None


@cache
def _read(name: str, language: Language) -> Mapping[str, object]:
    words: dict[str, object] = {}
    for path in (FOLDER / language / f"{name}.toml", *(FOLDER / language / name).glob("*.toml")):
        if path.is_file():
            words |= read_table(path.read_text(encoding="utf-8"))
    return words


def _form(count: object, language: Language) -> str:
    size = abs(exact(_as_number(count)))
    single = size < 2 if language is Language.FR else size == 1
    return "one" if single else "other"


def _as_number(count: object) -> Exact:
    if isinstance(count, int | Fraction | Decimal):
        return count
    raise TypeError(f"a count is an exact number, not {count!r}")


def _show(fact: object, language: Language) -> str:
    if isinstance(fact, int | Fraction | Decimal) and not isinstance(fact, bool):
        return number(fact, language)
    return str(fact)
