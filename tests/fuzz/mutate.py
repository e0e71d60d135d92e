"""Break a document on purpose: one node cut, doubled, renamed, retyped, swapped or deepened.

`choose` picks one of a list: hypothesis, a fuzzer or a plain random generator may stand behind.
"""

import copy
import re

from tests.fuzz.trees import SHAPES, STRANGE, WRAPS, Map, Seq, get, grow, put, read, spots, write

from scalecheck.model.base import Plain

_NUMBER = re.compile(r"-?[0-9]{1,6}%?\Z")


def mutate(text, choose, rounds=3):
    """Break a document in up to so many places; None where it cannot be read.

    Args:
        text: the bytes of the document.
        choose: picks one of the elements of a sequence.
        rounds: the most changes made.
    """
    tree = read(text)
    if not isinstance(tree, Map) or not tree:
        return None
    for _ in range(choose(range(1, rounds + 1))):
        places = spots(tree)
        if not places or len(places) > 20_000:
            break
        container, position = choose(places)
        choose(CHANGES)(container, position, places, choose)
    return write(tree).encode("utf-8", "replace")


def _cut(container, position, places, choose):
    del container[position]


def _double(container, position, places, choose):
    times = choose((1, 1, 1, 2, 12))
    container[position:position] = [copy.deepcopy(container[position]) for _ in range(times)]


def _retype(container, position, places, choose):
    put(container, position, choose(STRANGE))


def _reshape(container, position, places, choose):
    put(container, position, grow(choose(SHAPES)))


def _borrow(container, position, places, choose):
    put(container, position, copy.deepcopy(get(*choose(places))))


def _borrow_word(container, position, places, choose):
    """Put another word of the document here: ids swapped, references broken, circles closed."""
    words = [get(*place) for place in places if isinstance(get(*place), Plain)]
    keys = [Plain(pair[0]) for box, n in places if isinstance(box, Map) for pair in (box[n],)]
    put(container, position, choose(words + keys or [Plain("x")]))


def _swap(container, position, places, choose):
    other = choose(places)
    mine, yours = get(container, position), copy.deepcopy(get(*other))
    put(*other, copy.deepcopy(mine))
    if position < len(container):
        put(container, position, yours)


def _rename(container, position, places, choose):
    if not isinstance(container, Map):
        return
    keys = [box[n][0] for box, n in places if isinstance(box, Map)]
    old = container[position][0]
    strange = ("", "x", f"{old}s", old.upper(), f"{old}\u00a0", f"x-{old}", "0", "1", "id")
    container[position][0] = choose([*keys, *strange])


def _add(container, position, places, choose):
    box, place = choose(places)
    extra = copy.deepcopy(box[place])
    if isinstance(container, Map) and not isinstance(box, Map):
        extra = ["x", extra]
    elif isinstance(container, Seq) and isinstance(box, Map):
        extra = extra[1]
    container.insert(position, extra)


def _deepen(container, position, places, choose):
    wrap = choose(WRAPS)
    node = get(container, position)
    for _ in range(choose((1, 1, 2, 5, 9))):
        node = wrap(node)
    put(container, position, node)


def _nudge(container, position, places, choose):
    """Move a number: one more, one less, turned, enormous, in another unit."""
    numbers = [p for p in places if _NUMBER.match(str(get(*p)))]
    if not numbers:
        return
    place = choose(numbers)
    value = int(str(get(*place)).rstrip("%"))
    near = [value - 1, value + 1, -value, value * 10**30, value + 1000]
    texts = [*near, f"{value}%", f"{value}.5", f"{value}/7", f"{value},5", f"{value} %", "0"]
    put(*place, Plain(choose(texts)))


def _shorten(container, position, places, choose):
    node = get(container, position)
    if isinstance(node, Map | Seq):
        del node[choose(range(len(node) + 1)) :]


CHANGES = (
    _cut,
    _cut,
    _double,
    _retype,
    _retype,
    _reshape,
    _borrow,
    _borrow_word,
    _borrow_word,
    _borrow_word,
    _swap,
    _rename,
    _rename,
    _add,
    _deepen,
    _nudge,
    _nudge,
    _shorten,
)
