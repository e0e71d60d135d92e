"""Documents as trees to break: read one, change a node of it, write it again."""

import copy
import json
import re

from scalecheck.model.base import Plain
from scalecheck.source.document import parse

_SAFE_PLAIN = re.compile(r"[\w.%/<>=+^-][\w .%/<>=+;^-]*\Z")
_SAFE_KEY = re.compile(r"[\w.-]+\Z")
_LONG = "x" * 3000

# What stands where it should not: texts, numbers, lists and mappings of every sort.
STRANGE = (
    *map(Plain, ("~", "null", "x", "-1", "0", "1", "2", "99", "1e9", "9" * 400, "0.5", "1/3")),
    *map(Plain, ("1/0", "0%", "50%", "100%", "101%", "all", "yes", "no", "unknown", "none")),
    *map(Plain, ("2026-02-30", "2026-10", "9999-12-31", "0001-01", "36 months", "0 months")),
    *map(Plain, (">=0.1, <0.2", "0.0.0", "99.99.99", "fr", "en", "ladder", "min", "lookup")),
    *("", " ", "x", "1", "é", "\u00a0", "\u202e", "{name}", "%s", "A. B.", "a@example.org", _LONG),
    *("418 555-0199", "il y a 3 % de 1,5", "« a »", '"a"', "1) x; 2) y", "..", "https://x"),
)
SHAPES = (
    [],
    {},
    [[]],
    [{}],
    {"a": Plain("b")},
    {"fr": "a", "en": "b"},
    {"id": Plain("a")},
    {"all_of": []},
    {"any_of": [{"a": Plain("1")}]},
    {"level": Plain("1")},
    [Plain("a"), Plain("a")],
)
WRAPS = (
    lambda node: Seq([node]),
    lambda node: Seq([node, copy.deepcopy(node)]),
    lambda node: Map([["all_of", Seq([node])]]),
    lambda node: Map([["any_of", Seq([node, copy.deepcopy(node)])]]),
    lambda node: Map([["fr", node], ["en", copy.deepcopy(node)]]),
    lambda node: Map([["x-a", node]]),
)


class Map(list):
    """A mapping, as pairs: a key may stand twice."""


class Seq(list):
    """A list."""


def grow(data):
    """Make a tree of plain data."""
    if isinstance(data, dict):
        return Map([key, grow(value)] for key, value in data.items())
    if isinstance(data, tuple | list):
        return Seq(grow(item) for item in data)
    return data


def read(text):
    """Make a tree of a document; None where it cannot be read."""
    document = parse(text, "f")
    return grow(document.data) if document.root is not None else None


def write(tree):
    """Write a tree in block style, one thing a line."""
    return "\n".join(_lines(tree, "")) + "\n"


def _lines(tree, indent):
    if isinstance(tree, Map) and tree:
        for key, value in tree:
            yield from _entry(f"{indent}{_key(key)}:", value, indent)
    elif isinstance(tree, Seq) and tree:
        for item in tree:
            yield from _entry(f"{indent}-", item, indent)
    else:
        yield f"{indent}{_leaf(tree)}"


def _entry(start, value, indent):
    if isinstance(value, Map | Seq) and value:
        yield start
        yield from _lines(value, f"{indent}  ")
    else:
        yield f"{start} {_leaf(value)}"


def _leaf(value):
    if isinstance(value, Map | Seq):
        return "{}" if isinstance(value, Map) else "[]"
    if isinstance(value, Plain) and _SAFE_PLAIN.match(value):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False)


def _key(key):
    return key if _SAFE_KEY.match(key) else json.dumps(key, ensure_ascii=False)


def spots(tree):
    """Every place of a tree that holds something: its container, and where in it."""
    waiting, found = [tree], []
    while waiting:
        here = waiting.pop()
        for position in range(len(here)):
            found.append((here, position))
            below = get(here, position)
            if isinstance(below, Map | Seq):
                waiting.append(below)
    return found


def get(container, position):
    """What a place holds."""
    return container[position][1] if isinstance(container, Map) else container[position]


def put(container, position, value):
    """Put something in a place."""
    if isinstance(container, Map):
        container[position][1] = value
    else:
        container[position] = value
