"""One change at a time to a sound document, chosen by a seed: what a tired author does."""

import json
import random
from typing import NamedTuple

from scalecheck.model.base import Plain


class Mutant(NamedTuple):
    """A document with one change: which operator made it, and where."""

    operator: str
    place: str
    data: object


def walk(data, path=()):
    """Every part of a document with its path."""
    yield path, data
    if isinstance(data, dict):
        for key, below in data.items():
            yield from walk(below, (*path, key))
    elif isinstance(data, tuple):
        for position, below in enumerate(data):
            yield from walk(below, (*path, position))


def put(data, path, new):
    """The document with another thing at a path."""
    if not path:
        return new
    first, *rest = path
    below = put(data[first], rest, new)
    if isinstance(data, dict):
        return {key: below if key == first else value for key, value in data.items()}
    return (*data[:first], below, *data[first + 1 :])


def _mappings(data):
    return [(p, d) for p, d in walk(data) if isinstance(d, dict) and d]


def _lists(data, least=1):
    return [(p, d) for p, d in walk(data) if isinstance(d, tuple) and len(d) >= least]


def _numbers(data):
    return [(p, d) for p, d in walk(data) if isinstance(d, Plain) and d.isdecimal()]


def _texts(data):
    return [(p, d) for p, d in _mappings(data) if d.keys() == {"fr", "en"}]


def remove_key(rng, data):
    path, mapping = rng.choice(_mappings(data))
    key = rng.choice(list(mapping))
    return (*path, key), put(data, path, {k: v for k, v in mapping.items() if k != key})


def remove_item(rng, data):
    path, items = rng.choice(_lists(data, 2))
    position = rng.randrange(len(items))
    return (*path, position), put(data, path, (*items[:position], *items[position + 1 :]))


def repeat_item(rng, data):
    path, items = rng.choice(_lists(data))
    position = rng.randrange(len(items))
    return (*path, position), put(data, path, (*items[: position + 1], *items[position:]))


def misspell_key(rng, data):
    path, mapping = rng.choice(_mappings(data))
    key = rng.choice(list(mapping))
    place = rng.randrange(len(key))
    wrong = key[:place] + key[place] * 2 + key[place + 1 :]
    return (*path, key), put(data, path, {wrong if k == key else k: v for k, v in mapping.items()})


def rename_id(rng, data):
    found = [(p, d) for p, d in walk(data) if p and p[-1] == "id" and isinstance(d, str)]
    path, name = rng.choice(found)
    return path, put(data, path, Plain(f"{name}-x"))


def change_number(rng, data):
    path, number = rng.choice(_numbers(data))
    step = rng.choice([-1, 1]) if int(number) else 1
    return path, put(data, path, Plain(int(number) + step))


def say_number_in_words(rng, data):
    path, _ = rng.choice(_numbers(data))
    return path, put(data, path, Plain("beaucoup"))


def leave_untranslated(rng, data):
    path, text = rng.choice([(p, t) for p, t in _texts(data) if len(str(t["fr"]).split()) > 4])
    return path, put(data, path, {**text, "en": text["fr"]})


def lose_language(rng, data):
    path, text = rng.choice(_texts(data))
    gone = rng.choice(["fr", "en"])
    return (*path, gone), put(data, path, {k: v for k, v in text.items() if k != gone})


def change_figure(rng, data):
    found = [(p, t) for p, t in _texts(data) if any(c.isdigit() for c in t["en"])]
    path, text = rng.choice(found)
    digit = next(c for c in text["en"] if c.isdigit())
    wrong = text["en"].replace(digit, str((int(digit) + 3) % 10), 1)
    return (*path, "en"), put(data, path, {**text, "en": wrong})


def swap_items(rng, data):
    path, items = rng.choice(_lists(data, 2))
    position = rng.randrange(len(items) - 1)
    first, second = items[position], items[position + 1]
    return (*path, position), put(
        data, path, (*items[:position], second, first, *items[position + 2 :])
    )


def copy_neighbour(rng, data):
    found = [(p, d) for p, d in _mappings(data) if p and p[-1] == "anchors" and len(d) > 1]
    path, anchors = rng.choice(found)
    lower, upper = rng.sample(list(anchors), 2)
    return (*path, upper), put(data, path, {**anchors, upper: anchors[lower]})


def quote_number(rng, data):
    path, number = rng.choice(_numbers(data))
    return path, put(data, path, str.__str__(number) + "")


def turn_scale(rng, data):
    position = rng.randrange(len(data["scales"]))
    path = ("scales", position)
    return path, put(data, path, {**data["scales"][position], "direction": Plain("down")})


def change_reference(rng, data):
    names = [c["id"] for d in data["dimensions"] for c in d["criteria"]]
    rules = [(p, d) for p, d in _mappings(data) if p[:1] == ("levels",) and set(d) & set(names)]
    path, rule = rng.choice(rules)
    old = rng.choice([key for key in rule if key in names])
    new = rng.choice([name for name in names if name not in rule])
    return (*path, old), put(data, path, {new if k == old else k: v for k, v in rule.items()})


OPERATORS = (
    remove_key,
    remove_item,
    repeat_item,
    misspell_key,
    rename_id,
    change_number,
    say_number_in_words,
    leave_untranslated,
    lose_language,
    change_figure,
    swap_items,
    copy_neighbour,
    quote_number,
    turn_scale,
    change_reference,
)


def mutate(data, seed):
    """The mutant of a seed: the operators take turns, the seed chooses the place."""
    turn = seed % len(OPERATORS)
    for operator in (*OPERATORS[turn:], *OPERATORS[:turn]):
        try:
            path, changed = operator(random.Random(seed), data)
        except IndexError:
            continue  # the document holds nothing for this one to change
        place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
        return Mutant(operator.__name__, place, changed)
    raise AssertionError("nothing to change")


def write(data, margin=""):
    """Write a document in block style: plain scalars plain, quoted ones quoted."""
    if isinstance(data, dict) and data:
        return "".join(f"{margin}{key}:{_below(value, margin)}" for key, value in data.items())
    if isinstance(data, tuple) and data:
        return "".join(f"{margin}-{_below(item, margin)}" for item in data)
    return margin + _scalar(data) + "\n"


def _below(data, margin):
    if isinstance(data, dict | tuple) and data:
        return "\n" + write(data, margin + "  ")
    return f" {_scalar(data)}\n"


def _scalar(data):
    if isinstance(data, dict):
        return "{}"
    if isinstance(data, tuple):
        return "[]"
    return str(data) if isinstance(data, Plain) else json.dumps(data, ensure_ascii=False)
