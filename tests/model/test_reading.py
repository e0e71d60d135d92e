"""Reading and its pydantic twin are one: what one accepts the other does, as the same value.

Every model is given what the shipped files, the corpus and generated rubrics give it, then the
same with odd things put in every place of it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.scoring.generator import make

from scalecheck.model import reading
from scalecheck.model.base import Line, Slug, Slugs, Whole
from scalecheck.model.frozen import Frozen, RootModel
from scalecheck.model.language import Language
from scalecheck.model.marks import Declared, Field, Plain
from scalecheck.model.rubric import Rubric
from scalecheck.model.source import SourceUse
from scalecheck.model.text import Text
from scalecheck.model.twins import validate
from scalecheck.source.document import parse
from scalecheck.source.kinds import KINDS

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for pattern in (
        "rubrics/**/*.yaml",
        "examples/*/project.yaml",
        "examples/*/answers.yaml",
        "examples/tableau/*.yaml",
        "tests/corpus/**/*.yaml",
        "src/scalecheck/forms/templates/*.yaml",
        "tests/model/*.yaml",
    )
    for path in ROOT.glob(pattern)
)
CONTEXTS = ({"language": "fr"}, {"language": None})
REFUSED = "refused"
MOST = 6  # pieces of each model, those of other keys first
LONG = 1500  # characters: a long piece says no more, and takes longer

ODD_TEXTS = (
    *("", " ", "a", "A", "é", "a-b", "a--b", "x-a", "x", "fr", "en", "FR", "unknown", "all"),
    *("0", "1", "-1", "+1", "02", "1.0", "1.5", ".5", "1/3", "1/0", "0/1", "2/1", "1e3", "١"),
    *("0%", "60%", "100%", "101%", "60 %", "0,5", "1 000", "9" * 15, "9" * 16, "1900", "10001"),
    *("yes", "no", "true", "YES", "True", "on", "oui", "t", "y", "n", "f", "off", "oN", "ſ"),
    *("24 months", "0 months", "1 year", "2 years", "12", "24 mois", "24  months"),
    *("2026", "2026-10", "2026-13", "2026-02-29", "2028-02-29", "2026-10-15", "2026-10-15\n"),
    *("CAD", "cad", "CADX", "CAD\n", "min", "max", "cap", "op", "levels", "answer", "group"),
    *("up", "down", "half-up", "bounds", "required", "allowed", "settings", "self", "panel"),
    *("a" * 80, "a" * 81, " a ", "a\nb", "\u00a0", "a.b", "a_b", "null", "~", "scalecheck"),
)
WORDS = [word for text in ODD_TEXTS for word in (Plain(text), text)]
ODD: list[Any] = [
    *WORDS,
    *({}, (), [], {"x-a": "b"}, {"fr": "a"}, {"en": Plain("a")}, {"fr": "a", "en": "b"}),
    *({"id": Plain("a")}, {"a": Plain("1")}, {" a": "1", "a": "2"}, {"": "a"}, {"A": "1"}),
    *({"fr": ""}, {"fr": "a", "x-b": ()}, {"de": "a"}, {"a": {"b": Plain("2")}}, {"a": {}}),
    *({"level": Plain("2")}, {"level": "unknown"}, {"unknown": "yes"}, {"unknown": "maybe"}),
    *({"not_applicable": Plain("yes")}, {"not_applicable": "yes"}, {"not_applicable": ()}),
    *({"between": ("1", "2")}, {"between": ("1",)}, {"level": "1", "amount": Plain("2")}),
    *({"all_of": ({"a": "1"},)}, {"any_of": ()}, {"at_least": Plain("2"), "of": {"a": "1"}}),
    *(
        {"in": "a", "at_least": "all", "meet": {"a": "1"}},
        {"should": {"a": "1"}},
        {"answered": "a"},
    ),
    *({"majority": {"threshold": Plain("60%"), "profile": {"a": "1"}}}, {"op": "min", "of": "a"}),
    *({"use": "allowed", "source": "a"}, {"item": "a", "share": Plain("70%")}, {"grade": "a"}),
    *(("a",), ["a"], ("a", "b"), (Plain("1"), Plain("2")), ("A",), ("a", ()), ({},), ((),)),
    *({"id": "a", "title": "b"}, ({"id": "a"},), {"x-a": "b", "id": "a"}, {"x": "b", "id": "a"}),
]
FEW = [Plain(""), Plain("1"), "1", Plain("60%"), Plain("yes"), "unknown", *ODD[-40:]]
# What no file holds, and a program may give.
OTHER: list[Any] = [
    *(None, True, False, 0, 1, -1, 2, 10**16, 1.0, 0.5, b"a", b"1", Fraction(1), Fraction(1, 2)),
    *({"a"}, frozenset(), object(), Language.FR, Text(fr="a"), SourceUse(id="a"), {1: "a"}),
    *({"fr": None}, {"fr": 1}, (None,), (1, 2), [True], iter(()), {Plain("a"): 1}, {None: 1}),
]


def shape(value: Any) -> Any:
    """All that a value is, types included: a plain scalar is not a text."""
    if isinstance(value, Declared):
        return (type(value), tuple((n, shape(v)) for n, v in vars(value).items()))
    if isinstance(value, tuple | list):
        return (type(value), tuple(map(shape, value)))
    if isinstance(value, dict):
        return (dict, tuple((shape(k), shape(v)) for k, v in value.items()))
    return (type(value), value if isinstance(value, Enum) else repr(value))


def outcome(read: Any, model: type, data: Any, context: Any) -> Any:
    try:
        return shape(read(model, data, context))
    except ValueError:
        return REFUSED


def pieces() -> Mapping[type, list[Any]]:
    """What each model was given while everything was read, no two with the same keys."""
    given: dict[type, dict[Any, Any]] = defaultdict(dict)
    whole = reading.model_reader

    def listen(model: type) -> Any:
        def read(data: Any, info: Any) -> Any:
            keys = frozenset(data) if isinstance(data, dict) else type(data)
            given[model].setdefault(keys, data)
            return whole(model)(data, info)

        return read

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "model_reader", listen)
        reading._made.clear()
        for path in FILES:
            data = parse(path.read_bytes(), str(path)).data
            for kind in KINDS if isinstance(data, dict) else ():
                if data.get("format") == kind.format:
                    outcome(reading.read, kind.model, data, CONTEXTS[0])
                    outcome(reading.read, kind.model, data, CONTEXTS[1])
        for seed in range(25):
            make(seed).read()
    reading._made.clear()
    return {model: list(found.values()) for model, found in given.items()}


PIECES = pieces()
MODELS = sorted(PIECES, key=lambda model: (model.__module__, model.__name__))


def declared(base: type) -> Iterator[type]:
    for model in base.__subclasses__():
        yield model
        yield from declared(model)


def test_every_model_is_tried():
    abstract = {"Operator", "_ItemMeasure"}
    known = (*declared(Frozen), *declared(RootModel))
    homes = {m: vars(sys.modules.get(m.__module__, sys)) for m in known}
    ours = {m.__qualname__ for m, home in homes.items() if home.get(m.__name__) is m}
    assert ours - {m.__qualname__ for m in MODELS} - {"Limited"} == abstract


def chosen(model: type) -> list[Any]:
    """Few pieces, small ones, that together have as many keys as can be."""
    kept: list[Any] = []
    seen: set[Any] = set()
    small = [piece for piece in PIECES[model] if len(repr(piece)) < LONG]
    short = small or sorted(PIECES[model], key=lambda p: len(repr(p)))[:1]
    for piece in sorted(short, key=lambda p: -len(p) if isinstance(p, dict) else 0):
        keys = set(piece) if isinstance(piece, dict) else {type(piece)}
        if not keys <= seen and len(kept) < MOST:
            kept.append(piece)
            seen |= keys
    return kept


def altered(data: Any, odd: Any, depth: int = 2) -> Iterator[Any]:
    """The same data with something odd in place of each part, beside it, or as a key of it."""
    yield odd
    if isinstance(data, dict):
        for key in list(data)[:12]:
            yield {k: v for k, v in data.items() if k != key}
            if depth:
                yield from ({**data, key: other} for other in altered(data[key], odd, depth - 1))
        if isinstance(odd, str):
            yield {**data, str(odd): "a"}
            yield {**data, str(odd): {"a": "b"}}
    if isinstance(data, tuple):
        yield (*data, odd)
        for position in range(min(len(data), 2)) if depth else ():
            for other in altered(data[position], odd, depth - 1):
                yield (*data[:position], other, *data[position + 1 :])


@pytest.mark.parametrize("model", MODELS)
def test_what_was_given_is_read_alike(model):
    for data in PIECES[model]:
        for context in CONTEXTS:
            mine = outcome(reading.read, model, data, context)
            assert mine == outcome(validate, model, data, context)


def annotations() -> list[tuple[Any, str]]:
    """Every annotation of a field, once, with a module that writes it."""
    fields = [f for model in MODELS for f in model.model_fields.values()]
    return list({str(f.annotation): (f.annotation, f.home) for f in fields}.values())


def agree(model, data, context):
    mine = outcome(reading.read, model, data, context)
    assert mine == outcome(validate, model, data, context), data


def agree_if_read(model, data):
    """What reading refuses, its twin may still take: it has the last word."""
    mine = outcome(reading.read, model, data, CONTEXTS[0])
    assert mine in (REFUSED, outcome(validate, model, data, CONTEXTS[0])), data


@pytest.mark.parametrize("model", MODELS)
def test_odd_things_in_place_of_a_field_are_read_alike(model):
    for piece in chosen(model)[:1]:
        for odd in FEW:
            for data in altered(piece, odd, depth=1):
                agree(model, data, CONTEXTS[0])


@pytest.mark.parametrize(("kind", "home"), annotations())
def test_odd_things_are_read_alike_by_every_type_of_field(kind, home):
    class Holder(Frozen):
        __annotations__ = {"held": kind}

    Holder.__module__ = home
    for odd in ODD:
        agree(Holder, {"held": odd}, CONTEXTS[0])
    for odd in OTHER:
        agree_if_read(Holder, {"held": odd})


@pytest.mark.slow
@pytest.mark.parametrize("model", MODELS)
def test_odd_things_in_every_place_are_read_alike(model):
    for piece in chosen(model):
        for odd in ODD:
            for data in altered(piece, odd):
                for context in CONTEXTS:
                    agree(model, data, context)


@pytest.mark.parametrize("model", MODELS)
def test_what_no_file_holds_is_never_read_as_something_else(model):
    for piece in chosen(model):
        for odd in OTHER:
            for data in altered(piece, odd, depth=0):
                agree_if_read(model, data)


SCALARS = st.sampled_from(WORDS) | st.text(max_size=6) | st.text(max_size=6).map(Plain)
KEYS = st.sampled_from(sorted({str(k) for p in PIECES.values() for d in p for k in d}))
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(model=st.sampled_from(MODELS), tree=TREES, turn=st.randoms(use_true_random=False))
def test_any_tree_in_any_place_is_read_alike(model, tree, turn):
    piece = turn.choice(PIECES[model])
    for data in [tree, turn.choice(list(altered(piece, tree)))]:
        agree(model, data, turn.choice(CONTEXTS))


class Limited(Frozen):
    """Every manner of saying more of a field."""

    short: Annotated[Slugs, Field(alias="from", min_length=1, max_length=2)] = Field(
        default=("a",), min_length=2
    )
    many: Annotated[Whole, Field(ge=1)] = Field(default=3, le=5)
    made: Slugs = Field(default_factory=lambda: ("b",), alias="do")
    word: Line = Field(pattern="^[a-z]+$")
    own: Annotated[Mapping[Slug, Whole], Field(max_length=1)] | None = None


@pytest.mark.parametrize("key", ["from", "short", "many", "do", "made", "word", "own"])
def test_every_limit_of_a_field_is_read_alike(key):
    for odd in (*ODD, ("a", "b", "c"), Plain("3"), Plain("5"), Plain("6"), {"a": Plain("1")}):
        agree(Limited, {"word": "a", key: odd}, CONTEXTS[0])
    assert Limited.model_validate({"word": "a"}).made == ("b",)


def test_a_name_in_quotes_means_one_thing(monkeypatch):
    """Twins are made in one room, where two meanings of a name would be mistaken for each other."""
    elsewhere = ModuleType("elsewhere")
    vars(elsewhere)["Rule"] = Slug
    monkeypatch.setitem(sys.modules, "elsewhere", elsewhere)

    class Here(Frozen):
        __annotations__ = {"rule": "Rule"}

    class There(Frozen):
        __annotations__ = {"rule": "Rule"}

    Here.__module__, There.__module__ = "scalecheck.model.measures", "elsewhere"
    agree(Here, {"rule": {"a": Plain("1")}}, CONTEXTS[0])
    assert There.model_validate({"rule": "a"}) == There.model_construct(rule="a")
    with pytest.raises(TypeError, match="another in"):
        There.model_validate({"rule": "A"})


def test_a_value_is_what_its_declaration_says():
    text = Text(fr="a")
    assert repr(text) == "Text(fr='a', en=None)"
    assert text == Text(fr="a")
    assert text != Text(fr="b")
    assert len({text, Text(fr="a")}) == 1
    with pytest.raises(AttributeError):
        text.fr = "b"  # type: ignore[misc]
    with pytest.raises(ValueError, match="empty-text"):
        Text(fr="")
    assert text.model_copy(update={"en": "b"}) == Text(fr="a", en="b")


def test_what_reading_would_refuse_too_much_is_still_a_value(monkeypatch):
    data = {"id": Plain("a"), "x-own": "b"}

    def refuse(*_: Any) -> Any:
        raise ValueError

    expected = SourceUse(id="a")
    monkeypatch.setattr("scalecheck.model.frozen.read", refuse)
    assert SourceUse.model_validate(data) == expected


def test_a_whole_rubric_is_read_alike():
    path = ROOT / "rubrics" / "is-echelle.yaml"
    data = parse(path.read_bytes(), str(path)).data
    for context in CONTEXTS:
        agree(Rubric, data, context)
